// The table of commands holds together: what is half done in it fails here.
#include <doctest/doctest.h>

#include <set>

#include "made_request.h"
#include "tacq/command/command_line.h"
#include "tacq/command/requests.h"

using namespace tacq;
using test::acceptedValue;
using test::leastRequest;

namespace {

Result<void> asked(const CommandSpec& command, const OptionSpec& option, const Json& value) {
    Json params = leastRequest(command);
    params[option.key] = value;
    return checkRequest(command.method(), dumpJson(params));
}

bool names(const Result<void>& checked, const OptionSpec& option) {
    return !checked.ok() && checked.error().code == ErrorCode::InvalidArgument && checked.error().context == optionName(option.key);
}

template <typename Do>
void forEveryOption(Do&& act) {
    for (const CommandSpec& command : commandSpecs())
        for (const auto* options : {&command.options, &globalOptions()})
            for (const OptionSpec& option : *options) {
                CAPTURE(command.method());
                CAPTURE(option.key);
                act(command, option);
            }
}

}  // namespace

TEST_CASE("everyCommandHasWordsSummaryAndExampleOfItsOwn") {
    std::set<std::string> seen;
    REQUIRE(commandSpecs().size() > 20);
    for (const CommandSpec& command : commandSpecs()) {
        CAPTURE(command.method());
        CHECK(seen.insert(command.method()).second);
        CHECK(findCommand(command.method()) == &command);
        CHECK_FALSE(command.summary.empty());
        CHECK((command.later || command.example.find("tacq ") != std::string::npos));
        const OptionSpec* heavy = command.find(command.heavyWith);
        CHECK((command.lane == Lane::QuickUnless) == (heavy != nullptr && heavy->type == OptionType::Flag));
    }
    CHECK(findCommand("nonsense") == nullptr);
}

TEST_CASE("everyOptionHasHelpAndANameOfItsOwn") {
    for (const CommandSpec& command : commandSpecs()) {
        std::set<std::string> seen;
        for (const auto* options : {&command.options, &globalOptions()})
            for (const OptionSpec& option : *options) {
                CAPTURE(command.method());
                CAPTURE(option.key);
                CHECK(seen.insert(option.key).second);
                CHECK_FALSE(option.help.empty());
                CHECK(option.help.find("efault") == std::string::npos);  // said by helpText(), from the value itself
                CHECK((!option.isPositional() || !option.label.empty()));
                CHECK((option.place != OptionPlace::PositionalList || option.type == OptionType::Texts));
                CHECK((option.type != OptionType::Choice || option.choices.size() > 1));
                CHECK((option.type != OptionType::Flag || (option.fallback.empty() && !option.isRequired())));
            }
    }
}

TEST_CASE("optionsOfAGroupStandTogetherInTheOrderOfTheGroups") {
    for (const CommandSpec& command : commandSpecs()) {
        CAPTURE(command.method());
        bool byPosition = true;
        OptionGroup last = OptionGroup::WhatToDo;
        for (const OptionSpec& option : command.options) {
            CAPTURE(option.key);
            CHECK((byPosition || !option.isPositional()));
            byPosition = option.isPositional();
            if (byPosition) continue;
            CHECK(option.group >= last);
            CHECK_FALSE(groupTitle(option.group).empty());
            last = option.group;
        }
    }
}

TEST_CASE("everyDefaultIsAValueThatTheOptionTakes") {
    int defaults = 0;
    forEveryOption([&](const CommandSpec& command, const OptionSpec& option) {
        if (option.fallback.empty()) return;
        ++defaults;
        CHECK_FALSE(option.isRequired());
        CHECK(helpText(option).find("(default: " + option.fallback + ")") != std::string::npos);
        const auto typed = optionValue(option, {option.fallback});
        REQUIRE(typed.ok());
        const auto checked = asked(command, option, parseJson(typed.value(), "").value());
        if (!checked.ok()) FAIL_CHECK(formatError(checked.error()));
    });
    CHECK(defaults > 50);
}

