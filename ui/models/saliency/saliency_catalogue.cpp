#include "models/saliency/saliency_catalogue.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <utility>

#include "engine/foreign_names.h"
#include "models/matrix/matrix_difference.h"
#include "models/shared/project.h"
#include "tacq/store/workspace.h"

namespace tacq::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SaliencyCatalogue)
};

QStringList titleParts(const SaliencyMeta& meta) {
    QStringList parts{QString::fromStdString(meta.taskName), Words::tr("%1 bit").arg(meta.grid.bits), meta.grid.groupSize > 0 ? Words::tr("groups of %1").arg(meta.grid.groupSize) : QString(),
                      meta.samples > 0 ? Words::tr("%n sample(s)", nullptr, static_cast<int>(meta.samples)) : QString(),
                      meta.tokens > 0 ? Words::tr("%n token(s)", nullptr, static_cast<int>(meta.tokens)) : QString(), Words::tr("seed %1").arg(meta.seed)};
    return parts;
}

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString scoreWord(Method method) { return Words::tr("by %1").arg(scoreName(method)); }

bool sameRun(const SaliencyMeta& a, const SaliencyMeta& b) {
    return a.gradientKey == b.gradientKey && a.simulationKey == b.simulationKey && a.grid == b.grid;
}

}  // namespace

QString scoreName(Method method) {
    // Words among the table's titles; a title that is not here is shown as it stands there.
    (void)QT_TRANSLATE_NOOP("SaliencyCatalogue", "gradient");
    (void)QT_TRANSLATE_NOOP("SaliencyCatalogue", "magnitude");
    (void)QT_TRANSLATE_NOOP("SaliencyCatalogue", "chance");
    (void)QT_TRANSLATE_NOOP("SaliencyCatalogue", "round to nearest");
    return Words::tr(std::string(method->title).c_str());
}

QString scoreFormula(Method method) {
    static const QRegularExpression gradient(QStringLiteral("\\bG\\b"));
    (void)QT_TRANSLATE_NOOP("SaliencyCatalogue", "numbers drawn at random");
    return Words::tr(std::string(method->formula).c_str()).replace(gradient, Words::tr("gradient"));
}

NameParts saliencyParts(const SaliencyMeta& meta) {
    NameParts parts;
    for (const QString& text : titleParts(meta)) parts.push_back({text, true});
    if (parts[2].text.isEmpty()) parts[2].text = Words::tr("one scale a row");
    parts.push_back({scoreWord(meta.method), meta.method == Method::Tacq});
    return parts;
}

QStringList namesBeside(const std::vector<SaliencyEntry>& entries, const SaliencyMeta& like) {
    std::vector<NameParts> things{saliencyParts(like)};
    for (const SaliencyEntry& entry : entries)
        if (!entry.parts.empty()) things.push_back(entry.parts);
    const QStringList among = namesAmong(things);
    QStringList names;
    qsizetype at = 1;
    for (const SaliencyEntry& entry : entries) {
        const QString name = entry.parts.empty() ? QString() : among[at++];
        names << (name.isEmpty() ? entry.title : name);
    }
    return names;
}

QString saliencyTitle(const SaliencyMeta& meta) {
    QStringList parts = titleParts(meta);
    if (meta.method != Method::Tacq) parts << Words::tr("by %1").arg(scoreName(meta.method));
    return joined(parts);
}

QString titleBeside(const SaliencyMeta& meta, const SaliencyMeta& like) {
    return sameRun(meta, like) && meta.method != like.method ? Words::tr("This run by %1, %2").arg(scoreName(meta.method), scoreFormula(meta.method)) : saliencyTitle(meta);
}

NameParts partsBeside(const SaliencyMeta& meta, const SaliencyMeta& like) { return sameRun(meta, like) && meta.method != like.method ? NameParts() : saliencyParts(meta); }

std::pair<QString, QString> namesApart(const SaliencyMeta& a, const SaliencyMeta& b) {
    const QStringList mine = titleParts(a), theirs = titleParts(b);
    QStringList first, second;
    if (a.method != b.method) {
        first << scoreName(a.method);
        second << scoreName(b.method);
    }
    if (mine.front() != theirs.front() && !mine.front().isEmpty() && !theirs.front().isEmpty()) return {joined(QStringList{mine.front()} + first), joined(QStringList{theirs.front()} + second)};
    for (int i = 0; i < mine.size(); ++i) {
        if (mine[i] == theirs[i]) continue;
        first << mine[i];
        second << theirs[i];
    }
    const QString one = joined(first), other = joined(second);
    return {one.isEmpty() ? Words::tr("this run") : one, other.isEmpty() ? Words::tr("the other") : other};
}

QString saliencyMark(const SaliencyMeta& meta) {
    return QStringLiteral("%1/%2/%3/%4").arg(QString::fromStdString(meta.gradientKey), QString::fromStdString(meta.simulationKey), QString::fromStdString(gridText(meta.grid)), QLatin1String(methodName(meta.method).data()));
}

bool sameSaliency(const SaliencyMeta& a, const SaliencyMeta& b) {
    return saliencyMark(a) == saliencyMark(b);
}

namespace {

/// An artifact that cannot be read is `tacq workspace verify`'s business; here it only cannot be chosen.
void addEntry(std::vector<SaliencyEntry>& entries, const std::string& metaJson, const std::string& key, const SaliencyMeta& like) {
    const auto meta = saliencyMetaFromJson(metaJson, key);
    if (!checkArtifactKey(QString::fromStdString(key)).ok()) return;
    if (!meta.ok() || meta.value().modelIdentity != like.modelIdentity || !sameMatrices(meta.value(), like) || sameSaliency(meta.value(), like)) return;
    entries.push_back({titleBeside(meta.value(), like), QString::fromStdString(key), nullptr, saliencyMark(meta.value()), meta.value().method, partsBeside(meta.value(), like)});
}

}  // namespace

std::vector<SaliencyEntry> scoresToMake(const SaliencyMeta& like, const std::vector<SaliencyEntry>& known) {
    std::vector<SaliencyEntry> entries;
    SaliencyMeta meta = like;
    for (const Method method : scoringMethods()) {
        meta.method = method;
        const QString mark = saliencyMark(meta);
        if (method == like.method || std::any_of(known.begin(), known.end(), [&](const SaliencyEntry& entry) { return entry.mark == mark; })) continue;
        entries.push_back({titleBeside(meta, like), {}, nullptr, mark, method});
    }
    return entries;
}

Result<std::vector<SaliencyEntry>> listSaliencies(const QString& workspace, const SaliencyMeta& like) {
    TACQ_TRY(const Workspace opened, Workspace::openForReading(workspace.toStdString()));
    std::vector<SaliencyEntry> entries;
    for (const ArtifactInfo& artifact : opened.artifacts("saliency")) addEntry(entries, artifact.metaJson, artifact.key, like);
    return entries;
}

std::vector<SaliencyEntry> listSaliencies(const QJsonArray& artifacts, const SaliencyMeta& like) {
    std::vector<SaliencyEntry> entries;
    for (const QJsonValue& artifact : artifacts)
        addEntry(entries, QJsonDocument(artifact[QLatin1String("meta")].toObject()).toJson(QJsonDocument::Compact).toStdString(), artifact[QLatin1String("key")].toString().toStdString(), like);
    return entries;
}

}  // namespace tacq::ui
