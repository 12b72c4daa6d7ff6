#include "store/run_labels.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/workspace_state.h"

namespace tacq {

const char* const kRunLabelsTable = R"(
CREATE TABLE IF NOT EXISTS run_labels (
    run INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE, name TEXT NOT NULL, note TEXT NOT NULL, tags TEXT NOT NULL
)
)";

namespace {

constexpr std::size_t kLongestName = 200, kLongestNote = 64 << 10, kLongestTag = 60, kMostTags = 32;   // bytes

std::string joined(const std::vector<std::string>& tags) {
    std::string text;
    for (const std::string& tag : tags) text.append(text.empty() ? "" : ",").append(tag);
    return text;
}

RunLabel readRow(const Statement& row, int first) { return {row.text(first), row.text(first + 1), splitTags(row.text(first + 2))}; }

Result<bool> hasTable(const Database& database) {
    TACQ_TRY(const std::int64_t tables, database.integer("SELECT count(*) FROM sqlite_master WHERE name = 'run_labels'"));
    return tables > 0;
}

Result<void> requireEnded(const Workspace& workspace, std::int64_t id) {
    TACQ_TRY(const RunInfo run, workspace.run(id));
    if (run.state != "running") return {};
    return Error{ErrorCode::Busy, "run " + std::to_string(id) + " is still at work", "", "cancel it first"};
}

}  // namespace

std::vector<std::string> splitTags(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    std::vector<std::string> tags;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        std::string_view tag = text.substr(0, end);
        tag.remove_prefix(std::min(tag.find_first_not_of(kBlank), tag.size()));
        tag = tag.substr(0, tag.find_last_not_of(kBlank) + 1);
        if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.emplace_back(tag);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return tags;
}

Result<void> validate(const RunLabel& label) {
    const auto wrong = [](std::string what, const char* option, const char* hint) { return Error{ErrorCode::InvalidArgument, std::move(what), option, hint}; };
    const auto control = [](const std::string& text) { return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }); };
    if (label.name.size() > kLongestName || control(label.name)) return wrong("a name is one line of at most 200 bytes", "--name", "put the rest into the note");
    if (label.note.size() > kLongestNote) return wrong("a note has at most 64 KiB", "--note", "keep the long text in a file of your own");
    if (label.tags.size() > kMostTags) return wrong("a run has at most 32 tags", "--tags", "");
    for (const std::string& tag : label.tags)
        if (tag.empty() || tag.size() > kLongestTag || control(tag) || tag.find(',') != std::string::npos) return wrong("a tag is a word or a few, without a comma, of at most 60 bytes", "--tags", "");
    return {};
}

Result<void> writeLabel(const Database& database, std::int64_t run, const RunLabel& label) {
    if (label == RunLabel{}) {
        TACQ_TRY(Statement removal, database.prepare("DELETE FROM run_labels WHERE run = ?"));
        return removal.bind(1, run).run();
    }
    TACQ_TRY(Statement insertion, database.prepare("INSERT OR REPLACE INTO run_labels (run, name, note, tags) VALUES (?, ?, ?, ?)"));
    return insertion.bind(1, run).bind(2, label.name).bind(3, label.note).bind(4, joined(label.tags)).run();
}

Result<void> readLabel(const Database& database, RunInfo& run) {
    TACQ_TRY(const bool there, hasTable(database));
    if (!there) return {};
    TACQ_TRY(Statement query, database.prepare("SELECT name, note, tags FROM run_labels WHERE run = ?"));
    TACQ_TRY(const bool found, query.bind(1, run.id).step());
    if (found) run.label = readRow(query, 0);
    return {};
}

Result<void> readLabels(const Database& database, std::vector<RunInfo>& runs) {
    TACQ_TRY(const bool there, hasTable(database));
    if (!there || runs.empty()) return {};
    std::map<std::int64_t, RunInfo*> byId;
    for (RunInfo& run : runs) byId[run.id] = &run;
    TACQ_TRY(Statement query, database.prepare("SELECT run, name, note, tags FROM run_labels"));
    while (true) {
        TACQ_TRY(const bool more, query.step());
        if (!more) return {};
        if (const auto run = byId.find(query.integer(0)); run != byId.end()) run->second->label = readRow(query, 1);
    }
}

Result<void> Workspace::labelRun(std::int64_t id, const RunLabel& label) const {
    TACQ_CHECK(m_state->requireWritable());
    TACQ_CHECK(validate(label));
    TACQ_TRY(const RunInfo there, run(id));
    const std::lock_guard guard(m_state->mutex);
    return writeLabel(m_state->database, there.id, label);
}

Result<void> Workspace::removeRuns(const std::vector<std::int64_t>& ids) const {
    TACQ_CHECK(m_state->requireWritable());
    for (const std::int64_t id : ids) TACQ_CHECK(requireEnded(*this, id));
    const std::lock_guard guard(m_state->mutex);
    const Database& database = m_state->database;
    TACQ_TRY(Transaction transaction, Transaction::begin(database));
    for (const std::int64_t id : std::set<std::int64_t>(ids.begin(), ids.end())) {
        // What hangs on it goes with it: figures, measurements, label.
        TACQ_TRY(Statement removal, database.prepare("DELETE FROM runs WHERE id = ?"));
        TACQ_CHECK(removal.bind(1, id).run());
    }
    return transaction.commit();
}

}  // namespace tacq
