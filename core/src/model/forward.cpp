#include <algorithm>
#include <cmath>

#include "checkpoint/config/family.h"
#include "model/causal_lm.h"
#include "model/position_cache.h"

namespace tacq {
namespace {

constexpr std::int64_t kLogitBytes = 25'000'000;  // one chunk of float32 logits in tokenNll; its log-softmax is as large again

/// Appends to a view of a store that grows by doubling; returns the longer view.
torch::Tensor append(torch::Tensor& store, const torch::Tensor& view, const torch::Tensor& fresh, std::int64_t past) {
    const std::int64_t total = past + fresh.size(2);
    if (!store.defined() || store.size(2) < total) {
        const std::int64_t capacity = std::max<std::int64_t>(total, 2 * past);
        auto larger = torch::empty({fresh.size(0), fresh.size(1), capacity, fresh.size(3)}, fresh.options());
        if (past > 0) larger.narrow(2, 0, past).copy_(view);
        store = larger;
    }
    store.narrow(2, past, fresh.size(2)).copy_(fresh);
    return store.narrow(2, 0, total);
}

void appendToCache(KeyValueCache& cache, std::size_t layer, std::size_t layers, torch::Tensor& key, torch::Tensor& value) {
    for (auto* list : {&cache.key, &cache.value, &cache.keyStore, &cache.valueStore}) list->resize(layers);
    cache.key[layer] = append(cache.keyStore[layer], cache.key[layer], key, cache.length);
    cache.value[layer] = append(cache.valueStore[layer], cache.value[layer], value, cache.length);
    key = cache.key[layer];
    value = cache.value[layer];
}

}  // namespace

torch::Tensor applyLinear(LinearKind, const torch::Tensor& input, const LinearWeights& weights) {
    return torch::linear(input, weights.weight, weights.bias);
}

std::span<const Sublayer> sublayers() {
    static constexpr std::array kAttentionIn{LinearKind::Query, LinearKind::Key, LinearKind::Value};
    static constexpr std::array kMlpIn{LinearKind::Gate, LinearKind::Up};
    static const std::array<Sublayer, 2> both{{
        {Sublayer::Mix::Attention, kAttentionIn, LinearKind::Output, &BlockWeights::attentionNorm, &BlockWeights::attentionOutNorm},
        {Sublayer::Mix::GatedMlp, kMlpIn, LinearKind::Down, &BlockWeights::mlpNorm, &BlockWeights::mlpOutNorm},
    }};
    return both;
}

torch::Tensor CausalLm::embed(const torch::Tensor& ids) const {
    auto x = torch::embedding(m_embedding, ids);
    return config().embeddingMultiplier == 1 ? x : x * config().embeddingMultiplier;
}

torch::Tensor CausalLm::rmsNorm(const torch::Tensor& x, const torch::Tensor& gain) const {
    const auto wide = x.to(torch::kFloat32);
    const auto scale = torch::rsqrt(wide.square().mean(-1, true) + config().rmsNormEpsilon);
    return gain * (wide * scale).to(m_type);
}

torch::Tensor CausalLm::normIfAny(const torch::Tensor& x, const torch::Tensor& gain) const { return gain.defined() ? rmsNorm(x, gain) : x; }

torch::Tensor CausalLm::activate(const torch::Tensor& gate) const {
    return config().activation == Activation::Silu ? torch::silu(gate) : torch::gelu(gate, "tanh");
}

torch::Tensor CausalLm::mix(const Sublayer& sublayer, std::int64_t layer, const BlockWeights& weights, std::span<const torch::Tensor> projected,
                            KeyValueCache* cache) const {
    if (sublayer.mix == Sublayer::Mix::GatedMlp) return activate(projected[0]) * projected[1];
    return attention(layer, weights, projected[0], projected[1], projected[2], cache);
}

torch::Tensor CausalLm::addend(const Sublayer& sublayer, const BlockWeights& weights, const torch::Tensor& y) const {
    const auto normed = normIfAny(y, weights.*sublayer.outNorm);
    return config().residualMultiplier == 1 ? normed : normed * config().residualMultiplier;
}

/// heads [B, T, n, d]; dimension i pairs with i + d/2 (Hugging Face order).
torch::Tensor CausalLm::rotate(const torch::Tensor& heads, std::int64_t start) const {
    const auto rows = m_positions->rope(start, heads.size(1));
    const auto cosine = rows.cosine.unsqueeze(1), sine = rows.sine.unsqueeze(1);
    const auto halves = heads.chunk(2, -1);
    return torch::cat({halves[0] * cosine - halves[1] * sine, halves[1] * cosine + halves[0] * sine}, -1);
}

torch::Tensor CausalLm::attention(std::int64_t layer, const BlockWeights& weights, const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                                  KeyValueCache* cache) const {
    const ModelConfig& c = config();
    const std::int64_t batch = q.size(0), tokens = q.size(1), past = cache ? cache->length : 0;
    const bool wide = c.queryKeyNorm == QueryKeyNorm::FullWidth;
    auto query = (wide ? normIfAny(q, weights.queryNorm) : q).view({batch, tokens, c.heads, c.headDim});
    auto key = (wide ? normIfAny(k, weights.keyNorm) : k).view({batch, tokens, c.keyValueHeads, c.headDim});
    if (!wide) {
        query = normIfAny(query, weights.queryNorm);
        key = normIfAny(key, weights.keyNorm);
    }
    if (rotates(c, layer)) {
        query = rotate(query, past);
        key = rotate(key, past);
    }
    // Transposed views: the fused kernel takes strides, a copy would only cost memory.
    query = query.transpose(1, 2);
    key = key.transpose(1, 2);
    auto value = v.view({batch, tokens, c.keyValueHeads, c.headDim}).transpose(1, 2);
    if (cache) appendToCache(*cache, static_cast<std::size_t>(layer), static_cast<std::size_t>(c.layers), key, value);

    std::int64_t window = c.slidingWindow.empty() ? 0 : c.slidingWindow[static_cast<std::size_t>(layer)];
    if (window >= past + tokens) window = 0;
    c10::optional<torch::Tensor> mask;
    const bool causal = window == 0 && past == 0 && tokens > 1;
    if (!causal && (window > 0 || tokens > 1)) mask = m_positions->mask(tokens, past, window);
    const c10::optional<double> scale = c.attentionScale > 0 ? c10::optional<double>(c.attentionScale) : c10::nullopt;
    const auto mixed = torch::scaled_dot_product_attention(query, key, value, mask, 0.0, causal, scale, c.heads != c.keyValueHeads);
    return mixed.transpose(1, 2).reshape({batch, tokens, c.heads * c.headDim});
}

torch::Tensor CausalLm::blockForward(std::int64_t layer, const BlockWeights& weights, const torch::Tensor& x, const LinearFunction& linear,
                                     KeyValueCache* cache) const {
    torch::Tensor state = x;
    for (const Sublayer& sublayer : sublayers()) {
        const auto normed = normIfAny(state, weights.*sublayer.norm);
        std::vector<torch::Tensor> projected;
        for (const LinearKind kind : sublayer.in) projected.push_back(linear(kind, normed, weights[kind]));
        const auto mixed = mix(sublayer, layer, weights, projected, cache);
        state = state + addend(sublayer, weights, linear(sublayer.out, mixed, weights[sublayer.out]));
    }
    return state;
}

torch::Tensor CausalLm::finalNorm(const torch::Tensor& x) const { return rmsNorm(x, m_finalNorm); }

torch::Tensor CausalLm::head(const torch::Tensor& normed) const {
    const auto logits = torch::linear(normed, m_head);
    return config().logitMultiplier == 1 ? logits : logits * config().logitMultiplier;
}

Result<torch::Tensor> CausalLm::hidden(const torch::Tensor& ids, KeyValueCache* cache) const {
    auto x = embed(ids);
    for (std::int64_t layer = 0; layer < layers(); ++layer) {
        TACQ_TRY(const auto weights, block(layer));
        x = blockForward(layer, weights, x, applyLinear, cache);
    }
    if (cache) cache->length += ids.size(1);
    return finalNorm(x);
}

torch::Tensor CausalLm::tokenNll(const torch::Tensor& normed, const torch::Tensor& targets, const std::stop_token& stop) const {
    const std::int64_t tokens = normed.size(0);
    const std::int64_t chunk = std::max<std::int64_t>(1, kLogitBytes / (4 * m_head.size(0)));
    std::vector<torch::Tensor> pieces;
    for (std::int64_t begin = 0; begin < tokens && !stop.stop_requested(); begin += chunk) {
        const std::int64_t count = std::min(chunk, tokens - begin);
        const auto logits = head(normed.narrow(0, begin, count)).to(torch::kFloat32);
        pieces.push_back(torch::nll_loss(torch::log_softmax(logits, -1), targets.narrow(0, begin, count), {}, at::Reduction::None));
    }
    return pieces.empty() ? torch::empty({0}, torch::TensorOptions().device(m_device).dtype(torch::kFloat32)) : torch::cat(pieces);
}

}  // namespace tacq
