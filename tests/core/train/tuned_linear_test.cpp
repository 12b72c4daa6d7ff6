#include <cmath>

#include "tacq/base/parallel.h"
#include "train/kept_products.h"
#include "train_support.h"

using namespace tacq;
using namespace tacq::test;

TEST_CASE("products at kept places are the elements of the whole product, for any number of tokens and threads") {
    for (const std::int64_t tokens : {1, 7, 32, 77, 512}) {
        CAPTURE(tokens);
        const auto dy = randomMatrix(40, tokens, 1), x = randomMatrix(50, tokens, 2);
        std::vector<std::int32_t> rows, columns;
        Random random(3);
        for (int i = 0; i < 300; ++i) {
            rows.push_back(static_cast<std::int32_t>(random.next() % 40));
            columns.push_back(static_cast<std::int32_t>(random.next() % 50));
        }
        std::vector<float> one(rows.size()), two(rows.size());
        setThreadCount(1);
        keptProducts(dy.data(), x.data(), static_cast<std::size_t>(tokens), rows, columns, one);
        setThreadCount(2);
        keptProducts(dy.data(), x.data(), static_cast<std::size_t>(tokens), rows, columns, two);
        setThreadCount(1);
        CHECK(one == two);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            double expected = 0, magnitude = 0;
            for (std::int64_t t = 0; t < tokens; ++t) {
                const double term = static_cast<double>(dy[static_cast<std::size_t>(rows[i] * tokens + t)]) * static_cast<double>(x[static_cast<std::size_t>(columns[i] * tokens + t)]);
                expected += term;
                magnitude += std::abs(term);
            }
            CHECK(std::abs(static_cast<double>(one[i]) - expected) <= 1e-6 * magnitude);
        }
    }
}

TEST_CASE("the weight of a tuned linear is what its packed form says, and follows its values") {
    const auto model = featureModel("default");
    for (const GridOptions& grid : {GridOptions{3, -1, {}, {}}, GridOptions{2, 24, {}, ScaleType::F32}, GridOptions{4, 8, Symmetry::Symmetric, {}}}) {
        CAPTURE(gridText(grid));
        for (const PackedLinear& linear : packed(*model, grid, 0.05)) {
            TunedLinear tuned(linear, torch::kCPU, Codes::Packed), unpacked(linear, torch::kCPU, Codes::Unpacked);
            Tensor expected = torch::empty({linear.rows, linear.columns});
            dequantizeRows(linear, 0, linear.rows, {expected.data_ptr<float>(), static_cast<std::size_t>(expected.numel())});
            const LinearValues stored = tuned.stored();
            CHECK(torch::equal(tuned.weight(stored, torch::kFloat32), expected));
            const LinearValues moved{stored.scales * 1.5, stored.kept + 0.25};
            CHECK(torch::equal(tuned.weight(moved, torch::kFloat32), weightOf(linear, moved.scales, moved.kept)));
            CHECK(torch::equal(tuned.weight(stored, torch::kFloat32), expected));
            CHECK(torch::equal(unpacked.weight(stored, torch::kFloat32), expected));
            CHECK(torch::equal(unpacked.weight(moved, torch::kFloat32), tuned.weight(moved, torch::kFloat32)));
        }
    }
}

TEST_CASE("gradients are the same with codes packed and unpacked, from outputs and through the weight's gradient") {
    const auto model = featureModel("default");
    const torch::NoGradGuard noGrad;
    for (const PackedLinear& linear : packed(*model, {3, -1, {}, {}}, 0.05)) {
        CAPTURE(linear.name);
        TunedLinear tuned(linear, torch::kCPU, Codes::Packed), unpacked(linear, torch::kCPU, Codes::Unpacked);
        const LinearValues values = tuned.stored();
        auto generator = at::detail::createCPUGenerator(5);
        const Tensor x = torch::randn({37, linear.columns}, generator), dy = torch::randn({37, linear.rows}, generator), bias = torch::randn({linear.rows}, generator);
        const Tensor weight = tuned.weight(values, torch::kFloat32), y = torch::linear(x, weight, bias);
        SharedInput input;
        const LinearValues a = tuned.gradients({LinearKind::Query, dy, x, y}, weight, bias, values, input), b = unpacked.gradients({LinearKind::Query, dy, x, y}, weight, bias, values, input),
                           c = tuned.gradients({LinearKind::Query, dy, x, {}}, weight, bias, values, input);
        const Tensor whole = torch::mm(dy.t(), x);
        const Tensor scales = (whole * stepsOf(linear)).sum(1), kept = whole.view({-1}).index_select(0, placesOf(linear));
        for (const LinearValues& one : {a, b, c}) {
            CHECK(relativeError(one.scales, scales) < 1e-5);
            CHECK(relativeError(one.kept, kept) < 1e-5);
        }
    }
}

