#include "pipeline/commands/command_list.h"
#include "pipeline/delivery/fitted.h"
#include "pipeline/delivery/quantize_result.h"
#include "pipeline/stages/first_order.h"
#include "pipeline/stages/tuning.h"
#include "tacq/numerics/packed_part.h"

namespace tacq {
namespace {

/// OUT already holds this run's result: what it says about itself is the answer.
Json reusedResult(const QuantizeOptions& options, const Json& provenance) {
    Json object{{"model", options.model}, {"out", options.out}, {"format", options.target->name}, {"reused", true}};
    if (provenance.contains("result") && provenance.at("result").is_object()) object.update(provenance.at("result"));
    object["stages"] = Json::array();
    return object;
}

Result<std::optional<double>> firstOrderOf(Session& session, const QuantizeOptions& options, const QuantizeOutcome& outcome) {
    // Its ΔW is that of the common grid: it says nothing about tensors on another one.
    if (options.method != Method::Tacq || !effectiveRecipe(options.recipe, options.grid).empty()) return std::optional<double>{};
    TACQ_TRY(SaliencyArtifact artifact, SaliencyArtifact::open(outcome.upstream.saliencyFolder));
    const CountAnswer counts = artifact.counts(outcome.circuit.kept);
    if (!counts.exact) return std::optional<double>{};
    // It names the model by path: one that was moved since is still this run's, and only this figure of it is not known.
    if (!artifact.attachModel().ok()) return std::optional<double>{};
    TACQ_TRY(const double value, firstOrderLoss(artifact, counts, session.context()));
    return std::optional<double>(value);
}

/// Saliency, circuit and the final pass. Everything lands in the workspace.
Result<QuantizeOutcome> runStages(Session& session, const QuantizeOptions& options, const StageInputs& inputs, PackedPlan& plan, ArtifactInfo& quantized) {
    QuantizeOutcome outcome;
    outcome.runKey = plan.metadata.at("run_key");
    TACQ_TRY(outcome.upstream, upstreamStages(session, inputs, options.method, options.grid));
    CircuitChooser chooser(session, inputs, outcome.upstream, options.method, options.calibration.sampling.seed);
    TACQ_TRY(outcome.circuit, session.timed(Stage::Select, [&] { return chooser.choose(plan, options.budget); }));
    for (std::size_t i = 0; i < plan.linears.size(); ++i) plan.linears[i].kept = static_cast<std::int64_t>(outcome.circuit.perMatrix[i]);
    for (const PackedShape& linear : plan.linears) outcome.grids.push_back(linear.grid);
    PassSpec spec;
    spec.common = options.grid;
    spec.grids = outcome.grids;
    spec.method = options.method;
    spec.kept = outcome.circuit.kept;
    spec.seed = options.calibration.sampling.seed;
    TACQ_TRY(quantized, quantizedStage(session, inputs, outcome.upstream, spec, [&] { return chooser.positions(); }));
    if (options.tuning) {
        spec.steps = {tuningStep(inputs, *options.tuning)};
        TACQ_TRY(quantized, tunedStage(session, inputs, outcome.upstream, spec, *options.tuning, quantized));
        outcome.steps = stepsOf(quantized);
    }
    outcome.quantizedKey = quantized.key;
    TACQ_TRY(outcome.squaredErrors, squaredErrors(quantized.folder, *inputs.model));
    TACQ_TRY(outcome.firstOrder, firstOrderOf(session, options, outcome));
    return outcome;
}

/// The result in a form that the format can hold.
Result<Fitted> fit(Session& session, const QuantizeOptions& options, const StageInputs& inputs, PackedPlan plan, std::shared_ptr<const Checkpoint> base, const ArtifactInfo& quantized) {
    Fitted fitted;
    fitted.material = {inputs.model, std::move(base), quantized.folder, {}, quantized.key, {}, plan.linears};
    fitted.options = exportOptions(options.dense, plan.metadata.at("run_key"));
    fitted.plan = std::move(plan);
    fitted.stagesPacked = true;
    TACQ_TRY(fitted.fitting, fitTo(*options.target, fitted.shape(), fitted.options));
    if (fitted.fitting.needsOtherGrid() && options.tuning && !options.tuning->idle()) fitted.fitting.lost.push_back(lostSteps(*fitted.material.base));
    if (fitted.fitting.needsOtherGrid()) fitted.pass = otherPass(inputs, methodName(options.method), fitted.fitting, fitted.plan.linears);
    TACQ_CHECK(fitted.make(session));
    return fitted;
}

}  // namespace

Result<Json> quantizeCommand(Session& session, Params& params) {
    // What this command reads is not replaced by what it writes. Before reading, which puts contents in the place of names.
    std::vector<std::filesystem::path> precious = params.filesNamed();
    TACQ_TRY(const QuantizeOptions options, QuantizeOptions::read(params, session.environment()));
    TACQ_TRY(const auto model, session.openModel(options.model));
    PackedPlan plan = makePlan(*model, options.grid, options.dense, "", "");
    TACQ_CHECK(applyRecipe(options.recipe, plan));  // before anything heavy
    TACQ_TRY(const StageInputs inputs, makeInputs(session, model, options.calibration));
    const std::string key = runKey(options, inputs);
    TACQ_TRY(const Workspace* workspace, session.workspace());
    // Two processes after the same run: the second waits here, then finds OUT and all artifacts made.
    TACQ_TRY(KeyLock lock, workspace->lock(key, session.context()));
    precious.insert(precious.end(), {options.model, workspace->folder(), std::filesystem::current_path()});
    TACQ_TRY(OutputFolder out, OutputFolder::prepare(options.out, key, options.force, precious, workspace->folder() / "artifacts"));
    if (out.done()) {
        TACQ_TRY(const Json provenance, readProvenance(out.path()));
        return reusedResult(options, provenance);
    }
    plan.metadata["base_sha256"] = inputs.identity;
    plan.metadata["run_key"] = key;
    TACQ_TRY(const std::uint64_t needed, outputBytes(*options.target, {*model, true, &plan}, exportOptions(options.dense, key), true));
    TACQ_CHECK(ensureRoomFor(session, inputs, options.grid, needsGradient(options.method), keepsWeights(options.method) ? 2 : 1,
                             needed, out.path(), options.tuning ? options.tuning->epochs : 0));
    TACQ_CHECK(session.beginRun(RunKind::Quantize, key, params.json(), model->displayName(), inputs.calibration.taskName));
    ArtifactInfo quantized;
    TACQ_TRY(QuantizeOutcome outcome, runStages(session, options, inputs, plan, quantized));
    TACQ_TRY(const auto base, withOverrides(model, quantized.folder));
    TACQ_TRY(plan.linears, QuantizedFolder(quantized.folder, model->linears()).shapes());
    if (base != model || !extraParts(plan.linears).empty()) {
        // Steps may store a dense tensor in another type, or add one, or a part of linears.
        plan.dense = denseTensors(base->linears(), base->tensors());
        TACQ_TRY(outcome.circuit.ledger, makeLedger(plan));
    }

    TACQ_TRY(const Fitted fitted, fit(session, options, inputs, std::move(plan), base, quantized));
    CardFacts card = cardFacts(options, inputs, outcome);
    fitted.describe(*options.target, card);
    const Delivery delivery{*options.target, fitted.options, options.verify, std::move(card), provenanceJson(options, inputs, outcome), fitted.fitting};
    const auto write = [&]() -> Result<Delivered> {
        TACQ_TRY(const std::filesystem::path packed, stagePacked(out, fitted.plan, *fitted.base(), fitted.linears, modelCard(delivery.card), session.context()));
        return deliver(session, out, {packed, nullptr, *fitted.base(), fitted.linears, &fitted.plan, options.verify ? fitted.source : nullptr}, delivery);
    };
    TACQ_TRY(const Delivered delivered, session.timed(Stage::Export, write));
    noteFigures(session, delivered);
    session.metric("kept", static_cast<double>(outcome.circuit.kept));
    session.metric("bitsPerWeight", outcome.circuit.ledger.totalBits);
    session.metric("modelBytes", static_cast<double>(outcome.circuit.ledger.modelBytes));
    Json object{{"model", options.model}, {"out", out.path().string()}, {"format", options.target->name}, {"reused", false}, {"run", session.runId()}};
    object.update(resultJson(options, inputs, outcome));
    Json written = deliveredJson(delivered);
    written.erase("denseTensors");
    object.update(written);
    if (!outcome.steps.empty()) object["steps"] = outcome.steps;  // with how long they took
    object["notes"] = inputs.calibration.notes;
    object["stages"] = session.stagesJson();
    return object;
}

}  // namespace tacq
