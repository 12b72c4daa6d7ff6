// The command line as it is read, by the table of commands: examples, copied commands and help.
#include <doctest/doctest.h>

#include "made_request.h"
#include "parse.h"
#include "tacq/command/command_line.h"

using namespace tacq;

namespace {

Result<app::Parsed> parse(const std::vector<std::string>& words) {
    std::vector<const char*> pointers;
    for (const std::string& word : words) pointers.push_back(word.c_str());
    return app::parseCommandLine(static_cast<int>(pointers.size()), pointers.data());
}

/// Without the order of members.
nlohmann::json plain(const Json& json) { return nlohmann::json::parse(json.dump()); }

/// Typed and read again, these are the same parameters of the same command.
void readsBack(const CommandSpec& command, const Json& params) {
    const std::string line = commandLine(command.method(), params.dump());
    CAPTURE(line);
    const auto parsed = parse(shellSplit(line));
    if (!parsed.ok()) {
        FAIL_CHECK(formatError(parsed.error()));
        return;
    }
    CHECK(parsed.value().invocation.command == &command);
    CHECK(plain(parsed.value().invocation.params) == plain(params));
}

}  // namespace

TEST_CASE("everyExampleOfHelpIsARequestOfItsCommand") {
    for (const CommandSpec& command : commandSpecs()) {
        if (command.later) continue;
        CAPTURE(command.example);
        const auto begin = command.example.rfind("tacq ");
        REQUIRE(begin != std::string::npos);
        const auto parsed = parse(shellSplit(command.example.substr(begin)));
        if (!parsed.ok()) FAIL(formatError(parsed.error()));
        CHECK(parsed.value().text.empty());
        CHECK(parsed.value().invocation.command == &command);
        const auto checked = checkRequest(command.method(), parsed.value().invocation.params.dump());
        if (!checked.ok()) FAIL_CHECK(formatError(checked.error()));
    }
}

TEST_CASE("everyOptionTypedIsReadAsItWasWritten") {
    for (const CommandSpec& command : commandSpecs()) {
        if (command.later) continue;
        const Json least = test::leastRequest(command), full = test::fullRequest(command);
        readsBack(command, least);
        readsBack(command, full);
        for (const auto& [key, value] : full.items()) {
            Json one = least;
            one[key] = value;
            readsBack(command, one);
        }
    }
}

TEST_CASE("numbersReadBackToTheLastBit") {
    const CommandSpec& quantize = *findCommand("quantize");
    for (const double outliers : {0.1, 1.0 / 3, 5e-324, 0.0035481338923357545, 0.0, 1.0}) {
        Json params = test::leastRequest(quantize);
        params["outliers"] = outliers;
        readsBack(quantize, params);
    }
}

TEST_CASE("whatAnotherCommandTakesIsRefusedByItsName") {
    const auto refused = [](const std::vector<std::string>& words, const std::string& about) {
        CAPTURE(words);
        const auto parsed = parse(words);
        REQUIRE_FALSE(parsed.ok());
        CHECK(parsed.error().code == ErrorCode::InvalidArgument);
        CHECK(formatError(parsed.error()).find(about) != std::string::npos);
    };
    refused({"tacq", "saliency", "m", "--task", "t", "--outliers", "0.1"}, "--outliers");
    refused({"tacq", "quantize", "m", "o", "--task", "t", "--sampels", "3"}, "--sampels");
    refused({"tacq", "quantize", "m", "o"}, "--task");
    refused({"tacq", "quantise", "m"}, "\"quantise\" is not a command");
    refused({"tacq", "task", "shwo"}, "\"shwo\" is not a command");
    refused({"tacq", "quantize", "m", "o", "--task", "t", "--bits", "three"}, "--bits");
    refused({"tacq", "report", "--run", "1", "--out", "x"}, "run");
    CHECK(parse({"tacq", "quantize", "m", "o", "--task", "t"}).value().invocation.params == Json{{"model", "m"}, {"out", "o"}, {"task", "t"}});  // --bits has a default, too
}

TEST_CASE("helpShowsEveryOptionInItsGroupWithItsDefault") {
    for (const CommandSpec& command : commandSpecs()) {
        if (command.later) continue;
        std::vector<std::string> words{"tacq"};
        words.insert(words.end(), command.words.begin(), command.words.end());
        words.emplace_back("--help");
        const auto parsed = parse(words);
        REQUIRE(parsed.ok());
        // Wrapped as the columns want it: compared without white space.
        const auto squeezed = [](std::string text) {
            std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
            return text;
        };
        const std::string help = squeezed(parsed.value().text);
        CAPTURE(parsed.value().text);
        CHECK(help.find(squeezed("Example: " + command.example)) != std::string::npos);
        for (const OptionSpec& option : command.options) {
            CAPTURE(option.key);
            CHECK((help.find(squeezed(helpText(option))) != std::string::npos) == !option.later);
            if (option.isPositional() || option.later) continue;
            CHECK(help.find(optionName(option.key)) != std::string::npos);
            CHECK(help.find(squeezed(std::string(groupTitle(option.group))) + ":") != std::string::npos);
        }
    }
}
