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
    MixBackward(const CausalLm& model, const Sublayer& sublayer, std::int64_t layer, const BlockWeights& weights, TensorList projected, const BlockSinks& sinks)
        : m_model(model), m_attention(sublayer.mix == Sublayer::Mix::Attention), m_projected(std::move(projected)) {
        if (m_attention) {
            // Rope, q/k norm, window and softmax are the model's business: autograd differentiates them as the model wrote them.
            const torch::AutoGradMode record(true);
            for (Tensor& tensor : m_projected) tensor = tensor.detach().requires_grad_();
            m_graph = model.mix(sublayer, layer, sinks.gain ? withGainLeaves(weights) : weights, m_projected);
            mixed = rows(m_graph.detach());
        } else {
            m_activated = model.activate(rows(m_projected[0]));
            mixed = m_activated * rows(m_projected[1]);
        }
    }

    Tensor mixed;

    /// What the i-th linear of the sublayer's `in` gave, [T, ·].
    Tensor output(std::size_t i) const { return rows(m_projected[i].detach()); }

    /// dL/d(projected), each [T, ·], in the order of the sublayer's `in`. Uses up what it holds but for output().
    TensorList gradients(Tensor dMixed, const BlockSinks& sinks) {
        if (m_attention) {
            TensorList leaves = m_projected;
            for (const auto gain : m_gains) leaves.push_back(m_weights.*gain);
            const auto found = torch::autograd::grad({m_graph}, leaves, {dMixed.view_as(m_graph)});
            TensorList d;
            for (std::size_t i = 0; i < m_projected.size(); ++i) d.push_back(rows(found[i]).contiguous());
            for (std::size_t i = 0; i < m_gains.size(); ++i) sinks.gain(m_gains[i], found[m_projected.size() + i]);
            return d;
        }
        const Tensor gate = rows(m_projected[0]), up = rows(m_projected[1]);
        const Tensor dUp = m_activated.mul_(dMixed);
        dMixed.mul_(up);
        const Tensor dGate = m_model.config().activation == Activation::Silu ? at::silu_backward(dMixed, gate) : at::gelu_backward(dMixed, gate, "tanh");
        return {dGate, dUp};
    }

private:
    /// The block with its q and k norms as leaves of the graph.
    const BlockWeights& withGainLeaves(const BlockWeights& weights) {
        m_weights = weights;
        for (const auto gain : {&BlockWeights::queryNorm, &BlockWeights::keyNorm}) {
            if (!(weights.*gain).defined()) continue;
            m_weights.*gain = (weights.*gain).detach().requires_grad_();
            m_gains.push_back(gain);
        }
        return m_weights;
    }

    const CausalLm& m_model;
    bool m_attention;
    TensorList m_projected;
    BlockWeights m_weights;                        ///< attention whose gains are asked for
    std::vector<Tensor BlockWeights::*> m_gains;
    Tensor m_graph;                                ///< attention: the output with its graph
    Tensor m_activated;                            ///< MLP: act(gate)
};

/// rmsNormBackward() of one of the block's norms, its gain's gradient handed out where it is asked for.
Tensor normBackward(const CausalLm& model, const BlockWeights& weights, Tensor BlockWeights::*gain, const Tensor& x, const Tensor& dy, const BlockSinks& sinks) {
    Tensor ofGain;
    Tensor dx = rmsNormBackward(x, weights.*gain, model.config().rmsNormEpsilon, dy, sinks.gain ? &ofGain : nullptr);
    if (sinks.gain) sinks.gain(gain, ofGain);
    return dx;
}

/// dL/dy of what a sublayer's last linear gave, from dL/d(residual stream). `output`: that y, where the tape has it.
Tensor addendBackward(const CausalLm& model, const Sublayer& sublayer, const BlockWeights& weights, const Tensor& mixed, const Tensor& output, const Tensor& gradient,
                      const BlockSinks& sinks) {
    const double factor = model.config().residualMultiplier;
    const Tensor scaled = factor == 1 ? gradient : gradient * factor;
    if (!(weights.*sublayer.outNorm).defined()) return scaled.to(model.type());
    const Tensor y = output.defined() ? output : applyLinear(sublayer.out, mixed, weights[sublayer.out]);
    return normBackward(model, weights, sublayer.outNorm, y, scaled, sinks).to(model.type());
}

