// Whole tunings of small models: what is kept, what stays, what is said, and that a stopped one goes on.
#include <cmath>
#include <limits>
#include <numeric>

#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/numerics/stored_values.h"
#include "train_support.h"

using namespace tacq;
using namespace tacq::test;

namespace {

/// Text of the sample model's own kind: windows of what it writes itself would do too, but ids by rule carry nothing to learn.
Calibration stories(std::size_t rows, std::size_t length) {
    Calibration calibration;
    const auto tokenizer = Tokenizer::fromCheckpoint(*openModel(kSample)).value();
    const auto text = readText(fs::path(tacq::paths::resources()) / "tasks/data/tinystories.txt").value();
    const auto ids = tokenizer.encode(text.substr(0, 60'000)).value();
    for (std::size_t row = 0; row < rows; ++row)
        calibration.rows.emplace_back(ids.begin() + static_cast<std::ptrdiff_t>(row * length), ids.begin() + static_cast<std::ptrdiff_t>((row + 1) * length));
    calibration.tokenCount = static_cast<std::int64_t>(rows * length);
    calibration.taskName = "stories";
    return calibration;
}

const GridOptions kTwoBits{2, -1, {}, {}}, kFourBits{4, -1, {}, {}};

struct Setting {
    std::shared_ptr<const Checkpoint> model = openModel(kSample);
    std::vector<PackedLinear> linears = packed(*model, kTwoBits, 0.01);
    Calibration text = stories(8, 64);
    TuningOptions options;
    TuneRun run;
    std::vector<std::string> warnings;

    Setting() {
        options.epochs = 3;
        options.scaleRate = options.gainRate = 0.01;  // a few steps must show
        options.keptRate = 0.02;
    }
    Result<TuneResult> tune(const RunContext& watching = {}) {
        RunContext context = watching;
        context.log = [this](LogLevel level, const std::string& line) {
            if (level == LogLevel::Warning) warnings.push_back(line);
        };
        return tuneCircuit(model, sourceOf(linears), {text, LossOn::AllTokens, nullptr, 0}, options, run, cpu(), context);
    }
};

bool nothingIn(const TunedValues& values) {
    const auto empty = [](const std::vector<float>& list) { return list.empty(); };
    return std::all_of(values.scales.begin(), values.scales.end(), empty) && std::all_of(values.kept.begin(), values.kept.end(), empty) && values.dense.empty();
}

bool same(const TunedValues& a, const TunedValues& b) {
    if (a.scales != b.scales || a.kept != b.kept || a.dense.size() != b.dense.size()) return false;
    for (std::size_t i = 0; i < a.dense.size(); ++i)
        if (a.dense[i].name != b.dense[i].name || a.dense[i].values != b.dense[i].values) return false;
    return true;
}

}  // namespace

TEST_CASE("tuning brings the rows held out closer to the float model, and what comes back is what a file can store") {
    Setting setting;
    const auto tuned = setting.tune();
    REQUIRE_MESSAGE(tuned.ok(), (tuned.ok() ? "" : formatError(tuned.error())));
    const TuneResult& result = tuned.value();
    REQUIRE(result.epochs.size() == 3);
    CHECK(result.best > 0);
    CHECK(result.end == TuneEnd::AllEpochs);
    CHECK(result.heldOutRows.size() == 2);
    CHECK(result.epochs[static_cast<std::size_t>(result.best - 1)].heldOut.nll < result.heldOutBefore.nll);
    CHECK(result.epochs[2].heldOut.kl < result.heldOutBefore.kl);
    CHECK(result.epochs[2].train < result.epochs[0].train);
    CHECK(result.scales > 0);
    CHECK(result.kept > 0);
    CHECK(result.gains == 64 * 11);
    for (std::size_t i = 0; i < setting.linears.size(); ++i) {
        PackedLinear linear = setting.linears[i];
        REQUIRE(storeScales(linear, result.values.scales[i]).ok());
        REQUIRE(storeKeptValues(linear, result.values.kept[i]).ok());
        CHECK(linear.scales == result.values.scales[i]);
        CHECK(linear.keptValues == result.values.kept[i]);
        CHECK(validate(linear).ok());
        CHECK(linear.scales != setting.linears[i].scales);
    }
    // Validation measured exactly these values.
    const CausalLm model = CausalLm::load(setting.model, cpu(), Residency::Resident).value();
    const torch::NoGradGuard noGrad;
    std::vector<PackedLinear> after = setting.linears;
    for (std::size_t i = 0; i < after.size(); ++i) {
        REQUIRE(storeScales(after[i], result.values.scales[i]).ok());
        REQUIRE(storeKeptValues(after[i], result.values.kept[i]).ok());
    }
    std::vector<TrainingRow> rows = trainingRows(model, setting.text, LossOn::AllTokens);
    REQUIRE(fillTargets(model, rows, {}).ok());
    Leaves gains;
    for (const auto& dense : result.values.dense) gains[{ParameterKind::Gain, dense.name}] = torch::tensor(dense.values);
    TextLoss measured;
    for (const std::size_t row : result.heldOutRows) {
        measured.kl += lossOf(model, after, gains, rows[row], {}).item<double>() / 2;
        measured.nll += lossOf(model, after, gains, rows[row], {0, 1, 0}).item<double>() / 2;
    }
    const TextLoss& said = result.epochs[static_cast<std::size_t>(result.best - 1)].heldOut;
    CHECK(measured.kl == doctest::Approx(said.kl).epsilon(1e-4));
    CHECK(measured.nll == doctest::Approx(said.nll).epsilon(1e-4));
}

TEST_CASE("what is not trained stays, and rates of zero train nothing") {
    Setting setting;
    setting.options.epochs = 1;
    setting.options.kept = setting.options.gains = false;
    const TuneResult scales = setting.tune().value();
    CHECK(scales.kept == 0);
    CHECK(scales.gains == 0);
    CHECK(scales.values.dense.empty());
    for (const auto& kept : scales.values.kept) CHECK(kept.empty());
    setting.options = {};
    setting.options.scaleRate = setting.options.keptRate = setting.options.gainRate = 0;
    CHECK(setting.options.idle());
    const TuneResult none = setting.tune().value();
    CHECK(none.best == 0);
    CHECK(nothingIn(none.values));
    setting.options = {};
    setting.options.epochs = 0;
    CHECK(setting.options.idle());
    CHECK(nothingIn(setting.tune().value().values));
}

TEST_CASE("a tuning that is stopped goes on behind its last epoch and ends with the same values") {
    const Scratch scratch("tune");
    Setting whole;
    const TuneResult expected = whole.tune().value();
    for (const std::uint64_t moment : {1u, 6u, 7u, 13u, 16u}) {
        CAPTURE(moment);
        Setting stopped;
        stopped.run.stateFile = scratch.folder / ("state-" + std::to_string(moment));
        stopped.run.fingerprint = "same";
        std::stop_source stop;
        RunContext context;
        context.stop = stop.get_token();
        context.progress = [&](const Progress& step) { if (step.stage == Stage::Tune && step.done >= moment) stop.request_stop(); };
        const auto cancelled = stopped.tune(context);
        REQUIRE_FALSE(cancelled.ok());
        CHECK(cancelled.error().code == ErrorCode::Cancelled);
        std::uint64_t first = 1000;
        RunContext watching;
        watching.progress = [&](const Progress& step) { if (step.stage == Stage::Tune) first = std::min(first, step.done); };
        const TuneResult resumed = stopped.tune(watching).value();
        CHECK(first == (moment - 1) / 6 * 6 + 1);
        CHECK(same(resumed.values, expected.values));
        CHECK(resumed.best == expected.best);
        for (std::size_t i = 0; i < expected.epochs.size(); ++i) {
            CHECK(resumed.epochs[i].train == expected.epochs[i].train);
            CHECK(resumed.epochs[i].heldOut.kl == expected.epochs[i].heldOut.kl);
            CHECK(resumed.epochs[i].heldOut.nll == expected.epochs[i].heldOut.nll);
        }
        // Another's state, and a damaged one, are not taken up.
        stopped.run.fingerprint = "other";
        first = 1000;
        REQUIRE(stopped.tune(watching).ok());
        CHECK(first == 1);
        fs::resize_file(stopped.run.stateFile, fs::file_size(stopped.run.stateFile) / 2);
        first = 1000;
        REQUIRE(stopped.tune(watching).ok());
        CHECK(first == 1);
    }
}

TEST_CASE("with the float targets permuted among rows the held-out loss does not fall, everything stays, and a warning says so") {
    Setting setting;
    // A good model: of a poor one any text's choices would make a better one.
    setting.linears = packed(*setting.model, kFourBits, 0.01);
    const CausalLm model = CausalLm::load(setting.model, cpu(), Residency::Resident).value();
    const torch::NoGradGuard noGrad;
    TunedModel tuned = TunedModel::open(model, sourceOf(setting.linears), setting.options).value();
    std::vector<TrainingRow> rows = trainingRows(model, setting.text, LossOn::AllTokens);
    REQUIRE(fillTargets(model, rows, {}).ok());
    TunerRows sorted;
    sorted.heldOut = {rows[0], rows[1]};
    for (std::size_t i = 2; i < rows.size(); ++i) {
        sorted.train.push_back(rows[i]);
        sorted.train.back().target = rows[i + 1 < rows.size() ? i + 1 : 2].target;
    }
    RunContext context;
    context.log = [&](LogLevel level, const std::string& line) {
        if (level == LogLevel::Warning) setting.warnings.push_back(line);
    };
    const TuneResult result = tuneRows(model, tuned, sorted, setting.options, 0, {}, context).value();
    CHECK(result.best == 0);
    REQUIRE(result.epochs.size() >= 1);
    for (const TuneEpoch& epoch : result.epochs) CHECK(epoch.heldOut.nll > result.heldOutBefore.nll);
    CHECK(nothingIn(result.values));
    REQUIRE(setting.warnings.size() == 1);
    CHECK(setting.warnings[0].find("everything stays as it was") != std::string::npos);
}

TEST_CASE("rates that are far too high end the tuning, keep the last good epoch, and a warning says so") {
    Setting setting;
    setting.linears = packed(*setting.model, kFourBits, 0.01);
    setting.options.scaleRate = setting.options.keptRate = 1;
    setting.options.gainRate = 1;
    setting.options.epochs = 5;
    const TuneResult result = setting.tune().value();
    CHECK(result.best == 0);
    CHECK(result.end != TuneEnd::AllEpochs);
    CHECK(nothingIn(result.values));
    REQUIRE(setting.warnings.size() >= 1);
    CHECK(setting.warnings.back().find("everything stays as it was") != std::string::npos);
}

TEST_CASE("rows are held out by the seed, at least two of them, and never all") {
    CHECK(chooseHeldOut(16, 0.1, 0).value().size() == 2);
    CHECK(chooseHeldOut(40, 0.1, 0).value().size() == 4);
    CHECK(chooseHeldOut(3, 0.1, 0).value().size() == 2);
    CHECK(chooseHeldOut(64, 0.1, 1).value() != chooseHeldOut(64, 0.1, 2).value());
    const auto none = chooseHeldOut(2, 0.1, 0);
    REQUIRE_FALSE(none.ok());
    CHECK(none.error().code == ErrorCode::InvalidTask);
    CHECK(none.error().hint.find("--samples") != std::string::npos);
}

TEST_CASE("bf16 arithmetic trains to nearly the same") {
    Setting setting;
    const TuneResult exact = setting.tune().value();
    Compute compute = cpu();
    compute.type = ComputeType::BF16;
    const auto rounded = tuneCircuit(setting.model, sourceOf(setting.linears), {setting.text, LossOn::AllTokens, nullptr, 0}, setting.options, {}, compute, {});
    REQUIRE(rounded.ok());
    CHECK(rounded.value().epochs.back().heldOut.nll == doctest::Approx(exact.epochs.back().heldOut.nll).epsilon(0.1));
}
