#include "command/command_line.h"
#include "pipeline/requests/session.h"

namespace tacq {

Result<void> Session::beginRun(RunKind kind, const std::string& key, const Json& options, const std::string& modelName,
                               const std::string& taskName) {
    TACQ_TRY(const Workspace* store, workspace());
    RunInfo run;
    run.key = key;
    run.command = runKindName(kind);
    const CommandSpec* spec = findCommand(run.command);
    const Json stored = spec == nullptr ? options : rerunnable(*spec, options);
    run.optionsJson = dumpJson(stored);
    run.commandLine = commandLine(run.command, stored);
    run.modelName = modelName;
    run.taskName = taskName;
    TACQ_TRY(run.id, store->beginRun(run));
    m_run = run;
    return {};
}

void Session::tryBeginRun(RunKind kind, const std::string& key, const Json& options, const std::string& modelName, const std::string& taskName) {
    if (auto begun = beginRun(kind, key, options, modelName, taskName); !begun.ok())
        m_context.note(LogLevel::Warning, "this run is not in the history: " + formatError(begun.error()));
}

void Session::metric(const std::string& name, double value) {
    if (m_run) m_run->metrics[name] = value;
}

void Session::measured(std::vector<Measurement> measurements) {
    if (m_run) m_run->measurements = std::move(measurements);
}

void Session::closeRun(const Result<std::string>& outcome) {
    if (!m_run) return;
    if (outcome.ok()) {
        m_run->state = "done";
        m_run->resultJson = outcome.value();
    } else {
        m_run->state = outcome.error().code == ErrorCode::Cancelled ? "cancelled" : "failed";
        m_run->error = formatError(outcome.error());
    }
    auto finished = m_workspace->finishRun(*m_run);
    for (const auto& [name, value] : m_run->metrics)
        if (finished.ok()) finished = m_workspace->addMetric(m_run->id, name, value);
    if (!finished.ok()) m_context.note(LogLevel::Warning, "the run history could not be written: " + formatError(finished.error()));
    m_run.reset();
}

}  // namespace tacq
