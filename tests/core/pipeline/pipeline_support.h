#pragma once
// Commands on the bundled sample, in this process.
#include <doctest/doctest.h>

#include <string>

#include "base/json.h"
#include "command_environment.h"
#include "scratch.h"
#include "tacq/store/workspace.h"

namespace tacq::test {

inline const std::string kStories = std::string(tacq::paths::resources()) + "/tasks/data/tinystories.txt";

/// A workspace of its own, and answers of commands in it.
struct CommandRunner {
    Scratch scratch;
    CommandEnvironment environment = commandEnvironment(scratch.folder / "workspace");
    explicit CommandRunner(const std::string& name) : scratch(name) {}

    std::string path(const std::string& name) const { return (scratch.folder / name).string(); }
    Result<Json> tryRun(const std::string& command, const Json& params) const {
        TACQ_TRY(const std::string answer, runCommand(command, dumpJson(params), environment, {}));
        return parseJson(answer, command);
    }
    Json run(const std::string& command, const Json& params) const {
        auto answer = tryRun(command, params);
        REQUIRE_MESSAGE(answer.ok(), command << ": " << formatError(answer.error()));
        return std::move(answer).value();
    }
    /// Four samples of 64 tokens, 3 bits, and what `more` adds.
    Json calibrated(const Json& more = Json::object()) const {
        Json params{{"model", kSample}, {"task", "tinystories"}, {"samples", 4}, {"tokens", 64}, {"bits", 3}};
        params.update(more);
        return params;
    }
};

/// The run that `made` answers for again, with another artifact as its result. Its number.
inline std::string runWithArtifact(const Workspace& workspace, const Json& made, const std::string& artifact) {
    RunInfo run = workspace.run(made.at("run").get<std::int64_t>()).value();
    Json result = parseJson(run.resultJson, "run").value();
    result["artifact"] = artifact;
    run.id = workspace.beginRun(run).value();
    run.resultJson = dumpJson(result);
    run.state = "done";
    REQUIRE(workspace.finishRun(run).ok());
    return std::to_string(run.id);
}

}  // namespace tacq::test