TEST_CASE("everyNumberIsTakenAtTheLimitsOfItsRangeAndRefusedByNameBeyond") {
    constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min(), kHighest = std::numeric_limits<std::int64_t>::max();
    int tried = 0;
    forEveryOption([&](const CommandSpec& command, const OptionSpec& option) {
        if (option.later || (option.type != OptionType::Integer && option.type != OptionType::Real)) return;
        ++tried;
        if (option.type == OptionType::Integer) {
            const auto [least, most] = option.integers;
            CHECK(least > kLowest);  // every whole number has a range
            CHECK(asked(command, option, least).ok());
            CHECK(asked(command, option, most).ok());
            CHECK(names(asked(command, option, least - 1), option));
            if (most < kHighest) CHECK(names(asked(command, option, most + 1), option));
            CHECK(names(asked(command, option, kLowest), option));
            CHECK(names(asked(command, option, std::numeric_limits<std::uint64_t>::max()), option));
            CHECK(names(asked(command, option, 2.5), option));
        } else {
            const auto [least, most] = option.reals;
            CHECK(most < std::numeric_limits<double>::max());
            CHECK(asked(command, option, least).ok());
            CHECK(asked(command, option, most).ok());
            CHECK(names(asked(command, option, std::nextafter(most, 1e300)), option));
            CHECK(names(asked(command, option, std::nextafter(least, -1e300)), option));
            for (const double wrong : {-1e308, 1e308}) CHECK(names(asked(command, option, wrong), option));
            CHECK(asked(command, option, 5e-324).ok() == (least <= 5e-324));
        }
        CHECK(names(asked(command, option, "3"), option));
        CHECK(names(asked(command, option, true), option));
        for (const char* typed : {"nan", "inf", "-inf", "1e999", "", " 1", "1 ", "0x", "99999999999999999999x"}) CHECK_FALSE(optionValue(option, {typed}).ok());
    });
    CHECK(tried > 80);
}

TEST_CASE("requiredOptionsAreAskedForByName") {
    forEveryOption([&](const CommandSpec& command, const OptionSpec& option) {
        if (!option.isRequired() || option.type == OptionType::Texts) return;
        Json params = leastRequest(command);
        CHECK(checkRequest(command.method(), dumpJson(params)).ok());
        params.erase(option.key);
        CHECK(names(checkRequest(command.method(), dumpJson(params)), option));
        params[option.key] = "";
        CHECK(checkRequest(command.method(), dumpJson(params)).ok() == (option.mayBeEmpty || option.type == OptionType::Choice));
    });
}

TEST_CASE("theUsualCalibrationStandsInOnePlace") {
    for (const char* method : {"saliency", "quantize"}) {
        CHECK(findCommand(method)->find("samples")->fallback == std::to_string(SampleOptions{}.samples));
        CHECK(findCommand(method)->find("tokens")->fallback == std::to_string(SampleOptions{}.tokens));
        CHECK(findCommand(method)->find("bits")->fallback == std::to_string(GridOptions{}.bits));
    }
    CHECK(findCommand("task-show")->find("samples")->fallback == "4");
}

TEST_CASE("shortAnswersNeedNotWaitForALongJob") {
    for (const char* quick : {"runs-list", "runs-show", "runs-diff", "runs-command", "task-list", "task-show", "workspace-info", "inspect", "tokenize", "report"}) CHECK(isQuickCommand(quick, "{}"));
    for (const char* heavy : {"quantize", "saliency", "perplexity", "generate", "export", "runs-rerun", "workspace-gc", "serve", "evaluate", "nonsense"}) CHECK_FALSE(isQuickCommand(heavy, "{}"));
    CHECK(isQuickCommand("budget", R"({"mixed":false})"));
    CHECK(isQuickCommand("budget", R"({"mixed":null})"));
    CHECK_FALSE(isQuickCommand("budget", R"({"mixed":true})"));
}
