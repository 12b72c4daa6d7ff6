#include <algorithm>
#include <optional>

#include "base/json.h"
#include "pipeline/stages/tuning.h"
#include "tacq/numerics/stored_values.h"
#include "tacq/tokenizer/tokenizer.h"
#include "tacq/train/tune.h"

namespace tacq {
namespace {

constexpr const char* kStateName = "tuning.safetensors";
constexpr std::int64_t kOffTaskRows = 2;

/// A few rows of another text, so that what the tuning costs beside the task is seen. Nothing where none is at hand: it is a figure, not an input.
std::optional<Calibration> offTaskRows(Session& session, const StageInputs& inputs) {
    const std::string other = inputs.calibration.taskName.find("tinystories") == std::string::npos ? "tinystories" : "gsm8k";
    auto tokenizer = Tokenizer::fromCheckpoint(*inputs.model);
    if (!tokenizer.ok()) return std::nullopt;
    SampleOptions sampling;
    sampling.samples = kOffTaskRows;
    if (other == "gsm8k") sampling.packing = Packing::Joined;  // a whole problem may be longer than a row
    sampling.tokens = 2;
    for (const auto& row : inputs.calibration.rows) sampling.tokens = std::max(sampling.tokens, static_cast<std::int64_t>(row.size()));
    auto rows = makeCalibration(other, sampling, session.environment().tasks, tokenizer.value(), inputs.model->config().contextLength, session.context().stop);
    if (!rows.ok()) return std::nullopt;
    std::erase_if(rows.value().rows, [](const auto& row) { return row.size() < 2; });
    if (rows.value().rows.empty()) return std::nullopt;
    return std::move(rows).value();
}

Json figuresJson(const TuneResult& result, const std::optional<Calibration>& offTask) {
    Json epochs = Json::array();
    for (const TuneEpoch& epoch : result.epochs) {
        Json one{{"train", epoch.train}, {"heldOut", epoch.heldOut.kl}, {"heldOutLoss", epoch.heldOut.nll}};
        one["offTask"] = offTask ? Json(epoch.offTask.kl) : Json();
        one["offTaskLoss"] = offTask ? Json(epoch.offTask.nll) : Json();
        one["seconds"] = epoch.seconds;
        epochs.push_back(std::move(one));
    }
    return {{"heldOutBefore", result.heldOutBefore.kl},
            {"heldOutLossBefore", result.heldOutBefore.nll},
            {"offTaskBefore", offTask ? Json(result.offTaskBefore.kl) : Json()},
            {"offTaskLossBefore", offTask ? Json(result.offTaskBefore.nll) : Json()},
            {"offTaskName", offTask ? Json(offTask->taskName) : Json()},
            {"epochs", std::move(epochs)},
            {"best", result.best},
            {"end", std::string(tuneEndName(result.end))},
            {"heldOutRows", result.heldOutRows},
            {"trained", {{"scales", result.scales}, {"kept", result.kept}, {"gains", result.gains}, {"biases", result.biases}}},
            {"addedBytes", 0}};
}

QuantizedChange changeOf(const TuneResult& result, const Checkpoint& model) {
    QuantizedChange change;
    if (result.best == 0) return change;
    change.linear = [&values = result.values](std::size_t i, PackedLinear& linear) -> Result<bool> {
        if (!values.scales[i].empty()) TACQ_CHECK(storeScales(linear, values.scales[i]));
        if (!values.kept[i].empty()) TACQ_CHECK(storeKeptValues(linear, values.kept[i]));
        return !values.scales[i].empty() || !values.kept[i].empty();
    };
    std::vector<DenseTensor> dense;
    for (const TunedValues::Dense& tensor : result.values.dense) dense.push_back({tensor.name, tensor.type, model.find(tensor.name)->shape, tensor.values});
    if (!dense.empty()) change.dense = DenseOverrides::fromValues(std::move(dense));
    return change;
}

}  // namespace

PostStep tuningStep(const StageInputs& inputs, const TuningOptions& tuning) {
    const std::string loss = inputs.lossOn == LossOn::AllTokens ? "" : " loss=answer";
    return {kTuningStep, tuning.text() + " seed=" + std::to_string(inputs.sampling.seed) + loss, tuning.idle()};
}

Result<ArtifactInfo> tunedStage(Session& session, const StageInputs& inputs, const Upstream& upstream, const PassSpec& spec, const TuningOptions& tuning,
                                const ArtifactInfo& before) {
    const std::string key = spec.key(passInputs(inputs, upstream));
    return makeArtifact(session, key, "quantized", Stage::Tune, [&](const std::filesystem::path& folder) -> Result<Json> {
        TACQ_CHECK(session.requireFinite(*inputs.model));
        QuantizedFolder blocks(before.folder, inputs.model->linears());
        const std::optional<Calibration> offTask = offTaskRows(session, inputs);
        TuneRun run;
        run.stateFile = folder / kStateName;
        run.fingerprint = key;
        const TuneText text{inputs.calibration, inputs.lossOn, offTask ? &*offTask : nullptr, inputs.sampling.seed};
        TACQ_TRY(const TuneResult result, tuneCircuit(inputs.model, [&blocks](std::size_t i) { return blocks.read(i); }, text, tuning, run, inputs.compute, session.context()));
        TACQ_CHECK(rewriteQuantized(before.folder, folder, *inputs.model, changeOf(result, *inputs.model), session.context()));
        std::error_code ignored;
        std::filesystem::remove(run.stateFile, ignored);
        double seconds = 0;
        for (const TuneEpoch& epoch : result.epochs) seconds += epoch.seconds;
        TACQ_TRY(Json meta, parseJson(before.metaJson, before.key));
        meta["kind"] = "quantized";
        meta["method"] = std::string(spec.method->name);
        meta["kept"] = spec.kept;
        meta["seed"] = spec.seed;
        meta["beforeSteps"] = before.key;
        meta["steps"] = Json::array({{{"name", kTuningStep}, {"options", spec.effectiveSteps().front().options}, {"seconds", seconds}, {"figures", figuresJson(result, offTask)}}});
        return meta;
    });
}

Json stepsOf(const ArtifactInfo& artifact) {
    const auto meta = parseJson(artifact.metaJson, artifact.key);
    return meta.ok() && meta.value().contains("steps") && meta.value().at("steps").is_array() ? meta.value().at("steps") : Json::array();
}

Json lastingSteps(Json steps) {
    for (Json& step : steps) {
        step.erase("seconds");
        for (Json& epoch : step.at("figures").at("epochs")) epoch.erase("seconds");
    }
    return steps;
}

}  // namespace tacq
