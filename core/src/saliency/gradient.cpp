#include "tacq/saliency/gradient.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "base/mapped_guard.h"
#include "model/causal_lm.h"
#include "model/torch_guard.h"
#include "saliency/gradient_sums.h"
#include "saliency/loss_head.h"
#include "saliency/loss_rows.h"
#include "saliency/row_pass.h"
#include "tacq/base/hash.h"

namespace tacq {
namespace fs = std::filesystem;
using torch::Tensor;

namespace {

/// Logits of this many bytes exist at once: fewer positions at a time, and reading the head anew for each chunk begins to cost.
constexpr std::uint64_t kLogitsBytes = 64u << 20;
constexpr int kFormatVersion = 1;

/// Name of the first tensor of the block that is not finite; empty if all are.
std::string nonFiniteName(const CausalLm& model, const BlockWeights& weights, std::int64_t layer) {
    const auto bad = [](const Tensor& t) { return !at::isfinite(std::get<0>(at::aminmax(t)) + std::get<1>(at::aminmax(t))).item<bool>(); };
    for (const ModelTensor& tensor : layerTensors(model.config(), layer))
        if (bad(blockTensor(weights, tensor))) return tensor.name;
    return {};
}

Error nonFinite(std::string message, std::string context) {
    return {ErrorCode::NonFinite, std::move(message), std::move(context), "the checkpoint is damaged, or bf16 overflows: try --dtype f32"};
}

/// One run over the rows: owns the sums and the way of a row through the model.
class GradientRun {
public:
    GradientRun(CausalLm& model, const Calibration& calibration, const GradientOptions& options, const RunContext& context)
        : m_model(model), m_calibration(calibration), m_options(options), m_sums(model.checkpoint().linears(), model.device()),
          m_pass(model, {options.recompute, options.activationBytes, Outputs::Drop}, [this](std::int64_t layer) { return checkedBlock(layer); }, context) {}

    GradientSums& sums() { return m_sums; }

    Result<void> addRow(std::size_t row) {
        const auto& tokens = m_calibration.rows[row];
        const Tensor ids = at::tensor(std::vector<std::int64_t>(tokens.begin(), tokens.end()), torch::kInt64).to(m_model.device());
        const Tensor positions = at::tensor(lossPositions(m_calibration, row, m_options.lossOn), torch::kInt64).to(m_model.device());
        TACQ_TRY(const Tensor hidden, m_pass.forward(ids));
        RowLoss loss = lossAndGradient(m_model, hidden.squeeze(0), ids, positions, kLogitsBytes);
        if (!std::isfinite(loss.meanNll)) return nonFinite("the loss of " + rowName(row) + " is not a finite number", m_calibration.taskName);
        TACQ_CHECK(backward(loss.gradient));
        m_sums.begunLayer = -1;
        m_sums.rowNll.push_back(loss.meanNll);
        return {};
    }

private:
    Result<BlockWeights> checkedBlock(std::int64_t layer) {
        TACQ_TRY(BlockWeights weights, m_model.block(layer));
        if (layer < m_checkedLayers) return weights;
        if (auto name = nonFiniteName(m_model, weights, layer); !name.empty()) return nonFinite("the weights hold NaN or infinity", std::move(name));
        m_checkedLayers = layer + 1;
        return weights;
    }

    Result<void> backward(Tensor& gradient) {
        // Where an earlier run was stopped on this row's way back, the layers above are in the sums.
        const std::int64_t added = m_sums.begunLayer >= 0 ? m_sums.begunLayer : m_model.layers();
        const auto sinks = [&](std::int64_t layer, const BlockWeights&) {
            return BlockSinks{[this, layer, added](const LinearGradient& linear) {
                                  if (layer < added) m_sums.add(static_cast<std::size_t>(layer * kLinearKinds) + static_cast<std::size_t>(linear.kind), linear.dy, linear.input);
                              },
                              {}};
        };
        return m_pass.backward(gradient, sinks, [&](std::int64_t layer) { m_sums.begunLayer = std::min(layer, added); });
    }

