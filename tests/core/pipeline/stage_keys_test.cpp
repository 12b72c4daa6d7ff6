#include <doctest/doctest.h>

#include "pipeline/stages/stages.h"

using namespace tacq;

TEST_CASE("keysDependOnWhereOnePartEnds") {
    CHECK(hashOfParts({"ab", "c"}) != hashOfParts({"a", "bc"}));
    CHECK(hashOfParts({"a"}) != hashOfParts({"a", ""}));
    CHECK(hashOfParts({"a", "b"}) == hashOfParts({"a", "b"}));
    CHECK(hashOfParts({}).size() == 64);
}