void backwardSublayer(const CausalLm& model, const Sublayer& sublayer, std::int64_t layer, const BlockWeights& weights, SublayerTape& tape, Tensor& gradient,
                      const BlockSinks& sinks) {
    MixBackward mix(model, sublayer, layer, weights, std::move(tape.projected), sinks);
    const Tensor output = tape.output.defined() ? rows(tape.output) : Tensor();
    const Tensor dOut = addendBackward(model, sublayer, weights, mix.mixed, output, gradient, sinks);
    if (sinks.linear) sinks.linear({sublayer.out, dOut, mix.mixed, output});
    mix.mixed = Tensor();
    const TensorList dProjected = mix.gradients(at::mm(dOut, weights[sublayer.out].weight), sinks);
    const Tensor x = rows(tape.input);
    const Tensor normed = model.normIfAny(x, weights.*sublayer.norm);
    Tensor dNormed;
    for (std::size_t i = 0; i < sublayer.in.size(); ++i) {
        const LinearKind kind = sublayer.in[i];
        if (sinks.linear) sinks.linear({kind, dProjected[i], normed, mix.output(i)});
        if (i == 0) dNormed = at::mm(dProjected[i], weights[kind].weight);
        else dNormed.addmm_(dProjected[i], weights[kind].weight);
    }
    gradient.add_((weights.*sublayer.norm).defined() ? normBackward(model, weights, sublayer.norm, x, dNormed, sinks) : dNormed);
    tape = SublayerTape();
}

/// One sublayer forwards, recorded in `part`; the new residual stream.
Tensor forwardSublayer(const CausalLm& model, const Sublayer& sublayer, std::int64_t layer, const BlockWeights& weights, const Tensor& x, SublayerTape& part, Outputs outputs) {
    part = {x, project(model, sublayer, weights, x), {}};
    const Tensor mixed = model.mix(sublayer, layer, weights, part.projected);
    const Tensor y = applyLinear(sublayer.out, mixed, weights[sublayer.out]);
    if (outputs == Outputs::Keep) part.output = y;
    return x + model.addend(sublayer, weights, y);
}

}  // namespace

std::uint64_t tapeBytes(const ModelConfig& config, std::int64_t tokens, std::size_t elementBytes, Outputs outputs) {
    std::int64_t perToken = (config.heads + 2 * config.keyValueHeads) * config.headDim + config.hiddenSize + 2 * config.intermediateSize;
    if (outputs == Outputs::Keep) perToken += 2 * config.hiddenSize;
    return static_cast<std::uint64_t>(tokens) * static_cast<std::uint64_t>(perToken) * elementBytes;
}

void recordBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const Tensor& x, BlockTape& tape) {
    if (tape.outputs == Outputs::Keep) {
        forwardBlock(model, layer, weights, x, &tape);
        return;
    }
    Tensor state = x;
    for (std::size_t i = 0; i + 1 < tape.sublayers.size(); ++i) state = forwardSublayer(model, sublayers()[i], layer, weights, state, tape.sublayers[i], tape.outputs);
    tape.sublayers.back() = {state, project(model, sublayers().back(), weights, state), {}};
}

Tensor forwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const Tensor& x, BlockTape* tape) {
    BlockTape own;
    BlockTape& used = tape ? *tape : own;
    Tensor state = x;
    for (std::size_t i = 0; i < used.sublayers.size(); ++i) state = forwardSublayer(model, sublayers()[i], layer, weights, state, used.sublayers[i], used.outputs);
    return state;
}

void backwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, BlockTape& tape, Tensor& gradient,
                   const BlockSinks& sinks) {
    for (std::size_t i = tape.sublayers.size(); i-- > 0;) backwardSublayer(model, sublayers()[i], layer, weights, tape.sublayers[i], gradient, sinks);
}

Tensor rmsNormBackward(const Tensor& x, const Tensor& gain, double epsilon, const Tensor& dy, Tensor* gainGradient) {
    const Tensor x32 = x.to(torch::kFloat32);
    const Tensor scale = x32.square().mean(-1, true).add_(epsilon).rsqrt_();
    const Tensor unit = x32 * scale;
    const Tensor dy32 = dy.to(torch::kFloat32);
    if (gainGradient) *gainGradient = (dy32 * unit).sum(0);
    const Tensor dUnit = dy32 * gain.to(torch::kFloat32);
    const Tensor along = (dUnit * unit).mean(-1, true);
    return dUnit.sub_(unit * along).mul_(scale);
}

}  // namespace tacq
