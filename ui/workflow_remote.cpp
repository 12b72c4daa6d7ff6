// What goes another way when the engine works on another computer, whose files cannot be seen from here.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QPointer>
#include <utility>

#include "models/async.h"
#include "models/evaluation_rows.h"
#include "models/model_summary_json.h"
#include "text/window_error.h"
#include "workflow.h"

namespace tacq::ui {
namespace {

constexpr qint64 kLongestUpload = 64 << 20;

Result<QString> readTextFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return windowError(ErrorCode::NotFound, WindowErrors::tr("the file cannot be read"), path);
    if (file.size() > kLongestUpload)
        return windowError(ErrorCode::InvalidArgument, WindowErrors::tr("the file is larger than 64 MiB"), path, WindowErrors::tr("copy it to the engine's computer, or use a smaller one"));
    return QString::fromLatin1(file.readAll().toBase64());
}

std::vector<std::vector<std::int32_t>> rowsOf(const QJsonArray& samples) {
    std::vector<std::vector<std::int32_t>> rows;
    for (const QJsonValue& sample : samples) {
        auto& row = rows.emplace_back();
        for (const QJsonValue& id : sample.toObject().value(QLatin1String("ids")).toArray()) row.push_back(id.toInt());
    }
    return rows;
}

QJsonObject upload(const QString& name, const QString& base64) { return {{QStringLiteral("name"), name}, {QStringLiteral("base64"), base64}}; }

}  // namespace

void Workflow::tellFailure(const Error& error) {
    if (error.code != ErrorCode::EngineLost && error.code != ErrorCode::Cancelled) emit failed(error, nullptr);
}

void Workflow::openThere(const QString& path) {
    submit({QStringLiteral("inspect"), {{QStringLiteral("model"), path}}, {}, false}, [this](EngineJob& job) { modelIsOpen(summaryFromInspect(job.result())); });
}

void Workflow::fetchSketch(const QString& key) {
    const ModelPointer model = m_project.model();
    if (!model) return;
    m_cache->bring(key, sketchParts(model->linears.size()), tr("Fetching the sketch"), [this, key, model, task = m_project.task()](const Result<QString>& folder) {
        // Another model or task was chosen meanwhile; what was brought stays in the cache.
        const bool wanted = model == m_project.model() && task == m_project.task();
        if (folder.ok() && !wanted) return;
        if (folder.ok()) {
            openFetched(key, folder.value());
        } else {
            tellFailure(folder.error());
        }
        emit jobsChanged();
    });
    emit jobsChanged();
}

void Workflow::openFetched(const QString& key, const QString& folder) {
    runAsync(this, [folder, link = linkTo(key)] { return openRemoteSaliency(folder.toStdString(), link); },
             [this, key, folder, model = m_project.model(), task = m_project.task()](Result<SaliencyPointer> saliency) {
                 if (model != m_project.model() || !(task == m_project.task())) return;
                 if (saliency.ok()) m_keys.insert(saliency.value().get(), key);
                 if (saliency.ok()) return m_project.addSaliency(std::move(saliency).value());
                 // What is damaged must not be used again.
                 if (saliency.error().code == ErrorCode::InvalidFile) QDir(folder).removeRecursively();
                 emit failed(saliency.error(), nullptr);
             });
}

SaliencyLink Workflow::linkTo(const QString& key) {
    SaliencyLink link;
    const QPointer<ArtifactCache> cache(m_cache.get());
    link.bringMatrix = [cache, key, self = QPointer<Workflow>(this)](std::size_t matrix, const std::function<void(Result<void>)>& done) {
        if (!cache) return done(windowError(ErrorCode::EngineLost, WindowErrors::tr("the engine went away")));
        cache->bring(key, {QString::fromStdString(SaliencyArtifact::matrixFile(matrix))}, {}, [self, done](const Result<QString>& folder) {
            if (folder.ok()) return done({});
            // After a lost connection the job is sent again, and this is called again.
            if (folder.error().code == ErrorCode::EngineLost) return;
            if (self) self->tellFailure(folder.error());
            done(folder.error());
        });
    };
    link.bringRows = [cache, key](const QString& part, const std::function<void(Result<QByteArray>)>& done) {
        if (cache) cache->bringRows(key, part, done);
        else done(windowError(ErrorCode::EngineLost, WindowErrors::tr("the engine went away")));
    };
    return link;
}

void Workflow::shareTextFile(const QString& path, std::function<void(const QString&)> done) {
    if (m_engine.info().sharedFiles) return done(path);
    runAsync(this, [path] { return readTextFile(path); },
             [this, path, done = std::move(done)](Result<QString> base64) {
                 if (!base64.ok()) {
                     emit failed(base64.error(), nullptr);
                     return;
                 }
                 submit({QStringLiteral("put"), upload(QFileInfo(path).fileName(), base64.value()), {}, false},
                        [done](EngineJob& job) { done(job.result().value(QLatin1String("path")).toString()); });
             });
}

void Workflow::ask(JobRequest request, std::function<void(Result<QJsonObject>)> done) {
    EngineJob* job = m_engine.submit(std::move(request));
    connect(job, &EngineJob::finished, this, [job, done = std::move(done)] { done(job->state() == JobState::Done ? Result<QJsonObject>(job->takeResult()) : Result<QJsonObject>(job->error())); });
}

void Workflow::askForRuns(std::function<void(Result<QJsonArray>)> done) {
    ask({QStringLiteral("runs-list"), {{QStringLiteral("results"), true}}, {}, false}, [done = std::move(done)](const Result<QJsonObject>& listed) {
        if (listed.ok()) done(listed.value().value(QLatin1String("runs")).toArray());
        else done(listed.error());
    });
}

void Workflow::tokensThere(const QString& modelPath, const TaskChoice& task, TokensDone done) {
    QJsonObject params{{QStringLiteral("model"), modelPath}, {QStringLiteral("task"), task.task}, {QStringLiteral("tokens"), task.tokens},
                       {QStringLiteral("samples"), kEvaluationRows}, {QStringLiteral("split"), QStringLiteral("evaluation")}};
    // Runs name their text by this file.
    const QString name = QFileInfo(task.task).completeBaseName() + QLatin1String("-evaluation.safetensors");
    ask({QStringLiteral("task-show"), params, {}, false}, [this, name, done = std::move(done)](const Result<QJsonObject>& shown) {
        if (!shown.ok()) return done(shown.error());
        runAsync(this, [rows = rowsOf(shown.value().value(QLatin1String("samples")).toArray())] { return evaluationRowsFile(rows); },
                 [this, name, done](Result<QByteArray> file) {
                     if (!file.ok()) return done(file.error());
                     ask({QStringLiteral("put"), upload(name, QString::fromLatin1(file.value().toBase64())), {}, false},
                         [done](const Result<QJsonObject>& put) {
                             if (put.ok()) done(put.value().value(QLatin1String("path")).toString());
                             else done(put.error());
                         });
                 });
    });
}

}  // namespace tacq::ui
