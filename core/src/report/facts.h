#pragma once
// Private to the report: what is known about a run, gathered before a word is written.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/store/run_kind.h"
#include "tacq/store/saliency_artifact.h"
#include "tacq/store/workspace.h"

namespace tacq::report {

/// A measurement as the report shows it.
struct Measure {
    Measurement what;
    std::optional<double> base;             ///< the same measure of the model this one was made from
    bool own = false;                       ///< measured by the run itself, not later on what it made
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
    bool isSaliency() const { return makesSaliency(run.command); }   ///< its artifact is one
};
Result<Facts> gatherFacts(const Workspace& workspace, const RunInfo& run);

/// What `run` measured, then what was measured by any run of the history (oldest first) on what it made, each with the original's value where the same
/// was measured on the model it was made from.
std::vector<Measure> measuresOf(const RunInfo& run, const std::vector<RunInfo>& history);

Json objectOf(const std::string& json);
/// A count that a record may hold: a whole number from 0 to 2^53. Nothing else is one.
std::optional<std::uint64_t> countOf(const Json& object, const char* key);

}  // namespace tacq::report
