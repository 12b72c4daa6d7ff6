#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <map>
#include <thread>

#include "store/artifact_folder.h"
#include "store/measurements.h"
#include "store/run_labels.h"
#include "store/workspace_state.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr const char* kWhole = "SELECT id, key, command, command_line, options, result, model, task, state, error, started, finished FROM runs ";
// A result of a big model is megabytes: who lists runs does not want them.
constexpr const char* kOverview = "SELECT id, key, command, command_line, options, '', model, task, state, error, started, finished FROM runs ";

RunInfo readRun(const Statement& row) {
    RunInfo run;
    run.id = row.integer(0);
    run.key = row.text(1);
    run.command = row.text(2);
    run.commandLine = row.text(3);
    run.optionsJson = row.text(4);
    run.resultJson = row.text(5);
    run.modelName = row.text(6);
    run.taskName = row.text(7);
    run.state = row.text(8);
    run.error = row.text(9);
    run.started = row.text(10);
    run.finished = row.text(11);
    return run;
}

Result<void> readMetrics(const Database& database, RunInfo& run) {
    TACQ_TRY(Statement query, database.prepare("SELECT name, value FROM metrics WHERE run = ?"));
    query.bind(1, run.id);
    while (true) {
        TACQ_TRY(const bool more, query.step());
        if (!more) return {};
        run.metrics[query.text(0)] = query.real(1);
    }
}

/// The metrics of all runs from the oldest of them on, in one go.
Result<void> readAllMetrics(const Database& database, std::vector<RunInfo>& newestFirst) {
    if (newestFirst.empty()) return {};
    std::map<std::int64_t, RunInfo*> byId;
    for (RunInfo& run : newestFirst) byId[run.id] = &run;
    TACQ_TRY(Statement query, database.prepare("SELECT run, name, value FROM metrics WHERE run >= ?"));
    query.bind(1, newestFirst.back().id);
    while (true) {
        TACQ_TRY(const bool more, query.step());
        if (!more) return {};
        if (const auto run = byId.find(query.integer(0)); run != byId.end()) run->second->metrics[query.text(1)] = query.real(2);
    }
}

Result<void> writeMetric(const Database& database, std::int64_t run, const std::string& name, double value) {
    // SQLite has no NaN; an infinite or undefined metric is not a measurement.
    if (!std::isfinite(value)) return {};
    TACQ_TRY(Statement insertion, database.prepare("INSERT OR REPLACE INTO metrics (run, name, value) VALUES (?, ?, ?)"));
    return insertion.bind(1, run).bind(2, name).bind(3, value).run();
}

/// Gives each run what it measured and what was measured on the model that it made.
Result<void> addMeasurements(const Database& database, std::vector<RunInfo>& runs) {
    TACQ_TRY(const std::vector<Measurement> all, readMeasurements(database));
    std::map<std::int64_t, RunInfo*> byId;
    std::multimap<std::string, RunInfo*> makers;
    for (RunInfo& run : runs) {
        byId.emplace(run.id, &run);
        if (run.command == "quantize" && !run.key.empty()) makers.emplace(run.key, &run);
    }
    for (const Measurement& one : all) {
        if (const auto own = byId.find(one.run); own != byId.end()) own->second->measurements.push_back(one);
        for (auto [maker, end] = makers.equal_range(one.maker); maker != end; ++maker)
            if (maker->second->id != one.run) maker->second->measurements.push_back(one);
    }
    return {};
}

/// The same of a single run.
Result<void> addMeasurements(const Database& database, RunInfo& run) {
    TACQ_TRY(std::vector<Measurement> found, readMeasurementsOf(database, run.id, run.command == "quantize" ? run.key : std::string()));
    // A measurement that nobody here made the subject of has no maker, as other kinds of runs have no key to look for.
    for (Measurement& one : found)
        if (one.run == run.id || !one.maker.empty()) run.measurements.push_back(std::move(one));
    return {};
}

