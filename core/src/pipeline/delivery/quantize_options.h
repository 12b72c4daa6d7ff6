#pragma once
// Private to the pipeline: everything `quantize` can be told.
#include "pipeline/requests/packed_plan.h"
#include "pipeline/stages/stages.h"
#include "tacq/exporting/export.h"

namespace tacq {

struct QuantizeOptions {
    std::string model, out;
    CalibrationRequest calibration;
    GridOptions grid;
    Recipe recipe;
    BudgetRequest budget;
    Method method = Method::Tacq;
    DenseOptions dense;
    ExportFormat format = ExportFormat::HuggingFace;
    std::uint64_t seed = 0;
    bool force = false, verify = true;

    static Result<QuantizeOptions> read(Params& params, const CommandEnvironment& environment);
    /// All that shapes the result, without paths: goes into provenance and the run key.
    Json json() const;
};

/// The key of everything that OUT's bytes depend on.
std::string runKey(const QuantizeOptions& options, const StageInputs& inputs);

}  // namespace tacq