TEST_CASE("one step of training equals LibTorch's AdamW on LibTorch's gradients, for every kind of parameter") {
    for (const char* name : {"all_biases", "query_key_norm", "qkv_bias"}) {
        CAPTURE(name);
        const auto checkpoint = featureModel(name);
        const CausalLm model = CausalLm::load(checkpoint, cpu(), Residency::Resident).value();
        const torch::NoGradGuard noGrad;
        const auto linears = packed(*checkpoint, {3, -1, {}, {}}, 0.05);
        const TuningOptions options = everything();
        TunedModel tuned = TunedModel::open(model, sourceOf(linears), options).value();
        std::vector<TrainingRow> rows = trainingRows(model, someRows(61, {40}), LossOn::AllTokens);
        REQUIRE(fillTargets(model, rows, {}).ok());
        const TuneRun how;
        const RunContext context;
        Tuner tuner(model, tuned, {}, options, 0, how, context);
        const Leaves leaves = leavesOf(tuned.parameters());
        std::vector<torch::optim::OptimizerParamGroup> groups;
        for (const Parameter& parameter : tuned.parameters())
            groups.emplace_back(std::vector<Tensor>{leaves.at({parameter.kind, parameter.name})},
                                std::make_unique<torch::optim::AdamWOptions>(torch::optim::AdamWOptions(parameter.rate).betas({0.9, 0.99}).eps(1e-8).weight_decay(0)));
        torch::optim::AdamW reference(groups, torch::optim::AdamWOptions(1e-3));
        const auto optimizer = makeAdamW(tuned.parameters());
        for (int step = 0; step < 2; ++step) {
            CAPTURE(step);
            tuned.zeroGradients();
            REQUIRE(tuner.addRow(rows[0]).ok());
            optimizer->step(tuned.parameters(), 1);
            {
                const torch::AutoGradMode record(true);
                reference.zero_grad();
                lossOf(model, linears, leaves, rows[0], {}).backward();
                reference.step();
            }
            for (const Parameter& parameter : tuned.parameters()) {
                CAPTURE(parameter.name);
                CHECK(relativeError(parameter.value, leaves.at({parameter.kind, parameter.name})) < 1e-5);
            }
        }
    }
}

TEST_CASE("parameters stay within what their types can store") {
    std::vector<Parameter> parameters{{ParameterKind::Scales, "s", torch::tensor({0.01f, 60000.0f}), torch::tensor({1.0f, -1.0f}), 1e6, 0x1p-24, 65504}};
    const torch::NoGradGuard noGrad;
    makeAdamW(parameters)->step(parameters, 1);
    CHECK(parameters[0].value[0].item<float>() == 0x1p-24f);
    CHECK(parameters[0].value[1].item<float>() == 65504.0f);
}

TEST_CASE("the schedule warms up, falls along a cosine, and ends at zero") {
    CHECK(scheduleFactor(0, 96) == 0.125);
    CHECK(scheduleFactor(7, 96) == 1.0);
    CHECK(scheduleFactor(8, 96) == 1.0);
    CHECK(scheduleFactor(52, 96) == doctest::Approx(0.5));
    CHECK(scheduleFactor(95, 96) < 0.001);
    CHECK(scheduleFactor(0, 4) == 0.5);
    for (int i = 9; i < 96; ++i) CHECK(scheduleFactor(i, 96) < scheduleFactor(i - 1, 96));
}
