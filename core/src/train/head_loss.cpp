#include "train/head_loss.h"

#include <algorithm>

#include "saliency/block_backward.h"

namespace tacq {
namespace {

using torch::Tensor;

/// Works on one chunk of positions at a time, in buffers that all chunks share.
class Chunks {
public:
    Chunks(const CausalLm& model, const LossWeights& weights, std::int64_t positions, std::uint64_t chunkBytes) : m_model(model), m_weights(weights), m_total(positions) {
        const std::int64_t vocabulary = model.headWeight().size(0);
        const auto fitting = std::max<std::int64_t>(static_cast<std::int64_t>(chunkBytes / (static_cast<std::uint64_t>(vocabulary) * 4)), 1);
        const std::int64_t chunks = (positions + fitting - 1) / fitting;
        length = (positions + chunks - 1) / chunks;
        const auto wide = model.headWeight().options().dtype(torch::kFloat32);
        m_product = at::empty({length, vocabulary}, model.headWeight().options());
        m_work = m_product.scalar_type() == torch::kFloat32 ? m_product : at::empty({length, vocabulary}, wide);
        m_ours = at::empty({length, vocabulary}, wide);
        if (weights.kl != 0) m_theirs = at::empty({length, vocabulary}, wide);
    }

    std::int64_t length = 0;  ///< of a chunk
    double nll = 0;           ///< Σ −log p(next) over the positions so far

    /// Σ over the chunk's positions of the logit terms; fills dL/d(normed) [n, hidden] float32 where it is asked for.
    double run(const Tensor& normed, const Tensor& target, const Tensor& next, Tensor* gradient) {
        const std::int64_t count = normed.size(0);
        Tensor ours = m_ours.narrow(0, 0, count), theirs;
        logSoftmax(normed, ours);
        const double own = -ours.gather(1, next.unsqueeze(1)).sum(torch::kFloat64).item<double>();
        nll += own;
        double value = m_weights.crossEntropy * own;
        if (m_weights.kl != 0) {
            theirs = m_theirs.narrow(0, 0, count);
            logSoftmax(target, theirs);
            Tensor work = m_work.narrow(0, 0, count);
            at::sub_out(work, theirs, ours);
            value += m_weights.kl * work.mul_(theirs.exp_()).sum(1).sum(torch::kFloat64).item<double>();
        }
        if (!gradient) return value;
        ours.exp_();
        if (m_weights.kl + m_weights.crossEntropy != 1) ours.mul_(m_weights.kl + m_weights.crossEntropy);
        if (m_weights.kl != 0) ours.sub_(theirs, m_weights.kl);
        const Tensor& head = m_model.headWeight();
        *gradient = at::mm(ours.to(head.scalar_type()), head).to(torch::kFloat32);
        if (m_weights.crossEntropy != 0) gradient->sub_(head.index_select(0, next), m_weights.crossEntropy);
        gradient->mul_(m_model.config().logitMultiplier / static_cast<double>(m_total));
        return value;
    }

private:
    void logSoftmax(const Tensor& normed, Tensor& out) {
        Tensor product = m_product.narrow(0, 0, normed.size(0));
        at::mm_out(product, normed, m_model.headWeight().t());
        Tensor logits = product.to(torch::kFloat32);
        if (m_model.config().logitMultiplier != 1) logits.mul_(m_model.config().logitMultiplier);
        at::_log_softmax_out(out, logits, 1, false);
    }

    const CausalLm& m_model;
    const LossWeights& m_weights;
    std::int64_t m_total;
    Tensor m_product, m_work, m_ours, m_theirs;
};

}  // namespace

HeadLoss headLoss(const CausalLm& model, const HeadInput& input, const LossWeights& weights, WithGradient wanted, std::uint64_t chunkBytes) {
    const std::int64_t count = input.positions.size(0);
    const Tensor hidden = input.hidden.index_select(0, input.positions);
    const Tensor normed = model.rmsNorm(hidden, input.gain);
    const Tensor target = input.target.defined() ? input.target.index_select(0, input.positions) : Tensor();
    const Tensor next = input.ids.index_select(0, input.positions + 1);
    const bool gradient = wanted == WithGradient::Yes;
    HeadLoss loss;
    Tensor dNormed = gradient ? at::zeros(normed.sizes(), normed.options().dtype(torch::kFloat32)) : Tensor();
    if (weights.kl != 0 || weights.crossEntropy != 0) {
        Chunks chunks(model, weights, count, chunkBytes);
        for (std::int64_t begin = 0; begin < count; begin += chunks.length) {
            const std::int64_t length = std::min(chunks.length, count - begin);
            const auto part = [&](const Tensor& whole) { return whole.defined() ? whole.narrow(0, begin, length) : whole; };
            Tensor ofPart;
            loss.value += chunks.run(part(normed), part(target), part(next), gradient ? &ofPart : nullptr);
            if (gradient) dNormed.narrow(0, begin, length).copy_(ofPart);
        }
        loss.value /= static_cast<double>(count);
        loss.nll = chunks.nll / static_cast<double>(count);
    }
    if (weights.hidden != 0) {
        const Tensor difference = normed.to(torch::kFloat32) - target.to(torch::kFloat32);
        loss.value += weights.hidden * difference.square().mean(torch::kFloat64).item<double>();
        if (gradient) dNormed.add_(difference, weights.hidden * 2 / static_cast<double>(difference.numel()));
    }
    if (!gradient) return loss;
    const Tensor dHidden = rmsNormBackward(hidden, input.gain, model.config().rmsNormEpsilon, dNormed, &loss.gainGradient);
    loss.gradient = at::zeros(input.hidden.sizes(), input.hidden.options().dtype(torch::kFloat32)).index_copy_(0, input.positions, dHidden);
    return loss;
}

}  // namespace tacq
