#pragma once
#include <QJsonArray>
#include <QObject>
#include <functional>

#include "engine/engine_process.h"
#include "models/budget_model.h"
#include "models/project.h"

namespace tacq::ui {

/// What a person can do, as engine jobs whose results land in the project. Knows no widgets.
class Workflow : public QObject {
    Q_OBJECT
public:
    /// How a saliency artifact is opened; tests put a made-up one in its place.
    using SaliencyOpener = std::function<Result<SaliencyPointer>(const std::filesystem::path&)>;
    struct ExportOptions {
        QString source, folder, format;
        bool verify = true, force = false;
    };

    Workflow(Project& project, BudgetModel& budget, EngineProcess& engine, QObject* parent = nullptr);
    void setSaliencyOpener(SaliencyOpener opener) { m_open = std::move(opener); }
    void setTaskEnvironment(TaskEnvironment environment) { m_tasks = std::move(environment); }
    const TaskEnvironment& taskEnvironment() const { return m_tasks; }

    /// Sends any job; `done` is called when it ended well, a failure goes to failed(). What pages need beyond the jobs below.
    EngineJob* submit(JobRequest request, std::function<void(EngineJob&)> done);
    QString workspaceFolder() const;

    static QString samplePath();
    void openModel(const QString& path);
    void loadTasks();
    EngineJob* previewTask(int samples);
    /// Gradients and a simulated quantization of the budget's grid. Gradients that are in the workspace are used again.
    EngineJob* runSaliency();
    EngineJob* quantize();
    /// Perplexity on the task's evaluation split, of the original and of a model made from it.
    void measure(const QStringList& modelFolders);
    EngineJob* exportModel(const ExportOptions& options);

    /// The command behind the next Quantize, for the status line.
    JobRequest quantizeRequest() const;
    JobRequest saliencyRequest() const;
    EngineJob* activeSaliency() const { return m_saliency; }
    EngineJob* activeQuantize() const { return m_quantize; }
    EngineJob* activeExport() const { return m_export; }
    /// The last job on this list that is on its way; for Cancel from anywhere.
    const EngineProcess& engine() const { return m_engine; }

signals:
    void modelOpening(const QString& path);
    void modelOpened();
    void failed(const Error& error, EngineJob* job);
    void previewReady(const QJsonObject& result);
    void exported(const QJsonObject& result, const QString& folder);
    void jobsChanged();

private:
    void openArtifact(const QString& key);
    void finishQuantize(const EngineJob& job, BudgetSettings settings);
    void noteStages(const QJsonObject& result);
    void measureOn(const QString& modelFolder, const QString& tokensFile);
    QString outputFolder() const;

    Project& m_project;
    BudgetModel& m_budget;
    EngineProcess& m_engine;
    SaliencyOpener m_open = openSaliency;
    TaskEnvironment m_tasks;
    EngineJob* m_saliency = nullptr;
    EngineJob* m_quantize = nullptr;
    EngineJob* m_export = nullptr;
};

}  // namespace tacq::ui
