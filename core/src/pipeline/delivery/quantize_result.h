#pragma once
// Private to the pipeline: what `quantize` says about its result, and what OUT carries of it.
#include "pipeline/delivery/delivery.h"
#include "pipeline/delivery/quantize_options.h"
#include "pipeline/stages/circuit.h"

namespace tacq {

/// What came out of the stages.
struct QuantizeOutcome {
    std::string runKey;
    Upstream upstream;
    Circuit circuit;
    std::vector<GridOptions> grids;      ///< per linear
    std::string quantizedKey;
    std::vector<double> squaredErrors;   ///< per linear
    std::optional<double> firstOrder;    ///< TaCQ only
    Json steps = Json::array();          ///< what followed the pass, stepsOf()
};

/// The lasting part of the result object: figures that depend on inputs and options alone.
Json resultJson(const QuantizeOptions& options, const StageInputs& inputs, const QuantizeOutcome& outcome);
CardFacts cardFacts(const QuantizeOptions& options, const StageInputs& inputs, const QuantizeOutcome& outcome);
/// tacq.json: no time, no path, so that the same run gives the same bytes.
Json provenanceJson(const QuantizeOptions& options, const StageInputs& inputs, const QuantizeOutcome& outcome);

}  // namespace tacq
