#include "command/request_io.h"

#include <algorithm>

#include "tacq/base/file_io.h"

namespace tacq {
namespace {

constexpr Words<ScaleType, 2> kScaleTypes{{{ScaleType::F16, "f16"}, {ScaleType::F32, "f32"}}};

/// A recipe as it is, or the file that a text names, whose content takes the place of its name: a repeated run does what the first one did,
/// whatever became of the file.
Result<Recipe> recipeOf(Params& params, const Json& given) {
    constexpr std::uint64_t kMostBytes = 16u << 20;
    if (given.is_object()) return parseRecipe(dumpJson(given), "--recipe", ErrorCode::InvalidArgument);
    const std::string text = params.text("recipe");
    if (text.empty()) return Recipe{};
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first != std::string::npos && text[first] == '{') return parseRecipe(text, "--recipe", ErrorCode::InvalidArgument);
    auto content = readText(text, kMostBytes);
    if (!content.ok()) return withContext(content.error(), "--recipe");
    TACQ_TRY(Recipe recipe, parseRecipe(content.value(), text));
    TACQ_TRY(Json json, parseJson(recipeToJson(recipe, -1), text));
    params.replace("recipe", std::move(json));
    return recipe;
}

}  // namespace

void RequestReader::grid(GridOptions& grid) {
    field("bits", grid.bits, grid.bits, Say::Always);
    field("groupSize", grid.groupSize, grid.groupSize, Say::Always);
    if (m_params.flag("symmetric")) grid.symmetry = Symmetry::Symmetric;
    choice("scaleDtype", grid.scaleType, grid.scaleType, kScaleTypes);
    if (auto valid = validate(grid); !valid.ok()) m_params.fail(valid.error());
}

void RequestReader::overrides(SizesRequest& sizes) {
    GridOptions whole;
    if (m_params.has("bits")) sizes.bits = whole.bits = static_cast<int>(m_params.integer("bits"));
    if (m_params.has("groupSize")) sizes.groupSize = whole.groupSize = m_params.integer("groupSize");
    sizes.symmetric = m_params.flag("symmetric");
    if (m_params.has("scaleDtype")) sizes.scaleType = m_params.choice("scaleDtype") == "f32" ? ScaleType::F32 : ScaleType::F16;
    if (auto valid = validate(whole); !valid.ok()) m_params.fail(valid.error());
}

void RequestReader::budget(BudgetRequest& budget, Say say) {
    const int given = (m_params.has("outliers") ? 1 : 0) + (m_params.has("targetBits") ? 1 : 0) + (m_params.has("targetSize") ? 1 : 0);
    field("outliers", budget.outlierFraction, budget.outlierFraction, say);
    field("targetBits", budget.targetBits, 0.0, say);
    field("targetSize", budget.targetBytes, std::uint64_t{0}, say);
    if (given > 1)
        m_params.fail({ErrorCode::InvalidArgument, "only one of --outliers, --target-bits and --target-size can decide", "--outliers", "leave the others out"});
}

void RequestReader::method(Method& method, Method, Say) {
    const std::string name = m_params.text("method");
    if (auto parsed = parseMethod(name); parsed.ok()) method = parsed.value();
    else m_params.fail(parsed.error());
}

void RequestReader::embeddings(EmbeddingBits& bits) {
    const std::int64_t given = m_params.integer("embeddingBits");
    bits = given == 8 ? EmbeddingBits::Eight : EmbeddingBits::Source16;
    if (given != 8 && given != 16) m_params.fail({ErrorCode::InvalidArgument, "must be 16 or 8", "--embedding-bits", ""});
}

void RequestReader::recipe(Recipe& recipe) {
    const Json given = m_params.value("recipe");
    if (given.is_null()) return;
    if (auto read = recipeOf(m_params, given); read.ok()) recipe = std::move(read).value();
    else m_params.fail(read.error());
}

void RequestReader::widths(SizesRequest& sizes) {
    if (m_params.has("widths")) {
        sizes.widths.clear();
        for (const std::int64_t bits : m_params.integers("widths")) sizes.widths.push_back(static_cast<int>(bits));
        std::sort(sizes.widths.begin(), sizes.widths.end());
        sizes.widths.erase(std::unique(sizes.widths.begin(), sizes.widths.end()), sizes.widths.end());
        if (sizes.widths.empty()) m_params.fail({ErrorCode::InvalidArgument, "at least one width is needed", "--widths", "2,3,4,8 is the default"});
    }
    for (const char* key : {"widths", "vllmSafe", "ggufSafe", "recipeOut"})
        if (m_params.has(key) && !sizes.mixed) m_params.fail({ErrorCode::InvalidArgument, "is about choosing widths", optionName(key), "add --mixed"});
    if (sizes.mixed && m_params.has("outliers"))
        m_params.fail({ErrorCode::InvalidArgument, "--mixed chooses the kept weights too", "--outliers", "give --target-bits or --target-size instead"});
}

void RequestReader::windows(const WindowRequest& text) {
    if (text.textFile.empty() == text.tokensFile.empty())
        m_params.fail({ErrorCode::InvalidArgument, "give either --text-file or --tokens-file", "--text-file", ""});
    else if (!text.tokensFile.empty() && (text.addBos || text.window > 0))
        m_params.fail({ErrorCode::InvalidArgument, "has no effect on --tokens-file, whose rows are read as they are", text.addBos ? "--add-bos" : "--window", "leave it out, or give --text-file"});
    else if (!text.textFile.empty() && text.window == 0)
        m_params.fail({ErrorCode::InvalidArgument, "is required with --text-file", "--window", "for example --window 128"});
}

void RequestReader::run(std::string& name) {
    const std::vector<std::string> names = m_params.texts("run");
    if (names.size() == 1) name = names[0];
    else m_params.fail({ErrorCode::InvalidArgument, "one run is required", "--run", "see `tacq runs list`"});
}

void RequestWriter::grid(const GridOptions& grid) {
    const GridOptions usual;
    put("bits", grid.bits, true);
    put("groupSize", grid.groupSize, grid.groupSize != usual.groupSize);
    put("symmetric", true, grid.symmetry == Symmetry::Symmetric);
    choice("scaleDtype", grid.scaleType, usual.scaleType, kScaleTypes);
}

void RequestWriter::overrides(const SizesRequest& sizes) {
    if (sizes.bits) put("bits", *sizes.bits, true);
    if (sizes.groupSize) put("groupSize", *sizes.groupSize, true);
    put("symmetric", true, sizes.symmetric);
    if (sizes.scaleType) put("scaleDtype", *sizes.scaleType == ScaleType::F32 ? "f32" : "f16", true);
}

void RequestWriter::budget(const BudgetRequest& budget, Say say) {
    if (budget.targetBytes > 0) put("targetSize", budget.targetBytes, true);
    else if (budget.targetBits > 0) put("targetBits", budget.targetBits, true);
    else field("outliers", budget.outlierFraction, BudgetRequest{}.outlierFraction, say);
}

void RequestWriter::recipe(const Recipe& recipe) {
    if (recipe.empty()) return;
    // Text that this program wrote.
    if (auto json = parseJson(recipeToJson(recipe, -1), "recipe"); json.ok()) put("recipe", std::move(json).value(), true);
}

void RequestWriter::widths(const SizesRequest& sizes) {
    put("widths", sizes.widths, sizes.mixed && sizes.widths != SizesRequest{}.widths);
}

}  // namespace tacq
