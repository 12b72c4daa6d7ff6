#include <algorithm>
#include <cmath>
#include <numeric>

#include "evaluate/finite.h"
#include "evaluate/window_runner.h"
#include "model/torch_guard.h"

namespace tacq {
namespace {

constexpr std::int64_t kChunk = 64;  // positions whose two rows of logits exist at once

struct Tally {
    std::vector<float> divergence;  ///< per token
    std::int64_t agreed = 0;
    double nllA = 0, nllB = 0;
};

/// logA, logB [positions, vocabulary]: log-probabilities in float32.
void scoreChunk(const torch::Tensor& logA, const torch::Tensor& logB, const torch::Tensor& targets, Tally& tally) {
    // KL is never negative; rounding of nearly equal models may say so.
    const auto divergence = (logA.exp() * (logA - logB)).sum(-1).clamp_min(0).cpu().contiguous();
    tally.divergence.insert(tally.divergence.end(), divergence.data_ptr<float>(), divergence.data_ptr<float>() + divergence.numel());
    tally.agreed += (logA.argmax(-1) == logB.argmax(-1)).sum().item<std::int64_t>();
    const auto index = targets.unsqueeze(1);
    tally.nllA -= logA.gather(1, index).sum(torch::kFloat64).item<double>();
    tally.nllB -= logB.gather(1, index).sum(torch::kFloat64).item<double>();
}

Result<void> scoreWindow(const CausalLm& a, const CausalLm& b, const torch::Tensor& hiddenA, const torch::Tensor& hiddenB,
                         const std::vector<std::int32_t>& ids, const RunContext& context, Tally& tally) {
    const auto count = static_cast<std::int64_t>(ids.size()) - 1;
    const auto targets = idTensor(ids, a.device()).squeeze(0);
    for (std::int64_t begin = 0; begin < count; begin += kChunk) {
        TACQ_CHECK(context.checkpoint());
        const std::int64_t n = std::min(kChunk, count - begin);
        const auto logA = torch::log_softmax(a.head(hiddenA.narrow(0, begin, n)).to(torch::kFloat32), -1);
        const auto logB = torch::log_softmax(b.head(hiddenB.narrow(0, begin, n)).to(torch::kFloat32), -1);
        scoreChunk(logA, logB, targets.narrow(0, begin + 1, n), tally);
    }
    if (!std::isfinite(tally.nllA)) return nonFiniteError(a);
    if (!std::isfinite(tally.nllB)) return nonFiniteError(b);
    return {};
}

/// Linear interpolation between order statistics, as numpy.percentile does by default.
double quantile(std::vector<float>& values, double q) {
    const double position = q * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::ptrdiff_t>(position);
    std::nth_element(values.begin(), values.begin() + low, values.end());
    const auto lower = static_cast<double>(values[static_cast<std::size_t>(low)]);
    if (low + 1 == static_cast<std::ptrdiff_t>(values.size())) return lower;
    const auto upper = static_cast<double>(*std::min_element(values.begin() + low + 1, values.end()));
    return lower + (position - static_cast<double>(low)) * (upper - lower);
}

CompareResult summarize(Tally& tally, std::int64_t windows) {
    const auto tokens = static_cast<double>(tally.divergence.size());
    CompareResult result;
    result.tokens = static_cast<std::int64_t>(tally.divergence.size());
    result.windows = windows;
    result.klMean = std::accumulate(tally.divergence.begin(), tally.divergence.end(), 0.0) / tokens;
    result.klMedian = quantile(tally.divergence, 0.5);
    result.klP99 = quantile(tally.divergence, 0.99);
    result.top1Agreement = static_cast<double>(tally.agreed) / tokens;
    result.meanNllA = tally.nllA / tokens;
    result.meanNllB = tally.nllB / tokens;
    return result;
}

Result<CompareResult> run(std::shared_ptr<const Checkpoint> first, std::shared_ptr<const Checkpoint> second, const TokenRows& rows, const Compute& compute,
                          const RunContext& context) {
    const torch::InferenceMode inference;
    TACQ_CHECK(sameVocabulary(*first, *second));
    TACQ_CHECK(checkIds(rows, first->config()));
    noteContextLength(rows, first->config(), context);
    const auto residencyA = residencyFor(*first, rows, compute);
    TACQ_TRY(const auto a, CausalLm::load(std::move(first), compute, residencyA));
    const auto residencyB = residencyFor(*second, rows, compute);  // asked after A is loaded: it counts what A took
    TACQ_TRY(const auto b, CausalLm::load(std::move(second), compute, residencyB));
    Tally tally;
    std::int64_t windows = 0;
    std::uint64_t done = 0;
    for (const auto& group : groupBatches(rows, a.residency() == Residency::Streamed ? a : b)) {
        TACQ_TRY(const auto statesA, hiddenStates(a, rows, group, context));
        TACQ_TRY(const auto statesB, hiddenStates(b, rows, group, context));
        for (std::size_t k = 0; k < group.size(); ++k)
            for (std::size_t i = group[k].begin; i < group[k].end; ++i) {
                const auto at = static_cast<std::int64_t>(i - group[k].begin);
                if (rows[i].size() > 1) {
                    TACQ_CHECK(scoreWindow(a, b, statesA[k].select(0, at), statesB[k].select(0, at), rows[i], context, tally));
                    ++windows;
                }
                context.report({Stage::Evaluate, ++done, rows.size(), "windows", "", 0});
            }
    }
    if (tally.divergence.empty()) return Error{ErrorCode::InvalidTask, "no window has a second token to predict", "compare", "use windows of 2 tokens or more"};
    return summarize(tally, windows);
}

}  // namespace

Result<CompareResult> compare(std::shared_ptr<const Checkpoint> a, std::shared_ptr<const Checkpoint> b, const TokenRows& windows, const Compute& compute,
                              const RunContext& context) {
    return guarded("compare", [&] { return run(std::move(a), std::move(b), windows, compute, context); });
}

}  // namespace tacq
