// The calibration pass walks the same block as the forward pass, in every family.
#include "quantize/block_pass.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "test_families.h"
#include "test_paths.h"

using namespace tacq;
using torch::Tensor;
namespace fs = std::filesystem;

namespace {

CausalLm load(const fs::path& folder) {
    auto opened = Checkpoint::open(folder);
    REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? std::string() : formatError(opened.error())));
    auto model = CausalLm::load(std::make_shared<const Checkpoint>(std::move(opened).value()), {"cpu", ComputeType::F32, 1}, Residency::Resident);
    REQUIRE(model.ok());
    return std::move(model).value();
}

/// What every linear of the model is given, in model order, by the forward pass.
std::vector<Tensor> inputsOfForward(const CausalLm& model, const Tensor& ids) {
    std::vector<Tensor> seen;
    Tensor x = model.embed(ids.unsqueeze(0));
    for (std::int64_t layer = 0; layer < model.layers(); ++layer) {
        const BlockWeights weights = model.block(layer).value();
        x = model.blockForward(layer, weights, x, [&](LinearKind kind, const Tensor& input, const LinearWeights& linear) {
            seen.push_back(input.squeeze(0).clone());
            return applyLinear(kind, input, linear);
        });
    }
    return seen;
}

/// The same by the calibration pass, which asks once per group of linears that share an input.
std::vector<Tensor> inputsOfPass(const CausalLm& model, const Calibration& calibration) {
    std::vector<Tensor> seen;
    PassSeconds seconds;
    const RunContext context;
    BlockPass pass(model, context, seconds);
    REQUIRE(pass.begin(calibration).ok());
    for (std::int64_t layer = 0; layer < model.layers(); ++layer) {
        BlockWeights weights = model.block(layer).value();
        const auto note = [&](std::span<const LinearKind> kinds, const Tensor& input, BlockWeights&) -> Result<void> {
            for (std::size_t i = 0; i < kinds.size(); ++i) seen.push_back(input.clone());
            return {};
        };
        REQUIRE(pass.run(layer, weights, note, layer + 1 == model.layers()).ok());
    }
    return seen;
}

std::vector<fs::path> models() {
    test::addTestFamilies();
    std::vector<fs::path> folders;
    for (const auto& name : test::kFamilyModels) folders.push_back(test::familyModel(name));
    for (const auto& entry : fs::directory_iterator(fs::path(paths::testData()) / "model"))
        if (fs::exists(entry.path() / "config.json")) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

TEST_CASE("linears see in the calibration pass what they see in the forward pass, in every family") {
    const torch::NoGradGuard noGrad;
    for (const auto& folder : models()) {
        CAPTURE(folder.string());
        const CausalLm model = load(folder);
        std::vector<std::int32_t> row;
        for (std::int32_t i = 0; i < 21; ++i) row.push_back(3 + (i * 17) % 50);
        Calibration calibration;
        calibration.rows = {row};
        const auto expected = inputsOfForward(model, torch::tensor(row, torch::kInt32).to(torch::kInt64));
        const auto seen = inputsOfPass(model, calibration);
        REQUIRE(seen.size() == expected.size());
        REQUIRE(seen.size() == static_cast<std::size_t>(model.layers() * kLinearKinds));
        for (std::size_t i = 0; i < seen.size(); ++i) {
            CAPTURE(i);
            REQUIRE(seen[i].sizes() == expected[i].sizes());
            CHECK((seen[i] - expected[i]).abs().max().item<float>() < 1e-5f);
        }
    }
}
