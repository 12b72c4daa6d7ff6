#include <doctest/doctest.h>

#include <random>

#include "tacq/budget/smaller.h"

using namespace tacq;

namespace {

/// A Llama of the given sizes, bf16, with tied embeddings.
struct MadeModel {
    ModelConfig config;
    std::vector<LinearInfo> linears;
    std::vector<TensorInfo> tensors;

    MadeModel(std::int64_t layers, std::int64_t hidden, std::int64_t inner, std::int64_t keyValue, std::int64_t vocabulary, std::int64_t context) {
        config.layers = layers;
        config.hiddenSize = hidden;
        config.intermediateSize = inner;
        config.vocabSize = vocabulary;
        config.contextLength = context;
        add("model.embed_tokens.weight", {vocabulary, hidden});
        for (std::int64_t layer = 0; layer < layers; ++layer) {
            const std::string prefix = "model.layers." + std::to_string(layer) + ".";
            const auto linear = [&](const char* name, LinearKind kind, std::int64_t rows, std::int64_t columns) {
                linears.push_back({prefix + name + ".weight", layer, kind, rows, columns});
                add(linears.back().name, {rows, columns});
            };
            linear("self_attn.q_proj", LinearKind::Query, hidden, hidden);
            linear("self_attn.k_proj", LinearKind::Key, keyValue, hidden);
            linear("self_attn.v_proj", LinearKind::Value, keyValue, hidden);
            linear("self_attn.o_proj", LinearKind::Output, hidden, hidden);
            linear("mlp.gate_proj", LinearKind::Gate, inner, hidden);
            linear("mlp.up_proj", LinearKind::Up, inner, hidden);
            linear("mlp.down_proj", LinearKind::Down, hidden, inner);
            add(prefix + "input_layernorm.weight", {hidden});
            add(prefix + "post_attention_layernorm.weight", {hidden});
        }
        add("model.norm.weight", {hidden});
    }
    void add(const std::string& name, std::vector<std::int64_t> shape) {
        TensorInfo tensor{name, TensorType::BF16, std::move(shape), 0};
        tensor.bytes = static_cast<std::uint64_t>(tensor.elements()) * 2;
        tensors.push_back(tensor);
    }
    ModelGeometry geometry() const { return {linears, tensors, &config}; }
    std::int64_t weights() const {
        std::int64_t sum = 0;
        for (const LinearInfo& linear : linears) sum += linear.elements();
        return sum;
    }
};

MadeModel smol() { return {30, 576, 1536, 192, 49152, 8192}; }

SmallerPlan planned(const MadeModel& model, std::uint64_t bytes, double seconds = 300, double rate = 100e9) {
    const auto plan = planSmaller({model.geometry(), bytes, 0, seconds, rate, 64});
    REQUIRE_MESSAGE(plan.ok(), formatError(plan.error()));
    return plan.value();
}

}  // namespace

TEST_CASE("SmolLM2 at 75 MB takes 3 bits and 8-bit embeddings") {
    const MadeModel model = smol();
    CHECK(model.weights() == 106'168'320);
    const SmallerPlan plan = planned(model, 75'000'000);
    CHECK(plan.grid.bits == 3);
    CHECK(plan.embeddingBits == EmbeddingBits::Eight);
    CHECK(plan.fraction >= kLeastKeptFraction);
    CHECK(plan.fraction <= kMostKeptFraction);
    CHECK(plan.kept == keptForFraction(plan.fraction, model.weights()).value());
    CHECK(plan.ledger.modelBytes <= 75'000'000);
    // One step of the fraction more would not fit, or is not wanted.
    if (plan.fraction < kMostKeptFraction) CHECK(plan.ledger.modelBytes + 4 * static_cast<std::uint64_t>(2e-5 * 106'168'320) > 75'000'000);
}

