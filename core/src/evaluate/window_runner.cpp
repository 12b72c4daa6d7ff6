#include "evaluate/window_runner.h"

#include <algorithm>

namespace tacq {
namespace {

constexpr std::int64_t kBatchTokens = 1024;
constexpr std::int64_t kGroupBytes = 256 << 20;  // hidden states kept between two blocks of a streamed model

torch::Tensor batchIds(const TokenRows& rows, const RowBatch& batch, const torch::Device& device) {
    std::vector<torch::Tensor> ids;
    for (std::size_t i = batch.begin; i < batch.end; ++i) ids.push_back(idTensor(rows[i], device));
    return ids.size() == 1 ? ids.front() : torch::cat(ids);
}

/// Rows beyond this length go through a block a stretch at a time, so that a stop is heeded; shorter ones at once.
constexpr std::int64_t kLongRow = 8192;
constexpr std::int64_t kStretchWork = 700'000'000;  // operations: well under 100 ms on two busy cores, even of heads too narrow for full speed
constexpr std::int64_t kShortestStretch = 16, kLongestStretch = 512;

/// Tokens after `past` others that one stretch takes.
std::int64_t stretchLength(const ModelConfig& config, std::int64_t past) {
    const std::int64_t linears = 2 * config.hiddenSize * (2 * config.heads * config.headDim + 2 * config.keyValueHeads * config.headDim + 3 * config.intermediateSize);
    const std::int64_t attention = 4 * past * config.heads * config.headDim;
    return std::clamp(kStretchWork / std::max<std::int64_t>(1, linears + attention), kShortestStretch, kLongestStretch);
}

/// blockForward() of long rows: each stretch sees the keys and values of those before it.
Result<torch::Tensor> longBlockForward(const CausalLm& model, std::int64_t layer, const BlockWeights& weights, const torch::Tensor& x, const RunContext& context) {
    KeyValueCache cache;
    std::vector<torch::Tensor> pieces;
    for (std::int64_t begin = 0; begin < x.size(1);) {
        TACQ_CHECK(context.checkpoint());
        const std::int64_t count = std::min(stretchLength(model.config(), begin), x.size(1) - begin);
        pieces.push_back(model.blockForward(layer, weights, x.narrow(1, begin, count), applyLinear, &cache));
        cache.length = begin += count;
    }
    return torch::cat(pieces, 1);
}

}  // namespace

Result<void> checkIds(const TokenRows& rows, const ModelConfig& config) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].empty()) return Error{ErrorCode::InvalidArgument, "a token sequence is empty", "row " + std::to_string(i), "give at least one token id"};
        for (const auto id : rows[i])
            if (id < 0 || id >= config.vocabSize)
                return Error{ErrorCode::InvalidArgument, "token id " + std::to_string(id) + " is outside the vocabulary of " + std::to_string(config.vocabSize),
                             "row " + std::to_string(i), "use ids made by this model's own tokenizer"};
    }
    return {};
}

Result<void> sameVocabulary(const Checkpoint& a, const Checkpoint& b) {
    if (a.config().vocabSize == b.config().vocabSize) return {};
    return Error{ErrorCode::InvalidArgument, "the two models have vocabularies of " + std::to_string(a.config().vocabSize) + " and " +
                 std::to_string(b.config().vocabSize) + " tokens", a.displayName() + ", " + b.displayName(), "compare models with one tokenizer"};
}

torch::Tensor idTensor(const std::vector<std::int32_t>& ids, const torch::Device& device) {
    const auto view = torch::from_blob(const_cast<std::int32_t*>(ids.data()), {1, static_cast<std::int64_t>(ids.size())}, torch::kInt32);
    return view.to(device, torch::kInt64);
}

void noteContextLength(const TokenRows& rows, const ModelConfig& config, const RunContext& context) {
    for (const auto& row : rows) {
        if (config.contextLength <= 0 || static_cast<std::int64_t>(row.size()) <= config.contextLength) continue;
        context.note(LogLevel::Warning, "sequences of " + std::to_string(row.size()) + " tokens exceed the model's context of " +
                     std::to_string(config.contextLength) + "; figures beyond it mean little");
        return;
    }
}

Residency residencyFor(const Checkpoint& checkpoint, const TokenRows& rows, const Compute& compute) {
    if (compute.device == "cpu" && batchRows(rows).size() <= 1) return Residency::Streamed;
    return chooseResidency(checkpoint, compute);
}

std::vector<RowBatch> batchRows(const TokenRows& rows) {
    std::vector<RowBatch> batches;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t length = rows[i].size();
        const bool fits = !batches.empty() && rows[batches.back().begin].size() == length &&
                          static_cast<std::int64_t>((batches.back().end - batches.back().begin + 1) * length) <= kBatchTokens;
        if (fits) batches.back().end = i + 1;
        else batches.push_back({i, i + 1});
    }
    return batches;
}

std::vector<std::vector<RowBatch>> groupBatches(const TokenRows& rows, const CausalLm& model) {
    std::vector<std::vector<RowBatch>> groups;
    std::int64_t bytes = 0;
    for (const auto& batch : batchRows(rows)) {
        const auto tokens = static_cast<std::int64_t>((batch.end - batch.begin) * rows[batch.begin].size());
        const std::int64_t more = tokens * model.config().hiddenSize * static_cast<std::int64_t>(torch::elementSize(model.type()));
        if (groups.empty() || model.residency() == Residency::Resident || bytes + more > kGroupBytes) {
            groups.emplace_back();
            bytes = 0;
        }
        groups.back().push_back(batch);
        bytes += more;
    }
    return groups;
}

Result<std::vector<torch::Tensor>> hiddenStates(const CausalLm& model, const TokenRows& rows, const std::vector<RowBatch>& group,
                                                const RunContext& context) {
    std::vector<torch::Tensor> states;
    for (const auto& batch : group) states.push_back(model.embed(batchIds(rows, batch, model.device())));
    for (std::int64_t layer = 0; layer < model.layers(); ++layer) {
        TACQ_TRY(const auto weights, model.block(layer));
        for (auto& state : states) {
            TACQ_CHECK(context.checkpoint());
            if (state.size(1) > kLongRow) {
                TACQ_TRY(state, longBlockForward(model, layer, weights, state, context));
            } else {
                state = model.blockForward(layer, weights, state);
            }
        }
    }
    for (auto& state : states) state = model.finalNorm(state);
    return states;
}

}  // namespace tacq
