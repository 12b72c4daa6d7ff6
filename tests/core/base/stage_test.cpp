#include <doctest/doctest.h>

#include <set>

#include "tacq/base/stage.h"

using namespace tacq;

TEST_CASE("everyStageHasANameOfItsOwnAndIsFoundByIt") {
    std::set<std::string_view> names;
    for (const Stage stage : allStages()) {
        CHECK(names.insert(stageName(stage)).second);
        CHECK(stageNamed(stageName(stage)) == stage);
    }
    CHECK(names.size() >= 15);   // a new one needs no line here; stage.cpp asserts that each has its row
    // Keys that scripts know.
    for (const char* name : {"load", "gradient", "simulate", "select", "quantize", "evaluate", "export"}) CHECK(names.contains(name));
    CHECK_FALSE(stageNamed("of another version"));
}
