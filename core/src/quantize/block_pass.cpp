#include "quantize/block_pass.h"

#include <algorithm>
#include <array>

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
    static constexpr std::array kAttentionIn{LinearKind::Query, LinearKind::Key, LinearKind::Value};
    static constexpr std::array kAttentionOut{LinearKind::Output};
    static constexpr std::array kMlpIn{LinearKind::Gate, LinearKind::Up};
    static constexpr std::array kMlpOut{LinearKind::Down};
    {
        TACQ_TRY(const auto normed, normalize(weights.inputNorm));
        TACQ_CHECK(quantize(kAttentionIn, normed, weights));
        TACQ_TRY(const auto mixed, attend(layer, weights, normed));
        TACQ_CHECK(quantize(kAttentionOut, mixed, weights));
        TACQ_CHECK(addLinear(mixed, LinearKind::Output, weights));
    }
    torch::Tensor product;
    {
        TACQ_TRY(const auto normed, normalize(weights.postAttentionNorm));
        TACQ_CHECK(quantize(kMlpIn, normed, weights));
        TACQ_TRY(product, gate(weights, normed));
    }
    TACQ_CHECK(quantize(kMlpOut, product, weights));
    if (last) return {};
    return addLinear(product, LinearKind::Down, weights);
}

Result<torch::Tensor> BlockPass::normalize(const torch::Tensor& gain) const {
    const Stopwatch watch(m_seconds.forward);
    auto normed = torch::empty_like(m_hidden);
    for (const auto& batch : m_batches) {
        TACQ_CHECK(m_context.checkpoint());
        normed.narrow(0, batch.firstToken, batch.tokens()).copy_(m_model.rmsNorm(m_hidden.narrow(0, batch.firstToken, batch.tokens()), gain));
    }
    return normed;
}

Result<torch::Tensor> BlockPass::attend(std::int64_t layer, const BlockWeights& weights, const torch::Tensor& normed) const {
    const Stopwatch watch(m_seconds.forward);
    const auto& config = m_model.config();
    auto mixed = torch::empty({normed.size(0), config.heads * config.headDim}, normed.options());
    for (const auto& batch : m_batches) {
        TACQ_CHECK(m_context.checkpoint());
        const auto input = normed.narrow(0, batch.firstToken, batch.tokens()).view({batch.rows, batch.length, -1});
        const auto project = [&](LinearKind kind) { return applyLinear(kind, input, weights[kind]); };
        const auto out = m_model.attention(layer, weights, project(LinearKind::Query), project(LinearKind::Key), project(LinearKind::Value));
        mixed.narrow(0, batch.firstToken, batch.tokens()).copy_(out.reshape({batch.tokens(), -1}));
    }
    return mixed;
}

Result<torch::Tensor> BlockPass::gate(const BlockWeights& weights, const torch::Tensor& normed) const {
    const Stopwatch watch(m_seconds.forward);
    auto product = torch::empty({normed.size(0), m_model.config().intermediateSize}, normed.options());
    for (const auto& batch : m_batches) {
        TACQ_CHECK(m_context.checkpoint());
        const auto input = normed.narrow(0, batch.firstToken, batch.tokens());
        const auto out = CausalLm::gatedProduct(applyLinear(LinearKind::Gate, input, weights[LinearKind::Gate]),
                                                applyLinear(LinearKind::Up, input, weights[LinearKind::Up]));
        product.narrow(0, batch.firstToken, batch.tokens()).copy_(out);
    }
    return product;
}

Result<void> BlockPass::addLinear(const torch::Tensor& input, LinearKind kind, const BlockWeights& weights) {
    const Stopwatch watch(m_seconds.forward);
    for (const auto& batch : m_batches) {
        TACQ_CHECK(m_context.checkpoint());
        m_hidden.narrow(0, batch.firstToken, batch.tokens())
            .add_(applyLinear(kind, input.narrow(0, batch.firstToken, batch.tokens()), weights[kind]));
    }
    return {};
}

}  // namespace tacq
