#include "pipeline/requests/packed_plan.h"

#include "tacq/base/file_io.h"

namespace tacq {

GridOptions readGrid(Params& params, const GridOptions& defaults) {
    GridOptions grid = defaults;
    grid.bits = static_cast<int>(params.integer("bits", defaults.bits, 2, 8));
    grid.groupSize = params.integer("groupSize", defaults.groupSize, -1);
    if (params.flag("symmetric")) grid.symmetry = Symmetry::Symmetric;
    const char* scale = defaults.scaleType == ScaleType::F32 ? "f32" : "f16";
    grid.scaleType = params.choice("scaleDtype", {"f16", "f32"}, scale) == "f32" ? ScaleType::F32 : ScaleType::F16;
    if (auto valid = validate(grid); !valid.ok()) params.fail(valid.error());
    params.refuse("grid", "the grids of GGUF types come with a later version");
    return grid;
}

BudgetRequest readBudget(Params& params) {
    BudgetRequest budget;
    const int given = (params.has("outliers") ? 1 : 0) + (params.has("targetBits") ? 1 : 0) + (params.has("targetSize") ? 1 : 0);
    budget.outlierFraction = params.real("outliers", budget.outlierFraction, 0, 1);
    budget.targetBits = params.real("targetBits", 0, 1e-9, 64);
    budget.targetBytes = static_cast<std::uint64_t>(params.integer("targetSize", 0, 1));
    if (given > 1)
        params.fail({ErrorCode::InvalidArgument, "only one of --outliers, --target-bits and --target-size can decide", "--outliers", "leave the others out"});
    return budget;
}

Recipe readRecipe(Params& params) {
    constexpr std::uint64_t kMostBytes = 16u << 20;
    const Json given = params.value("recipe");
    if (given.is_null()) return {};
    const auto take = [&params](Result<Recipe> recipe) -> Recipe {
        if (recipe.ok()) return std::move(recipe).value();
        params.fail(recipe.error());
        return {};
    };
    if (given.is_object()) return take(parseRecipe(dumpJson(given), "--recipe", ErrorCode::InvalidArgument));
    const std::string text = params.text("recipe");
    if (text.empty()) return {};
    const bool inlined = text.find_first_not_of(" \t\r\n") != std::string::npos && text[text.find_first_not_of(" \t\r\n")] == '{';
    if (inlined) return take(parseRecipe(text, "--recipe", ErrorCode::InvalidArgument));
    auto content = readText(text, kMostBytes);
    if (!content.ok()) {
        params.fail(withContext(content.error(), "--recipe"));
        return {};
    }
    Recipe recipe = take(parseRecipe(content.value(), text));
    if (auto json = parseJson(recipeToJson(recipe, -1), text); json.ok()) params.replace("recipe", std::move(json).value());
    return recipe;
}

DenseOptions DenseOptions::read(Params& params) {
    DenseOptions options;
    if (params.has("embeddingBits") && params.integer("embeddingBits", 16, 8, 16) != 16) {
        if (params.integer("embeddingBits", 16, 8, 16) == 8) options.embeddingBits = EmbeddingBits::Eight;
        else params.fail({ErrorCode::InvalidArgument, "must be 16 or 8", "--embedding-bits", ""});
    }
    options.tensorDtype = params.choice("tensorDtype", {"source", "f16", "bf16", "f32"}, "source");
    return options;
}

PackedPlan makePlan(std::span<const LinearInfo> linears, std::span<const TensorInfo> dense, const GridOptions& grid, const DenseOptions& options,
                    const std::string& identity, const std::string& runKey) {
    return uniformPlan(linears, dense, grid, options.embeddingBits, options.tensorDtype, identity, runKey);
}

PackedPlan makePlan(const Checkpoint& model, const GridOptions& grid, const DenseOptions& options, const std::string& identity, const std::string& runKey) {
    return makePlan(model.linears(), denseTensors(model.linears(), model.tensors()), grid, options, identity, runKey);
}

Json ledgerJson(const Ledger& ledger) {
    return {{"codes", ledger.codes.bits},
            {"scales", ledger.scales.bits},
            {"zeros", ledger.zeros.bits},
            {"outlierValues", ledger.outlierValues.bits},
            {"outlierIndices", ledger.outlierIndices.bits},
            {"total", ledger.totalBits},
            {"quantizableWeights", ledger.quantizableWeights},
            {"bytes",
             {{"codes", ledger.codes.bytes},
              {"scales", ledger.scales.bytes},
              {"zeros", ledger.zeros.bytes},
              {"outlierValues", ledger.outlierValues.bytes},
              {"outlierIndices", ledger.outlierIndices.bytes},
              {"embeddings", ledger.embeddingBytes},
              {"head", ledger.headBytes},
              {"other", ledger.otherBytes},
              {"headers", ledger.headerBytes},
              {"total", ledger.modelBytes}}}};
}

}  // namespace tacq
