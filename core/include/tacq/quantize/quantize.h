#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/model/compute.h"
#include "tacq/numerics/packed.h"
#include "tacq/numerics/selection.h"
#include "tacq/quantize/pass_spec.h"
#include "tacq/task/task.h"

namespace tacq {

/// Round-to-nearest on the min–max grid (no clip search unless asked), kept weights as they are.
Result<PackedLinear> quantizeRtn(const std::string& name, std::span<const float> weight, std::int64_t rows, std::int64_t columns,
                                 const GridOptions& grid, std::span<const std::uint32_t> kept, ClipSearch clipSearch);

struct QuantizeFigures {
    double squaredError = 0;   ///< Σ (W − Ŵ)² over the matrix, Ŵ from the packed truth
    double maxError = 0;
    int dampingTries = 1;      ///< Cholesky attempts
};

/// Masked GPTQ of one matrix. `weight` [rows × columns] float32 (read only), `hessian` [columns × columns] = (2/samples) Σ x xᵀ, float32,
/// full symmetric. `kept`: row-major positions, ascending; their GPTQ-updated values are stored (METHODS trap (a)).
/// NonFinite if weight or Hessian are not finite; Internal if Cholesky never succeeds.
Result<PackedLinear> quantizeGptq(const std::string& name, std::span<const float> weight, std::int64_t rows, std::int64_t columns,
                                  std::span<const float> hessian, const GridOptions& grid, const GptqOptions& options,
                                  std::span<const std::uint32_t> kept, QuantizeFigures* figures = nullptr);

/// Where the time of a pass goes. grid and columns run on all threads at once and are summed over them; the rest is wall-clock.
struct PassSeconds {
    double load = 0;      ///< reading and dequantizing weights
    double forward = 0;   ///< the blocks' own arithmetic on the calibration text
    double hessian = 0;   ///< (2/N) Σ x xᵀ
    double factor = 0;    ///< Cholesky factors and inverses
    double solve = 0;     ///< quantizing matrices, wall-clock: grids and columns below
    double grid = 0;      ///< clip search, thread seconds
    double columns = 0;   ///< column by column with feedback, thread seconds
};

/// One pass over the model, block after block, true-sequential (q,k,v | o | gate,up | down), each linear's input computed once from
/// already quantized predecessors.
struct ModelPass {
    explicit ModelPass(PassSpec what) : spec(std::move(what)) {}
    PassSpec spec;                                ///< what it does; everything below is how it runs
    std::vector<std::vector<std::uint32_t>> kept; ///< the spec.kept positions: per linear, row-major, ascending; empty: nothing kept anywhere
    /// Result of a block that an earlier, killed pass finished; nothing: compute it.
    std::function<Result<std::optional<std::vector<PackedLinear>>>(std::int64_t layer)> resume;
    /// Called once per computed block, in order.
    std::function<Result<void>(std::int64_t layer, const std::vector<PackedLinear>&, const std::vector<QuantizeFigures>&)> sink;
    Stage stage = Stage::Quantize;   ///< Progress.stage: Simulate or Quantize
    PassSeconds* seconds = nullptr;  ///< filled when not null
};
/// Progress: one `tensors` step per linear, detail its name, value its squared error.
/// Peak memory: embeddings + one block + activations of all calibration tokens (tokens × (3·hidden + intermediate) × 4 bytes) + at most
/// three matrices of the largest Hessian's size. Rounding to nearest: one matrix.
/// InvalidArgument if grids or kept do not have one entry per linear, or not spec.kept positions in all; UnsupportedFormat for steps or token weights
/// that this version does not know; else as quantizeGptq, and whatever resume and sink return.
///
/// Example:
///     const auto run = [](std::shared_ptr<const Checkpoint> model, const Calibration& calibration, const Compute& compute) {
///         ModelPass pass(PassSpec::uniform(model->linears().size(), {.bits = 3}));
///         pass.sink = [](std::int64_t layer, const std::vector<PackedLinear>& linears, const std::vector<QuantizeFigures>&) {
///             return writePackedLayer("/tmp/layer-" + std::to_string(layer) + ".safetensors", linears, {});
///         };
///         return quantizeModel(model, calibration, pass, compute, {});
///     };
Result<void> quantizeModel(std::shared_ptr<const Checkpoint> model, const Calibration& calibration, const ModelPass& pass,
                           const Compute& compute, const RunContext& context);

}  // namespace tacq
