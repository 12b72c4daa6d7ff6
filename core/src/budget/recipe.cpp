#include "tacq/budget/recipe.h"

#include <cmath>
#include <unordered_set>

#include "base/json.h"

namespace tacq {
namespace {

constexpr const char* kFormat = "tacq-recipe";
constexpr int kVersion = 1;

std::string shown(const Json& value) { return dumpJson(value).substr(0, 60); }

/// Reads entries; every error names the tensor and the member.
class Reader {
public:
    Reader(const std::string& context, ErrorCode wrong) : m_context(context), m_wrong(wrong) {}

    Error error(const std::string& what, const std::string& where, const std::string& hint) const {
        return {m_wrong, what, m_context.empty() ? where : m_context + ": " + where, hint};
    }

    Result<TensorOverride> entry(const std::string& name, const Json& value) const {
        TensorOverride given;
        if (!value.is_object()) {
            TACQ_TRY(given.bits, bits(name, value));
            return given;
        }
        for (const auto& [key, member] : value.items()) {
            if (key == "bits") {
                TACQ_TRY(given.bits, bits(name, member));
            } else if (key == "groupSize") {
                TACQ_TRY(given.groupSize, groupSize(name, member));
            } else if (key == "locked") {
                if (!member.is_boolean()) return error("locked must be true or false, not " + shown(member), name, "");
                given.locked = member.get<bool>();
            } else {
                return error(std::string("\"").append(key, 0, 60).append("\" is not something a recipe sets"), name, "use bits, groupSize and locked");
            }
        }
        return given;
    }

private:
    Result<std::optional<int>> bits(const std::string& name, const Json& value) const {
        if (value.is_number_integer() && value.get<double>() >= 2 && value.get<double>() <= 8) return std::optional<int>(value.get<int>());
        return error("bits must be a whole number from 2 to 8, not " + shown(value), name, "2, 3, 4 and 8 are common");
    }
    Result<std::optional<std::int64_t>> groupSize(const std::string& name, const Json& value) const {
        GridOptions grid;
        const bool whole = value.is_number_integer() && std::abs(value.get<double>()) < 1e12;
        if (whole) grid.groupSize = value.get<std::int64_t>();
        if (whole && validate(grid).ok()) return std::optional<std::int64_t>(grid.groupSize);
        return error("groupSize must be -1 or a multiple of 8, not " + shown(value), name, "-1 is a whole row; 32, 64 and 128 are common");
    }

    const std::string& m_context;
    ErrorCode m_wrong;
};

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
    const Reader reader(context, wrong);
    if (!root.is_object() || !root.contains("tensors") || !root.at("tensors").is_object())
        return reader.error("a recipe is an object with \"tensors\", an object of overrides by tensor name", "tensors", "for example {\"tensors\": {NAME: 4}}");
    for (const auto& [key, value] : root.items()) {
        if (key == "tensors") continue;
        if (key == "format" && value == kFormat) continue;
        if (key == "version" && value == kVersion) continue;
        if (key == "format" || key == "version") return reader.error(key + " " + shown(value) + " is not one this program reads", key, "it reads tacq-recipe, version 1");
        return reader.error(std::string("\"").append(key, 0, 60).append("\" is not part of a recipe"), key, "use format, version and tensors");
    }
    Recipe recipe;
    for (const auto& [name, value] : root.at("tensors").items()) {
        TACQ_TRY(recipe.tensors[name], reader.entry(name, value));
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
