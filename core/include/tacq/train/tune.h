#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/budget/tuning.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/model/compute.h"
#include "tacq/numerics/packed.h"
#include "tacq/saliency/gradient.h"
#include "tacq/task/task.h"

namespace tacq {

/// Linear i of a packed model, in model order.
using PackedSource = std::function<Result<PackedLinear>(std::size_t)>;

/// What is trained and measured on.
struct TuneText {
    const Calibration& calibration;
    LossOn lossOn = LossOn::AllTokens;           ///< MaskedTokens: the answers of rows that have a mask
    const Calibration* offTask = nullptr;        ///< rows of another text, measured beside it; may be null
    std::uint64_t seed = 0;                      ///< decides which rows are held out, and the order of the others
};

/// How a run goes about it; none of this changes a byte of the result.
struct TuneRun {
    std::uint64_t activationBytes = 384u << 20;  ///< tapes kept between a row's way forward and back; SmolLM2-135M at 512 tokens: all thirty blocks
    std::filesystem::path stateFile;             ///< after every epoch the state goes there and is taken up again; empty: nowhere
    std::string fingerprint;                     ///< names everything that the result depends on: only a state of the same is taken up
};

/// Of a text: the mean distance from the float model (KL divergence) and the mean loss of the text itself, both in nats a token.
struct TextLoss {
    double kl = 0, nll = 0;
};
struct TuneEpoch {
    double train = 0;                  ///< mean KL of the rows trained on, as they came by
    TextLoss heldOut;                  ///< of the rows held out, after the epoch, on the values as they would be stored
    TextLoss offTask;                  ///< likewise of the other text; 0 where there is none
    double seconds = 0;
};

/// New values, float32 but exactly as stored; in the order that the packed linear has.
struct TunedValues {
    struct Dense {
        std::string name;
        TensorType type = TensorType::F32;  ///< as the checkpoint stores it, F16 where it is quantized there: no byte is added
        std::vector<float> values;     ///< as the checkpoint's tensor has them
    };
    std::vector<std::vector<float>> scales, kept;  ///< per linear; empty where they stay
    std::vector<Dense> dense;          ///< norm gains and biases
};

enum class TuneEnd {
    AllEpochs,
    Early,      ///< the held-out loss rose for `patience` epochs while the training loss fell
    Diverged,   ///< a loss was no number, or twice what it was at the start
};
std::string_view tuneEndName(TuneEnd end);  ///< `all-epochs`, `early`, `diverged`

struct TuneResult {
    TextLoss heldOutBefore, offTaskBefore;
    std::vector<TuneEpoch> epochs;
    std::int64_t best = 0;             ///< the epoch whose values are kept (from 1); 0: none was better, everything stays as it was
    TuneEnd end = TuneEnd::AllEpochs;
    std::vector<std::size_t> heldOutRows;  ///< of the calibration, ascending
    std::int64_t scales = 0, kept = 0, gains = 0, biases = 0;  ///< how many numbers were trained
    TunedValues values;                ///< of the best epoch; nothing in it where that is 0
};

/// Circuit tuning of a packed model (METHODS section 7): scales, kept values, norm gains and biases are trained to bring its logits to those of `model`
/// in float, KL(p_float ‖ p) averaged over the tokens of the rows; codes and zero points stay. AdamW, rates relative to each tensor's mean magnitude.
/// Every validation runs on values as they would be stored. The epoch with the least NLL on the rows held out is what comes back, and epoch 0 is one of them:
/// by its NLL and not by KL, because the pass before was calibrated on those rows too, so that their KL at the start is that of text it has seen.
///
/// One block's weights exist at a time; tapes are kept within `activationBytes`, else recorded again. No gradient of the model exists, only those of
/// what is trained. Peak memory: embeddings and head + packed codes + one block + 16 bytes a trained number + tapes + float hidden states
/// (tokens × hidden × 4 bytes) + 48 MiB of logits. Same inputs, threads and machine give the same bytes, also after a kill or a cancel (from the last epoch that was finished).
///
/// InvalidTask: fewer than three rows, or as accumulateGradients(). Reports `tune`: rows done of all epochs, detail `epoch 2, row 3` and its loss; after each
/// epoch detail `epoch 2, held out` and that loss. Warns in words where the held-out loss did not fall, turned, or was no number.
Result<TuneResult> tuneCircuit(std::shared_ptr<const Checkpoint> model, const PackedSource& linears, const TuneText& text, const TuningOptions& options,
                               const TuneRun& run, const Compute& compute, const RunContext& context);

}  // namespace tacq
