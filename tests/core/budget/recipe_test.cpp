#include <doctest/doctest.h>

#include "tacq/budget/ledger.h"
#include "tacq/budget/recipe.h"

using namespace tacq;

namespace {

PackedPlan plan() {
    PackedPlan made;
    made.linears = {{"a.weight", 64, 64, {}, 5, ValueType::F16}, {"b.weight", 32, 64, {}, 0, ValueType::F16}};
    return made;
}

Error refused(const std::string& json, ErrorCode wrong = ErrorCode::InvalidFile) {
    const auto recipe = parseRecipe(json, "F.json", wrong);
    REQUIRE_MESSAGE(!recipe.ok(), json);
    return recipe.error();
}

}  // namespace

TEST_CASE("a recipe reads back as written, numbers being short for bits") {
    const auto read = parseRecipe(R"({"tensors": {"b.weight": 4, "a.weight": {"bits": 2, "groupSize": 32, "locked": true}}})", "F.json");
    REQUIRE(read.ok());
    Recipe expected;
    expected.tensors["a.weight"] = {2, 32, true};
    expected.tensors["b.weight"] = {4, std::nullopt, false};
    CHECK(read.value() == expected);
    for (const int indent : {-1, 1}) CHECK(parseRecipe(recipeToJson(expected, indent), "again").value() == expected);
}

TEST_CASE("what a recipe gets wrong is said by name") {
    struct Case { const char* json; const char* message; const char* context; };
    for (const Case& c : {Case{R"({"tensors": {"a.weight": 9}})", "not 9", "F.json: a.weight"},
                          Case{R"({"tensors": {"a.weight": 1}})", "from 2 to 8", "a.weight"},
                          Case{R"({"tensors": {"a.weight": 2.5}})", "not 2.5", "a.weight"},
                          Case{R"({"tensors": {"a.weight": {"bits": "3"}}})", "not \"3\"", "a.weight"},
                          Case{R"({"tensors": {"a.weight": {"width": 3}}})", "\"width\"", "a.weight"},
                          Case{R"({"tensors": {"a.weight": {"groupSize": 12}}})", "groupSize", "a.weight"},
                          Case{R"({"tensors": {"a.weight": {"locked": 1}}})", "locked", "a.weight"},
                          Case{R"({"tensors": []})", "\"tensors\"", "F.json"}, Case{R"([])", "\"tensors\"", "F.json"},
                          Case{R"({"format": "gptq", "tensors": {}})", "gptq", "format"},
                          Case{R"({"version": 2, "tensors": {}})", "2", "version"},
                          Case{R"({"tensors": {}, "bits": 3})", "\"bits\"", "F.json"}, Case{"{", "JSON", "F.json"}}) {
        CAPTURE(c.json);
        const Error error = refused(c.json);
        CHECK(error.code == ErrorCode::InvalidFile);
        CHECK_MESSAGE(error.message.find(c.message) != std::string::npos, error.message);
        CHECK_MESSAGE(error.context.find(c.context) != std::string::npos, error.context);
    }
    CHECK(refused(R"({"tensors": {"a.weight": 9}})", ErrorCode::InvalidArgument).code == ErrorCode::InvalidArgument);
}

TEST_CASE("a plan takes the overrides, and a tensor that it lacks is named") {
    PackedPlan made = plan();
    const std::uint64_t before = makeLedger(made).value()["codes"].bytes;
    Recipe recipe;
    recipe.tensors["a.weight"] = {8, 32, false};
    REQUIRE(applyRecipe(recipe, made).ok());
    CHECK(made.linears[0].grid.bits == 8);
    CHECK(made.linears[0].grid.groupSize == 32);
    CHECK(made.linears[0].kept == 5);
    CHECK(made.linears[1].grid.bits == 3);
    CHECK(made.linears[1].grid.groupSize == -1);
    CHECK(makeLedger(made).value()["codes"].bytes == before + 64 * 64 * 5 / 8);
    CHECK(makeLedger(made).value()["scales"].bytes == (64 * 2 + 32) * 2);

    recipe.tensors["c.weight"] = {4, std::nullopt, false};
    PackedPlan other = plan();
    const auto missing = applyRecipe(recipe, other);
    REQUIRE(!missing.ok());
    CHECK(missing.error().code == ErrorCode::InvalidArgument);
    CHECK(missing.error().message.find("\"c.weight\"") != std::string::npos);
    CHECK(missing.error().hint.find("a.weight") != std::string::npos);
}

TEST_CASE("locks and what the common grid says anyway have no effect of their own") {
    Recipe recipe;
    recipe.tensors["a.weight"] = {3, -1, true};
    recipe.tensors["b.weight"] = {3, 64, true};
    GridOptions common;
    const Recipe effective = effectiveRecipe(recipe, common);
    CHECK(effective.tensors.size() == 1);
    CHECK(effective.tensors.at("b.weight") == TensorOverride{std::nullopt, 64, false});
    common.bits = 4;
    CHECK(effectiveRecipe(recipe, common).tensors.size() == 2);
}
