#include <doctest/doctest.h>
#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "saliency_support.h"
#include "test_families.h"
#include "test_paths.h"

using namespace tacq;
namespace fs = std::filesystem;
using torch::Tensor;
using namespace tacq::test;

namespace {

/// Rows of different lengths, ids spread over the vocabulary by a fixed rule.
Calibration someRows(std::int64_t vocabulary, const std::vector<std::size_t>& lengths) {
    Calibration calibration;
    calibration.taskName = "test";
    std::uint32_t state = 12345;
    for (const std::size_t length : lengths) {
        std::vector<std::int32_t> ids;
        for (std::size_t i = 0; i < length; ++i) {
            state = state * 1664525u + 1013904223u;
            ids.push_back(static_cast<std::int32_t>((state >> 8) % static_cast<std::uint32_t>(vocabulary)));
        }
        calibration.tokenCount += static_cast<std::int64_t>(ids.size());
        calibration.rows.push_back(std::move(ids));
    }
    return calibration;
}

std::string bytesOf(const fs::path& file) {
    auto text = readText(file);
    REQUIRE(text.ok());
    return text.value();
}

/// Σ |dL/dW| by LibTorch's autograd over the whole model, weights requiring gradients: slow, and nothing of ours but the forward pass.
std::vector<Tensor> byAutograd(const CausalLm& model, const Calibration& calibration, bool masked) {
    std::vector<Tensor> sums;
    for (std::size_t row = 0; row < calibration.rows.size(); ++row) {
        const torch::AutoGradMode record(true);
        std::vector<BlockWeights> blocks;
        torch::autograd::variable_list leaves;
        for (std::int64_t layer = 0; layer < model.layers(); ++layer) {
            blocks.push_back(model.block(layer).value());
            for (LinearWeights& linear : blocks.back().linears) {
                linear.weight = linear.weight.clone().requires_grad_();
                leaves.push_back(linear.weight);
            }
        }
        const auto& tokens = calibration.rows[row];
        const Tensor ids = torch::tensor(std::vector<std::int64_t>(tokens.begin(), tokens.end()), torch::kInt64);
        Tensor x = model.embed(ids.unsqueeze(0));
        for (std::int64_t layer = 0; layer < model.layers(); ++layer) x = model.blockForward(layer, blocks[static_cast<std::size_t>(layer)], x);
        const Tensor logits = model.head(model.finalNorm(x)).squeeze(0).narrow(0, 0, ids.size(0) - 1);
        Tensor nll = torch::nll_loss(torch::log_softmax(logits, -1), ids.narrow(0, 1, ids.size(0) - 1), {}, at::Reduction::None);
        if (masked) {
            std::vector<std::int64_t> kept;
            for (std::size_t t = 1; t < tokens.size(); ++t)
                if (calibration.lossMask[row][t]) kept.push_back(static_cast<std::int64_t>(t) - 1);
            nll = nll.index_select(0, torch::tensor(kept, torch::kInt64));
        }
        const auto gradients = torch::autograd::grad({nll.mean()}, leaves);
        for (std::size_t i = 0; i < gradients.size(); ++i) {
            if (row == 0) sums.push_back(gradients[i].abs());
            else sums[i].add_(gradients[i].abs());
        }
    }
    return sums;
}

void checkAgainstAutograd(const fs::path& path, bool masked) {
    CAPTURE(path.string());
    const auto checkpoint = openModel(path);
    Calibration calibration = someRows(checkpoint->config().vocabSize, {24, 2, 37});
    if (masked)
        for (const auto& row : calibration.rows) {
            calibration.lossMask.emplace_back(row.size(), std::uint8_t{0});
            for (std::size_t t = 1; t < row.size(); t += 3) calibration.lossMask.back()[t] = 1;
        }
    GradientOptions options;
    options.lossOn = masked ? LossOn::MaskedTokens : LossOn::AllTokens;
    const fs::path folder = scratch("autograd");
    auto figures = accumulateGradients(checkpoint, calibration, options, cpu(), folder, {});
    REQUIRE_MESSAGE(figures.ok(), (figures.ok() ? std::string() : formatError(figures.error())));
    const CausalLm model = CausalLm::load(checkpoint, cpu(), Residency::Resident).value();
    const auto expected = byAutograd(model, calibration, masked);
    const auto file = SafetensorsFile::open(folder / "gradient.safetensors").value();
    const auto linears = checkpoint->linears();
    REQUIRE(expected.size() == linears.size());
    for (std::size_t i = 0; i < linears.size(); ++i) {
        CAPTURE(linears[i].name);
        CHECK(relativeError(readTensor(file, linears[i]), expected[i]) < 1e-4);
        CHECK(figures.value().gradientSum[i] == doctest::Approx(expected[i].sum(torch::kFloat64).item<double>()).epsilon(1e-5));
    }
}

std::vector<fs::path> featureModels() {
    std::vector<fs::path> folders;
    std::error_code ec;
    for (const auto& entry : fs::directory_iterator(fs::path(tacq::paths::testData()) / "model", ec))
        if (fs::exists(entry.path() / "config.json")) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

TEST_CASE("gradients equal autograd's on the sample, on all tokens and on masked ones") {
    checkAgainstAutograd(kSample, false);
    checkAgainstAutograd(kSample, true);
}

TEST_CASE("gradients equal autograd's for every architecture feature") {
    for (const auto& folder : featureModels()) checkAgainstAutograd(folder, false);
}

TEST_CASE("gradients equal autograd's for every way a family puts a block together") {
    test::addTestFamilies();
    for (const auto& name : test::kFamilyModels) checkAgainstAutograd(test::familyModel(name), false);
}

TEST_CASE("keeping, recomputing or mixing activations gives the same bytes") {
    const auto checkpoint = openModel(kSample);
    const auto calibration = someRows(checkpoint->config().vocabSize, {40, 17});
    std::string expected;
    for (const auto& [recompute, bytes] : std::initializer_list<std::pair<Recompute, std::uint64_t>>{
             {Recompute::Never, 0}, {Recompute::Always, 0}, {Recompute::Auto, 100'000}, {Recompute::Auto, 256u << 20}}) {
        GradientOptions options;
        options.recompute = recompute;
        options.activationBytes = bytes;
        const fs::path folder = scratch("recompute");
        REQUIRE(accumulateGradients(checkpoint, calibration, options, cpu(), folder, {}).ok());
        const std::string made = bytesOf(folder / "gradient.safetensors");
        if (expected.empty()) expected = made;
        CHECK(made == expected);
    }
}

TEST_CASE("a stopped run goes on where it was and ends with the same bytes") {
    const auto checkpoint = openModel(kSample);
    const auto calibration = someRows(checkpoint->config().vocabSize, {20, 31, 12, 25});
    const fs::path whole = scratch("whole"), stopped = scratch("stopped");
    const auto expected = accumulateGradients(checkpoint, calibration, {}, cpu(), whole, {});
    REQUIRE(expected.ok());

    std::stop_source stop;
    RunContext context{stop.get_token(), [&](const Progress& step) { if (step.done == 2) stop.request_stop(); }, {}};
    const auto cancelled = accumulateGradients(checkpoint, calibration, {}, cpu(), stopped, context);
    REQUIRE_FALSE(cancelled.ok());
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
    CHECK(fs::exists(stopped / "partial.safetensors"));
    CHECK_FALSE(fs::exists(stopped / "gradient.safetensors"));

    std::vector<std::uint64_t> seen;
    const RunContext watching{{}, [&](const Progress& step) { seen.push_back(step.done); }, {}};
    const auto resumed = accumulateGradients(checkpoint, calibration, {}, cpu(), stopped, watching);
    REQUIRE(resumed.ok());
    CHECK(seen == std::vector<std::uint64_t>{2, 3, 4});
    CHECK(bytesOf(stopped / "gradient.safetensors") == bytesOf(whole / "gradient.safetensors"));
    CHECK(resumed.value().meanNll == expected.value().meanNll);
    CHECK_FALSE(fs::exists(stopped / "partial.safetensors"));
}

TEST_CASE("a run stopped on a row's way back counts no layer of it twice") {
    const auto checkpoint = openModel(kSample);
    const auto calibration = someRows(checkpoint->config().vocabSize, {20, 31, 12});
    const fs::path whole = scratch("whole-rows");
    REQUIRE(accumulateGradients(checkpoint, calibration, {}, cpu(), whole, {}).ok());
    // Stops at many moments, until some have fallen between two layers of a way back.
    int between = 0;
    for (int moment = 0; moment < 400 && between < 3; ++moment) {
        CAPTURE(moment);
        const fs::path folder = scratch("torn");
        std::stop_source stop;
        const RunContext context{stop.get_token(), {}, {}};
        std::jthread stopper([&stop, moment] {
            std::this_thread::sleep_for(std::chrono::microseconds(200 * moment));
            stop.request_stop();
        });
        if (accumulateGradients(checkpoint, calibration, {}, cpu(), folder, context).ok()) continue;
        if (fs::exists(folder / "partial.safetensors"))
            between += SafetensorsFile::open(folder / "partial.safetensors").value().metadata().contains("begun_layer") ? 1 : 0;
        REQUIRE(accumulateGradients(checkpoint, calibration, {}, cpu(), folder, {}).ok());
        CHECK(bytesOf(folder / "gradient.safetensors") == bytesOf(whole / "gradient.safetensors"));
    }
    CHECK(between > 0);
}

TEST_CASE("partial sums of other rows, and damaged ones, are not picked up") {
    const auto checkpoint = openModel(kSample);
    const auto calibration = someRows(checkpoint->config().vocabSize, {20, 31, 12});
    const fs::path folder = scratch("foreign");
    std::stop_source stop;
    RunContext context{stop.get_token(), [&](const Progress& step) { if (step.done == 1) stop.request_stop(); }, {}};
    REQUIRE_FALSE(accumulateGradients(checkpoint, calibration, {}, cpu(), folder, context).ok());
    REQUIRE(fs::exists(folder / "partial.safetensors"));

    auto other = calibration;
    other.rows[0][3] ^= 1;
    std::uint64_t first = 99;
    const RunContext watching{{}, [&](const Progress& step) { first = std::min(first, step.done); }, {}};
    SUBCASE("another task") {
        REQUIRE(accumulateGradients(checkpoint, other, {}, cpu(), folder, watching).ok());
    }
    SUBCASE("cut short") {
        fs::resize_file(folder / "partial.safetensors", fs::file_size(folder / "partial.safetensors") / 2);
        REQUIRE(accumulateGradients(checkpoint, calibration, {}, cpu(), folder, watching).ok());
    }
    CHECK(first == 0);
}

TEST_CASE("partial sums are saved while the run goes on") {
    const auto checkpoint = openModel(kSample);
    const auto calibration = someRows(checkpoint->config().vocabSize, {20, 31, 12});
    const fs::path folder = scratch("periodic");
    GradientOptions options;
    options.saveEverySeconds = 0;
    bool seen = false;
    const RunContext watching{{}, [&](const Progress& step) { seen = seen || (step.done == 2 && fs::exists(folder / "partial.safetensors")); }, {}};
    REQUIRE(accumulateGradients(checkpoint, calibration, options, cpu(), folder, watching).ok());
    CHECK(seen);
}

TEST_CASE("rows that cannot be used are refused by number") {
    const auto checkpoint = openModel(kSample);
    const auto run = [&](const Calibration& calibration, LossOn lossOn) {
        GradientOptions options;
        options.lossOn = lossOn;
        const auto result = accumulateGradients(checkpoint, calibration, options, cpu(), scratch("refused"), {});
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == ErrorCode::InvalidTask);
        return formatError(result.error());
    };
    CHECK(run({}, LossOn::AllTokens).find("no calibration rows") != std::string::npos);
    CHECK(run(someRows(512, {5, 1}), LossOn::AllTokens).find("row 2") != std::string::npos);
    auto outside = someRows(512, {5, 5});
    outside.rows[0][2] = 512;
    CHECK(run(outside, LossOn::AllTokens).find("token 512") != std::string::npos);
    auto masked = someRows(512, {5, 5});
    masked.lossMask = {{0, 1, 1, 1, 1}, {1, 0, 0, 0, 0}};
    CHECK(run(masked, LossOn::MaskedTokens).find("row 2") != std::string::npos);
}

TEST_CASE("NaN in a weight is reported with the tensor's name") {
    const fs::path folder = scratch("nan") / "model";
    fs::copy(kSample, folder);
    std::string file = bytesOf(folder / "model.safetensors");
    const auto source = SafetensorsFile::open(folder / "model.safetensors").value();
    const std::string name = "model.layers.2.mlp.up_proj.weight";
    const float bad = std::nanf("");
    std::memcpy(file.data() + source.find(name)->offset + 40, &bad, sizeof bad);
    fs::permissions(folder / "model.safetensors", fs::perms::owner_write, fs::perm_options::add);
    std::ofstream(folder / "model.safetensors", std::ios::binary) << file;
    const auto result = accumulateGradients(openModel(folder), someRows(512, {10}), {}, cpu(), scratch("nan-out"), {});
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::NonFinite);
    CHECK(formatError(result.error()).find(name) != std::string::npos);
}

TEST_CASE("bf16 arithmetic stays close to float32") {
    const auto checkpoint = openModel(kSample);
    const auto calibration = someRows(512, {64});
    auto compute = cpu();
    const auto exact = accumulateGradients(checkpoint, calibration, {}, compute, scratch("f32"), {});
    compute.type = ComputeType::BF16;
    const auto rounded = accumulateGradients(checkpoint, calibration, {}, compute, scratch("bf16"), {});
    REQUIRE((exact.ok() && rounded.ok()));
    CHECK(rounded.value().meanNll == doctest::Approx(exact.value().meanNll).epsilon(0.02));
    for (std::size_t i = 0; i < exact.value().gradientSum.size(); ++i)
        CHECK(rounded.value().gradientSum[i] == doctest::Approx(exact.value().gradientSum[i]).epsilon(0.05));
}
