#include <doctest/doctest.h>

#include "report/step_words.h"

using namespace tacq;

namespace {

Json tuned() {
    return Json::parse(R"([{"name": "circuit-tuning", "options": "epochs=2", "figures": {"heldOutBefore": 0.4, "heldOutLossBefore": 1.5, "offTaskLossBefore": 3.9, "best": 2,
        "epochs": [{"train": 0.4, "heldOutLoss": 1.3, "offTaskLoss": 3.8}, {"train": 0.3, "heldOutLoss": 1.25, "offTaskLoss": 3.7}], "addedBytes": 0}}])");
}

}  // namespace

TEST_CASE("a tuning is told in one line, what it did beside the task too") {
    const auto words = stepWords(tuned());
    REQUIRE(words.size() == 1);
    CHECK(words[0] == "circuit tuning: epoch 2 of 2 kept; loss of rows held out 1.5 → 1.25, of other text 3.9 → 3.7; 0 bytes added");
    Json worse = tuned();
    worse[0]["figures"]["best"] = 0;
    CHECK(stepWords(worse).at(0) == "circuit tuning: no epoch was better on the rows held out (1.5); nothing was changed");
}

TEST_CASE("steps that somebody else wrote are left out, whatever stands there") {
    CHECK(stepWords({}).empty());
    CHECK(stepWords("text").empty());
    CHECK(stepWords(Json::array({1, "two", nullptr, Json::object()})).empty());
    for (const char* member : {"heldOutLossBefore", "best", "epochs"})
        for (const Json& bad : {Json(), Json("text"), Json(-1), Json(99), Json::array({1})}) {
            Json steps = tuned();
            steps[0]["figures"][member] = bad;
            CHECK(stepWords(steps).size() <= 1);
        }
}
