#include "work/remote_workspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <utility>

#include "models/model/model_summary_json.h"
#include "models/quantize/evaluation_rows.h"
#include "models/shared/async.h"
#include "models/shared/json_lines.h"
#include "tacq/command/requests.h"
#include "text/window_error.h"

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

RemoteWorkspace::RemoteWorkspace(EngineProcess& engine, JobRunner& runner, QObject* parent)
    : WorkspaceAccess(engine, parent), m_runner(runner), m_cache(std::make_unique<ArtifactCache>(engine)) {}

void RemoteWorkspace::readModel(const QString& path, std::function<void(const ModelPointer&)> done) {
    m_runner.submit({QStringLiteral("inspect"), {{QStringLiteral("model"), path}}, {}, false}, [this, done = std::move(done)](const EngineJob& job) {
        const Result<ModelPointer> summary = summaryFromInspect(job.result());
        if (summary.ok()) done(summary.value());
        else m_runner.tellFailure(summary.error());
    });
}

void RemoteWorkspace::shareTextFile(const QString& path, std::function<void(const QString&)> done) {
    runAsync(this, [path] { return readTextFile(path); },
             [this, path, done = std::move(done)](const Result<QString>& base64) {
                 if (!base64.ok()) return m_runner.tellFailure(base64.error());
                 m_runner.submit({QStringLiteral("put"), upload(QFileInfo(path).fileName(), base64.value()), {}, false},
                                 [done](const EngineJob& job) { done(job.result().value(QLatin1String("path")).toString()); });
             });
}

void RemoteWorkspace::writeTokens(const QString& modelPath, const TaskChoice& task, Done<QString> done) {
    TaskShowRequest request;
    request.model = modelPath.toStdString();
    request.calibration.task = task.task.toStdString();
    request.calibration.sampling.tokens = task.tokens;
    request.calibration.sampling.samples = kEvaluationRows;
    request.calibration.sampling.split = "evaluation";
    // Runs name their text by this file.
    const QString name = QFileInfo(task.task).completeBaseName() + QLatin1String("-evaluation.safetensors");
    m_runner.ask({QStringLiteral("task-show"), jsonObject(request.toJson()), {}, false}, [this, name, done = std::move(done)](const Result<QJsonObject>& shown) {
        if (!shown.ok()) return done(shown.error());
        runAsync(this, [rows = rowsOf(shown.value().value(QLatin1String("samples")).toArray())] { return evaluationRowsFile(rows); },
                 [this, name, done](const Result<QByteArray>& file) {
                     if (!file.ok()) return done(file.error());
                     m_runner.ask({QStringLiteral("put"), upload(name, QString::fromLatin1(file.value().toBase64())), {}, false},
                                  [done](const Result<QJsonObject>& put) {
                                      if (put.ok()) done(put.value().value(QLatin1String("path")).toString());
                                      else done(put.error());
                                  });
                 });
    });
}

void RemoteWorkspace::askForRuns(Done<QJsonArray> done) {
    m_runner.ask({QStringLiteral("runs-list"), {{QStringLiteral("results"), true}}, {}, false}, [done = std::move(done)](const Result<QJsonObject>& listed) {
        if (listed.ok()) done(listed.value().value(QLatin1String("runs")).toArray());
        else done(listed.error());
    });
}

void RemoteWorkspace::listRuns(Done<std::vector<RunRecord>> done) {
    askForRuns([this, done = std::move(done)](Result<QJsonArray> runs) {
        if (!runs.ok()) return done(runs.error());
        runAsync(this, [runs = std::move(runs).value()]() -> Result<std::vector<RunRecord>> { return runRecordsFrom(runs); }, done);
    });
}

