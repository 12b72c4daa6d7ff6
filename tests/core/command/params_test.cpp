#include <doctest/doctest.h>

#include "command/params.h"
#include "scratch.h"
#include "tacq/base/file_io.h"

using namespace tacq;

namespace {

const CommandSpec& command() {
    static const CommandSpec made{.words = {"try"},
                                  .options = {{.key = "model", .help = "x", .place = OptionPlace::Positional, .file = OptionFile::MayExist},
                                              {.key = "bits", .help = "x", .type = OptionType::Integer, .fallback = "3", .integers = {2, 8}},
                                              {.key = "outliers", .help = "x", .type = OptionType::Real, .fallback = "0.0035", .reals = {0, 1}},
                                              {.key = "force", .help = "x", .type = OptionType::Flag},
                                              {.key = "tokens", .help = "x", .type = OptionType::Integers},
                                              {.key = "type", .help = "x", .type = OptionType::Choice, .fallback = "f16", .choices = {"f16", "f32"}},
                                              {.key = "grid", .help = "comes later", .later = true}}};
    return made;
}

Params params(const std::string& json) { return Params::parse(command(), json).value(); }

void readAll(Params& p) {
    (void)p.text("model");
    (void)p.integer("bits");
    (void)p.real("outliers");
    (void)p.flag("force");
    (void)p.integers("tokens");
    (void)p.choice("type");
}

std::string refusal(const std::string& json, ErrorCode code = ErrorCode::InvalidArgument) {
    auto p = params(json);
    readAll(p);
    const auto finished = p.finish();
    REQUIRE_FALSE(finished.ok());
    CHECK(finished.error().code == code);
    return formatError(finished.error());
}

}  // namespace

TEST_CASE("readsTypedParametersAndElseTheTablesDefaults") {
    auto p = params(R"({"model":"m","bits":4,"outliers":0.01,"force":true,"tokens":[1,2],"type":"f32","seed":3})");
    CHECK(p.text("model") == "m");
    CHECK(p.integer("bits") == 4);
    CHECK(p.real("outliers") == 0.01);
    CHECK(p.flag("force"));
    CHECK(p.integers("tokens") == std::vector<std::int64_t>{1, 2});
    CHECK(p.choice("type") == "f32");
    CHECK(p.integer("seed") == 3);
    CHECK(p.finish().ok());
    auto usual = params(R"({"model":"m","bits":null})");
    CHECK_FALSE(usual.has("bits"));
    CHECK(usual.integer("bits") == 3);
    CHECK(usual.real("outliers") == 0.0035);
    CHECK(usual.choice("type") == "f16");
    CHECK_FALSE(usual.flag("force"));
}

TEST_CASE("refusesUnknownKeysByTheirOptionName") { CHECK(refusal(R"({"model":"m","groupSiez":3})").find("--group-siez") != std::string::npos); }
TEST_CASE("refusesLaterOptionsByName") { CHECK(refusal(R"({"model":"m","grid":"gguf:q4_k"})").find("not in this version") != std::string::npos); }
TEST_CASE("asksForWhatIsRequired") {
    CHECK(refusal("{}").find("is required") != std::string::npos);
    CHECK(refusal(R"({"model":""})").find("must not be empty") != std::string::npos);
}

TEST_CASE("namesTheOptionAndTheRangeOfAWrongNumber") {
    for (const char* text : {"1", "9", "-3", "2.5", "\"3\"", "18446744073709551615", "true", "[3]"}) {
        CAPTURE(text);
        const std::string said = refusal(std::string(R"({"model":"m","bits":)") + text + "}");
        CHECK(said.find("--bits") != std::string::npos);
        CHECK(said.find("from 2 to 8") != std::string::npos);
    }
    for (const char* text : {"-0.1", "1.5", "\"many\"", "-5e-324"}) {
        CAPTURE(text);
        CHECK(refusal(std::string(R"({"model":"m","outliers":)") + text + "}").find("--outliers") != std::string::npos);
    }
    CHECK_FALSE(Params::parse(command(), R"({"outliers":1e999})").ok());  // beyond double: no JSON number at all
    for (const char* text : {"3", "[1,2.5]", "[18446744073709551615]", "[\"1\"]"}) {
        CAPTURE(text);
        CHECK(refusal(std::string(R"({"model":"m","tokens":)") + text + "}").find("a list of whole numbers") != std::string::npos);
    }
}

TEST_CASE("listsTheChoicesOfAWrongChoice") { CHECK(refusal(R"({"model":"m","type":"f64"})").find("f16, f32") != std::string::npos); }

TEST_CASE("aCommandAndATableThatDisagreeAreADefect") {
    auto unlisted = params(R"({"model":"m"})");
    readAll(unlisted);
    (void)unlisted.flag("brandNew");
    CHECK(unlisted.finish().error().code == ErrorCode::Internal);
    CHECK(unlisted.finish().error().context == "--brand-new");
    auto unread = params(R"({"model":"m"})");
    (void)unread.text("model");
    CHECK(unread.finish().error().code == ErrorCode::Internal);
    CHECK(unread.finish().error().context == "--bits");
}

TEST_CASE("parametersMustBeOneObject") {
    CHECK_FALSE(Params::parse(command(), "[1]").ok());
    CHECK_FALSE(Params::parse(command(), "{").ok());
    CHECK(Params::parse(command(), "").ok());
}

TEST_CASE("filesThatOptionsNameAreFoundInMixesToo") {
    const test::Scratch scratch("params");
    const auto one = scratch.folder / "my, notes.txt", two = scratch.folder / "two.jsonl";
    for (const auto& file : {one, two}) REQUIRE(writeTextAtomic(file, "x").ok());
    const auto named = [](const std::string& task, const Json& more = 3) {
        return Params(*findCommand("quantize"), Json{{"task", task}, {"recipe", more}}).filesNamed();
    };
    CHECK(named(two.string() + ":0.7,tinystories:0.3") == std::vector<std::filesystem::path>{two});
    CHECK(named(one.string()) == std::vector<std::filesystem::path>{one});
    CHECK(named("tinystories", two.string()) == std::vector<std::filesystem::path>{two});
    CHECK(named("tinystories").empty());
}
