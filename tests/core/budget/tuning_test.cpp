#include <doctest/doctest.h>

#include <string>

#include "tacq/budget/tuning.h"

using namespace tacq;

namespace {

std::string refused(const std::string& text) {
    const auto parsed = parseSteps(text);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().code == ErrorCode::InvalidArgument);
    CHECK(parsed.error().context == "--steps");
    CHECK_FALSE(parsed.error().hint.empty());
    return parsed.error().message;
}

}  // namespace

TEST_CASE("steps are read as they are written, defaults where nothing is said") {
    CHECK_FALSE(parseSteps("").value().has_value());
    CHECK(parseSteps("circuit-tuning").value() == TuningOptions{});
    TuningOptions all;
    all.epochs = 4;
    all.scales = false;
    all.biases = true;
    all.scaleRate = 0.5;
    all.keptRate = 0;
    all.gainRate = 1e-3;
    all.holdOut = 0.25;
    all.batch = 2;
    all.patience = 3;
    CHECK(parseSteps("circuit-tuning:epochs=4:train=kept+gains+biases:lr-scales=.5:lr-kept=0:lr-gains=1e-3:hold-out=0.25:batch=2:patience=3").value() == all);
    CHECK(parseSteps(stepsText(all)).value() == all);
    CHECK(stepsText({}) == "circuit-tuning");
    TuningOptions none;
    none.scales = none.kept = none.gains = false;
    CHECK(parseSteps(stepsText(none)).value() == none);
}

TEST_CASE("a step's text spells every option out") {
    // Goes into artifact keys: it never changes.
    CHECK(TuningOptions{}.text() ==
          "epochs=6 train=scales+kept+gains lr-scales=0.0030000000000000001 lr-kept=0.0060000000000000001 lr-gains=0.0030000000000000001 hold-out=0.10000000000000001 batch=1 patience=2");
    // Whoever adds an option stops the next line from compiling, and puts it into the text.
    const auto& [epochs, scales, kept, gains, biases, scaleRate, keptRate, gainRate, holdOut, batch, patience] = TuningOptions{};
    (void)epochs, (void)scales, (void)kept, (void)gains, (void)biases, (void)scaleRate, (void)keptRate, (void)gainRate, (void)holdOut, (void)batch, (void)patience;
}

TEST_CASE("steps that are unknown, double or out of range are refused by name") {
    CHECK(refused("norm-tweaking") == "there is no step 'norm-tweaking'");
    CHECK(refused("circuit-tuning,circuit-tuning") == "the step circuit-tuning is named twice");
    CHECK(refused("circuit-tuning,") == "there is no step ''");
    CHECK(refused("circuit-tuning:epoch=3") == "circuit-tuning has no option 'epoch'");
    CHECK(refused("circuit-tuning:epochs=3:epochs=4") == "epochs is given twice");
    CHECK(refused("circuit-tuning:epochs") == "'epochs' gives no value");
    for (const char* bad : {"epochs=-1", "epochs=1001", "epochs=2.5", "epochs=", "batch=0", "patience=0", "lr-scales=-1", "lr-kept=2", "lr-gains=nan", "hold-out=1", "hold-out=x"}) {
        CAPTURE(bad);
        refused("circuit-tuning:" + std::string(bad));
    }
    CHECK(refused("circuit-tuning:train=scales+codes").find("train must be") != std::string::npos);
    CHECK(refused("circuit-tuning:train=scales+scales") == "train names scales twice");
}

TEST_CASE("a step that trains nothing is idle") {
    CHECK_FALSE(TuningOptions{}.idle());
    for (const char* text : {"circuit-tuning:epochs=0", "circuit-tuning:train=none", "circuit-tuning:lr-scales=0:lr-kept=0:lr-gains=0", "circuit-tuning:train=kept:lr-kept=0"}) {
        CAPTURE(text);
        CHECK(parseSteps(text).value()->idle());
    }
}
