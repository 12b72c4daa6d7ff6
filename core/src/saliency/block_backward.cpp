#include "saliency/block_backward.h"

namespace tacq {
namespace {

using torch::Tensor;

Tensor rows(const Tensor& x) { return x.reshape({-1, x.size(-1)}); }

/// Everything up to and including gate and up; returns nothing that the tape does not hold.
void recordAttentionAndGates(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const Tensor& x, BlockTape& tape) {
    tape.input = x;
    const Tensor normed = model.rmsNorm(x, weights.inputNorm);
    tape.query = applyLinear(LinearKind::Query, normed, weights[LinearKind::Query]);
    tape.key = applyLinear(LinearKind::Key, normed, weights[LinearKind::Key]);
    tape.value = applyLinear(LinearKind::Value, normed, weights[LinearKind::Value]);
    const Tensor mixed = model.attention(layer, weights, tape.query, tape.key, tape.value);
    tape.middle = x + applyLinear(LinearKind::Output, mixed, weights[LinearKind::Output]);
    const Tensor normedMiddle = model.rmsNorm(tape.middle, weights.postAttentionNorm);
    tape.gate = applyLinear(LinearKind::Gate, normedMiddle, weights[LinearKind::Gate]);
    tape.up = applyLinear(LinearKind::Up, normedMiddle, weights[LinearKind::Up]);
}

void backwardMlp(const CausalLm& model, const BlockWeights& weights, BlockTape& tape, Tensor& gradient, const WeightGradient& sink) {
    const Tensor middle = rows(tape.middle), gate = rows(tape.gate), up = rows(tape.up);
    const Tensor dOut = gradient.to(model.type());
    const Tensor silu = at::silu(gate);
    sink(LinearKind::Down, dOut, silu * up);
    Tensor dProduct = at::mm(dOut, weights[LinearKind::Down].weight);
    const Tensor dUp = silu.mul_(dProduct);
    const Tensor dGate = at::silu_backward(dProduct.mul_(up), gate);
    tape.gate = tape.up = Tensor();
    const Tensor normed = rows(model.rmsNorm(middle, weights.postAttentionNorm));
    sink(LinearKind::Gate, dGate, normed);
    sink(LinearKind::Up, dUp, normed);
    Tensor dNormed = at::mm(dGate, weights[LinearKind::Gate].weight);
    dNormed.addmm_(dUp, weights[LinearKind::Up].weight);
    gradient.add_(rmsNormBackward(middle, weights.postAttentionNorm, model.config().rmsNormEpsilon, dNormed));
    tape.middle = Tensor();
}

void backwardAttention(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, BlockTape& tape, Tensor& gradient,
                       const WeightGradient& sink) {
    const Tensor dOut = gradient.to(model.type());
    const Tensor dMixed = at::mm(dOut, weights[LinearKind::Output].weight);
    torch::autograd::variable_list leaves, dLeaves;
    Tensor mixed;
    {
        // Rope, q/k norm, window and softmax are the model's business: autograd differentiates them as the model wrote them.
        const torch::AutoGradMode record(true);
        for (const Tensor& projected : {tape.query, tape.key, tape.value}) leaves.push_back(projected.detach().requires_grad_());
        mixed = model.attention(layer, weights, leaves[0], leaves[1], leaves[2]);
        dLeaves = torch::autograd::grad({mixed}, leaves, {dMixed.view_as(mixed)});
    }
    sink(LinearKind::Output, dOut, rows(mixed.detach()));
    const Tensor normed = rows(model.rmsNorm(tape.input, weights.inputNorm));
    Tensor dNormed;
    constexpr LinearKind kProjections[] = {LinearKind::Query, LinearKind::Key, LinearKind::Value};
    for (std::size_t i = 0; i < 3; ++i) {
        const Tensor dy = rows(dLeaves[i]).contiguous();
        sink(kProjections[i], dy, normed);
        if (i == 0) dNormed = at::mm(dy, weights[kProjections[i]].weight);
        else dNormed.addmm_(dy, weights[kProjections[i]].weight);
    }
    gradient.add_(rmsNormBackward(rows(tape.input), weights.inputNorm, model.config().rmsNormEpsilon, dNormed));
    tape.clear();
}

}  // namespace

std::uint64_t tapeBytes(const ModelConfig& config, std::int64_t tokens, std::size_t elementBytes) {
    const std::int64_t perToken = (config.heads + 2 * config.keyValueHeads) * config.headDim + config.hiddenSize + 2 * config.intermediateSize;
    return static_cast<std::uint64_t>(tokens) * static_cast<std::uint64_t>(perToken) * elementBytes;
}

Tensor forwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const Tensor& x, BlockTape* tape) {
    BlockTape own;
    BlockTape& used = tape ? *tape : own;
    recordAttentionAndGates(model, layer, weights, x, used);
    const Tensor product = CausalLm::gatedProduct(used.gate, used.up);
    return used.middle + applyLinear(LinearKind::Down, product, weights[LinearKind::Down]);
}

void recordBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const Tensor& x, BlockTape& tape) {
    recordAttentionAndGates(model, layer, weights, x, tape);
}

void backwardBlock(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, BlockTape& tape, Tensor& gradient,
                   const WeightGradient& sink) {
    backwardMlp(model, weights, tape, gradient, sink);
    backwardAttention(model, layer, weights, tape, gradient, sink);
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
