#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tacq/budget/predict.h"
#include "tacq/store/workspace.h"

namespace tacq {

/// A quantize run of a workspace whose packed result was measured on a text.
struct MeasuredRun {
    std::int64_t run = 0;
    double bits = 0;                   ///< per quantizable weight
    std::uint64_t bytes = 0;           ///< of all files
    double loss = 0, standardError = 0;  ///< mean negative log-likelihood per token, nats; its standard error (0: not recorded)
    std::optional<double> firstOrder;  ///< nothing where a recipe or another method chose the widths
    std::string optionsJson, started;
};

/// The measured runs of one model and task, all on the same text: the task's own where at least two were, else the one that most were measured on.
struct MeasuredRuns {
    std::string text;                  ///< name of the text, as in Measurement::text
    std::vector<MeasuredRun> runs;     ///< oldest first; of runs with equal options the newest
    std::optional<MeasuredRun> original;  ///< the model before it was made smaller, on the same text (bits and bytes are 0)
    std::vector<MeasuredPoint> points() const;  ///< of the runs that have a first-order loss
};

/// `newestFirst`: as Workspace::runs() gives them. Runs whose record is not understood are left out.
MeasuredRuns measuredRuns(const std::vector<RunInfo>& newestFirst, const std::string& modelIdentity, const std::string& taskName);
/// The same of a workspace: only the results of this task's measured runs are read.
Result<MeasuredRuns> measuredRuns(const Workspace& workspace, const std::string& modelIdentity, const std::string& taskName);

}  // namespace tacq
