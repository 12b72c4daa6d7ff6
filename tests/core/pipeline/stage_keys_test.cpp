#include <doctest/doctest.h>

#include "pipeline/stages/stages.h"

using namespace tacq;

TEST_CASE("keysDependOnWhereOnePartEnds") {
    CHECK(stageKey({"ab", "c"}) != stageKey({"a", "bc"}));
    CHECK(stageKey({"a"}) != stageKey({"a", ""}));
    CHECK(stageKey({"a", "b"}) == stageKey({"a", "b"}));
    CHECK(stageKey({}).size() == 64);
}
