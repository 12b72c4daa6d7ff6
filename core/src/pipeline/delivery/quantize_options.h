#pragma once
// Private to the pipeline: a `quantize` request as the engine takes it.
#include <optional>

#include "pipeline/requests/packed_plan.h"
#include "pipeline/stages/stages.h"
#include "tacq/budget/tuning.h"
#include "tacq/formats/exporter.h"

namespace tacq {

struct QuantizeOptions : QuantizeRequest {
    const Exporter* target = nullptr;  ///< what `format` names
    std::optional<TuningOptions> tuning;  ///< of `steps`, where it does something

    static Result<QuantizeOptions> read(Params& params, const CommandEnvironment& environment);
    /// All that shapes the result, without paths: goes into provenance and the run key.
    Json json() const;
};

/// The key of everything that OUT's bytes depend on.
std::string runKey(const QuantizeOptions& options, const StageInputs& inputs);

}  // namespace tacq
