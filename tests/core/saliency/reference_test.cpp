// Parity with the official code's gradients (tests/data/saliency, and the larger set where it exists).
#include <doctest/doctest.h>
#include <torch/torch.h>

#include <cmath>
#include <cstring>

#include "base/json.h"
#include "saliency_support.h"
#include "test_paths.h"

using namespace tacq;
namespace fs = std::filesystem;
using namespace tacq::test;

namespace {

Json readJson(const fs::path& path) {
    auto text = readText(path);
    REQUIRE(text.ok());
    auto json = parseJson(text.value(), path.string());
    REQUIRE(json.ok());
    return json.value();
}

/// `tokens` [samples, length] of a file as calibration rows.
Calibration tokenRows(const fs::path& path) {
    const auto file = SafetensorsFile::open(path).value();
    const auto ids = file.typed<std::int32_t>("tokens", "I32").value();
    const auto length = static_cast<std::size_t>(file.find("tokens")->shape[1]);
    Calibration calibration;
    calibration.taskName = path.filename().string();
    for (std::size_t begin = 0; begin < ids.size(); begin += length)
        calibration.rows.emplace_back(ids.begin() + static_cast<std::ptrdiff_t>(begin), ids.begin() + static_cast<std::ptrdiff_t>(begin + length));
    calibration.tokenCount = static_cast<std::int64_t>(ids.size());
    return calibration;
}

GradientFigures run(const fs::path& model, const Calibration& calibration, const fs::path& folder) {
    auto figures = accumulateGradients(openModel(model), calibration, {}, cpu(), folder, {});
    REQUIRE_MESSAGE(figures.ok(), (figures.ok() ? std::string() : formatError(figures.error())));
    return figures.value();
}

void checkSums(const GradientFigures& figures, const Json& reference, std::span<const LinearInfo> linears, double tolerance) {
    CHECK(figures.meanNll == doctest::Approx(reference["calibrationMeanNll"].get<double>()).epsilon(1e-5));
    double worst = 0;
    for (std::size_t i = 0; i < linears.size(); ++i) {
        const double expected = reference["gradientSum"][linears[i].name].get<double>();
        const double error = std::abs(figures.gradientSum[i] / expected - 1);
        worst = std::max(worst, error);
        CHECK_MESSAGE(error < tolerance, linears[i].name);
    }
    MESSAGE("largest relative difference of a tensor's gradient sum: ", worst);
}

/// Every weight of the matrices that the reference file holds; |difference| relative to the matrix's root mean square.
void checkWeights(const fs::path& made, const fs::path& reference, std::span<const LinearInfo> linears, double tolerance) {
    const auto ours = SafetensorsFile::open(made).value(), theirs = SafetensorsFile::open(reference).value();
    int compared = 0;
    double worst = 0;
    for (const LinearInfo& linear : linears) {
        if (!theirs.find(linear.name)) continue;
        worst = std::max(worst, relativeError(readTensor(ours, linear), readTensor(theirs, linear)));
        ++compared;
    }
    CHECK(compared > 0);
    CHECK(worst < tolerance);
    MESSAGE(compared, " matrices, largest difference of a weight's gradient over the matrix's root mean square: ", worst);
}

}  // namespace

TEST_CASE("gradients of stories260K equal the official code's") {
    const fs::path data = fs::path(tacq::paths::testData()) / "saliency", folder = scratch("stories");
    const auto figures = run(kSample, tokenRows(data / "stories_gradient.safetensors"), folder);
    const auto checkpoint = openModel(kSample);
    checkSums(figures, readJson(data / "stories_sums.json"), checkpoint->linears(), 1e-4);
    checkWeights(folder / "gradient.safetensors", data / "stories_gradient.safetensors", checkpoint->linears(), 1e-3);
}

TEST_CASE("all gradients of stories260K equal the official code's") {
    const fs::path data = fs::path(tacq::paths::sharedData()) / "reference", folder = scratch("stories-all");
    if (!fs::exists(data)) {
        MESSAGE("skipped: ", data.string(), " is absent");
        return;
    }
    run(kSample, tokenRows(data / "stories_calib.safetensors"), folder);
    checkWeights(folder / "gradient.safetensors", data / "stories_gradient.safetensors", openModel(kSample)->linears(), 1e-3);
}
