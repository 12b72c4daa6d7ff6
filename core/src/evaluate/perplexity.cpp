#include <cmath>

#include "evaluate/finite.h"
#include "evaluate/window_runner.h"
#include "model/torch_guard.h"
#include "tacq/numerics/interval.h"

namespace tacq {
namespace {

struct Tally {
    double sum = 0;
    std::int64_t tokens = 0;
    std::vector<WindowSum> windows;
};

/// hidden [tokens, width] of one window and its ids.
Result<void> scoreWindow(const CausalLm& model, const torch::Tensor& hidden, const std::vector<std::int32_t>& ids, const RunContext& context, Tally& tally) {
    const auto count = static_cast<std::int64_t>(ids.size()) - 1;
    const auto targets = idTensor(ids, model.device()).squeeze(0).narrow(0, 1, count);
    const auto losses = model.tokenNll(hidden.narrow(0, 0, count), targets, context.stop);
    TACQ_CHECK(context.checkpoint());
    const double sum = losses.sum(torch::kFloat64).item<double>();
    if (!std::isfinite(sum)) return nonFiniteError(model);
    tally.sum += sum;
    tally.tokens += count;
    tally.windows.push_back({sum, count});
    return {};
}

Result<PerplexityResult> run(std::shared_ptr<const Checkpoint> checkpoint, const TokenRows& rows, const Compute& compute, const RunContext& context) {
    const torch::InferenceMode inference;
    TACQ_CHECK(checkIds(rows, checkpoint->config()));
    noteContextLength(rows, checkpoint->config(), context);
    const auto residency = residencyFor(*checkpoint, rows, compute);
    TACQ_TRY(const auto model, CausalLm::load(std::move(checkpoint), compute, residency));
    Tally tally;
    std::uint64_t done = 0;
    for (const auto& group : groupBatches(rows, model)) {
        TACQ_TRY(const auto states, hiddenStates(model, rows, group, context));
        for (std::size_t b = 0; b < group.size(); ++b)
            for (std::size_t i = group[b].begin; i < group[b].end; ++i) {
                TACQ_CHECK(context.checkpoint());
                if (rows[i].size() > 1) {
                    TACQ_CHECK(scoreWindow(model, states[b].select(0, static_cast<std::int64_t>(i - group[b].begin)), rows[i], context, tally));
                }
                const double mean = tally.tokens ? tally.sum / static_cast<double>(tally.tokens) : 0;
                context.report({Stage::Evaluate, ++done, rows.size(), "windows", "mean negative log-likelihood", mean});
            }
    }
    if (tally.tokens == 0) return Error{ErrorCode::InvalidTask, "no window has a second token to predict", "perplexity", "use windows of 2 tokens or more"};
    PerplexityResult result;
    result.tokens = tally.tokens;
    result.windows = static_cast<std::int64_t>(tally.windows.size());
    result.meanNll = tally.sum / static_cast<double>(tally.tokens);
    result.perplexity = std::exp(result.meanNll);
    result.standardError = standardErrorOfMean(tally.windows);
    return result;
}

}  // namespace

Result<PerplexityResult> perplexity(std::shared_ptr<const Checkpoint> model, const TokenRows& windows, const Compute& compute, const RunContext& context) {
    return guarded("perplexity", [&] { return run(std::move(model), windows, compute, context); });
}

}  // namespace tacq
