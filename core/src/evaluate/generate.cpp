#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

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

/// A model that reads a text bit by bit and remembers what it has read.
class Reader {
public:
    static Result<Reader> open(std::shared_ptr<const Checkpoint> checkpoint, const Compute& compute) {
        const auto residency = chooseResidency(*checkpoint, compute);
        TACQ_TRY(auto model, CausalLm::load(std::move(checkpoint), compute, residency));
        return Reader(std::move(model));
    }
    /// Logits for what follows the new ids, float32 [vocab].
    Result<torch::Tensor> read(const std::vector<std::int32_t>& ids) {
        TACQ_TRY(const auto hidden, m_model.hidden(idTensor(ids, m_model.device()), &m_cache));
        auto row = m_model.head(hidden.select(1, -1)).to(torch::kCPU, torch::kFloat32).contiguous().flatten();
        if (!row.isfinite().all().item<bool>()) return nonFiniteError(m_model);
        return row;
    }
    const ModelConfig& config() const { return m_model.config(); }

private:
    explicit Reader(CausalLm model) : m_model(std::move(model)) {}
    CausalLm m_model;
    KeyValueCache m_cache;
};

/// KL(a ‖ b) of the distributions that two rows of logits stand for, nats.
double divergence(const torch::Tensor& a, const torch::Tensor& b) {
    const auto logA = torch::log_softmax(a.to(torch::kFloat64), -1), logB = torch::log_softmax(b.to(torch::kFloat64), -1);
    // KL is never negative; rounding of equal models may say so.
    return std::max(0.0, (logA.exp() * (logA - logB)).sum().item<double>());
}

/// `base` null: nothing to compare with, and no divergences.
Result<GeneratedAgainst> run(std::shared_ptr<const Checkpoint> checkpoint, std::shared_ptr<const Checkpoint> base, const std::vector<std::int32_t>& prompt,
                             const GenerateOptions& options, const Compute& compute, const RunContext& context, const std::function<void(std::int32_t, double)>& onToken) {
    const torch::InferenceMode inference;
    TACQ_CHECK(check(options));
    TACQ_CHECK(checkIds({prompt}, checkpoint->config()));
    if (base) { TACQ_CHECK(sameVocabulary(*checkpoint, *base)); }
    TACQ_TRY(Reader writer, Reader::open(std::move(checkpoint), compute));
    std::optional<Reader> judge;
    if (base) {
        TACQ_TRY(Reader opened, Reader::open(std::move(base), compute));
        judge.emplace(std::move(opened));
    }
    const auto& stops = writer.config().eosTokens;
    Sampler sampler(options.temperature, options.seed);
    GeneratedAgainst made;
    std::vector<std::int32_t> input = prompt;
    while (static_cast<std::int64_t>(made.ids.size()) < options.maxTokens) {
        TACQ_CHECK(context.checkpoint());
        TACQ_TRY(const torch::Tensor row, writer.read(input));
        if (judge) {
            TACQ_TRY(const torch::Tensor expected, judge->read(input));
            made.kl.push_back(divergence(expected, row));
        }
        const auto id = sampler.next({row.data_ptr<float>(), static_cast<std::size_t>(row.numel())});
        made.ids.push_back(id);
        if (onToken) onToken(id, judge ? made.kl.back() : 0);
        context.report({Stage::Generate, made.ids.size(), static_cast<std::uint64_t>(options.maxTokens), "tokens", "", 0});
        if (std::find(stops.begin(), stops.end(), id) != stops.end()) break;
        input.assign(1, id);
    }
    return made;
}

}  // namespace

Result<std::vector<std::int32_t>> generate(std::shared_ptr<const Checkpoint> model, const std::vector<std::int32_t>& prompt, const GenerateOptions& options,
                                           const Compute& compute, const RunContext& context, const std::function<void(std::int32_t)>& onToken) {
    return guarded("generate", [&]() -> Result<std::vector<std::int32_t>> {
        const auto pass = [&onToken](std::int32_t id, double) {
            if (onToken) onToken(id);
        };
        TACQ_TRY(GeneratedAgainst made, run(std::move(model), nullptr, prompt, options, compute, context, pass));
        return std::move(made.ids);
    });
}

Result<GeneratedAgainst> generateAgainst(std::shared_ptr<const Checkpoint> model, std::shared_ptr<const Checkpoint> base, const std::vector<std::int32_t>& prompt,
                                         const GenerateOptions& options, const Compute& compute, const RunContext& context,
                                         const std::function<void(std::int32_t, double)>& onToken) {
    return guarded("generate", [&] { return run(std::move(model), std::move(base), prompt, options, compute, context, onToken); });
}

}  // namespace tacq
