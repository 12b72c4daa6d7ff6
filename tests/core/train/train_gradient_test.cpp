// What the hand-written way back gives for every kind of parameter, against LibTorch's autograd over the whole model.
#include "test_families.h"
#include "train_support.h"

using namespace tacq;
using namespace tacq::test;

namespace {

struct Case {
    std::string name;
    std::shared_ptr<const Checkpoint> model;
    GridOptions grid;
    LossWeights weights{};
    std::uint64_t activationBytes = 256u << 20;
};

void checkAgainstAutograd(const Case& which) {
    CAPTURE(which.name);
    const CausalLm model = CausalLm::load(which.model, cpu(), Residency::Resident).value();
    const torch::NoGradGuard noGrad;
    const auto linears = packed(*which.model, which.grid, 0.05);
    TunedModel tuned = TunedModel::open(model, sourceOf(linears), everything()).value();
    Calibration text = someRows(which.model->config().vocabSize, {23, 9});
    std::vector<TrainingRow> rows = trainingRows(model, text, LossOn::AllTokens);
    REQUIRE(fillTargets(model, rows, {}).ok());
    const TuneRun how{which.activationBytes, {}, {}};
    const TuningOptions options = everything();
    const RunContext context;
    Tuner tuner(model, tuned, {}, options, 0, how, context);
    tuner.weights = which.weights;
    tuned.zeroGradients();
    Leaves leaves = leavesOf(tuned.parameters());
    for (const TrainingRow& row : rows) {
        const auto value = tuner.addRow(row);
        REQUIRE(value.ok());
        const torch::AutoGradMode record(true);
        const Tensor expected = lossOf(model, linears, leaves, row, which.weights);
        CHECK(value.value() == doctest::Approx(expected.item<double>()).epsilon(1e-5));
        expected.backward();
    }
    std::map<ParameterKind, int> seen;
    for (const Parameter& parameter : tuned.parameters()) {
        CAPTURE(parameter.name);
        CAPTURE(static_cast<int>(parameter.kind));
        const Tensor expected = leaves.at({parameter.kind, parameter.name}).grad();
        REQUIRE(expected.defined());
        CHECK(relativeError(parameter.gradient, expected) < 1e-4);
        ++seen[parameter.kind];
    }
    CHECK(seen[ParameterKind::Scales] == static_cast<int>(linears.size()));
    CHECK(seen[ParameterKind::Kept] > 0);
    CHECK(seen[ParameterKind::Gain] > 0);
}

const GridOptions kPerRow{3, -1, Symmetry::Asymmetric, ScaleType::F16};
const GridOptions kGroups{3, 16, Symmetry::Asymmetric, ScaleType::F16};
const GridOptions kRaggedGroups{2, 24, Symmetry::Asymmetric, ScaleType::F32};
const GridOptions kSymmetric{4, -1, Symmetry::Symmetric, ScaleType::F16};
const GridOptions kSymmetricGroups{4, 8, Symmetry::Symmetric, ScaleType::F16};

}  // namespace

TEST_CASE("gradients equal autograd's with a scale a row, in groups, in groups that do not fill a row, and on symmetric grids") {
    for (const GridOptions& grid : {kPerRow, kGroups, kRaggedGroups, kSymmetric, kSymmetricGroups}) checkAgainstAutograd({gridText(grid), featureModel("default"), grid});
}

TEST_CASE("gradients equal autograd's for biases, q and k norms, tied and untied heads, and windows") {
    for (const char* name : {"all_biases", "qkv_bias", "query_key_norm", "query_key_norm_bias", "tied_head", "sliding_window_some_layers", "grouped_queries"})
        for (const GridOptions& grid : {kPerRow, kGroups}) checkAgainstAutograd({std::string(name) + " " + gridText(grid), featureModel(name), grid});
}

TEST_CASE("gradients equal autograd's for norms on outputs, q and k normed over all heads, and multipliers") {
    test::addTestFamilies();
    // Not the third, whose attention is all but saturated in a few bits, so that what comes through it is rounding.
    for (const std::string name : {"output_norms", "multipliers"})
        for (const GridOptions& grid : {kPerRow, kGroups}) checkAgainstAutograd({name, openModel(test::familyModel(name)), grid});
}

TEST_CASE("gradients equal autograd's whether tapes are kept, recorded again or both") {
    for (const std::uint64_t bytes : {std::uint64_t{0}, std::uint64_t{25'000}}) checkAgainstAutograd({"tapes within " + std::to_string(bytes), featureModel("qkv_bias"), kPerRow, {}, bytes});
}

TEST_CASE("gradients of cross-entropy, of hidden states and of sums of losses equal autograd's") {
    checkAgainstAutograd({"cross-entropy", featureModel("default"), kPerRow, {0, 1, 0}});
    checkAgainstAutograd({"hidden states", featureModel("default"), kPerRow, {0, 0, 1}});
    checkAgainstAutograd({"all three", featureModel("tied_head"), kGroups, {0.7, 0.2, 3}});
}

TEST_CASE("the loss does not depend on how many positions have their logits at once") {
    const auto checkpoint = featureModel("default");
    const CausalLm model = CausalLm::load(checkpoint, cpu(), Residency::Resident).value();
    const torch::NoGradGuard noGrad;
    std::vector<TrainingRow> rows = trainingRows(model, someRows(61, {19}), LossOn::AllTokens);
    REQUIRE(fillTargets(model, rows, {}).ok());
    const Tensor hidden = torch::randn({19, 32}, at::detail::createCPUGenerator(3));
    const HeadInput input{hidden, model.finalNormGain(), rows[0].target, rows[0].ids, rows[0].positions};
    const HeadLoss whole = headLoss(model, input, {0.5, 0.5, 0}, WithGradient::Yes, 1 << 20), pieces = headLoss(model, input, {0.5, 0.5, 0}, WithGradient::Yes, 61 * 4 * 5);
    CHECK(pieces.value == doctest::Approx(whole.value).epsilon(1e-6));
    CHECK(relativeError(pieces.gradient, whole.gradient) < 1e-5);
    CHECK(headLoss(model, input, {0.5, 0.5, 0}, WithGradient::No, 1 << 20).value == doctest::Approx(whole.value).epsilon(1e-6));
}
