#include "saliency/loss_head.h"

#include <algorithm>

#include "saliency/block_backward.h"

namespace tacq {

using torch::Tensor;

RowLoss lossAndGradient(const CausalLm& model, const Tensor& hidden, const Tensor& ids, const Tensor& positions, std::uint64_t chunkBytes) {
    const std::int64_t count = positions.size(0), vocabulary = model.headWeight().size(0);
    const auto fitting = static_cast<std::int64_t>(chunkBytes / (static_cast<std::uint64_t>(vocabulary) * 4));
    const std::int64_t chunks = (count + std::max<std::int64_t>(fitting, 1) - 1) / std::max<std::int64_t>(fitting, 1);
    const std::int64_t chunk = (count + chunks - 1) / chunks;

    const double factor = model.config().logitMultiplier;
    const Tensor& head = model.headWeight();
    const Tensor normed = model.finalNorm(hidden.index_select(0, positions));
    const Tensor targets = ids.index_select(0, positions + 1);
    const Tensor buffer = at::empty({chunk, vocabulary}, head.options());
    Tensor dNormed = at::empty(normed.sizes(), normed.options().dtype(torch::kFloat32));
    Tensor nll = at::empty({count}, normed.options().dtype(torch::kFloat32));
    for (std::int64_t begin = 0; begin < count; begin += chunk) {
        const std::int64_t length = std::min(chunk, count - begin);
        Tensor product = buffer.narrow(0, 0, length);
        at::mm_out(product, normed.narrow(0, begin, length), head.t());
        Tensor logits = product.to(torch::kFloat32);
        if (factor != 1) logits.mul_(factor);
        const Tensor target = targets.narrow(0, begin, length);
        logits.sub_(logits.amax(1, true));
        const Tensor own = logits.gather(1, target.unsqueeze(1));
        const Tensor sum = logits.exp_().sum(1, true);
        nll.narrow(0, begin, length).copy_(sum.log().sub_(own).squeeze(1));
        // softmax · head − head[target], the softmax's denominator applied to the small product instead of the logits
        Tensor part = at::mm(logits.to(head.scalar_type()), head).to(torch::kFloat32);
        part.div_(sum).sub_(head.index_select(0, target)).div_(static_cast<double>(count));
        if (factor != 1) part.mul_(factor);
        dNormed.narrow(0, begin, length).copy_(part);
    }
    const Tensor dHidden = rmsNormBackward(hidden.index_select(0, positions), model.finalNormGain(), model.config().rmsNormEpsilon, dNormed);
    RowLoss loss;
    loss.meanNll = nll.to(torch::kFloat64).mean().item<double>();
    loss.gradient = at::zeros(hidden.sizes(), hidden.options().dtype(torch::kFloat32)).index_copy_(0, positions, dHidden);
    return loss;
}

}  // namespace tacq
