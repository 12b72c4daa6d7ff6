#include <doctest/doctest.h>

#include "pipeline/requests/packed_plan.h"
#include "pipeline/requests/params.h"
#include "pipeline/stages/refine.h"
#include "scratch.h"
#include "tacq/base/file_io.h"

using namespace tacq;

namespace {

Params params(const std::string& json) { return Params::parse(json).value(); }
std::string refusal(const Params& p) {
    const auto finished = p.finish();
    REQUIRE_FALSE(finished.ok());
    CHECK(finished.error().code == ErrorCode::InvalidArgument);
    return formatError(finished.error());
}

}  // namespace

TEST_CASE("readsTypedParameters") {
    auto p = params(R"({"model":"m","bits":3,"outliers":0.01,"force":true,"tokens":[1,2]})");
    CHECK(p.text("model") == "m");
    CHECK(p.integer("bits", 4, 2, 8) == 3);
    CHECK(p.real("outliers", 0, 0, 1) == doctest::Approx(0.01));
    CHECK(p.flag("force"));
    CHECK(p.integers("tokens") == std::vector<std::int64_t>{1, 2});
    CHECK(p.integer("samples", 128, 1) == 128);
    CHECK(p.finish().ok());
}

TEST_CASE("refusesUnknownKeysByTheirOptionName") {
    auto p = params(R"({"groupSiez":3})");
    CHECK(refusal(p).find("--group-siez") != std::string::npos);
}

TEST_CASE("namesTheOptionAndTheRangeOfAWrongNumber") {
    for (const char* text : {R"({"bits":1})", R"({"bits":9})", R"({"bits":-3})", R"({"bits":2.5})", R"({"bits":"3"})", R"({"bits":18446744073709551615})", R"({"bits":true})"}) {
        CAPTURE(text);
        auto p = params(text);
        (void)p.integer("bits", 3, 2, 8);
        const std::string said = refusal(p);
        CHECK(said.find("--bits") != std::string::npos);
        CHECK(said.find("from 2 to 8") != std::string::npos);
    }
}

TEST_CASE("refusesFractionsOutsideTheirRange") {
    for (const char* text : {R"({"outliers":-0.1})", R"({"outliers":1.5})", R"({"outliers":1e999})", R"({"outliers":"many"})"}) {
        CAPTURE(text);
        const auto parsed = Params::parse(text);
        if (!parsed.ok()) continue;  // beyond double: no JSON number at all
        auto p = parsed.value();
        (void)readBudget(p);
        (void)refusal(p);
    }
}

TEST_CASE("onlyOneKindOfBudgetMayDecide") {
    auto p = params(R"({"outliers":0.1,"targetBits":3})");
    (void)readBudget(p);
    CHECK(refusal(p).find("only one of") != std::string::npos);
}

TEST_CASE("listsTheChoicesOfAWrongChoice") {
    auto p = params(R"({"scaleDtype":"f64"})");
    (void)readGrid(p);
    CHECK(refusal(p).find("f16, f32") != std::string::npos);
}

TEST_CASE("refusesGroupSizesThatCannotBe") {
    for (const char* text : {R"({"groupSize":0})", R"({"groupSize":-2})", R"({"groupSize":12})"}) {
        CAPTURE(text);
        auto p = params(text);
        (void)readGrid(p);
        (void)refusal(p);
    }
}

TEST_CASE("refusesLaterOptionsByName") {
    auto p = params(R"({"grid":"gguf:q4_k"})");
    (void)readGrid(p);
    CHECK(refusal(p).find("not in this version") != std::string::npos);
}

TEST_CASE("parametersMustBeOneObject") {
    CHECK_FALSE(Params::parse("[1]").ok());
    CHECK_FALSE(Params::parse("{").ok());
    CHECK(Params::parse("").ok());
}

TEST_CASE("the largest fitting number is found from any guess, and every question is in range") {
    for (const std::uint64_t all : {0u, 1u, 7u, 1000u})
        for (const std::uint64_t truth : {0u, 1u, 6u, 7u, 999u, 1000u}) {
            if (truth > all) continue;
            for (const std::uint64_t guess : {std::uint64_t{0}, all / 3, truth, all}) {
                CAPTURE(all);
                CAPTURE(truth);
                CAPTURE(guess);
                const auto found = largestFitting(guess, all, [&](std::uint64_t k) -> Result<bool> {
                    CHECK(k <= all);
                    return k <= truth;
                });
                REQUIRE(found.ok());
                CHECK(found.value() == truth);
            }
        }
}

TEST_CASE("files that options name are found in mixes too") {
    const test::Scratch scratch("params");
    const auto one = scratch.folder / "my, notes.txt", two = scratch.folder / "two.jsonl";
    for (const auto& file : {one, two}) REQUIRE(writeTextAtomic(file, "x").ok());
    const Params mix(Json{{"task", two.string() + ":0.7,tinystories:0.3"}, {"recipe", 3}});
    CHECK(mix.filesNamed({"task", "recipe", "tokensFile"}) == std::vector<std::filesystem::path>{two});
    CHECK(Params(Json{{"task", one.string()}}).filesNamed({"task"}) == std::vector<std::filesystem::path>{one});
    CHECK(Params(Json{{"task", "tinystories"}}).filesNamed({"task"}).empty());
}
