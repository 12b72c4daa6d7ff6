#include <algorithm>
#include <cmath>
#include <numeric>

#include "evaluate/finite.h"
#include "evaluate/window_runner.h"
#include "model/torch_guard.h"

namespace tacq {
namespace {

constexpr std::size_t kTop = 20;
constexpr std::int64_t kChunk = 128;  // positions whose logits exist at once on their way to the result

void fillTop(const float* row, std::int64_t vocabulary, LogitsResult& result) {
    std::vector<std::int32_t> order(static_cast<std::size_t>(vocabulary));
    std::iota(order.begin(), order.end(), 0);
    const auto count = std::min(kTop, order.size());
    const auto before = [row](std::int32_t a, std::int32_t b) { return row[a] != row[b] ? row[a] > row[b] : a < b; };
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(), before);
    for (std::size_t i = 0; i < count; ++i) result.top.push_back({order[i], static_cast<double>(row[order[i]])});
}

Result<LogitsResult> run(std::shared_ptr<const Checkpoint> checkpoint, const std::vector<std::int32_t>& tokens, bool keepAll, const Compute& compute,
                         const RunContext& context) {
    const torch::InferenceMode inference;
    TACQ_CHECK(checkIds({tokens}, checkpoint->config()));
    noteContextLength({tokens}, checkpoint->config(), context);
    const auto residency = residencyFor(*checkpoint, {tokens}, compute);
    TACQ_TRY(const auto model, CausalLm::load(std::move(checkpoint), compute, residency));
    TACQ_TRY(const auto states, hiddenStates(model, {tokens}, {{0, 1}}, context));
    const auto hidden = states.front().squeeze(0);
    const auto count = hidden.size(0);
    const auto row = [&](std::int64_t begin, std::int64_t n) { return model.head(hidden.narrow(0, begin, n)).to(torch::kCPU, torch::kFloat32).contiguous(); };

    LogitsResult result;
    const std::int64_t vocabulary = model.headWeight().size(0);
    if (keepAll) result.all.reserve(static_cast<std::size_t>(count * vocabulary));
    for (std::int64_t begin = 0; keepAll && begin < count; begin += kChunk) {
        TACQ_CHECK(context.checkpoint());
        const auto piece = row(begin, std::min(kChunk, count - begin));
        result.all.insert(result.all.end(), piece.data_ptr<float>(), piece.data_ptr<float>() + piece.numel());
    }
    // Where both are given they must be the same numbers: a product of one row rounds differently from one of many.
    const auto last = keepAll ? torch::from_blob(result.all.data() + (count - 1) * vocabulary, {1, vocabulary}) : row(count - 1, 1);
    result.logSumExp = last.to(torch::kFloat64).logsumexp(-1).item<double>();
    if (!std::isfinite(result.logSumExp)) return nonFiniteError(model);
    fillTop(last.data_ptr<float>(), vocabulary, result);
    if (count > 1) {
        const auto targets = idTensor(tokens, model.device()).squeeze(0).narrow(0, 1, count - 1);
        const auto losses = model.tokenNll(hidden.narrow(0, 0, count - 1), targets, context.stop);
        TACQ_CHECK(context.checkpoint());
        result.meanNll = losses.to(torch::kFloat64).mean().item<double>();
        if (!std::isfinite(result.meanNll)) return nonFiniteError(model);
    }
    return result;
}

}  // namespace

Result<LogitsResult> logits(std::shared_ptr<const Checkpoint> model, const std::vector<std::int32_t>& tokens, bool keepAll, const Compute& compute,
                            const RunContext& context) {
    return guarded("logits", [&] { return run(std::move(model), tokens, keepAll, compute, context); });
}

}  // namespace tacq
