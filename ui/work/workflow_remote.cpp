// What goes another way when the engine works on another computer, whose files cannot be seen from here.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QPointer>
#include <utility>

#include "engine/foreign_names.h"
#include "models/model/model_summary_json.h"
#include "models/quantize/evaluation_rows.h"
#include "models/shared/async.h"
#include "models/shared/json_lines.h"
#include "tacq/command/requests.h"
#include "text/window_error.h"
#include "work/workflow.h"

namespace tacq::ui {
namespace {

constexpr qint64 kLongestUpload = 64 << 20;

Result<QString> readTextFile(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) return windowError(ErrorCode::NotFound, WindowErrors::tr("the file cannot be read"), path);
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

void Workflow::fetchSketch(const QString& key, IfBroken broken) {
    if (!m_project.model()) return;
    bringSaliency(key, [this, key, broken, model = m_project.model(), task = m_project.task()](Result<SaliencyPointer> saliency) {
        // Another model or task was chosen meanwhile; what was brought stays in the cache.
        if (model != m_project.model() || !(task == m_project.task())) return;
        if (!saliency.ok()) return broken == IfBroken::Tell ? tellFailure(saliency.error()) : void();
        m_keys.insert(saliency.value().get(), key);
        m_project.addSaliency(std::move(saliency).value());
    });
}

void Workflow::bringSaliency(const QString& key, std::function<void(Result<SaliencyPointer>)> done) {
    if (!m_project.model()) return done(windowError(ErrorCode::NotFound, WindowErrors::tr("no model is open"), {}, WindowErrors::tr("open the model again")));
    m_cache->bring(key, sketchParts(m_project.model()->linears.size()), tr("Fetching the sketch"), [this, key, done = std::move(done)](const Result<QString>& folder) {
        emit jobsChanged();
        if (!folder.ok()) return done(folder.error());
        runAsync(this, [folder = folder.value(), link = linkTo(key)] { return openRemoteSaliency(folder.toStdString(), link); },
                 [this, key, done](Result<SaliencyPointer> saliency) {
                     // What is damaged must not be used again. An empty name would be the folder this program runs in.
                     if (!saliency.ok() && saliency.error().code == ErrorCode::InvalidFile)
                         if (const QString damaged = m_cache->folderOf(key); !damaged.isEmpty()) QDir(damaged).removeRecursively();
                     done(std::move(saliency));
                 });
    });
    emit jobsChanged();
}

void Workflow::listSaliencies(const SaliencyPointer& like, std::function<void(Result<std::vector<SaliencyEntry>>)> done) {
    if (m_engine.info().sharedFiles) {
        // Before the engine has said where it works, nothing was made by it.
        const QString workspace = m_engine.info().workspace;
        if (workspace.isEmpty()) return done(std::vector<SaliencyEntry>());
        return runAsync(this, [workspace, like] { return ui::listSaliencies(workspace, like->meta()); }, std::move(done));
    }
    // To look at a page is no reason to call a computer that has gone away.
    if (m_engine.state() != EngineProcess::State::Ready) return done(std::vector<SaliencyEntry>());
    const QJsonObject params{{QStringLiteral("kind"), QStringLiteral("saliency")}, {QStringLiteral("meta"), true}, {QStringLiteral("modelIdentity"), QString::fromStdString(like->meta().modelIdentity)}};
    ask({QStringLiteral("workspace-info"), params, {}, false},
        [this, like, done = std::move(done)](const Result<QJsonObject>& answer) {
            if (!answer.ok()) return done(answer.error());
            runAsync(this, [list = answer.value().value(QLatin1String("list")).toArray(), like] { return Result<std::vector<SaliencyEntry>>(ui::listSaliencies(list, like->meta())); }, done);
        });
}

void Workflow::openListed(const QString& key, std::function<void(Result<SaliencyPointer>)> done) {
    if (!m_engine.info().sharedFiles) return bringSaliency(key, std::move(done));
    if (const Result<void> good = checkArtifactKey(key); !good.ok()) return done(good.error());
    runAsync(this, [open = m_open, folder = std::filesystem::path(artifactFolder(key).toStdString())] { return open(folder); }, std::move(done));
}

EngineJob* Workflow::makeScore(const SaliencyPointer& of, Method method, std::function<void(Result<SaliencyPointer>)> done) {
    const ScoreRequest request{m_keys.value(of.get()).toStdString(), method};
    EngineJob* job = m_engine.submit({QStringLiteral("circuit-score"), jsonObject(request.toJson()), tr("Scores for comparison: %1").arg(scoreName(method)), true});
    emit jobsChanged();
    connect(job, &EngineJob::finished, this, [this, job, model = m_project.model(), done = std::move(done)] {
        emit jobsChanged();
        if (model != m_project.model()) return;
        if (job->state() == JobState::Done) openListed(job->result().value(QLatin1String("artifact")).toString(), done);
        else done(job->error());
    });
    return job;
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
    TaskShowRequest request;
    request.model = modelPath.toStdString();
    request.calibration.task = task.task.toStdString();
    request.calibration.sampling.tokens = task.tokens;
    request.calibration.sampling.samples = kEvaluationRows;
    request.calibration.sampling.split = "evaluation";
    // Runs name their text by this file.
    const QString name = QFileInfo(task.task).completeBaseName() + QLatin1String("-evaluation.safetensors");
    ask({QStringLiteral("task-show"), jsonObject(request.toJson()), {}, false}, [this, name, done = std::move(done)](const Result<QJsonObject>& shown) {
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