void RemoteWorkspace::measuredRuns(const std::string& modelIdentity, const std::string& task, Done<MeasuredRuns> done) {
    askForRuns([this, modelIdentity, task, done = std::move(done)](Result<QJsonArray> runs) {
        if (!runs.ok()) return done(runs.error());
        runAsync(this,
                 [runs = std::move(runs).value(), modelIdentity, task]() -> Result<MeasuredRuns> {
                     std::vector<RunInfo> infos;
                     for (const QJsonValue& run : runs) infos.push_back(runFromJson(run.toObject()));
                     return tacq::measuredRuns(infos, modelIdentity, task);
                 },
                 done);
    });
}

void RemoteWorkspace::findFigures(std::vector<FigureWish> wishes, FiguresDone done) {
    // Another computer's texts lie in files without a name of their own: no run can be known by them.
    done(std::vector<std::optional<QJsonObject>>(wishes.size()));
}

void RemoteWorkspace::listSaliencies(const SaliencyPointer& like, Done<std::vector<SaliencyEntry>> done) {
    // To look at a page is no reason to call a computer that has gone away.
    if (engine().state() != EngineProcess::State::Ready) return done(std::vector<SaliencyEntry>());
    const QJsonObject params{{QStringLiteral("kind"), QStringLiteral("saliency")}, {QStringLiteral("meta"), true}, {QStringLiteral("modelIdentity"), QString::fromStdString(like->meta().modelIdentity)}};
    m_runner.ask({QStringLiteral("workspace-info"), params, {}, false}, [this, like, done = std::move(done)](const Result<QJsonObject>& answer) {
        if (!answer.ok()) return done(answer.error());
        runAsync(this, [list = answer.value().value(QLatin1String("list")).toArray(), like] { return Result<std::vector<SaliencyEntry>>(ui::listSaliencies(list, like->meta())); }, done);
    });
}

void RemoteWorkspace::openSaliency(const QString& key, const ModelPointer& model, Done<SaliencyPointer> done) {
    if (!model) return done(windowError(ErrorCode::NotFound, WindowErrors::tr("no model is open"), {}, WindowErrors::tr("open the model again")));
    m_cache->bring(key, sketchParts(model->linears.size()), tr("Fetching the sketch"), [this, key, done = std::move(done)](const Result<QString>& folder) {
        emit m_runner.jobsChanged();
        if (!folder.ok()) return done(folder.error());
        runAsync(this, [folder = folder.value(), link = linkTo(key)] { return openRemoteSaliency(folder.toStdString(), link); },
                 [this, key, done](Result<SaliencyPointer> saliency) {
                     // What is damaged must not be used again. An empty name would be the folder this program runs in.
                     if (!saliency.ok() && saliency.error().code == ErrorCode::InvalidFile)
                         if (const QString damaged = m_cache->folderOf(key); !damaged.isEmpty()) QDir(damaged).removeRecursively();
                     done(std::move(saliency));
                 });
    });
    emit m_runner.jobsChanged();
}

SaliencyLink RemoteWorkspace::linkTo(const QString& key) {
    SaliencyLink link;
    const QPointer<ArtifactCache> cache(m_cache.get());
    link.bringMatrix = [cache, key, runner = QPointer<JobRunner>(&m_runner)](std::size_t matrix, const std::function<void(Result<void>)>& done) {
        if (!cache) return done(windowError(ErrorCode::EngineLost, WindowErrors::tr("the engine went away")));
        cache->bring(key, {QString::fromStdString(SaliencyArtifact::matrixFile(matrix))}, {}, [runner, done](const Result<QString>& folder) {
            if (folder.ok()) return done({});
            // After a lost connection the job is sent again, and this is called again.
            if (folder.error().code == ErrorCode::EngineLost) return;
            if (runner) runner->tellFailure(folder.error());
            done(folder.error());
        });
    };
    link.bringRows = [cache, key](const QString& part, const std::function<void(Result<QByteArray>)>& done) {
        if (cache) cache->bringRows(key, part, done);
        else done(windowError(ErrorCode::EngineLost, WindowErrors::tr("the engine went away")));
    };
    return link;
}

}  // namespace tacq::ui
