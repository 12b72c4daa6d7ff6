#include "pipeline/delivery/quantize_options.h"

#include "command/request_io.h"

namespace tacq {

Result<QuantizeOptions> QuantizeOptions::read(Params& params, const CommandEnvironment& environment) {
    QuantizeOptions options{readRequest<QuantizeRequest>(params), nullptr, std::nullopt};
    options.calibration.sampling.seed = environment.seed;
    TACQ_CHECK(params.finish());
    TACQ_TRY(options.target, exporterNamed(options.format));
    TACQ_TRY(options.tuning, parseSteps(options.steps));
    if (options.tuning && options.tuning->idle()) options.tuning.reset();
    return options;
}

Json QuantizeOptions::json() const {
    Json object{{"method", std::string(methodName(method))}};
    object.update(gridJson(grid));
    if (!keepsWeights(method)) object["outliers"] = 0;
    else if (budget.targetBytes > 0) object["targetSize"] = budget.targetBytes;
    else if (budget.targetBits > 0) object["targetBits"] = budget.targetBits;
    else object["outliers"] = budget.outlierFraction;
    object["samples"] = calibration.sampling.samples;
    object["tokens"] = calibration.sampling.tokens;
    object["loss"] = calibration.sampling.answerOnly ? "answer" : "all";
    object["seed"] = calibration.sampling.seed;
    object["embeddingBits"] = dense.embeddingBits == EmbeddingBits::Eight ? 8 : 16;
    object["tensorDtype"] = dense.tensorDtype;
    object["format"] = target->name;
    // Only what shapes the result: a recipe that says nothing new is the same run as none.
    if (const Recipe effective = effectiveRecipe(recipe, grid); !effective.empty())
        if (auto json = parseJson(recipeToJson(effective, -1), "recipe"); json.ok()) object["recipe"] = std::move(json).value();
    if (tuning) object["steps"] = kTuningStep + (" " + tuning->text());
    return object;
}

std::string runKey(const QuantizeOptions& options, const StageInputs& inputs) {
    return hashOfParts({"quantize/1", inputs.identity, inputs.calibrationKey, dumpJson(options.json()), arithmetic(inputs.compute)});
}

}  // namespace tacq
