#pragma once
// Private to the report: what is known about a run, gathered before a word is written.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/store/saliency_artifact.h"
#include "tacq/store/workspace.h"

namespace tacq::report {

/// A measured value with its 95 % interval where one is known.
struct Measure {
    std::string name, text;                 ///< `perplexity`; what it was taken over
    double value = 0;
    std::optional<double> low, high;
    std::string items;                      ///< `1,240 tokens`; plain text
    std::optional<double> base;             ///< the same measure of the model this one was made from
    std::int64_t run = 0;                   ///< where it was measured
    std::string subject;                    ///< folder it was measured on; empty: the run's own
};

/// One quantizable matrix: what the saliency knows about it and what the run made of it.
struct Matrix {
    std::string name;
    std::int64_t layer = -1;                ///< −1: shape not known
    LinearKind kind = LinearKind::Query;
    std::int64_t rows = 0, columns = 0;
    std::optional<double> gradient, delta, score, scoreMax;  ///< mean Σ|∂L/∂W|, RMS of W − Ŵ, mean and largest |G·(W − Ŵ)·W|
    std::optional<std::uint64_t> kept;
    std::optional<double> squaredError;     ///< Σ (W − Q(W))² of what was written
    std::optional<int> bits;
    std::optional<double> keptShare() const;
};

struct Facts {
    RunInfo run;
    Json options, result;                   ///< objects; empty where the run has none
    std::vector<Matrix> matrices;           ///< model order
    std::string saliencyKey;                ///< of the saliency the matrices' figures come from
    std::string noFigures;                  ///< why gradient, ΔW and score are not there; empty when they are
    std::optional<SaliencyMeta> saliency;
    std::optional<std::uint64_t> originalBytes;  ///< all tensors of the model as it lies at the run's path
    std::vector<Measure> measures;
    bool isQuantize() const { return run.command == "quantize"; }
    bool isSaliency() const { return run.command == "saliency" || run.command == "circuit-score"; }   ///< its artifact is one
};
Result<Facts> gatherFacts(const Workspace& workspace, const RunInfo& run);

/// Values measured by `run` itself (perplexity, compare, evaluate): from its result.
std::vector<Measure> measuresIn(const RunInfo& run, const Json& options, const Json& result);
/// What was measured, by any run of the history (oldest first), on what `run` wrote while it still lay there; each with the original's value
/// where the same was measured on the model it was made from. The history needs no results: `whole` reads the few that matter.
Result<std::vector<Measure>> measuresOn(const RunInfo& run, const std::vector<RunInfo>& history, const std::function<Result<RunInfo>(const RunInfo&)>& whole);

Json objectOf(const std::string& json);
/// A count that a record may hold: a whole number from 0 to 2^53. Nothing else is one.
std::optional<std::uint64_t> countOf(const Json& object, const char* key);

}  // namespace tacq::report
