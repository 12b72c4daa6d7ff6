#include "saliency/row_pass.h"

#include <algorithm>

namespace tacq {

using torch::Tensor;

std::int64_t RowPass::firstKept(std::int64_t tokens) const {
    const std::int64_t layers = m_model.layers();
    if (m_plan.recompute == Recompute::Never) return 0;
    if (m_plan.recompute == Recompute::Always) return layers;
    const std::uint64_t each = tapeBytes(m_model.config(), tokens, c10::elementSize(m_model.type()), m_plan.outputs);
    return layers - static_cast<std::int64_t>(std::min(static_cast<std::uint64_t>(layers), m_plan.activationBytes / std::max<std::uint64_t>(each, 1)));
}

Result<Tensor> RowPass::forward(const Tensor& ids) {
    m_keptFrom = firstKept(ids.size(0));
    m_tapes.assign(static_cast<std::size_t>(m_model.layers()), BlockTape());
    Tensor x = m_model.embed(ids.unsqueeze(0));
    for (std::int64_t layer = 0; layer < m_model.layers(); ++layer) {
        TACQ_CHECK(m_context.checkpoint());
        TACQ_TRY(const BlockWeights weights, m_blocks(layer));
        BlockTape& tape = m_tapes[static_cast<std::size_t>(layer)];
        tape.outputs = m_plan.outputs;
        tape.input() = x;
        x = forwardBlock(m_model, layer, weights, x, layer >= m_keptFrom ? &tape : nullptr);
    }
    return x;
}

Result<void> RowPass::backward(Tensor& gradient, const Sinks& sinks, const std::function<void(std::int64_t)>& finished) {
    for (std::int64_t layer = m_model.layers() - 1; layer >= 0; --layer) {
        TACQ_CHECK(m_context.checkpoint());
        TACQ_TRY(const BlockWeights weights, m_blocks(layer));
        BlockTape& tape = m_tapes[static_cast<std::size_t>(layer)];
        if (layer < m_keptFrom) {
            const Tensor x = tape.input();  // recording assigns it anew
            recordBlock(m_model, layer, weights, x, tape);
        }
        backwardBlock(m_model, layer, weights, tape, gradient, sinks(layer, weights));
        if (finished) finished(layer);
    }
    return {};
}

}  // namespace tacq
