#include "tacq/train/tune.h"

#include <algorithm>

#include "model/torch_guard.h"
#include "tacq/base/number_text.h"
#include "train/tuner.h"

namespace tacq {
namespace {

constexpr double kFarApart = 2;  // distance from the original on rows held out over that on rows trained on

std::string epochName(std::int64_t epoch) { return "epoch " + std::to_string(epoch); }

std::string fromTo(double from, double to) { return significantText(from) + " to " + significantText(to); }

/// What a person must know about a tuning that did not simply get better.
void warn(const TuneResult& result, const RunContext& context) {
    const auto say = [&](const std::string& text) { context.note(LogLevel::Warning, "circuit tuning: " + text); };
    const std::string kept = result.best == 0 ? "everything stays as it was" : epochName(result.best) + " is kept";
    const double before = result.heldOutBefore.nll;
    if (result.end == TuneEnd::Diverged) {
        const bool grew = !result.epochs.empty() && result.epochs.back().heldOut.nll > before;
        say("the loss of the rows held out " + (grew ? "grew from " + fromTo(before, result.epochs.back().heldOut.nll) : std::string("became no number")) + ": " + kept +
            "; lower the learning rates");
        return;
    }
    if (result.epochs.empty()) return;
    const TuneEpoch& last = result.epochs.back();
    if (result.best == 0) {
        say("no epoch lowered the loss of the rows held out (" + significantText(before) + " before, " + significantText(last.heldOut.nll) + " after " +
            epochName(static_cast<std::int64_t>(result.epochs.size())) + "): everything stays as it was");
        return;
    }
    const TuneEpoch& best = result.epochs[static_cast<std::size_t>(result.best - 1)];
    if (last.heldOut.nll > best.heldOut.nll && last.train < best.train)
        say("after " + epochName(result.best) + " the loss of the rows held out rose (" + fromTo(best.heldOut.nll, last.heldOut.nll) +
            ") while that of the others fell: the rows themselves were being learned; " + kept);
    else if (best.heldOut.kl > kFarApart * best.train)
        say("the rows held out are " + significantText(best.heldOut.kl) + " nats a token from the original, those trained on " + significantText(best.train) +
            ": a part of what was learned is the rows themselves; more --samples help");
    if (best.offTask.nll > result.offTaskBefore.nll) say("the loss of the other text rose from " + fromTo(result.offTaskBefore.nll, best.offTask.nll));
}

Result<TuneResult> tune(std::shared_ptr<const Checkpoint> checkpoint, const PackedSource& linears, const TuneText& text, const TuningOptions& options, const TuneRun& run,
                        const Compute& compute, const RunContext& context) {
    TACQ_CHECK(checkRows(text.calibration, text.lossOn, checkpoint->config().vocabSize));
    if (text.offTask) TACQ_CHECK(checkRows(*text.offTask, LossOn::AllTokens, checkpoint->config().vocabSize));
    TACQ_TRY(std::vector<std::size_t> heldOut, chooseHeldOut(text.calibration.rows.size(), options.holdOut, text.seed));
    TACQ_TRY(const CausalLm model, CausalLm::load(checkpoint, compute, chooseGradientResidency(*checkpoint, compute)));
    const torch::NoGradGuard noGrad;
    TACQ_TRY(TunedModel tuned, TunedModel::open(model, linears, options));
    std::vector<TrainingRow> rows = trainingRows(model, text.calibration, text.lossOn);
    TACQ_CHECK(fillTargets(model, rows, context));
    TunerRows sorted;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool held = std::binary_search(heldOut.begin(), heldOut.end(), i);
        (held ? sorted.heldOut : sorted.train).push_back(std::move(rows[i]));
    }
    if (text.offTask) {
        sorted.offTask = trainingRows(model, *text.offTask, LossOn::AllTokens);
        TACQ_CHECK(fillTargets(model, sorted.offTask, context));
    }
    TACQ_TRY(TuneResult result, tuneRows(model, tuned, std::move(sorted), options, text.seed, run, context));
    result.heldOutRows = std::move(heldOut);
    return result;
}

}  // namespace

Result<TuneResult> tuneRows(const CausalLm& model, TunedModel& tuned, TunerRows rows, const TuningOptions& options, std::uint64_t seed, const TuneRun& run,
                            const RunContext& context) {
    Tuner tuner(model, tuned, std::move(rows), options, seed, run, context);
    TACQ_CHECK(tuner.run());
    const TuneState& state = tuner.state();
    TuneResult result;
    result.heldOutBefore = state.heldOutBefore;
    result.offTaskBefore = state.offTaskBefore;
    result.epochs = state.epochs;
    result.best = state.best;
    result.end = tuner.end();
    result.scales = tuned.count(ParameterKind::Scales);
    result.kept = tuned.count(ParameterKind::Kept);
    result.gains = tuned.count(ParameterKind::Gain);
    result.biases = tuned.count(ParameterKind::Bias);
    if (result.best > 0) result.values = tuned.named(state.bestValues);
    warn(result, context);
    return result;
}

std::string_view tuneEndName(TuneEnd end) {
    switch (end) {
        case TuneEnd::AllEpochs: return "all-epochs";
        case TuneEnd::Early: return "early";
        case TuneEnd::Diverged: return "diverged";
    }
    return {};
}

Result<TuneResult> tuneCircuit(std::shared_ptr<const Checkpoint> model, const PackedSource& linears, const TuneText& text, const TuningOptions& options,
                               const TuneRun& run, const Compute& compute, const RunContext& context) {
    return guarded("circuit tuning", [&] { return tune(std::move(model), linears, text, options, run, compute, context); });
}

}  // namespace tacq