TEST_CASE("a larger size never gives a narrower width, and what is left goes into kept weights") {
    const MadeModel model = smol();
    const std::uint64_t least = smallestBytes(model.geometry()).value();
    int bits = 2;
    for (std::uint64_t bytes = least; bytes < 280'000'000; bytes += 3'700'000) {
        const SmallerPlan plan = planned(model, bytes);
        CAPTURE(bytes);
        CHECK(plan.ledger.modelBytes <= bytes);
        CHECK(plan.grid.bits >= bits);
        bits = plan.grid.bits;
        CHECK(plan.fraction >= kLeastKeptFraction);
        CHECK(plan.fraction <= kMostKeptFraction);
    }
    CHECK(bits == 8);
    CHECK(planned(model, 1'000'000'000).fraction == kMostKeptFraction);
    CHECK(planned(model, 1'000'000'000).embeddingBits == EmbeddingBits::Source16);
}

TEST_CASE("the smallest size is agreed to, one byte less is refused with that size") {
    const MadeModel model = smol();
    const std::uint64_t least = smallestBytes(model.geometry()).value();
    const SmallerPlan plan = planned(model, least);
    CHECK(plan.grid.bits == 2);
    CHECK(plan.ledger.modelBytes == least);
    CHECK(plan.fraction == kLeastKeptFraction);
    const auto refused = planSmaller({model.geometry(), least - 1, 0, 300, 1e11, 64});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::InvalidArgument);
    CHECK(refused.error().message.find(std::to_string(least)) != std::string::npos);
    CHECK_FALSE(planSmaller({model.geometry(), 0, 0, 300, 1e11, 64}).ok());
    CHECK_FALSE(planSmaller({model.geometry(), 0, 1.9, 300, 1e11, 64}).ok());
}

TEST_CASE("bits can be the target instead of bytes") {
    const MadeModel model = smol();
    const auto plan = planSmaller({model.geometry(), 0, 3.3, 300, 1e11, 64});
    REQUIRE(plan.ok());
    CHECK(plan.value().grid.bits == 3);
    CHECK(plan.value().embeddingBits == EmbeddingBits::Source16);  // bits do not count embeddings
    CHECK(plan.value().ledger.totalBits <= 3.3);
}

TEST_CASE("the planned size is that of any distribution of the kept weights, and of solveBudget") {
    const MadeModel model = smol();
    const SmallerPlan plan = planned(model, 90'000'000);
    PackedPlan packed;
    for (const LinearInfo& linear : model.linears) packed.linears.push_back({linear.name, linear.rows, linear.columns, plan.grid, 0, ValueType::F16});
    for (const TensorInfo& tensor : model.tensors)
        if (tensor.name.find("proj") == std::string::npos) packed.dense.push_back(tensor);
    packed.embeddingBits = plan.embeddingBits;
    packed.metadata = {{"format", "tacq-1"}, {"base_sha256", std::string(64, 'f')}, {"run_key", std::string(64, 'a')}, {"bits", std::to_string(plan.grid.bits)},
                       {"group_size", std::to_string(plan.grid.groupSize)}};
    std::mt19937_64 random(3);
    for (int round = 0; round < 5; ++round) {
        for (PackedShape& linear : packed.linears) linear.kept = 0;
        for (std::uint64_t left = plan.kept; left > 0;) {
            PackedShape& linear = packed.linears[random() % packed.linears.size()];
            const auto some = std::min<std::uint64_t>({left, random() % 9000 + 1, static_cast<std::uint64_t>(linear.rows * linear.columns - linear.kept)});
            linear.kept += static_cast<std::int64_t>(some);
            left -= some;
        }
        CHECK(makeLedger(packed).value().modelBytes == plan.ledger.modelBytes);
    }
}

TEST_CASE("samples and tokens fill the time that is allowed") {
    const MadeModel model = smol();
    const auto amount = [&](double seconds, double rate) { return planned(model, 75'000'000, seconds, rate); };
    const SmallerPlan hurried = amount(1, 1e9);
    CHECK(hurried.samples == 4);
    CHECK(hurried.tokens == 128);
    CHECK_FALSE(hurried.inTime);
    const SmallerPlan unknown = amount(300, 0);
    CHECK(unknown.samples == 4);
    CHECK(unknown.tokens == 128);
    const SmallerPlan endless = amount(1e9, 1e12);
    CHECK(endless.samples == 128);
    CHECK(endless.tokens == 2048);
    std::int64_t before = 0;
    for (const double seconds : {60.0, 120.0, 300.0, 600.0, 1800.0, 7200.0}) {
        const SmallerPlan plan = amount(seconds, 100e9);
        CAPTURE(seconds);
        if (plan.inTime) CHECK(plan.seconds() <= seconds);
        CHECK(plan.samples * plan.tokens >= before);
        CHECK(plan.samples >= 4);
        CHECK(plan.samples <= 128);
        CHECK((plan.tokens <= 128 || plan.samples >= 16));
        CHECK((plan.tokens <= 512 || plan.samples == 128));
        before = plan.samples * plan.tokens;
    }
    CHECK(before > 4 * 512);
    // No more tokens than the model can read at once.
    const MadeModel shortSighted(2, 64, 176, 64, 512, 96);
    CHECK(planned(shortSighted, 400'000, 1e9, 1e12).tokens == 96);
}
