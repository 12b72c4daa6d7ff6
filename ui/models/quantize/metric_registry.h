#pragma once
#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

#include "models/shared/project.h"

namespace tacq::ui {

/// Over which text a figure is taken: the task's evaluation text, or another one that shows what was lost elsewhere.
enum class MeasureText { Task, Guard };

/// A figure that models are measured by, and how the engine is asked for it.
struct Metric {
    QString name;      ///< key in Project: `perplexity`, `guardPerplexity`, `klMean`, …
    QString title, toolTip;
    QString unit;      ///< empty: none
    bool lowerIsBetter = true;
    QString method;    ///< the engine's command: `perplexity`, `compare`, `evaluate`
    QString field;     ///< of its answer; for `evaluate` the metric's name
    MeasureText text = MeasureText::Task;
    bool ofOriginal = true;   ///< false: it compares a model with the original

    /// Metrics with the same key come out of one job.
    QString jobKey() const;
};

/// Every figure the window knows to ask for. One place: a page shows what stands here.
class MetricRegistry {
    Q_DECLARE_TR_FUNCTIONS(MetricRegistry)
public:
    /// Perplexity on the task, on the other text, KL divergence (mean, 99th percentile) and top-1 agreement.
    static std::vector<Metric> known();
    /// known(), and what else the engine says it measures, asked for by `evaluate`. `theirs`: name, title, toolTip, lowerIsBetter and ofOriginal are used.
    static std::vector<Metric> withTheirs(const std::vector<Metric>& theirs);
    /// Parameters of the job that measures `model`.
    static QJsonObject params(const Metric& metric, const QString& model, const QString& original, const QString& tokensFile);
    /// The figure in the job's answer; nothing where it is missing.
    static std::optional<MeasuredValue> read(const Metric& metric, const QJsonObject& answer);
    /// `6.10 ± 0.12`, `0.031`, `93.1 %`
    static QString valueText(const Metric& metric, const MeasuredValue& value);
    /// Is less of this figure better? By the name it has in runs (`klMean`, `perplexity:some text`); nothing where neither is.
    static std::optional<bool> lowerIsBetter(const QString& figure);
};

}  // namespace tacq::ui
