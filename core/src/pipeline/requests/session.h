#pragma once
// Private to the pipeline: what one command works with.
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "command/params.h"
#include "tacq/base/note.h"
#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/model/compute.h"
#include "tacq/pipeline/commands.h"
#include "tacq/store/artifact_checks.h"
#include "tacq/store/run_kind.h"
#include "tacq/store/workspace.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {

using Seconds = std::chrono::duration<double>;

/// How long each stage took, and which ones were found done.
struct StageTime {
    Stage stage;
    double seconds = 0;
    bool reused = false;
};

/// One command's surroundings: resolved lazily, so that `inspect` neither makes a workspace nor measures GEMM rates.
class Session {
public:
    Session(CommandEnvironment environment, const RunContext& context) : m_environment(std::move(environment)), m_context(context) {
        if (!m_environment.checks) m_environment.checks = std::make_shared<ArtifactChecks>();
    }

    const CommandEnvironment& environment() const { return m_environment; }
    const RunContext& context() const { return m_context; }
    Result<Compute> compute();
    /// Valid as long as the session.
    Result<const Workspace*> workspace();
    /// For commands that only look: also of a workspace that cannot be written.
    Result<const Workspace*> workspaceToRead();
    /// Does this text name something below the artifacts of the workspace that the command opened?
    bool isInWorkspace(const std::string& text) const;
    /// Opens a model and says its notes.
    Result<std::shared_ptr<const Checkpoint>> openModel(const std::string& path);
    /// identity() of a model that was opened here, without reading it where an earlier job of the workspace did (knownIdentity()).
    Result<std::string> identityOf(const Checkpoint& model);
    /// Says each note through the log, once a command: `about` is the file or folder that it belongs to.
    void say(std::span<const Note> notes, const std::string& about);

    /// The tokenizer of an opened model; says its notes, and one where it knows tokens that the model has no row for.
    Result<Tokenizer> openTokenizer(const Checkpoint& model);

    /// InvalidFile, naming the file, where a finished artifact is no longer what it was: to be asked before it is used.
    Result<void> requireSound(const ArtifactInfo& artifact) const { return m_environment.checks->check(artifact, ArtifactChecks::Depth::Hashes, m_context); }
    /// Refuses NaN and infinity in the weights; looks once per command, and only commands with work to do ask.
    Result<void> requireFinite(const Checkpoint& model);

    /// Runs `body` and adds its time to stages(); `reused` is read afterwards.
    template <typename Body>
    auto timed(Stage stage, Body&& body, const bool* reused = nullptr) {
        const auto start = std::chrono::steady_clock::now();
        auto result = body();
        m_stages.push_back({stage, Seconds(std::chrono::steady_clock::now() - start).count(), reused != nullptr && *reused});
        return result;
    }
    Json stagesJson() const;

    /// Enters the command in the run history; runCommand() closes the entry with the outcome.
    Result<void> beginRun(RunKind kind, const std::string& key, const Json& options, const std::string& modelName, const std::string& taskName);
    /// Like beginRun() for commands whose answer does not depend on the history: a workspace that cannot be written is a note.
    void tryBeginRun(RunKind kind, const std::string& key, const Json& options, const std::string& modelName, const std::string& taskName);
    /// Id of the open entry, 0 if there is none.
    std::int64_t runId() const { return m_run ? m_run->id : 0; }
    /// A figure of the open entry.
    void metric(const std::string& name, double value);
    /// What the open entry measured.
    void measured(std::vector<Measurement> measurements);
    /// With the answer as text, or the error.
    void closeRun(const Result<std::string>& outcome);
    void announce(const ArtifactInfo& artifact) const;

private:
    std::filesystem::path workspaceFolder() const;
    CommandEnvironment m_environment;
    const RunContext& m_context;
    std::optional<Compute> m_compute;
    std::optional<Workspace> m_workspace;
    std::optional<RunInfo> m_run;
    bool m_finite = false;
    std::set<std::string> m_said;
    std::map<const Checkpoint*, std::chrono::system_clock::time_point> m_opened;  ///< when each model was about to be opened
    std::vector<StageTime> m_stages;
};

/// A command: reads its options from `params`, works, returns the fields of its JSON object.
using Command = std::function<Result<Json>(Session&, Params&)>;

}  // namespace tacq
