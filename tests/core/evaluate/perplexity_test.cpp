#include <unistd.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "../model/model_fixture.h"
#include "evaluate/window_runner.h"
#include "tacq/evaluate/evaluate.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::fixture;
namespace fs = std::filesystem;

namespace {

TokenRows rowsOf(const fs::path& file) {
    const auto tokens = tensor(file, "tokens");
    TokenRows rows(static_cast<std::size_t>(tokens.size(0)));
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::int64_t t = 0; t < tokens.size(1); ++t) rows[i].push_back(static_cast<std::int32_t>(tokens[static_cast<std::int64_t>(i)][t].item<std::int64_t>()));
    return rows;
}

fs::path storiesIds() { return fs::path(tacq::paths::testData()) / "evaluate/stories_eval.safetensors"; }

ErrorCode codeOf(const Result<PerplexityResult>& result) {
    REQUIRE_FALSE(result.ok());
    CHECK_FALSE(result.error().message.empty());
    return result.error().code;
}

/// A copy of a feature model with one weight of its embedding replaced.
fs::path damaged(float value) {
    const fs::path folder = fs::temp_directory_path() / ("tacq-nonfinite-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    fs::copy_file(feature("default") / "config.json", folder / "config.json", fs::copy_options::overwrite_existing);
    auto file = SafetensorsFile::open(feature("default") / "model.safetensors");
    REQUIRE(file.ok());
    const auto* entry = file.value().find("model.layers.1.mlp.up_proj.weight");
    REQUIRE(entry != nullptr);
    auto text = readText(feature("default") / "model.safetensors").value();
    std::memcpy(text.data() + entry->offset + 40, &value, sizeof value);
    REQUIRE(writeTextAtomic(folder / "model.safetensors", text).ok());
    return folder;
}

}  // namespace

TEST_CASE("stories260K: perplexity on the reference's ids is the official code's") {
    const auto rows = rowsOf(storiesIds());
    std::vector<Progress> steps;
    RunContext context;
    context.progress = [&](const Progress& step) { steps.push_back(step); };
    const auto result = perplexity(open(stories()), rows, kF32, context);
    REQUIRE(result.ok());
    CHECK(result.value().tokens == 8128);
    CHECK(result.value().windows == 64);
    CHECK(result.value().meanNll == doctest::Approx(1.734213406645407).epsilon(1e-6));  // reference/stories_3bit_p0.0035.json, base
    CHECK(result.value().perplexity == doctest::Approx(5.664470416172411).epsilon(1e-6));
    CHECK(result.value().standardError > 0.005);
    CHECK(result.value().standardError < 0.1);
    REQUIRE(steps.size() == 64);
    CHECK(steps.back().done == 64);
    CHECK(steps.back().value == doctest::Approx(result.value().meanNll));
}

TEST_CASE("SmolLM2: perplexities on the reference's ids are the official code's to 0.2 %") {
    const fs::path reference = fs::path(tacq::paths::sharedData()) / "reference";
    if (smollm2().empty() || !fs::exists(reference)) {
        MESSAGE("skipped: needs TACQ_SMOLLM2 and the shared reference data");
        return;
    }
    const AllThreads threads;
    const auto model = open(smollm2());
    const std::pair<const char*, double> cases[] = {{"gsm8k", 5.374241}, {"wikitext2", 18.849074}, {"c4", 33.233663}};
    for (const auto& [task, expected] : cases) {
        const char* name = task;  // C++20's structured bindings cannot be captured by clang 14
        CAPTURE(name);
        const auto file = reference / ("smollm2_" + std::string(name) + "_eval.safetensors");
        if (!fs::exists(file)) {
            MESSAGE("skipped: no " << file.filename().string());
            continue;
        }
        const auto result = perplexity(model, rowsOf(file), kF32, {});
        REQUIRE(result.ok());
        CHECK(result.value().tokens == 8184);
        CHECK(result.value().perplexity == doctest::Approx(expected).epsilon(0.002));
    }
}

TEST_CASE("rows of different lengths count by their tokens, and rows of one id score nothing") {
    const auto model = open(feature("default"));
    const TokenRows rows{{3, 4, 5, 6, 7}, {8}, {9, 10}};
    const auto all = perplexity(model, rows, kF32, {});
    const auto first = perplexity(model, {rows[0]}, kF32, {}), last = perplexity(model, {rows[2]}, kF32, {});
    REQUIRE(all.ok());
    CHECK(all.value().tokens == 5);
    CHECK(all.value().windows == 2);
    CHECK(all.value().meanNll == doctest::Approx((4 * first.value().meanNll + last.value().meanNll) / 5).epsilon(1e-6));
    CHECK(first.value().standardError == 0);
}

TEST_CASE("a model that one batch is run through is read block by block, not held") {
    const auto model = open(stories());
    const TokenRows one{std::vector<std::int32_t>(100, 1)}, many(40, std::vector<std::int32_t>(100, 1));
    CHECK(residencyFor(*model, one, kF32) == Residency::Streamed);
    CHECK(residencyFor(*model, many, kF32) == chooseResidency(*model, kF32));
}

