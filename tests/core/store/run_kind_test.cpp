#include <doctest/doctest.h>

#include <set>

#include "tacq/store/run_kind.h"

using namespace tacq;

TEST_CASE("everyRunKindHasANameOfItsOwnAndIsFoundByIt") {
    std::set<std::string_view> names;
    for (const RunKind kind : allRunKinds()) {
        CHECK(names.insert(runKindName(kind)).second);
        CHECK(runKindNamed(runKindName(kind)) == kind);
    }
    CHECK(names.size() >= 7);   // a new one needs no line here; run_kind.cpp asserts that each has its row
    CHECK_FALSE(runKindNamed("of another version"));
}

TEST_CASE("aRunsSaliencyIsItsOwnArtifactWhereMakingOneIsWhatItDoes") {
    for (const char* command : {"saliency", "circuit-score"}) {
        CHECK(makesSaliency(command));
        CHECK(saliencyMember(command) == "artifact");
    }
    for (const char* command : {"quantize", "perplexity", "of another version"}) {
        CHECK_FALSE(makesSaliency(command));
        CHECK(saliencyMember(command) == "saliencyArtifact");
    }
}
