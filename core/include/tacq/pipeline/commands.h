#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/model/compute.h"
#include "tacq/store/artifact_checks.h"
#include "tacq/task/task.h"

namespace tacq {

/// What every command needs beside its own options: the global options of the command line.
struct CommandEnvironment {
    std::filesystem::path workspace;   ///< empty: Workspace::defaultFolder()
    TaskEnvironment tasks;
    ComputeOptions compute;
    std::uint64_t seed = 0;
    /// What this process knows to be undamaged; empty: each command begins anew. A process that runs many commands shares one.
    std::shared_ptr<ArtifactChecks> checks;
    /// Called when an artifact is ready: (key, kind).
    std::function<void(const std::string&, const std::string&)> onArtifact;
    /// Called with each piece of generated text (command `generate`) and, when it is compared with another model, the largest KL divergence
    /// (nats) of the tokens that the piece stands for.
    std::function<void(const std::string&, std::optional<double>)> onText;
};

/// The one implementation behind the command line and `serve`: `method` is a command's name (`saliency`, `quantize`, `task-list`, `runs-show`, …), `params`
/// a JSON object whose keys are the command's long options and positionals without dashes in lowerCamel (`model`, `out`, `task`, `bits`, `outliers`,
/// `targetBits`, `targetSize`, `groupSize`, `scaleDtype`, …). Returns the JSON object that `--json` prints (CLI contract).
/// Unknown methods, unknown keys and wrong types are InvalidArgument.
///
/// Example:
///     CommandEnvironment environment;
///     environment.workspace = "/tmp/workspace";
///     environment.tasks.resources = findResources();
///     const std::string params = R"({"model": "resources/sample/stories260K", "out": "/tmp/small", "task": "tinystories", "samples": 32, "tokens": 128})";
///     TACQ_TRY(const std::string answer, runCommand("quantize", params, environment, {}));
Result<std::string> runCommand(const std::string& method, const std::string& params, const CommandEnvironment& environment, const RunContext& context);
std::vector<std::string> commandNames();

}  // namespace tacq