    CausalLm& m_model;
    const Calibration& m_calibration;
    const GradientOptions& m_options;
    GradientSums m_sums;
    RowPass m_pass;
    std::int64_t m_checkedLayers = 0;
};

/// Everything that decides the bytes of the sums.
Result<std::string> fingerprint(const Checkpoint& checkpoint, const Calibration& calibration, const GradientOptions& options, const Compute& compute) {
    TACQ_TRY(const std::string identity, checkpoint.identity());
    return sha256Hex("gradient " + std::to_string(kFormatVersion) + "\n" + identity + "\n" + calibration.key() + "\n" +
                     (options.lossOn == LossOn::AllTokens ? "all" : "masked") + "\n" + compute.describe());
}

/// A partial sum that cannot be saved costs a resume, not the run.
void savePartial(const GradientSums& sums, const fs::path& file, const std::string& key, const RunContext& context) {
    // Nor are those of a file that is not whole any more: the next run would go on from them.
    if (!checkMappedFiles(Sizes::Ask).ok()) return;
    if (const auto saved = sums.save(file, key); !saved.ok()) context.note(LogLevel::Warning, "partial gradients not saved: " + formatError(saved.error()));
}

Result<void> addAllRows(GradientRun& run, const Calibration& calibration, const GradientOptions& options, const fs::path& partial,
                        const std::string& key, const RunContext& context) {
    using Clock = std::chrono::steady_clock;
    const std::size_t total = calibration.rows.size(), resumed = run.sums().rowNll.size();
    const auto report = [&](std::size_t done) {
        const bool any = done > resumed;
        context.report({Stage::Gradient, done, total, "samples", any ? rowName(done - 1) : "", any ? run.sums().rowNll[done - 1] : 0});
    };
    report(resumed);
    auto saved = Clock::now();
    std::size_t savedRows = resumed;
    for (std::size_t row = resumed; row < total; ++row) {
        if (auto added = run.addRow(row); !added.ok()) {
            if (added.error().code == ErrorCode::Cancelled && (row > savedRows || run.sums().begunLayer >= 0)) savePartial(run.sums(), partial, key, context);
            return added;
        }
        report(row + 1);
        if (row + 1 == total || std::chrono::duration<double>(Clock::now() - saved).count() < options.saveEverySeconds) continue;
        savePartial(run.sums(), partial, key, context);
        saved = Clock::now();
        savedRows = row + 1;
    }
    return {};
}

Result<GradientFigures> finish(const GradientSums& sums, std::span<const LinearInfo> linears, const fs::path& folder, const std::string& key) {
    GradientFigures figures;
    figures.gradientSum = sums.totals();
    for (std::size_t i = 0; i < linears.size(); ++i)
        if (!std::isfinite(figures.gradientSum[i])) return nonFinite("the gradient is not finite", linears[i].name);
    for (const double nll : sums.rowNll) figures.meanNll += nll;
    figures.meanNll /= static_cast<double>(sums.rowNll.size());
    TACQ_CHECK(sums.save(folder / "gradient.safetensors", key));
    std::error_code ec;
    fs::remove(folder / "partial.safetensors", ec);
    return figures;
}

Result<GradientFigures> accumulate(std::shared_ptr<const Checkpoint> checkpoint, const Calibration& calibration, const GradientOptions& options,
                                   const Compute& compute, const fs::path& folder, const RunContext& context) {
    TACQ_CHECK(checkRows(calibration, options.lossOn, checkpoint->config().vocabSize));
    TACQ_TRY(const std::string key, fingerprint(*checkpoint, calibration, options, compute));
    const Residency wanted = chooseGradientResidency(*checkpoint, compute);
    Result<CausalLm> loaded = CausalLm::load(checkpoint, compute, wanted);
    // Other programs may hold a part of the card.
    if (!loaded.ok() && loaded.error().code == ErrorCode::OutOfMemory && wanted == Residency::Resident) loaded = CausalLm::load(checkpoint, compute, Residency::Streamed);
    if (!loaded.ok()) return loaded.error();
    CausalLm model = std::move(loaded).value();
    const torch::NoGradGuard noGrad;
    GradientRun run(model, calibration, options, context);
    if (run.sums().restore(folder / "partial.safetensors", key, calibration.rows.size()))
        context.note(LogLevel::Info, "going on at " + rowName(run.sums().rowNll.size()) + " where an earlier run stopped");
    TACQ_CHECK(addAllRows(run, calibration, options, folder / "partial.safetensors", key, context));
    return finish(run.sums(), checkpoint->linears(), folder, key);
}

}  // namespace

Result<GradientFigures> accumulateGradients(std::shared_ptr<const Checkpoint> model, const Calibration& calibration, const GradientOptions& options,
                                            const Compute& compute, const fs::path& folder, const RunContext& context) {
    return guarded("gradients", [&] { return accumulate(model, calibration, options, compute, folder, context); });
}

}  // namespace tacq
