#pragma once
// Private to the engine: what depends on positions only, made once instead of once per layer.
#include <torch/torch.h>

#include <cstdint>
#include <mutex>

#include "model/rope.h"

namespace tacq {

/// cos and sin of consecutive positions, [count, headDim/2] in the compute type.
struct RopeRows {
    torch::Tensor cosine, sine;
};

/// Thread-safe; the tensors handed out are never written again.
class PositionCache {
public:
    PositionCache(RopeFrequencies frequencies, torch::Device device, torch::ScalarType type);
    RopeRows rope(std::int64_t start, std::int64_t count);
    /// Additive mask [queries, past + queries]: 0 where key j is visible to the query at past + i (j ≤ past + i, and nearer than
    /// `window` when that is > 0), −∞ elsewhere.
    torch::Tensor mask(std::int64_t queries, std::int64_t past, std::int64_t window);

private:
    RopeFrequencies m_frequencies;
    torch::Device m_device;
    torch::ScalarType m_type;
    std::mutex m_mutex;
    torch::Tensor m_cosine, m_sine;  ///< positions 0 … capacity − 1
    torch::Tensor m_mask;            ///< the last one made
    std::int64_t m_queries = -1, m_past = -1, m_window = -1;
};

}  // namespace tacq