TEST_CASE("evaluation refuses ids outside the vocabulary, empty rows and windows without a prediction") {
    const auto model = open(feature("default"));
    CHECK(codeOf(perplexity(model, {{3, 61}}, kF32, {})) == ErrorCode::InvalidArgument);
    CHECK(codeOf(perplexity(model, {{3, -1}}, kF32, {})) == ErrorCode::InvalidArgument);
    CHECK(codeOf(perplexity(model, {{3, 4}, {}}, kF32, {})) == ErrorCode::InvalidArgument);
    CHECK(codeOf(perplexity(model, {{3}}, kF32, {})) == ErrorCode::InvalidTask);
    CHECK(codeOf(perplexity(model, {}, kF32, {})) == ErrorCode::InvalidTask);
}

TEST_CASE("a stop request ends evaluation with Cancelled") {
    std::stop_source source;
    RunContext context;
    context.stop = source.get_token();
    context.progress = [&](const Progress&) { source.request_stop(); };
    CHECK(codeOf(perplexity(open(stories()), rowsOf(storiesIds()), kF32, context)) == ErrorCode::Cancelled);
}

TEST_CASE("windows longer than the model's context are run with a warning") {
    std::string warning;
    RunContext context;
    context.log = [&](LogLevel, const std::string& text) { warning = text; };
    const TokenRows rows{std::vector<std::int32_t>(200, 5)};
    CHECK(perplexity(open(feature("default")), rows, kF32, context).ok());
    CHECK(warning.find("128") != std::string::npos);
}

TEST_CASE("NaN in a weight is reported as NonFinite and names the tensor") {
    for (const float value : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        const auto folder = damaged(value);
        const auto model = open(folder);
        const auto result = perplexity(model, {{3, 4, 5}}, kF32, {});
        CHECK(codeOf(result) == ErrorCode::NonFinite);
        CHECK(result.error().message.find("model.layers.1.mlp.up_proj.weight") != std::string::npos);
        CHECK_FALSE(result.error().hint.empty());
        CHECK_FALSE(logits(model, {3, 4, 5}, false, kF32, {}).ok());
        CHECK_FALSE(generate(model, {3, 4, 5}, {}, kF32, {}).ok());
        fs::remove_all(folder);
    }
}

TEST_CASE("windows do not overlap, drop a short last one, and carry BOS when asked") {
    auto tokenizer = Tokenizer::open(stories());
    REQUIRE(tokenizer.ok());
    const std::string text = "Once upon a time there was a little girl who lived in a small house near the sea.";
    const auto ids = tokenizer.value().encode(text, {EncodeOptions::Bos::Never, true});
    REQUIRE(ids.ok());
    const auto total = static_cast<std::int64_t>(ids.value().size());
    const auto plain = makeWindows(tokenizer.value(), text, 6, 0, false);
    REQUIRE(plain.ok());
    CHECK(static_cast<std::int64_t>(plain.value().size()) == total / 6);
    for (std::size_t i = 0; i < plain.value().size(); ++i)
        CHECK(plain.value()[i] == std::vector<std::int32_t>(ids.value().begin() + static_cast<std::ptrdiff_t>(6 * i), ids.value().begin() + static_cast<std::ptrdiff_t>(6 * i + 6)));
    const auto withBos = makeWindows(tokenizer.value(), text, 6, 2, true);
    REQUIRE(withBos.ok());
    REQUIRE(withBos.value().size() == 2);
    CHECK(withBos.value()[1].front() == tokenizer.value().bosToken());
    CHECK(withBos.value()[1].size() == 6);
    CHECK(withBos.value()[1][1] == ids.value()[5]);
    const auto tooLong = makeWindows(tokenizer.value(), text, total + 1, 0, false);
    REQUIRE_FALSE(tooLong.ok());
    CHECK(tooLong.error().code == ErrorCode::InvalidTask);
    CHECK(makeWindows(tokenizer.value(), text, 1, 0, false).error().code == ErrorCode::InvalidArgument);
    CHECK(makeWindows(tokenizer.value(), text, 6, -1, false).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a row long enough to go through a block in stretches gives the states of the whole row") {
    const torch::InferenceMode inference;
    const auto checkpoint = open(feature("default"));
    const auto loaded = CausalLm::load(checkpoint, kF32, Residency::Resident);
    REQUIRE(loaded.ok());
    const CausalLm& model = loaded.value();
    std::vector<std::int32_t> row(8200);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = static_cast<std::int32_t>((i * 2654435761u) % static_cast<std::size_t>(checkpoint->config().vocabSize));
    auto whole = model.embed(idTensor(row, model.device()));
    for (std::int64_t layer = 0; layer < model.layers(); ++layer) whole = model.blockForward(layer, model.block(layer).value(), whole);
    const auto states = hiddenStates(model, {row}, {{0, 1}}, {});
    REQUIRE(states.ok());
    const auto difference = (states.value().front() - model.finalNorm(whole)).abs().max().item<double>();
    CHECK(difference < 1e-4);
    std::stop_source source;
    source.request_stop();
    CHECK(hiddenStates(model, {row}, {{0, 1}}, {source.get_token(), {}, {}}).error().code == ErrorCode::Cancelled);
    const auto targets = idTensor(row, model.device()).squeeze(0);
    CHECK(model.tokenNll(states.value().front().squeeze(0), targets, source.get_token()).numel() == 0);
}
