#include "engine/artifact_cache.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QPointer>
#include <QStandardPaths>
#include <QUuid>
#include <algorithm>
#include <memory>
#include <utility>

#include "engine/foreign_names.h"
#include "engine/part_files.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"
#include "tacq/base/names.h"

namespace tacq::ui {
namespace {

QJsonObject fetchParams(const QString& key, const QStringList& parts) {
    return {{QStringLiteral("artifact"), key}, {QStringLiteral("parts"), QJsonArray::fromStringList(parts)}};
}

Error damaged(const QString& part) {
    return {ErrorCode::InvalidFile, "what arrived is not what the engine sent", part.toStdString(), "try again; if it happens again, the connection damages what it carries"};
}

/// What the engine said of the parts that were asked for, one entry each: nothing of any other is listened to.
QJsonArray saidOf(const QStringList& parts, const QJsonArray& said) {
    QHash<QString, QJsonObject> known;
    for (const QJsonValue& value : said) known.insert(value[QLatin1String("part")].toString(), value.toObject());
    QJsonArray answers;
    for (const QString& part : parts) {
        QJsonObject one = known.value(part);
        one.insert(QStringLiteral("part"), part);
        answers.append(one);
    }
    return answers;
}

/// Checks every part against what the engine said of it, then puts it in place.
Result<void> accept(const QString& folder, const QString& staging, const QJsonArray& said) {
    QDir().mkpath(staging);
    for (const QJsonValue& value : said) {
        const QJsonObject one = value.toObject();
        const QString part = one.value(QLatin1String("part")).toString();
        const QString arrived = staging + QLatin1Char('/') + part;
        const auto bytes = one.value(QLatin1String("bytes")).toInteger(-1);
        // A file without content has no frame.
        if (bytes == 0 && !QFile(arrived).open(QIODevice::WriteOnly)) return damaged(part);
        if (QFileInfo(arrived).size() != bytes) return damaged(part);
        TACQ_TRY(const std::string hash, sha256File(arrived.toStdString()));
        if (hash != one.value(QLatin1String("sha256")).toString().toStdString()) return damaged(part);
        TACQ_CHECK(publish(arrived.toStdString(), (folder + QLatin1Char('/') + part).toStdString()));
    }
    return {};
}

/// Those of `parts` that are not in the folder yet.
QStringList missing(const QString& folder, const QStringList& parts) {
    QStringList wanted;
    for (const QString& part : parts)
        if (!QFileInfo::exists(folder + QLatin1Char('/') + part)) wanted << part;
    return wanted;
}

}  // namespace

ArtifactCache::ArtifactCache(EngineProcess& engine, QString folder, QObject* parent)
    : QObject(parent), m_engine(engine), m_root(QDir::cleanPath(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation) : std::move(folder))) {}

QString ArtifactCache::folderOf(const QString& key) const {
    if (!checkArtifactKey(key).ok()) return {};
    const EngineCommand& command = m_engine.command();
    const QString engine = (QStringList{command.program} + command.arguments + QStringList{m_engine.info().workspace}).join(QLatin1Char('\n'));
    const QByteArray hash = QCryptographicHash::hash(engine.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    const QString folder = QStringLiteral("%1/engine-%2/artifacts/%3").arg(m_root, QString::fromLatin1(hash), key);
    return liesBelow(folder.toStdString(), m_root.toStdString()) ? folder : QString();
}

void ArtifactCache::bring(const QString& key, const QStringList& parts, const QString& title, Done done) {
    if (const Result<void> good = checkArtifactKey(key); !good.ok()) return done(good.error());
    if (const auto bad = std::find_if_not(parts.begin(), parts.end(), isPartFile); bad != parts.end()) return done(damaged(*bad));
    const QString folder = folderOf(key);
    if (folder.isEmpty()) return done(Error{ErrorCode::PermissionDenied, "the cache holds a link to another folder", m_root.toStdString(), "remove the link"});
    const QStringList wanted = missing(folder, parts);
    if (wanted.isEmpty()) return done(folder);
    EngineJob* job = m_engine.submit({QStringLiteral("fetch"), fetchParams(key, wanted), title, !title.isEmpty()});
    auto* files = new PartFiles(folder + QLatin1String("/.arriving-") + QUuid::createUuid().toString(QUuid::WithoutBraces), wanted, job);
    connect(job, &EngineJob::frameArrived, files, &PartFiles::add);
    connect(job, &EngineJob::finished, this, [this, job, files, folder, wanted, done] {
        files->close();
        if (job->state() != JobState::Done) {
            files->clear();
            done(job->error());
        } else if (files->failed()) {
            const Error error = *files->failed();
            files->clear();
            done(error);
        } else {
            finish(folder, files->folder(), saidOf(wanted, job->result().value(QLatin1String("parts")).toArray()), done);
        }
    });
}

void ArtifactCache::finish(const QString& folder, const QString& staging, const QJsonArray& said, Done done) {
    m_pool.start([guard = QPointer<ArtifactCache>(this), application = qApp, folder, staging, said, done = std::move(done)] {
        const Result<void> accepted = accept(folder, staging, said);
        QDir(staging).removeRecursively();
        QMetaObject::invokeMethod(application, [guard, folder, accepted, done] {
            if (guard) done(accepted.ok() ? Result<QString>(folder) : Result<QString>(accepted.error()));
        }, Qt::QueuedConnection);
    });
}

void ArtifactCache::bringRows(const QString& key, const QString& part, RowsDone done) {
    if (const Result<void> good = checkArtifactKey(key); !good.ok()) return done(good.error());
    EngineJob* job = m_engine.submit({QStringLiteral("fetch"), fetchParams(key, {part}), {}, false});
    auto bytes = std::make_shared<QByteArray>();
    connect(job, &EngineJob::frameArrived, this, [bytes](const QString&, qint64 offset, qint64, const QByteArray& piece) {
        bytes->truncate(offset);
        if (bytes->size() == offset) bytes->append(piece);
    });
    connect(job, &EngineJob::finished, this, [job, part, bytes, done] {
        if (job->state() != JobState::Done) return done(job->error());
        const QString said = job->result().value(QLatin1String("parts")).toArray().at(0).toObject().value(QLatin1String("sha256")).toString();
        const bool good = QString::fromLatin1(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex()) == said;
        // The job stays on the list; what it brought need not.
        const QByteArray rows = std::exchange(*bytes, QByteArray());
        done(good ? Result<QByteArray>(rows) : Result<QByteArray>(damaged(part)));
    });
}

}  // namespace tacq::ui
