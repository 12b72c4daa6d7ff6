#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <vector>

#include "numerics/grid_json.h"

using namespace tacq;

namespace {

/// Every field of a grid, changed.
std::vector<GridOptions> changes() {
    std::vector<GridOptions> changed(4);
    changed[0].bits = 2;
    changed[1].groupSize = 64;
    changed[2].symmetry = Symmetry::Symmetric;
    changed[3].scaleType = ScaleType::F32;
    return changed;
}

}  // namespace

TEST_CASE("aGridEqualsItselfAndNoGridWithAnotherField") {
    // Whoever adds a field changes it in changes() too: equality, JSON and key text are then asked about it.
    const auto& [bits, groupSize, symmetry, scaleType] = GridOptions{};
    CHECK((bits == 3 && groupSize == -1 && symmetry == Symmetry::Asymmetric && scaleType == ScaleType::F16));
    std::set<std::string> texts{gridText({})}, jsons{gridToJson({})};
    for (const GridOptions& grid : changes()) {
        CHECK(grid == grid);
        CHECK(grid != GridOptions{});
        texts.insert(gridText(grid));
        jsons.insert(gridToJson(grid));
        CHECK(gridFromJson(gridToJson(grid), "test").value() == grid);
    }
    CHECK(texts.size() == changes().size() + 1);
    CHECK(jsons.size() == changes().size() + 1);
}

TEST_CASE("aGridIsSpeltInKeysAndJsonAsItAlwaysWas") {
    CHECK(gridText({}) == "bits=3 group=-1 asymmetric f16");
    CHECK(gridText({2, 64, Symmetry::Symmetric, ScaleType::F32}) == "bits=2 group=64 symmetric f32");
    CHECK(gridToJson({}) == R"({"bits":3,"groupSize":-1,"symmetric":false,"scaleDtype":"f16"})");
    CHECK(gridToJson({2, 64, Symmetry::Symmetric, ScaleType::F32}) == R"({"bits":2,"groupSize":64,"symmetric":true,"scaleDtype":"f32"})");
}

TEST_CASE("whatIsMissingInAGridsJsonIsTheDefaultOrAnError") {
    const GridOptions defaults{4, 128, Symmetry::Symmetric, ScaleType::F32};
    CHECK(gridFromJson(R"({"bits": 2, "task": "gsm8k"})", "test", defaults).value() == GridOptions{2, 128, Symmetry::Symmetric, ScaleType::F32});
    CHECK(gridFromJson("{}", "test", GridOptions{}).value() == GridOptions{});
    for (const char* text : {"{}", "[]", "7", "{\"bits\": 3", R"({"bits": 3, "groupSize": -1, "symmetric": false})", R"({"bits": "3", "groupSize": -1, "symmetric": false, "scaleDtype": "f16"})",
                             R"({"bits": 9, "groupSize": -1, "symmetric": false, "scaleDtype": "f16"})", R"({"bits": 3, "groupSize": 7, "symmetric": false, "scaleDtype": "f16"})",
                             R"({"bits": 3, "groupSize": -1, "symmetric": false, "scaleDtype": "f8"})", R"({"bits": 1e99, "groupSize": -1, "symmetric": false, "scaleDtype": "f16"})",
                             R"({"bits": 3.5, "groupSize": -1, "symmetric": false, "scaleDtype": "f16"})"}) {
        CAPTURE(text);
        const auto refused = gridFromJson(text, "meta.json");
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().context.find("meta.json") != std::string::npos);
    }
    CHECK_FALSE(gridFromJson(R"({"symmetric": 1})", "test", GridOptions{}).ok());
}
