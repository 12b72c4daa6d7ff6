#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "tacq/store/workspace.h"

namespace tacq::ui {

/// A run of the workspace with its JSON read, and the figures that a table of runs shows. Figures that a run does not have are NaN.
struct RunRecord {
    RunInfo info;
    QJsonObject options, result;   ///< the result without its list of tensors
    double bits = std::numeric_limits<double>::quiet_NaN();        ///< per quantizable weight where it is known, else the width asked for
    double kept = std::numeric_limits<double>::quiet_NaN();        ///< weights in 16 bit
    double bytes = std::numeric_limits<double>::quiet_NaN();       ///< of all tensors of the model made
    double perplexity = std::numeric_limits<double>::quiet_NaN();  ///< exp(mean NLL) on the text named below
    double seconds = std::numeric_limits<double>::quiet_NaN();
    QString perplexityText;
    QString quantization;          ///< how, whatever the task and the text: width, share kept, groups, score; empty where nothing was quantized
    bool modelThere = false, outThere = false;   ///< looked at when the run was read

    QString option(const char* key) const { return options.value(QLatin1String(key)).toString(); }
    QString modelPath() const;   ///< as its options say; a score is asked for by its saliency, so its result does
    bool isQuantize() const { return info.command == "quantize"; }
    bool isDone() const { return info.state == "done"; }
    /// Key of the saliency behind it; empty where there is none.
    QString saliencyKey() const;
    /// Two runs can have their circuits compared when these are equal (and not empty).
    QString modelMark() const;
    QString tags() const;   ///< between commas
    bool canOpen() const { return isDone() && modelThere && !saliencyKey().isEmpty() && (!isQuantize() || outThere); }
};

RunRecord makeRunRecord(RunInfo run);
/// From the engine's answer to `runs-list` with results. Whether model and output are there is the engine's to say: they count as there.
RunInfo runFromJson(const QJsonObject& run);
std::vector<RunRecord> runRecordsFrom(const QJsonArray& runs);
/// All runs of the workspace in `folder`, newest first; none where no workspace lies. Reads files: not for the GUI thread.
Result<std::vector<RunRecord>> loadRuns(const QString& folder);

/// A figure with its 95 % interval, where the run knows one.
struct RunFigure {
    QString name, text;   ///< what was measured; over which text
    double value = 0;
    std::optional<double> low, high;
};
/// Everything measured in or noted for a run. Intervals: as the measurement has it; of an old engine's figures those of the mean NLL.
std::vector<RunFigure> figuresOf(const RunRecord& run);

/// One plain member of a run's JSON: `option`, `metric` or `result`, its dotted name, its value.
struct RunField {
    enum class Part { Run, Option, Metric, Result };
    Part part = Part::Run;
    QString name;
    QJsonValue value;
};
/// Nested members as `a.b`, lists left out.
std::vector<RunField> fieldsOf(const RunRecord& run);

}  // namespace tacq::ui
