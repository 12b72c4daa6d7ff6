#include "pipeline/delivery/quantize_options.h"

namespace tacq {

Result<QuantizeOptions> QuantizeOptions::read(Params& params, const CommandEnvironment& environment) {
    QuantizeOptions options;
    options.model = params.text("model");
    options.out = params.text("out");
    options.calibration = CalibrationRequest::read(params, environment);
    if (!params.has("bits")) params.fail({ErrorCode::InvalidArgument, "is required", "--bits", "2 and 3 are what this method is for"});
    options.grid = readGrid(params);
    options.budget = readBudget(params);
    options.dense = DenseOptions::read(params);
    options.seed = environment.seed;
    options.force = params.flag("force");
    options.verify = !params.flag("noVerify");
    options.recipe = readRecipe(params);
    const std::string method = params.text("method", "tacq"), format = params.text("format", "hf");
    TACQ_CHECK(params.finish());
    TACQ_TRY(options.method, parseMethod(method));
    TACQ_TRY(options.format, parseExportFormat(format));
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
    object["loss"] = calibration.lossOn == LossOn::AllTokens ? "all" : "answer";
    object["seed"] = seed;
    object["embeddingBits"] = dense.embeddingBits == EmbeddingBits::Eight ? 8 : 16;
    object["tensorDtype"] = dense.tensorDtype;
    object["format"] = std::string(exportFormatName(format));
    // Only what shapes the result: a recipe that says nothing new is the same run as none.
    if (const Recipe effective = effectiveRecipe(recipe, grid); !effective.empty())
        if (auto json = parseJson(recipeToJson(effective, -1), "recipe"); json.ok()) object["recipe"] = std::move(json).value();
    return object;
}

std::string runKey(const QuantizeOptions& options, const StageInputs& inputs) {
    return stageKey({"quantize/1", inputs.identity, inputs.calibrationKey, dumpJson(options.json()), arithmetic(inputs.compute)});
}

}  // namespace tacq
