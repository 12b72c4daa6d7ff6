#include "quantize/block_pass.h"

#include <algorithm>
#include <vector>

#include "quantize/stopwatch.h"

namespace tacq {
namespace {

constexpr std::int64_t kTokensAtOnce = 2048;  // of a batch: bounds the transient tensors of attention and MLP

}  // namespace

Result<void> BlockPass::begin(const Calibration& calibration) {
    const Stopwatch watch(m_seconds.forward);
    std::int64_t tokens = 0;
    for (const auto& row : calibration.rows) {
        const auto length = static_cast<std::int64_t>(row.size());
        if (length == 0) continue;
        if (m_batches.empty() || m_batches.back().length != length || m_batches.back().tokens() + length > kTokensAtOnce)
            m_batches.push_back({tokens, 0, length});
        ++m_batches.back().rows;
        tokens += length;
    }
    if (tokens == 0) return Error{ErrorCode::InvalidTask, "the calibration text has no tokens", {}, "give a task with text, or --method rtn, which needs none"};
    const auto options = torch::TensorOptions().device(m_model.device()).dtype(m_model.type());
    m_hidden = torch::empty({tokens, m_model.config().hiddenSize}, options);
    std::int64_t at = 0;
    for (const auto& row : calibration.rows) {
        if (row.empty()) continue;
        const auto length = static_cast<std::int64_t>(row.size());
        const auto bad = std::find_if(row.begin(), row.end(), [&](std::int32_t id) { return id < 0 || id >= m_model.config().vocabSize; });
        if (bad != row.end())
            return Error{ErrorCode::InvalidTask, "token id " + std::to_string(*bad) + " is not in the model's vocabulary", {}, "tokenize with this model's own tokenizer"};
        const auto ids = torch::tensor(row, torch::kInt32).to(torch::kInt64).to(m_model.device());
        m_hidden.narrow(0, at, length).copy_(m_model.embed(ids.unsqueeze(0)).squeeze(0));
        at += length;
    }
    return {};
}

Result<void> BlockPass::run(std::int64_t layer, BlockWeights& weights, const Quantize& quantize, bool last) {
    for (const Sublayer& sublayer : sublayers()) {
        torch::Tensor mixed;
        {
            TACQ_TRY(const auto normed, normalize(weights.*sublayer.norm));
            TACQ_CHECK(quantize(sublayer.in, normed, weights));
            TACQ_TRY(mixed, mix(sublayer, layer, weights, normed));
        }
        TACQ_CHECK(quantize(std::span(&sublayer.out, 1), mixed, weights));
        if (last && &sublayer == &sublayers().back()) return {};
        TACQ_CHECK(add(sublayer, weights, mixed));
    }
    return {};
}

Result<torch::Tensor> BlockPass::normalize(const torch::Tensor& gain) const {
    if (!gain.defined()) return m_hidden;
    const Stopwatch watch(m_seconds.forward);
    auto normed = torch::empty_like(m_hidden);
    for (const auto& batch : m_batches) {
        TACQ_CHECK(m_context.checkpoint());
        normed.narrow(0, batch.firstToken, batch.tokens()).copy_(m_model.rmsNorm(m_hidden.narrow(0, batch.firstToken, batch.tokens()), gain));
    }
    return normed;
}

Result<torch::Tensor> BlockPass::mix(const Sublayer& sublayer, std::int64_t layer, const BlockWeights& weights, const torch::Tensor& normed) const {
    const Stopwatch watch(m_seconds.forward);
    auto mixed = torch::empty({normed.size(0), weights[sublayer.out].weight.size(1)}, normed.options());
    for (const auto& batch : m_batches) {
        TACQ_CHECK(m_context.checkpoint());
        auto input = normed.narrow(0, batch.firstToken, batch.tokens());
        // Only attention looks at row borders.
        if (sublayer.mix == Sublayer::Mix::Attention) input = input.view({batch.rows, batch.length, -1});
        std::vector<torch::Tensor> projected;
        for (const LinearKind kind : sublayer.in) projected.push_back(applyLinear(kind, input, weights[kind]));
        mixed.narrow(0, batch.firstToken, batch.tokens()).copy_(m_model.mix(sublayer, layer, weights, projected).reshape({batch.tokens(), -1}));
    }
    return mixed;
}

Result<void> BlockPass::add(const Sublayer& sublayer, const BlockWeights& weights, const torch::Tensor& mixed) {
    const Stopwatch watch(m_seconds.forward);
    for (const auto& batch : m_batches) {
        TACQ_CHECK(m_context.checkpoint());
        const auto y = applyLinear(sublayer.out, mixed.narrow(0, batch.firstToken, batch.tokens()), weights[sublayer.out]);
        m_hidden.narrow(0, batch.firstToken, batch.tokens()).add_(m_model.addend(sublayer, weights, y));
    }
    return {};
}

}  // namespace tacq
