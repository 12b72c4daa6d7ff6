#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/model/compute.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {

using TokenRows = std::vector<std::vector<std::int32_t>>;

/// Non-overlapping windows of `window` ids of a text tokenized once as a whole (no BOS; with addBos: BOS + window − 1 ids each).
/// A short last window is dropped. maxWindows 0: all. InvalidTask when not even one window results; Cancelled.
///
/// Example:
///     TACQ_TRY(Checkpoint opened, Checkpoint::open("/tmp/small"));
///     const auto model = std::make_shared<const Checkpoint>(std::move(opened));
///     TACQ_TRY(const Tokenizer tokenizer, Tokenizer::fromCheckpoint(*model));
///     TACQ_TRY(const TokenRows windows, makeWindows(tokenizer, "Once upon a time …", 128, 0, false));
///     TACQ_TRY(const Compute compute, resolveCompute({}));
///     TACQ_TRY(const PerplexityResult result, perplexity(model, windows, compute, {}));
Result<TokenRows> makeWindows(const Tokenizer& tokenizer, const std::string& text, std::int64_t window, std::int64_t maxWindows, bool addBos,
                              const std::stop_token& stop = {});

struct PerplexityResult {
    std::int64_t tokens = 0, windows = 0;  ///< tokens scored: window − 1 each
    double meanNll = 0, perplexity = 0;
    double standardError = 0;              ///< of meanNll (standardErrorOfMean: windows weigh by their tokens)
};
Result<PerplexityResult> perplexity(std::shared_ptr<const Checkpoint> model, const TokenRows& windows, const Compute& compute, const RunContext& context);

struct CompareResult {
    double klMean = 0, klMedian = 0, klP99 = 0;  ///< KL(A ‖ B) per token, nats
    double top1Agreement = 0;                    ///< share of positions with the same argmax
    double meanNllA = 0, meanNllB = 0;
    std::int64_t tokens = 0, windows = 0;
};
/// Both models run over the same windows; logits of one chunk at a time exist.
Result<CompareResult> compare(std::shared_ptr<const Checkpoint> a, std::shared_ptr<const Checkpoint> b, const TokenRows& windows, const Compute& compute, const RunContext& context);

struct TokenLogit { std::int32_t id = 0; double logit = 0; };
struct LogitsResult {
    std::vector<TokenLogit> top;   ///< last position, 20 highest
    double logSumExp = 0;          ///< last position, over the vocabulary
    double meanNll = 0;            ///< mean next-token NLL of the sequence; 0 for a single token
    std::vector<float> all;        ///< [tokens, vocabulary] when asked for
};
Result<LogitsResult> logits(std::shared_ptr<const Checkpoint> model, const std::vector<std::int32_t>& tokens, bool keepAll, const Compute& compute, const RunContext& context);

struct GenerateOptions {
    std::int64_t maxTokens = 64;
    double temperature = 0;   ///< 0: greedy
    std::uint64_t seed = 0;
};
/// Stops at an end-of-sequence token. `onToken` (may be empty) is called for each new id. Returns the new ids only.
Result<std::vector<std::int32_t>> generate(std::shared_ptr<const Checkpoint> model, const std::vector<std::int32_t>& prompt, const GenerateOptions& options,
                                           const Compute& compute, const RunContext& context, const std::function<void(std::int32_t)>& onToken = {});

struct GeneratedAgainst {
    std::vector<std::int32_t> ids;  ///< the new ids only
    std::vector<double> kl;         ///< one per id: KL(base ‖ model) of the distributions that the id was chosen from, nats
};
/// generate(), while `base` reads the same tokens (prompt and what `model` writes) with a cache of its own. The divergence is taken over the whole
/// vocabulary at temperature 1, whatever the temperature of the choice. `onToken` (may be empty): (new id, its divergence).
/// Without a `base` (null) there are no divergences. InvalidArgument when the vocabularies differ in size.
Result<GeneratedAgainst> generateAgainst(std::shared_ptr<const Checkpoint> model, std::shared_ptr<const Checkpoint> base, const std::vector<std::int32_t>& prompt,
                                         const GenerateOptions& options, const Compute& compute, const RunContext& context,
                                         const std::function<void(std::int32_t, double)>& onToken = {});

}  // namespace tacq
