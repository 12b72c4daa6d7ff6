#include <algorithm>
#include <cmath>

#include "evaluate/finite.h"
#include "evaluate/sampler.h"
#include "evaluate/window_runner.h"
#include "model/torch_guard.h"

namespace tacq {
namespace {

Result<void> check(const GenerateOptions& options) {
    if (options.maxTokens < 1)
        return Error{ErrorCode::InvalidArgument, "cannot generate " + std::to_string(options.maxTokens) + " tokens", "--max-tokens", "use 1 or more"};
    if (!(options.temperature >= 0) || !std::isfinite(options.temperature))
        return Error{ErrorCode::InvalidArgument, "the temperature must be a finite number of 0 or more", "--temperature", "0 is greedy, 1 samples as the model says"};
    return {};
}

Result<std::vector<std::int32_t>> run(std::shared_ptr<const Checkpoint> checkpoint, const std::vector<std::int32_t>& prompt, const GenerateOptions& options,
                                      const Compute& compute, const RunContext& context, const std::function<void(std::int32_t)>& onToken) {
    const torch::InferenceMode inference;
    TACQ_CHECK(check(options));
    TACQ_CHECK(checkIds({prompt}, checkpoint->config()));
    const auto residency = chooseResidency(*checkpoint, compute);
    TACQ_TRY(const auto model, CausalLm::load(std::move(checkpoint), compute, residency));
    const auto& stops = model.config().eosTokens;
    Sampler sampler(options.temperature, options.seed);
    KeyValueCache cache;
    std::vector<std::int32_t> fresh, input = prompt;
    while (static_cast<std::int64_t>(fresh.size()) < options.maxTokens) {
        TACQ_CHECK(context.checkpoint());
        TACQ_TRY(const auto hidden, model.hidden(idTensor(input, model.device()), &cache));
        const auto row = model.head(hidden.select(1, -1)).to(torch::kCPU, torch::kFloat32).contiguous();
        if (!row.isfinite().all().item<bool>()) return nonFiniteError(model);
        const auto id = sampler.next({row.data_ptr<float>(), static_cast<std::size_t>(row.numel())});
        fresh.push_back(id);
        if (onToken) onToken(id);
        context.report({"generate", fresh.size(), static_cast<std::uint64_t>(options.maxTokens), "tokens", "", 0});
        if (std::find(stops.begin(), stops.end(), id) != stops.end()) break;
        input.assign(1, id);
    }
    return fresh;
}

}  // namespace

Result<std::vector<std::int32_t>> generate(std::shared_ptr<const Checkpoint> model, const std::vector<std::int32_t>& prompt, const GenerateOptions& options,
                                           const Compute& compute, const RunContext& context, const std::function<void(std::int32_t)>& onToken) {
    return guarded("generate", [&] { return run(std::move(model), prompt, options, compute, context, onToken); });
}

}  // namespace tacq
