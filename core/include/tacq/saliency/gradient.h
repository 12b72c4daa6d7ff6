#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/model/compute.h"
#include "tacq/task/task.h"

namespace tacq {

/// When a block's activations are recomputed in the backward pass instead of kept.
enum class Recompute {
    Auto,    ///< keep the activations of as many late blocks as `activationBytes` allows, recompute the rest
    Always,  ///< one block's activations alive at a time
    Never,
};
enum class LossOn { AllTokens, MaskedTokens };

struct GradientOptions {
    Recompute recompute = Recompute::Auto;
    std::uint64_t activationBytes = 320u << 20;  ///< SmolLM2-135M at 512 tokens: all thirty blocks
    LossOn lossOn = LossOn::AllTokens;       ///< MaskedTokens uses Calibration::lossMask
    double saveEverySeconds = 120;           ///< partial sums go to disk this often, so that a killed run resumes
};

struct GradientFigures {
    double meanNll = 0;                      ///< mean over rows of the row's mean next-token NLL
    std::vector<double> gradientSum;         ///< Σ G per linear, float64
};

/// G = Σ over calibration rows of |∂L_row/∂W| for every quantizable linear, L_row = mean next-token cross-entropy over all tokens of the row
/// (TaCQ, METHODS section 1 point 2). Absolute value per row, then float32 sum, taken inside each linear's backward: no .grad exists.
/// Writes `gradient.safetensors` (F32 [out, in] per linear, and F64 `rows.nll`, the rows' losses) into `folder`; partial sums live there as
/// `partial.safetensors` and are picked up again where model, rows, options and arithmetic are the same. Same inputs and threads give the
/// same bytes, whatever `recompute` says and also after a kill or a cancel (which saves the rows done). bf16: each row's dW is a bf16
/// product accumulated in float32; the sums and the residual stream's gradient are float32.
/// InvalidTask names a row of fewer than 2 tokens, with ids outside the vocabulary or without a token that carries loss. NonFinite names
/// the tensor of a NaN or infinite weight, or the row whose loss is none. Reports `gradient` in samples, value = the row's mean NLL.
/// Peak memory: embeddings and head + one block's weights + G (4 bytes per weight) + activationBytes + tokens × hidden × 4 bytes a block +
/// 64 MiB of logits. Blocks are read from the checkpoint twice a row: for SmolLM2 in Q4_1 2 % of the time, against 425 MB held.
///
/// Example:
///     const auto run = [](std::shared_ptr<const Checkpoint> model, const Calibration& calibration) -> Result<double> {
///         TACQ_TRY(const Compute compute, resolveCompute({.dtype = "f32"}));
///         TACQ_TRY(const GradientFigures figures, accumulateGradients(model, calibration, {}, compute, "/tmp/gradients", {}));
///         return figures.meanNll;
///     };
Result<GradientFigures> accumulateGradients(std::shared_ptr<const Checkpoint> model, const Calibration& calibration, const GradientOptions& options,
                                            const Compute& compute, const std::filesystem::path& folder, const RunContext& context);

}  // namespace tacq
