// The engine's commands and the table of commands agree.
#include <doctest/doctest.h>

#include <algorithm>

#include "../command/made_request.h"
#include "tacq/exporting/export.h"
#include "tacq/pipeline/commands.h"

using namespace tacq;

namespace {

/// What a command needs beside its required options to get as far as looking at names.
Json plausible(const CommandSpec& command) {
    Json params = test::leastRequest(command);
    if (command.find("window") != nullptr) params.update({{"textFile", "t"}, {"window", 8}});
    if (command.method() == "tokenize") params["text"] = "t";
    return params;
}

}  // namespace

TEST_CASE("everyDescribedCommandIsThereAndEveryCommandIsDescribed") {
    const std::vector<std::string> names = commandNames();
    for (const std::string& name : names) CHECK(findCommand(name) != nullptr);
    for (const CommandSpec& command : commandSpecs()) {
        CAPTURE(command.method());
        CHECK((std::find(names.begin(), names.end(), command.method()) != names.end()) == (!command.later && command.lane != Lane::None));
    }
}

TEST_CASE("everyCommandReadsWhatItsDescriptionHasAndNothingElse") {
    for (const std::string& method : commandNames()) {
        CAPTURE(method);
        Json params = plausible(*findCommand(method));
        // Stops the command once it has read its options, before it does anything.
        params["notAnOption"] = 1;
        const auto answer = runCommand(method, dumpJson(params), {}, {});
        REQUIRE_FALSE(answer.ok());
        INFO(formatError(answer.error()));
        CHECK(answer.error().code == ErrorCode::InvalidArgument);
        CHECK(answer.error().context == "--not-an-option");
    }
}

TEST_CASE("everyFormatThatHelpNamesIsWritten") {
    for (const char* method : {"quantize", "export", "convert"}) CHECK(findCommand(method)->find("format")->choices == exporterNames());
}
