#include "tacq/pipeline/commands.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <map>
#include <new>

#include "base/mapped_guard.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/requests/version.h"
#include "pipeline/stages/forecast.h"

namespace tacq {
namespace {

const std::map<std::string, Command>& table() {
    static const std::map<std::string, Command> commands{
        {"inspect", inspectCommand},
        {"tokenize", tokenizeCommand},
        {"logits", logitsCommand},
        {"perplexity", perplexityCommand},
        {"compare", compareCommand},
        {"evaluate", evaluateCommand},
        {"generate", generateCommand},
        {"task-list", taskListCommand},
        {"task-show", taskShowCommand},
        {"saliency", saliencyCommand},
        {"quantize", quantizeCommand},
        {"tune", tuneCommand},
        {"budget", budgetCommand},
        {"circuit-compare", circuitCompareCommand},
        {"circuit-score", circuitScoreCommand},
        {"export", exportCommand},
        {"convert", convertCommand},
        {"report", reportCommand},
        {"probe", probeCommand},
        {"runs-list", runsListCommand},
        {"runs-show", runsShowCommand},
        {"runs-diff", runsDiffCommand},
        {"runs-rerun", runsRerunCommand},
        {"runs-command", runsCommandCommand},
        {"runs-label", runsLabelCommand},
        {"runs-delete", runsDeleteCommand},
        {"workspace-info", workspaceInfoCommand},
        {"workspace-verify", workspaceVerifyCommand},
        {"workspace-gc", workspaceGcCommand},
    };
    return commands;
}

Error unknownCommand(const std::string& method) {
    if (const CommandSpec* spec = findCommand(method); spec != nullptr && spec->later)
        return {ErrorCode::UnsupportedFormat, "the command \"" + method + "\" is not in this version", "", "see --help for those that are"};
    return {ErrorCode::InvalidArgument, "\"" + method + "\" is not a command", "", "see --help"};
}

/// The global options, where a request carries them.
CommandEnvironment overridden(CommandEnvironment environment, Params& params) {
    if (const std::string folder = params.text("workspace"); !folder.empty()) environment.workspace = folder;
    if (const std::string folder = params.text("data"); !folder.empty()) environment.tasks.data = folder;
    if (params.has("device")) environment.compute.device = params.text("device");
    if (const auto checked = checkDeviceName(environment.compute.device); !checked.ok()) params.fail(checked.error());
    if (params.has("dtype")) environment.compute.dtype = params.choice("dtype");
    if (params.has("threads")) environment.compute.threads = static_cast<int>(params.integer("threads"));
    if (params.has("seed")) environment.seed = static_cast<std::uint64_t>(params.integer("seed"));
    return environment;
}

/// Exceptions of libraries end here; what a stage's own guard did not turn into a code is a defect or a lack of memory.
Result<Json> guarded(const Command& command, Session& session, Params& params) {
    try {
        return command(session, params);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "not enough memory", "", "close other programs, or use fewer or shorter samples"};
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), "", "this is a defect: please report it with the command that led here"};
    }
}

/// Every error says what to do next: where the place it came from cannot know, the command can.
Error withNextStep(Error error, const std::string& method, Session& session) {
    if (error.code == ErrorCode::InvalidFile && session.isInWorkspace(error.context))
        error.hint = "a file of the workspace is damaged: run `tacq workspace verify`, which sets it aside, then this command again";
    if (!error.hint.empty()) return error;
    std::string words = method;
    std::replace(words.begin(), words.end(), '-', ' ');
    if (error.code == ErrorCode::InvalidArgument) error.hint = "see tacq " + words + " --help";
    return error;
}

}  // namespace

Result<std::string> runCommand(const std::string& method, const std::string& params, const CommandEnvironment& environment, const RunContext& context) {
    const auto start = std::chrono::steady_clock::now();
    const auto found = table().find(method);
    const CommandSpec* spec = findCommand(method);
    if (found == table().end() || spec == nullptr) return unknownCommand(method);
    TACQ_TRY(Params parsed, Params::parse(*spec, params));
    const MappedJob job;   // what another lane of an engine process loses is no error of this one
    Session session(overridden(environment, parsed), context);
    const std::size_t lost = lostFileCount();
    Result<Json> outcome = guarded(found->second, session, parsed);
    // Numbers read from a file that was no longer there are none, and an error that followed from them is not the cause.
    if (const auto whole = lostSince(lost); !whole.ok() && (outcome.ok() || outcome.error().code != ErrorCode::Cancelled)) outcome = whole.error();
    if (outcome.ok()) {
        Json object{{"command", method}};
        object.update(outcome.value());
        object["seconds"] = Seconds(std::chrono::steady_clock::now() - start).count();
        object["peakRssBytes"] = peakResidentBytes();
        object["version"] = kVersion;
        outcome = std::move(object);
    }
    if (!outcome.ok()) outcome = withNextStep(outcome.error(), method, session);
    // Megabytes in some answers: made text of once, for history and caller alike.
    Result<std::string> answer = outcome.ok() ? Result<std::string>(dumpJson(outcome.value())) : Result<std::string>(outcome.error());
    session.closeRun(answer);
    giveBackFreeMemory();  // an engine process waits for the next job
    return answer;
}

std::vector<std::string> commandNames() {
    std::vector<std::string> names;
    for (const auto& [name, command] : table()) names.push_back(name);
    return names;
}

}  // namespace tacq
