// A score is one file and one line of a table: what a half-made one would lack is missed here.
#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <limits>
#include <set>
#include <vector>

#include "tacq/numerics/score.h"
#include "test_paths.h"

using namespace tacq;

namespace {

constexpr std::size_t kWeights = 96;

/// Values of a part that make any score which reads them differ from one that does not.
std::vector<float> valuesOf(WeightPart part) {
    std::vector<float> values(kWeights);
    for (std::size_t i = 0; i < kWeights; ++i) values[i] = (static_cast<float>(static_cast<int>(part)) + 1) * 0.25f + static_cast<float>(i % 7) * 0.125f;
    return values;
}

std::vector<float> scoresOf(const MethodSpec& spec, const std::vector<float>& g, const std::vector<float>& w, const std::vector<float>& q, std::uint64_t seed = 1) {
    std::vector<float> out(kWeights, -1);
    spec.kernel({g, w, q, seed, 2, 0}, out);
    return out;
}

}  // namespace

TEST_CASE("everyMethodOfTheTableIsWhole") {
    std::set<std::string_view> names, titles;
    for (const Method method : methods()) {
        CAPTURE(method->name);
        CHECK_FALSE(method->name.empty());
        CHECK(method->name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
        CHECK_FALSE(method->title.empty());
        CHECK(names.insert(method->name).second);
        CHECK(titles.insert(method->title).second);
        CHECK(method->formula.empty() == !keepsWeights(method));
        CHECK(parseMethod(method->name).value() == method);
    }
}

TEST_CASE("everyScoreReadsWhatItsEntrySaysAndNothingElse") {
    const std::vector<float> g = valuesOf(WeightPart::Gradient), w = valuesOf(WeightPart::Weight), q = valuesOf(WeightPart::Quantized);
    const std::vector<float> poison(kWeights, std::numeric_limits<float>::quiet_NaN());
    for (const Method method : scoringMethods()) {
        CAPTURE(method->name);
        const auto part = [&](WeightPart which, const std::vector<float>& values) -> const std::vector<float>& { return method->needs.has(which) ? values : poison; };
        const std::vector<float> all = scoresOf(*method, g, w, q);
        CHECK(scoresOf(*method, part(WeightPart::Gradient, g), part(WeightPart::Weight, w), part(WeightPart::Quantized, q)) == all);
        for (const float score : all) REQUIRE((std::isfinite(score) && score >= 0));
        // And what it says it needs does matter.
        if (method->needs.has(WeightPart::Gradient)) CHECK(std::isnan(scoresOf(*method, poison, w, q)[0]));
        if (method->needs.has(WeightPart::Weight)) CHECK(std::isnan(scoresOf(*method, g, poison, q)[0]));
        if (method->needs.has(WeightPart::Quantized)) CHECK(std::isnan(scoresOf(*method, g, w, poison)[0]));
        CHECK((scoresOf(*method, g, w, q, 2) != all) == method->seeded);
        // The same for any split into calls.
        std::vector<float> split(kWeights);
        const std::size_t first = 37;
        score(method, std::span(g).first(first), std::span(w).first(first), std::span(q).first(first), 1, 2, 0, std::span(split).first(first));
        score(method, std::span(g).subspan(first), std::span(w).subspan(first), std::span(q).subspan(first), 1, 2, first, std::span(split).subspan(first));
        CHECK(split == all);
    }
}

TEST_CASE("everyFileOfScoresIsInTheTable") {
    std::set<std::string> files, names;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(paths::resources()).parent_path() / "core/src/numerics/scores"))
        if (entry.path().extension() == ".cpp") files.insert(entry.path().stem().string());
    for (const Method method : scoringMethods()) names.insert(std::string(method->name));
    CHECK(files == names);
}

TEST_CASE("aMethodFromOutsideTheTableIsFoundLikeTheOthersAndANameIsTakenOnce") {
    static constexpr MethodSpec taken{"tacq", "another", "|W|", {WeightPart::Weight}, false, true, nullptr};
    const auto refused = addMethod(taken);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::AlreadyExists);
}
