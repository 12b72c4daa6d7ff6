#pragma once
#include <QCoreApplication>
#include <QObject>
#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "models/model/model_summary.h"
#include "models/shared/names.h"
#include "models/saliency/saliency_source.h"
#include "tacq/task/task.h"

namespace tacq::ui {

/// Which text the saliency is taken on.
struct TaskChoice {
    Q_DECLARE_TR_FUNCTIONS(TaskChoice)
public:
    QString task = QStringLiteral("tinystories");
    QString displayName = QStringLiteral("TinyStories");
    int samples = 32;
    int tokens = 128;
    quint64 seed = 0;
    QString packing = QStringLiteral("auto");   ///< how texts become sequences: auto, windows, items, joined
    bool answerOnly = false;                    ///< loss on the answers only; needs examples with an answer
    QString general, generalName;               ///< second text, mixed in; empty: none
    int share = 70;                             ///< percent of the samples that are the task's when there is a second text
    /// What the engine is told: a name, a file, or a mix such as `gsm8k:0.7,tinystories:0.3`.
    QString text() const;
    /// The inverse: a mix of two becomes task, general and share; anything else is the task as it is.
    void setText(const QString& text);
    /// For people: `GSM8K`, or `GSM8K 70 % + TinyStories 30 %`.
    QString title() const;
    bool operator==(const TaskChoice&) const = default;
};

/// A measured loss: exp(mean NLL) and the standard error of the mean NLL.
struct PerplexityFigure {
    double perplexity = 0, meanNll = 0, standardError = 0;
    qint64 tokens = 0, windows = 0;
};

/// A figure measured on a model, in the metric's unit.
struct MeasuredValue {
    double value = 0;
    double error = 0;         ///< standard error of the mean NLL behind a perplexity; 0: not known
    double low = 0, high = 0; ///< its 95 % interval; both 0: not known
    qint64 tokens = 0;        ///< over how many tokens (or items)
    QString text;             ///< over which text
};

/// A quantized model that this window made.
struct QuantizedResult {
    QString folder;                 ///< packed checkpoint
    NameParts parts;                ///< what it is told apart by (settingParts)
    QString task;                   ///< whose weights were kept: a name or a file
    double fraction = 0;
    GridOptions grid;
    quint64 kept = 0, bytes = 0;
    double bits = 0, seconds = 0;
    std::vector<double> squaredErrors;  ///< per linear
    std::optional<PerplexityFigure> perplexity;
};

/// What the window is about: model, task, saliencies, results. Holds values and says when they change; does no work itself.
class Project : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const ModelPointer& model() const { return m_model; }
    void setModel(ModelPointer model);

    const TaskChoice& task() const { return m_task; }
    void setTask(const TaskChoice& task);

    const std::vector<TaskInfo>& tasks() const { return m_tasks; }
    void setTasks(std::vector<TaskInfo> tasks);
    /// What people call the task of this name; nothing where it is none of the list.
    std::optional<QString> taskTitle(const QString& name) const;

    /// The saliency on show: of the wanted grid if it was simulated, else of the nearest one.
    const SaliencyPointer& saliency() const { return m_shown; }
    /// Adds one (or replaces that of the same grid) and shows the one nearest to the wanted grid.
    void addSaliency(SaliencyPointer saliency);
    /// Chooses the saliency nearest to `grid` among those there are.
    void wantGrid(const GridOptions& grid);
    const std::vector<SaliencyPointer>& saliencies() const { return m_saliencies; }

    /// The matrix that the person looks at, on whatever page; −1: none chosen.
    int matrix() const { return m_matrix; }
    void setMatrix(int matrix);

    const std::vector<QuantizedResult>& results() const { return m_results; }
    /// The result in this folder; null if there is none.
    const QuantizedResult* result(const QString& folder) const;
    void addResult(QuantizedResult result);
    /// Results of earlier sessions, in front of this one's; what is there already stays as it is.
    void addEarlier(std::vector<QuantizedResult> results);
    /// Of a result's folder, or of the original by its path. It is the measure `perplexity` too.
    void setPerplexity(const QString& folder, const PerplexityFigure& figure);
    const std::optional<PerplexityFigure>& basePerplexity() const { return m_base; }

    /// Figures by the names of ui/models/metric_registry.h. `folder`: of a result, or the model's path for the original.
    std::optional<MeasuredValue> measure(const QString& folder, const QString& metric) const;
    void setMeasure(const QString& folder, const QString& metric, const MeasuredValue& value);
    /// Takes a figure away from every model: it would be of another text now.
    void dropMeasures(const QString& metric);

    /// Seconds a stage took when it last ran for this model over so many tokens, for "≈ N s" of the present task: time grows with the text.
    void noteStageSeconds(const QString& stage, double seconds, double tokens);
    std::optional<double> stageSeconds(const QString& stage) const;

signals:
    void modelChanged();
    void taskChanged();
    void tasksChanged();
    void saliencyChanged();
    void resultsChanged();
    void matrixChanged(int matrix);
    /// The Circuit page shall compare with this saliency of the workspace.
    void comparisonWanted(const QString& key);

private:
    void clearSaliencies();
    void keepSaliencies();
    void showNearest();
    /// Puts the figures of the text before aside and shows those that are known of the present one.
    void showFiguresOf(const TaskChoice& before);

    using Measures = std::map<QString, std::map<QString, MeasuredValue>>;   ///< by folder, then metric
    struct Figures {
        std::optional<PerplexityFigure> base;
        Measures measures;
        std::map<QString, PerplexityFigure> results;   ///< by folder
    };

    ModelPointer m_model;
    TaskChoice m_task;
    std::vector<TaskInfo> m_tasks;
    std::vector<SaliencyPointer> m_saliencies;
    /// Of task choices before this one, newest last: they come back with their choice (undo, a second look).
    std::vector<std::pair<TaskChoice, std::vector<SaliencyPointer>>> m_earlier;
    SaliencyPointer m_shown;
    int m_matrix = -1;
    GridOptions m_wanted;
    std::vector<QuantizedResult> m_results;
    std::optional<PerplexityFigure> m_base;
    Measures m_measures;
    std::map<std::pair<QString, int>, Figures> m_otherFigures;   ///< of texts before this one, by task and row length; they come back with their text
    std::map<QString, double> m_secondsPerToken;   ///< by stage
};

/// Of a row that was asked for: no longer than the model reads.
double usedTokens(const Project& project, double tokens);
/// 0 for the same grid; a bit of width counts more than any change of group.
double gridDistance(const GridOptions& a, const GridOptions& b);

}  // namespace tacq::ui
