#include "base/json.h"

#include <doctest/doctest.h>

#include <cstdint>

#include "base/json_integer.h"
#include "base/stoppable_json.h"

using namespace tacq;

TEST_CASE("an object of 200,000 members is read in their order, in time that follows its length") {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) text += (i ? ",\"" : "\"") + std::to_string((i * 7919LL) % 200'003) + "\":" + std::to_string(i);
    const auto parsed = parseJson(text + "}", "t");  // by searching from the front: 2 · 10^10 comparisons
    REQUIRE(parsed.ok());
    CHECK(dumpJson(parsed.value()) == text + "}");
    CHECK(parseJson(text + ",\"7919\":0}", "t").error().message == "key \"7919\" appears twice");
}

TEST_CASE("doubled keys are found on both sides of the size where keys are remembered, and nested objects keep apart") {
    for (int size : {1, 15, 16, 17, 40}) {
        std::string text = "{\"k0\":{\"k0\":[{\"k0\":0}]}";
        for (int i = 1; i < size; ++i) text += ",\"k" + std::to_string(i) + "\":{\"k1\":" + std::to_string(i) + "}";
        const auto parsed = parseJson(text + "}", "t");
        REQUIRE(parsed.ok());
        CHECK(dumpJson(parsed.value()) == text + "}");
        for (int i : {0, size - 1}) CHECK(parseJson(text + ",\"k" + std::to_string(i) + "\":1}", "t").error().code == ErrorCode::InvalidFile);
    }
}

TEST_CASE("JSON beyond the limits is refused while it is read, and reading stops on request") {
    CHECK(parseJson("[1,2,3]", "t", {8, 3}).error().message == "more than 3 values");
    CHECK(parseJson("[[1]]", "t", {1, 10}).error().message == "nested deeper than 1 levels");
    std::stop_source source;
    source.request_stop();
    CHECK(parseJson("\"" + std::string(3u << 20, 'x') + "\"", "t", {}, source.get_token()).error().code == ErrorCode::Cancelled);
    CHECK(parseJson("\"" + std::string(3u << 20, 'x') + "\"", "t").ok());
}

TEST_CASE("members of a large object are found one by one in time that follows their number") {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) text += (i ? ",\"" : "\"") + std::to_string(i) + "\":" + std::to_string(i * 3);
    const Json object = parseJson(text + "}", "t").value();
    const JsonIndex index(object);
    std::int64_t wrong = 0;
    for (int i = 0; i < 200'000; ++i) {   // by walking: 2 · 10^10 comparisons
        const Json* found = index.find(std::to_string(i));
        wrong += found == nullptr || *found != i * 3;
    }
    CHECK(wrong == 0);
    CHECK(index.find("200000") == nullptr);
    CHECK(JsonIndex(Json::array({1})).find("0") == nullptr);
    CHECK(JsonIndex(Json()).find("") == nullptr);
}

TEST_CASE("a whole number is one that is written as one and fits") {
    const Json numbers = parseJson(R"({"a":5,"b":-5,"c":1e300,"d":5.0,"e":18446744073709551615,"f":"5","g":9223372036854775807})", "t").value();
    CHECK(integerOf(numbers, "a", 0, 10) == 5);
    CHECK_FALSE(integerOf(numbers, "a", 6, 10));
    CHECK_FALSE(integerOf(numbers, "b", 0, 10));
    for (const char* key : {"c", "d", "e", "f", "none"}) CHECK_FALSE(integerOf(numbers, key, INT64_MIN, INT64_MAX));
    CHECK(wholeOf(numbers["g"], 0, INT64_MAX) == INT64_MAX);
    CHECK_FALSE(integerOf(Json(3), "a", 0, 10));
}