/// The end of a run is noted also where it was cancelled, which ends every other wait for a locked database at once.
Result<Transaction> beginLast(const Database& database) {
    for (int tries = 0;; ++tries) {
        auto begun = Transaction::begin(database);
        if (begun.ok() || begun.error().code != ErrorCode::Cancelled || tries == 100) return begun;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

Error noSuchRun(std::int64_t id) {
    return {ErrorCode::NotFound, "there is no run " + std::to_string(id), "", "see `tacq runs list`"};
}

Result<void> requireRun(const Database& database, std::int64_t id) {
    TACQ_TRY(Statement query, database.prepare("SELECT 1 FROM runs WHERE id = ?"));
    TACQ_TRY(const bool found, query.bind(1, id).step());
    if (!found) return noSuchRun(id);
    return {};
}

}  // namespace

std::string Workspace::State::shownState(std::int64_t id, const std::string& stored) const {
    if (stored != "running") return stored;
    return FileLock::isHeld(runLockFile(id)) ? "running" : "interrupted";
}

Result<std::int64_t> Workspace::beginRun(const RunInfo& run) const {
    TACQ_CHECK(m_state->requireWritable());
    const std::lock_guard guard(m_state->mutex);
    const Database& database = m_state->database;
    TACQ_TRY(Transaction transaction, Transaction::begin(database));
    TACQ_TRY(Statement insertion, database.prepare("INSERT INTO runs (key, command, command_line, options, result, model, task, state, error, started, "
                                                   "finished, pid) VALUES (?, ?, ?, ?, ?, ?, ?, 'running', '', ?, '', ?)"));
    insertion.bind(1, run.key).bind(2, run.command).bind(3, run.commandLine).bind(4, run.optionsJson).bind(5, run.resultJson);
    insertion.bind(6, run.modelName).bind(7, run.taskName).bind(8, run.started.empty() ? isoTime() : run.started);
    TACQ_CHECK(insertion.bind(9, static_cast<std::int64_t>(::getpid())).run());
    const std::int64_t id = database.lastRowId();
    // Locked before the row can be seen, so that nobody ever takes a live run for a dead one.
    TACQ_TRY(std::optional<FileLock> lock, FileLock::tryLock(m_state->runLockFile(id), LockMode::Exclusive));
    if (!lock) return Error{ErrorCode::Internal, "a new run's lock is held by someone else", m_state->runLockFile(id).string(), ""};
    TACQ_CHECK(transaction.commit());
    m_state->openRuns.emplace(id, std::move(*lock));
    return id;
}

Result<void> Workspace::finishRun(const RunInfo& run) const {
    const std::lock_guard guard(m_state->mutex);
    const Database& database = m_state->database;
    TACQ_TRY(Transaction transaction, beginLast(database));
    TACQ_CHECK(requireRun(database, run.id));
    TACQ_TRY(Statement update, database.prepare("UPDATE runs SET state = ?, error = ?, result = ?, finished = ? WHERE id = ?"));
    update.bind(1, run.state).bind(2, run.error).bind(3, run.resultJson).bind(4, run.finished.empty() ? isoTime() : run.finished);
    TACQ_CHECK(update.bind(5, run.id).run());
    for (const auto& [name, value] : run.metrics) TACQ_CHECK(writeMetric(database, run.id, name, value));
    for (Measurement measurement : run.measurements) {
        measurement.run = run.id;
        TACQ_CHECK(writeMeasurement(database, measurement));
    }
    TACQ_CHECK(transaction.commit());
    m_state->openRuns.erase(run.id);
    std::error_code ec;
    fs::remove(m_state->runLockFile(run.id), ec);
    return {};
}

Result<void> Workspace::addMetric(std::int64_t run, const std::string& name, double value) const {
    const std::lock_guard guard(m_state->mutex);
    TACQ_CHECK(requireRun(m_state->database, run));
    return writeMetric(m_state->database, run, name, value);
}

Result<std::vector<RunInfo>> Workspace::runs(RunDetail detail, std::int64_t limit) const {
    const std::lock_guard guard(m_state->mutex);
    TACQ_TRY(Statement query, m_state->database.prepare((std::string(detail == RunDetail::Whole ? kWhole : kOverview) + "ORDER BY id DESC LIMIT ?").c_str()));
    query.bind(1, limit > 0 ? limit : std::int64_t{-1});
    std::vector<RunInfo> found;
    while (true) {
        TACQ_TRY(const bool more, query.step());
        if (!more) break;
        found.push_back(readRun(query));
    }
    for (RunInfo& run : found) run.state = m_state->shownState(run.id, run.state);
    TACQ_CHECK(readAllMetrics(m_state->database, found));
    TACQ_CHECK(addMeasurements(m_state->database, found));
    TACQ_CHECK(readLabels(m_state->database, found));
    return found;
}

Result<void> Workspace::forEachRun(const std::function<Result<void>(const RunInfo&)>& visit) const {
    std::vector<std::int64_t> ids;
    {
        const std::lock_guard guard(m_state->mutex);
        TACQ_TRY(Statement query, m_state->database.prepare("SELECT id FROM runs ORDER BY id DESC"));
        while (true) {
            TACQ_TRY(const bool more, query.step());
            if (!more) break;
            ids.push_back(query.integer(0));
        }
    }
    for (const std::int64_t id : ids) {
        const auto one = run(id);
        if (!one.ok() && one.error().code == ErrorCode::NotFound) continue;   // gone meanwhile
        if (!one.ok()) return one.error();
        TACQ_CHECK(visit(one.value()));
    }
    return {};
}

Result<RunInfo> Workspace::run(std::int64_t id) const {
    const std::lock_guard guard(m_state->mutex);
    TACQ_TRY(Statement query, m_state->database.prepare((std::string(kWhole) + "WHERE id = ?").c_str()));
    TACQ_TRY(const bool found, query.bind(1, id).step());
    if (!found) return noSuchRun(id);
    RunInfo run = readRun(query);
    run.state = m_state->shownState(id, run.state);
    TACQ_CHECK(readMetrics(m_state->database, run));
    TACQ_CHECK(addMeasurements(m_state->database, run));
    TACQ_CHECK(readLabel(m_state->database, run));
    return run;
}

Result<std::optional<RunInfo>> Workspace::findRunByPrefix(const std::string& beginning) const {
    const std::lock_guard guard(m_state->mutex);
    TACQ_TRY(Statement query, m_state->database.prepare((std::string(kWhole) + "WHERE substr(key, 1, ?) = ? ORDER BY id DESC LIMIT 1").c_str()));
    TACQ_TRY(const bool found, query.bind(1, static_cast<std::int64_t>(beginning.size())).bind(2, beginning).step());
    if (!found) return std::optional<RunInfo>();
    RunInfo run = readRun(query);
    run.state = m_state->shownState(run.id, run.state);
    TACQ_CHECK(readMetrics(m_state->database, run));
    TACQ_CHECK(addMeasurements(m_state->database, run));
    TACQ_CHECK(readLabel(m_state->database, run));
    return std::optional<RunInfo>(std::move(run));
}

Result<std::optional<RunInfo>> Workspace::findRun(const std::string& key) const {
    const std::lock_guard guard(m_state->mutex);
    TACQ_TRY(Statement query, m_state->database.prepare((std::string(kWhole) + "WHERE key = ? AND state = 'done' ORDER BY id DESC LIMIT 1").c_str()));
    TACQ_TRY(const bool found, query.bind(1, key).step());
    if (!found) return std::optional<RunInfo>();
    RunInfo run = readRun(query);
    TACQ_CHECK(readMetrics(m_state->database, run));
    TACQ_CHECK(addMeasurements(m_state->database, run));
    TACQ_CHECK(readLabel(m_state->database, run));
    return std::optional<RunInfo>(std::move(run));
}

}  // namespace tacq
