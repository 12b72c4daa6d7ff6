#include "saliency/block_backward.h"

namespace tacq {
namespace {

using torch::Tensor;
using TensorList = std::vector<Tensor>;

Tensor rows(const Tensor& x) { return x.reshape({-1, x.size(-1)}); }

TensorList project(const CausalLm& model, const Sublayer& sublayer, const BlockWeights& weights, const Tensor& x) {
    const Tensor normed = model.normIfAny(x, weights.*sublayer.norm);
    TensorList projected;
    for (const LinearKind kind : sublayer.in) projected.push_back(applyLinear(kind, normed, weights[kind]));
    return projected;
}

/// One sublayer's mixing, forwards and then backwards.
class MixBackward {
public:
    /// Takes the tape's projections over. `mixed` is then the input of the sublayer's last linear, [T, ·].
    MixBackward(const CausalLm& model, const Sublayer& sublayer, std::int64_t layer, const BlockWeights& weights, TensorList projected)
        : m_model(model), m_attention(sublayer.mix == Sublayer::Mix::Attention), m_projected(std::move(projected)) {
        if (m_attention) {
            // Rope, q/k norm, window and softmax are the model's business: autograd differentiates them as the model wrote them.
            const torch::AutoGradMode record(true);
            for (Tensor& tensor : m_projected) tensor = tensor.detach().requires_grad_();
            m_graph = model.mix(sublayer, layer, weights, m_projected);
            mixed = rows(m_graph.detach());
        } else {
            m_activated = model.activate(rows(m_projected[0]));
            mixed = m_activated * rows(m_projected[1]);
        }
    }

    Tensor mixed;

    /// dL/d(projected), each [T, ·], in the order of the sublayer's `in`. Uses up what it holds.
    TensorList gradients(Tensor dMixed) {
        if (m_attention) {
            const auto leaves = torch::autograd::grad({m_graph}, m_projected, {dMixed.view_as(m_graph)});
            TensorList d;
            for (const Tensor& leaf : leaves) d.push_back(rows(leaf).contiguous());
            return d;
        }
        const Tensor gate = rows(m_projected[0]), up = rows(m_projected[1]);
        const Tensor dUp = m_activated.mul_(dMixed);
        dMixed.mul_(up);
        const Tensor dGate = m_model.config().activation == Activation::Silu ? at::silu_backward(dMixed, gate) : at::gelu_backward(dMixed, gate, "tanh");
        return {dGate, dUp};
    }

private:
    const CausalLm& m_model;
    bool m_attention;
    TensorList m_projected;
    Tensor m_graph;      ///< attention: the output with its graph
    Tensor m_activated;  ///< MLP: act(gate)
};

/// dL/dy of what a sublayer's last linear gave, from dL/d(residual stream).
Tensor addendBackward(const CausalLm& model, const Sublayer& sublayer, const BlockWeights& weights, const Tensor& mixed, const Tensor& gradient) {
    const double factor = model.config().residualMultiplier;
    const Tensor scaled = factor == 1 ? gradient : gradient * factor;
    const Tensor& gain = weights.*sublayer.outNorm;
    if (!gain.defined()) return scaled.to(model.type());
    const Tensor y = applyLinear(sublayer.out, mixed, weights[sublayer.out]);
    return rmsNormBackward(y, gain, model.config().rmsNormEpsilon, scaled).to(model.type());
}

void backwardSublayer(const CausalLm& model, const Sublayer& sublayer, std::int64_t layer, const BlockWeights& weights, SublayerTape& tape, Tensor& gradient,
                      const WeightGradient& sink) {
    MixBackward mix(model, sublayer, layer, weights, std::move(tape.projected));
    const Tensor dOut = addendBackward(model, sublayer, weights, mix.mixed, gradient);
    sink(sublayer.out, dOut, mix.mixed);
    mix.mixed = Tensor();
    const TensorList dProjected = mix.gradients(at::mm(dOut, weights[sublayer.out].weight));
    const Tensor x = rows(tape.input);
    const Tensor& gain = weights.*sublayer.norm;
    const Tensor normed = model.normIfAny(x, gain);
    Tensor dNormed;
    for (std::size_t i = 0; i < sublayer.in.size(); ++i) {
        const LinearKind kind = sublayer.in[i];
        sink(kind, dProjected[i], normed);
        if (i == 0) dNormed = at::mm(dProjected[i], weights[kind].weight);
        else dNormed.addmm_(dProjected[i], weights[kind].weight);
    }
    gradient.add_(gain.defined() ? rmsNormBackward(x, gain, model.config().rmsNormEpsilon, dNormed) : dNormed);
    tape = SublayerTape();
}

}  // namespace

std::uint64_t tapeBytes(const ModelConfig& config, std::int64_t tokens, std::size_t elementBytes) {
    const std::int64_t perToken = (config.heads + 2 * config.keyValueHeads) * config.headDim + config.hiddenSize + 2 * config.intermediateSize;
    return static_cast<std::uint64_t>(tokens) * static_cast<std::uint64_t>(perToken) * elementBytes;
}

void recordBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const Tensor& x, BlockTape& tape) {
    Tensor state = x;
    for (std::size_t i = 0; i < tape.sublayers.size(); ++i) {
        const Sublayer& sublayer = sublayers()[i];
        SublayerTape& part = tape.sublayers[i];
        part = {state, project(model, sublayer, weights, state)};
        if (i + 1 == tape.sublayers.size()) return;
        const Tensor mixed = model.mix(sublayer, layer, weights, part.projected);
        state = state + model.addend(sublayer, weights, applyLinear(sublayer.out, mixed, weights[sublayer.out]));
    }
}

Tensor forwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const Tensor& x, BlockTape* tape) {
    BlockTape own;
    BlockTape& used = tape ? *tape : own;
    recordBlock(model, layer, weights, x, used);
    const Sublayer& last = sublayers().back();
    const SublayerTape& part = used.sublayers.back();
    const Tensor mixed = model.mix(last, layer, weights, part.projected);
    return part.input + model.addend(last, weights, applyLinear(last.out, mixed, weights[last.out]));
}

void backwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, BlockTape& tape, Tensor& gradient,
                   const WeightGradient& sink) {
    for (std::size_t i = tape.sublayers.size(); i-- > 0;) backwardSublayer(model, sublayers()[i], layer, weights, tape.sublayers[i], gradient, sink);
}

Tensor rmsNormBackward(const Tensor& x, const Tensor& gain, double epsilon, const Tensor& dy) {
    const Tensor x32 = x.to(torch::kFloat32);
    const Tensor scale = x32.square().mean(-1, true).add_(epsilon).rsqrt_();
    const Tensor unit = x32 * scale;
    const Tensor dUnit = dy.to(torch::kFloat32) * gain.to(torch::kFloat32);
    const Tensor along = (dUnit * unit).mean(-1, true);
    return dUnit.sub_(unit * along).mul_(scale);
}

}  // namespace tacq
