#pragma once
#include <QObject>
#include <QPointer>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "models/quantize/metric_registry.h"
#include "tacq/base/error.h"
#include "work/job_runner.h"
#include "work/workspace_access.h"

namespace tacq::ui {

/// Measures models: asks the engine for each figure of the metric registry, one job after another, and puts the answers into the project. The
/// evaluation texts are written once; the original and all models made from it are measured on exactly these tokens.
class Measurements : public QObject {
    Q_OBJECT
public:
    /// `workspace`: the one at hand, asked anew each time.
    Measurements(Project& project, JobRunner& runner, std::function<WorkspaceAccess&()> workspace, QObject* parent);

    const std::vector<Metric>& metrics() const { return m_metrics; }
    void setMetrics(std::vector<Metric> metrics);

    /// Asks for every figure that neither the project nor a run of the workspace has of this model, those of the original first. `asked` is called when
    /// the jobs are on their way (or there are none).
    void measureMissing(const QString& folder, std::function<void()> asked = {});
    /// Asks again for one metric, or for all of them (empty name).
    void measureAgain(const QString& folder, const QString& metric);

    /// Puts what runs of the workspace measured of these models, and of the original, into the project; starts no job.
    void recall(const std::vector<QString>& folders);

    /// The text that no model was made for: what was lost elsewhere shows there. A task's name; empty: none is there.
    QString guard() const;
    void setGuard(const QString& task);
    /// Tasks whose text could be the guard, with the default one first.
    std::vector<TaskInfo> guards() const;
    QString guardTitle() const;

    /// On its way for this model and metric, or ended without a figure; null: never asked.
    EngineJob* jobFor(const QString& folder, const QString& metric) const;

signals:
    void changed();   ///< jobs or guard
    void metricsChanged();

private:
    struct Ask {
        QString folder, jobKey;
    };
    /// What a round of measuring is about. It ends when the person chose something else meanwhile.
    struct Texts {
        ModelPointer model;
        TaskChoice choice;
        QString guardTask;
        QString task, guard;   ///< files of token rows; empty where they are not wanted or could not be written
        std::optional<Error> guardError;   ///< why the guard's could not; for whoever asked to tell
    };
    bool isCurrent(const Texts& texts) const;
    std::vector<Ask> missing(const QString& folder, const std::function<bool(const Metric&)>& wanted, bool again) const;
    enum class Source { RunsFirst, JobsOnly };
    void ask(std::vector<Ask> asks, Source source, std::function<void()> asked);
    /// Writes the texts of the present task and of its guard as token rows.
    void withTexts(bool guarded, std::function<void(const Result<Texts>&)> go);
    /// Puts those of the figures into the project that runs of the workspace have; `then` is called with the others.
    void takeKnown(std::vector<Ask> asks, const Texts& texts, std::function<void(std::vector<Ask>)> then);
    const Metric* metricOf(const Ask& ask) const;
    QJsonObject paramsOf(const Ask& ask, const Metric& metric, const Texts& texts) const;
    /// Every figure of the ask's job.
    void noteAll(const Ask& ask, const QJsonObject& answer, const QString& text);
    void submit(const Ask& ask, const Texts& texts);
    void note(const QString& folder, const Metric& metric, const QJsonObject& answer, const QString& text);
    QString jobTitle(const Metric& metric, bool original) const;
    bool isOriginal(const QString& folder) const;

    Project& m_project;
    JobRunner& m_runner;
    std::function<WorkspaceAccess&()> m_workspace;
    std::vector<Metric> m_metrics;
    QString m_guard;
    std::map<std::pair<QString, QString>, EngineJob*> m_jobs;   ///< by folder and job key
};

}  // namespace tacq::ui
