// How two circuits overlap: cases small enough to count by hand, and the sample's sketch.
#include <cmath>

#include "saliency_fixture.h"
#include "tacq/budget/ledger.h"
#include "tacq/store/circuit_overlap.h"

using namespace tacq;
using namespace tacq::test;

namespace {

using Positions = std::vector<std::vector<std::uint32_t>>;

std::vector<LinearInfo> twoTensors() {
    return {{"q", 0, LinearKind::Query, 2, 5}, {"down", 1, LinearKind::Down, 10, 10}};
}

Result<CircuitOverlap> overlap(const Positions& a, const Positions& b, const std::vector<LinearInfo>& linears = twoTensors()) {
    const std::vector<std::span<const std::uint32_t>> spansA(a.begin(), a.end()), spansB(b.begin(), b.end());
    return overlapOf(linears, spansA, spansB);
}

}  // namespace

TEST_CASE("countsSharedWeightsAndWhatChanceWouldGive") {
    // q: {0,3,7,9} and {3,9} share 2, chance 4·2/10; down: {1..5} and {5,50,99} share 1, chance 5·3/100.
    const CircuitOverlap both = valueOf(overlap({{9, 0, 3, 7}, {1, 2, 3, 4, 5}}, {{3, 9}, {99, 5, 50}}));
    REQUIRE(both.perTensor.size() == 2);
    CHECK(both.perTensor[0].name == "q");
    CHECK(both.perTensor[0].weights == 10);
    CHECK(both.perTensor[0].both == 2);
    CHECK(both.perTensor[0].expected == doctest::Approx(0.8));
    CHECK(both.perTensor[1].both == 1);
    CHECK(both.perTensor[1].expected == doctest::Approx(0.15));
    CHECK(both.keptA == 9);
    CHECK(both.keptB == 5);
    CHECK(both.both == 3);
    CHECK(both.jaccard == doctest::Approx(3.0 / 11.0));
    CHECK(both.expectedJaccard == doctest::Approx(0.95 / (14 - 0.95)));
}

TEST_CASE("sameCircuitsHaveIndexOneAndDisjointOnesNought") {
    CHECK(valueOf(overlap({{1, 2}, {63, 64}}, {{2, 1}, {64, 63}})).jaccard == 1);
    CHECK(valueOf(overlap({{1, 2}, {}}, {{3}, {64}})).jaccard == 0);
    CHECK(std::isnan(valueOf(overlap({{}, {}}, {{}, {}})).jaccard));
}

TEST_CASE("keepingEverythingInOneMakesChanceCertain") {
    const CircuitOverlap all = valueOf(overlap({{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {}}, {{4, 5}, {}}));
    CHECK(all.perTensor[0].expected == 2);
    CHECK(all.perTensor[0].both == 2);
}

TEST_CASE("refusesPositionsOutsideAndCircuitsOfOtherShapes") {
    CHECK(overlap({{10}, {}}, {{}, {}}).error().code == ErrorCode::InvalidArgument);
    CHECK(overlap({{}, {}}, {{}, {100}}).error().context == "down");
    CHECK(overlap({{}}, {{}, {}}).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("theSamplesSketchesGiveTheOverlapOfTheirExactSelections") {
    SaliencyFixture a("overlap-a"), b("overlap-b", GridOptions{2});
    a.write();
    b.write();
    const SaliencyArtifact openA = valueOf(SaliencyArtifact::open(a.folder)), openB = valueOf(SaliencyArtifact::open(b.folder));
    const double outliers = 0.01;
    const CircuitOverlap found = valueOf(compareCircuits(openA, openB, outliers));

    // By the slow way: mark the top k of all scores.
    const auto marked = [&](const SaliencyFixture& f) {
        std::vector<std::pair<float, std::size_t>> all;
        for (const auto& scores : f.score)
            for (const float score : scores) all.emplace_back(-score, all.size());
        std::sort(all.begin(), all.end());
        std::vector<bool> kept(all.size());
        const auto k = valueOf(keptForFraction(outliers, static_cast<std::int64_t>(all.size())));
        for (std::size_t i = 0; i < k; ++i) kept[all[i].second] = true;
        return kept;
    };
    const auto keptA = marked(a), keptB = marked(b);
    std::size_t at = 0;
    for (std::size_t m = 0; m < found.perTensor.size(); ++m) {
        std::uint64_t inA = 0, inB = 0, inBoth = 0;
        for (std::size_t i = 0; i < a.score[m].size(); ++i, ++at) {
            inA += keptA[at];
            inB += keptB[at];
            inBoth += keptA[at] && keptB[at];
        }
        CAPTURE(found.perTensor[m].name);
        CHECK(found.perTensor[m].keptA == inA);
        CHECK(found.perTensor[m].keptB == inB);
        CHECK(found.perTensor[m].both == inBoth);
    }
    CHECK(found.jaccard > found.expectedJaccard);
    CHECK(compareCircuits(openA, openA, outliers).value().jaccard == 1);
}

TEST_CASE("refusesOtherModelsAndSharesBelowTheTails") {
    SaliencyFixture a("overlap-c"), b("overlap-d");
    b.meta.modelIdentity = std::string(64, 'f');
    a.write();
    b.write();
    const SaliencyArtifact openA = valueOf(SaliencyArtifact::open(a.folder)), openB = valueOf(SaliencyArtifact::open(b.folder));
    const auto refused = compareCircuits(openA, openB, 0.0035);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::InvalidArgument);
    CHECK(refused.error().message.find("different models") != std::string::npos);
    SaliencyMeta other = a.meta;
    other.linears.pop_back();
    CHECK_FALSE(requireSameModel(a.meta, other).ok());
    if (openA.exactUpTo() < a.weights()) CHECK(compareCircuits(openA, openA, 1.0).error().context == "outliers");
    CHECK_FALSE(compareCircuits(openA, openA, -0.1).ok());
}
