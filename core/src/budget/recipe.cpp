#include "tacq/budget/recipe.h"

#include <unordered_set>
#include <utility>

#include "base/fields.h"
#include "tacq/numerics/grid_range.h"

namespace tacq {
namespace {

constexpr const char* kFormat = "tacq-recipe";
constexpr int kVersion = 1;

/// `"layer": 4` and `"layer": {"bits": 4, …}`; every error names the tensor and the member.
Result<TensorOverride> entryOf(const Json& value, FieldErrors errors) {
    const bool brief = !value.is_object();
    const Json entry = brief ? Json{{"bits", value}} : value;
    Fields fields(entry, std::move(errors));
    TensorOverride given;
    if (brief || fields.has("bits")) given.bits = static_cast<int>(fields.integer("bits", std::nullopt, kLeastBits, kMostBits));
    given.groupSize = fields.optionalInteger("groupSize", -1, kMostGroupSize);
    given.locked = fields.flag("locked", false);
    GridOptions grid;
    grid.groupSize = given.groupSize.value_or(-1);
    if (!validate(grid).ok()) fields.wrong("groupSize", "-1, a whole row, or a multiple of 8");
    fields.refuseOthers("is not something a recipe sets");
    TACQ_CHECK(fields.done());
    return given;
}

Json entryJson(const TensorOverride& given) {
    Json object = Json::object();
    if (given.bits) object["bits"] = *given.bits;
    if (given.groupSize) object["groupSize"] = *given.groupSize;
    if (given.locked) object["locked"] = true;
    return object;
}

}  // namespace

Result<Recipe> parseRecipe(const std::string& json, const std::string& context, ErrorCode wrong) {
    auto parsed = parseJson(json, context, {8, 1'000'000});
    if (!parsed.ok()) return Error{wrong, parsed.error().message, context, "a recipe is one JSON object: {\"tensors\": {NAME: 4, …}}"};
    const Json& root = parsed.value();
    const auto within = [&](const std::string& place) { return context.empty() ? place : context + ": " + place; };
    Fields fields(root, {wrong, context, "use format, version and tensors"});
    const Json* tensors = fields.object("tensors");
    if (!tensors)
        return Error{wrong, "a recipe is an object with \"tensors\", an object of overrides by tensor name", within("tensors"), "for example {\"tensors\": {NAME: 4}}"};
    for (const auto& [key, known] : {std::pair<const char*, Json>("format", kFormat), {"version", kVersion}})
        if (const Json* given = fields.value(key); given && *given != known)
            return Error{wrong, std::string(key) + " " + dumpJson(*given).substr(0, 60) + " is not one this program reads", within(key), "it reads tacq-recipe, version 1"};
    fields.refuseOthers("is not part of a recipe");
    TACQ_CHECK(fields.done());
    Recipe recipe;
    for (const auto& [name, value] : tensors->items()) {
        TACQ_TRY(recipe.tensors[name], entryOf(value, {wrong, within(name), "use bits (2, 3, 4 and 8 are common), groupSize (-1, 32, 64 and 128) and locked"}));
    }
    return recipe;
}

std::string recipeToJson(const Recipe& recipe, int indent) {
    Json tensors = Json::object();
    for (const auto& [name, given] : recipe.tensors) tensors[name] = entryJson(given);
    return dumpJson(Json{{"format", kFormat}, {"version", kVersion}, {"tensors", tensors}}, indent);
}

Result<void> applyRecipe(const Recipe& recipe, PackedPlan& plan) {
    if (recipe.empty()) return {};
    std::size_t found = 0;
    for (PackedShape& linear : plan.linears) {
        const auto given = recipe.tensors.find(linear.name);
        if (given == recipe.tensors.end()) continue;
        ++found;
        if (given->second.bits) linear.grid.bits = *given->second.bits;
        if (given->second.groupSize) linear.grid.groupSize = *given->second.groupSize;
    }
    if (found == recipe.tensors.size()) return {};
    std::unordered_set<std::string_view> known;
    for (const PackedShape& linear : plan.linears) known.insert(linear.name);
    for (const auto& [name, given] : recipe.tensors)
        if (!known.contains(name))
            return Error{ErrorCode::InvalidArgument, "the recipe names a tensor that this model does not quantize: \"" + name.substr(0, 120) + "\"", "--recipe",
                         plan.linears.empty() ? "" : "names look like " + plan.linears.front().name + "; see `tacq inspect`"};
    return {};
}

Recipe effectiveRecipe(const Recipe& recipe, const GridOptions& common) {
    Recipe effective;
    for (const auto& [name, given] : recipe.tensors) {
        TensorOverride kept;
        if (given.bits && *given.bits != common.bits) kept.bits = given.bits;
        if (given.groupSize && *given.groupSize != common.groupSize) kept.groupSize = given.groupSize;
        if (kept != TensorOverride{}) effective.tensors.emplace(name, kept);
    }
    return effective;
}

}  // namespace tacq
