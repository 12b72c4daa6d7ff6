#include "store/schema.h"

#include <algorithm>

#include "store/measurements.h"
#include "store/migrate.h"
#include "store/run_labels.h"

namespace tacq {
namespace {

constexpr std::int64_t kSchemaVersion = 2;
constexpr std::int64_t kApplicationId = 0x54414351;  // "TACQ"

constexpr const char* kTables = R"(
CREATE TABLE artifacts (
    key TEXT PRIMARY KEY, kind TEXT NOT NULL, bytes INTEGER NOT NULL, created TEXT NOT NULL, meta TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, command TEXT NOT NULL, command_line TEXT NOT NULL,
    options TEXT NOT NULL, result TEXT NOT NULL, model TEXT NOT NULL, task TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
    error TEXT NOT NULL, started TEXT NOT NULL, finished TEXT NOT NULL, pid INTEGER NOT NULL
);
CREATE INDEX runs_by_key ON runs (key, state);
CREATE TABLE metrics (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE, name TEXT NOT NULL, value REAL, PRIMARY KEY (run, name)
) WITHOUT ROWID;
PRAGMA application_id = 1413563217;
)";

// All of a run but its result, which may be megabytes and lies in the middle of its row: with it a list of runs is read without passing over them.
// No part of the schema: a database without it gives the same answers, later.
constexpr const char* kOverview = R"(
CREATE INDEX IF NOT EXISTS runs_overview ON runs (id, key, command, command_line, options, model, task, state, error, started, finished)
)";

// Up to this size a database is looked through whenever it is opened; of a larger one, only what every command reads.
constexpr std::int64_t kSmallBytes = 64 << 20;

Result<void> checkUndamaged(const Database& database, const std::string& context) {
    TACQ_TRY(const std::int64_t pages, database.integer("PRAGMA page_count"));
    TACQ_TRY(const std::int64_t pageBytes, database.integer("PRAGMA page_size"));
    const bool small = pages <= kSmallBytes / std::max<std::int64_t>(pageBytes, 512);
    for (const char* check : {small ? "PRAGMA quick_check(1)" : "PRAGMA quick_check(artifacts)", small ? nullptr : "PRAGMA quick_check(metrics)"}) {
        if (check == nullptr) continue;
        TACQ_TRY(Statement statement, database.prepare(check));
        TACQ_TRY(const bool row, statement.step());
        if (!row || statement.text(0) != "ok") return databaseError(nullptr, SQLITE_CORRUPT, context);
    }
    return {};
}

Error foreign(const std::string& context) {
    return {ErrorCode::InvalidFile, "workspace.sqlite is another program's database", context, "choose another folder as workspace"};
}

Result<void> checkVersion(const Database& database, std::int64_t version, const std::string& context) {
    TACQ_TRY(const std::int64_t application, database.integer("PRAGMA application_id"));
    if (application != kApplicationId) return foreign(context);
    if (version > kSchemaVersion)
        return Error{ErrorCode::UnsupportedFormat, "the workspace was made by a newer version of this program (schema " + std::to_string(version) + ")",
                     context, "update this program, or choose another workspace"};
    if (version < 1) return Error{ErrorCode::InvalidFile, "the workspace's database says it has schema " + std::to_string(version) + ", which there never was", context, kRepair};
    return {};
}

/// Version 1, by whoever of several openers comes first.
Result<void> migrate(const Database& database) {
    TACQ_TRY(Transaction transaction, Transaction::begin(database));
    TACQ_TRY(const std::int64_t version, database.integer("PRAGMA user_version"));
    if (version != 1) return {};
    TACQ_CHECK(migrateToMeasurements(database));
    TACQ_CHECK(database.execute("PRAGMA user_version = 2"));
    return transaction.commit();
}

}  // namespace

Result<bool> prepareSchema(const Database& database, const std::string& context) {
    static_assert(kApplicationId == 1413563217 && kSchemaVersion == 2, "spelt out in kTables and below");
    TACQ_CHECK(database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"));
    TACQ_CHECK(checkUndamaged(database, context));
    // The write lock makes the check and the creation one step: two processes may open a new workspace at once.
    TACQ_TRY(std::int64_t version, database.integer("PRAGMA user_version"));
    bool created = false;
    if (version == 0) {
        TACQ_TRY(Transaction transaction, Transaction::begin(database));
        TACQ_TRY(version, database.integer("PRAGMA user_version"));
        if (version == 0) {
            TACQ_TRY(const std::int64_t tables, database.integer("SELECT count(*) FROM sqlite_master"));
            if (tables != 0) return foreign(context);
            TACQ_CHECK(database.execute(kTables));
            TACQ_CHECK(database.execute(kMeasurementsTable));
            TACQ_CHECK(database.execute("PRAGMA user_version = 2"));
            TACQ_CHECK(transaction.commit());
            created = true;
            version = kSchemaVersion;
        }
    }
    TACQ_CHECK(checkVersion(database, version, context));
    if (version == 1) TACQ_CHECK(migrate(database));
    // Only what is slower without it: no reason to refuse a workspace.
    static_cast<void>(database.execute(kOverview).ok());
    TACQ_CHECK(database.execute(kRunLabelsTable));
    return created;
}

Result<void> checkSchema(const Database& database, const std::string& context) {
    TACQ_CHECK(checkUndamaged(database, context));
    TACQ_TRY(const std::int64_t version, database.integer("PRAGMA user_version"));
    return checkVersion(database, version, context);
}

}  // namespace tacq
