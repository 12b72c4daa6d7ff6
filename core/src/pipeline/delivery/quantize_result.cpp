#include "pipeline/delivery/quantize_result.h"

#include "pipeline/delivery/base_card.h"
#include "pipeline/requests/version.h"
#include "pipeline/stages/tuning.h"
#include "report/step_words.h"

namespace tacq {
namespace {

Json perTensor(const StageInputs& inputs, const QuantizeOutcome& outcome) {
    Json list = Json::array();
    const auto linears = inputs.model->linears();
    for (std::size_t i = 0; i < linears.size(); ++i)
        list.push_back({{"name", linears[i].name},
                        {"bits", outcome.grids.at(i).bits},
                        {"groupSize", outcome.grids.at(i).groupSize},
                        {"kept", outcome.circuit.perMatrix.at(i)},
                        {"squaredError", outcome.squaredErrors.at(i)}});
    return list;
}

}  // namespace

Json resultJson(const QuantizeOptions& options, const StageInputs& inputs, const QuantizeOutcome& outcome) {
    Json object{{"runKey", outcome.runKey},
                {"modelIdentity", inputs.identity},
                {"task", inputs.calibration.taskName},
                {"method", std::string(methodName(options.method))},
                {"grid", gridJson(options.grid)},
                {"artifact", outcome.quantizedKey},
                {"saliencyArtifact", outcome.upstream.saliency.empty() ? Json() : Json(outcome.upstream.saliency)},
                {"gradientArtifact", outcome.upstream.gradient.empty() ? Json() : Json(outcome.upstream.gradient)},
                {"simulationArtifact", outcome.upstream.simulation.empty() ? Json() : Json(outcome.upstream.simulation)},
                {"samples", inputs.calibration.rows.size()},
                {"tokens", inputs.calibration.tokenCount},
                {"kept", outcome.circuit.kept},
                {"threshold", outcome.circuit.threshold},
                {"ledger", ledgerJson(outcome.circuit.ledger)},
                {"modelBytes", outcome.circuit.ledger.modelBytes},
                {"firstOrder", outcome.firstOrder ? Json(*outcome.firstOrder) : Json()},
                {"arithmetic", inputs.compute.describe()},
                {"perTensor", perTensor(inputs, outcome)}};
    if (const Recipe effective = effectiveRecipe(options.recipe, options.grid); !effective.empty()) object["overrides"] = effective.tensors.size();
    if (!outcome.steps.empty()) object["steps"] = lastingSteps(outcome.steps);
    return object;
}

CardFacts cardFacts(const QuantizeOptions& options, const StageInputs& inputs, const QuantizeOutcome& outcome) {
    CardFacts facts;
    describeBase(*inputs.model, facts);
    facts.title = facts.baseModel + ", " + std::to_string(options.grid.bits) + "-bit " + std::string(methodName(options.method));
    facts.format = options.target;
    facts.taskName = inputs.calibration.taskName;
    facts.taskLicence = inputs.calibration.licence;
    facts.method = std::string(methodName(options.method));
    facts.toolVersion = kVersion;
    facts.runKey = outcome.runKey;
    facts.modelIdentity = inputs.identity;
    facts.bits = options.grid.bits;
    facts.overrides = effectiveRecipe(options.recipe, options.grid).tensors.size();
    facts.groupSize = options.grid.groupSize;
    facts.symmetric = options.grid.symmetry == Symmetry::Symmetric;
    facts.bitsPerWeight = outcome.circuit.ledger.totalBits;
    facts.kept = outcome.circuit.kept;
    facts.quantizableWeights = outcome.circuit.ledger.quantizableWeights;
    facts.samples = static_cast<std::int64_t>(inputs.calibration.rows.size());
    facts.tokens = inputs.calibration.tokenCount;
    facts.seed = options.calibration.sampling.seed;
    facts.steps = stepWords(outcome.steps);
    return facts;
}

Json provenanceJson(const QuantizeOptions& options, const StageInputs& inputs, const QuantizeOutcome& outcome) {
    return {{"format", "tacq-provenance"},
            {"version", 1},
            {"tool", std::string("TaCQ Workbench ") + kVersion},
            {"runKey", outcome.runKey},
            {"outputKey", outcome.runKey},
            {"modelName", inputs.model->displayName()},
            {"modelIdentity", inputs.identity},
            {"options", options.json()},
            {"task",
             {{"name", inputs.calibration.taskName},
              {"licence", inputs.calibration.licence},
              {"samples", inputs.calibration.rows.size()},
              {"tokens", inputs.calibration.tokenCount},
              {"calibrationKey", inputs.calibrationKey}}},
            {"result", resultJson(options, inputs, outcome)}};
}

}  // namespace tacq
