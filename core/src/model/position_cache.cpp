#include "model/position_cache.h"

#include <algorithm>
#include <limits>

namespace tacq {
namespace {

/// Without a graph, yet not inference tensors even if the caller is in inference mode: they may enter later graphs.
struct PlainTensors {
    torch::InferenceMode inference{false};
    torch::NoGradGuard noGrad;
};

}  // namespace

PositionCache::PositionCache(RopeFrequencies frequencies, torch::Device device, torch::ScalarType type)
    : m_frequencies(std::move(frequencies)), m_device(device), m_type(type) {}

RopeRows PositionCache::rope(std::int64_t start, std::int64_t count) {
    const std::lock_guard lock(m_mutex);
    const std::int64_t capacity = m_cosine.defined() ? m_cosine.size(0) : 0;
    if (start + count > capacity) {
        const PlainTensors plain;
        const auto positions = torch::arange(std::max(start + count, 2 * capacity), torch::kFloat32);
        const auto angles = positions.unsqueeze(1) * m_frequencies.inverse.unsqueeze(0);
        m_cosine = (angles.cos() * m_frequencies.amplitude).to(m_device, m_type);
        m_sine = (angles.sin() * m_frequencies.amplitude).to(m_device, m_type);
    }
    return {m_cosine.narrow(0, start, count), m_sine.narrow(0, start, count)};
}

torch::Tensor PositionCache::mask(std::int64_t queries, std::int64_t past, std::int64_t window) {
    const std::lock_guard lock(m_mutex);
    if (m_mask.defined() && m_queries == queries && m_past == past && m_window == window) return m_mask;
    const PlainTensors plain;
    const auto indices = torch::TensorOptions().device(m_device).dtype(torch::kInt64);
    const auto query = torch::arange(past, past + queries, indices).unsqueeze(1);
    const auto key = torch::arange(0, past + queries, indices).unsqueeze(0);
    auto hidden = key > query;
    if (window > 0) hidden = hidden.logical_or(key <= query - window);
    const auto options = torch::TensorOptions().device(m_device).dtype(m_type);
    m_mask = torch::zeros({queries, past + queries}, options).masked_fill(hidden, -std::numeric_limits<double>::infinity());
    m_queries = queries;
    m_past = past;
    m_window = window;
    return m_mask;
}

}  // namespace tacq
