#include "store/database.h"

#include <cstdio>
#include <thread>

#include "tacq/base/file_io.h"

namespace tacq {
namespace {

constexpr auto kPoll = std::chrono::milliseconds(20), kSilent = std::chrono::milliseconds(1000);

/// SQLite's own way to name a file together with how to open it.
std::string fileUri(const std::filesystem::path& file, const char* parameters) {
    std::string uri = "file:";
    for (const char c : file.string()) {
        if (c == '%' || c == '?' || c == '#') {
            char escape[4];
            std::snprintf(escape, sizeof escape, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
            uri += escape;
        } else {
            uri += c;
        }
    }
    return uri + parameters;
}

/// Whether a log holds what the file does not have yet.
bool hasLog(const std::filesystem::path& file) {
    std::error_code ec;
    const auto bytes = std::filesystem::file_size(file.string() + "-wal", ec);
    return !ec && bytes > 0;
}

}  // namespace

bool Patience::wait(bool first) {
    const auto now = std::chrono::steady_clock::now();
    if (first) {
        since = now;
        told = false;
    }
    if (context.cancelled() || now - since >= longest) return false;
    if (!told && now - since >= kSilent) {
        told = true;
        context.note(LogLevel::Info, "another program keeps the workspace's database locked: waiting up to " + std::to_string(longest.count() / 1000) + " s");
    }
    std::this_thread::sleep_for(kPoll);
    return true;
}

Error databaseError(sqlite3* handle, int code, const std::string& context, const Patience* patience) {
    const std::string text = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    const int system = handle ? sqlite3_system_errno(handle) : 0;
    const Error full{ErrorCode::DiskFull, "no space left for the workspace's database", context, "free some space or choose another disk"};
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            if (patience && patience->context.cancelled()) return {ErrorCode::Cancelled, "cancelled while the workspace's database was locked", context, ""};
            return {ErrorCode::Busy, "another program keeps the workspace's database locked", context, "try again when it is done"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorCode::InvalidFile, "the workspace's database is damaged or not a database: " + text, context, kRepair};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {ErrorCode::PermissionDenied, "the workspace's database cannot be written: " + text, context, "choose a place you may read and write"};
        case SQLITE_FULL: return full;
        case SQLITE_NOMEM:
            return {ErrorCode::OutOfMemory, "not enough memory for the workspace's database", context, "close other programs"};
        case SQLITE_IOERR:
            // SQLite reports this one without errno: the shared-memory file could not grow.
            if (code == SQLITE_IOERR_SHMSIZE) return full;
            [[fallthrough]];
        case SQLITE_CANTOPEN:
            if (system != 0) return systemError(system, "cannot use the workspace's database", context);
            return {ErrorCode::Io, "cannot use the workspace's database: " + text, context, "check the disk"};
        default:
            return {ErrorCode::Internal, "the workspace's database refused a statement: " + text, context, ""};
    }
}

Statement& Statement::bind(int index, const std::string& text) {
    sqlite3_bind_text(m_statement.get(), index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

Statement& Statement::bind(int index, double value) {
    sqlite3_bind_double(m_statement.get(), index, value);
    return *this;
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return databaseError(sqlite3_db_handle(m_statement.get()), code, m_context, m_patience);
}

Result<void> Statement::run() {
    TACQ_TRY(const bool row, step());
    (void)row;
    return {};
}

std::string Statement::text(int column) const {
    const unsigned char* text = sqlite3_column_text(m_statement.get(), column);
    if (!text) return {};
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

Result<Database> Database::connect(const std::string& name, const std::string& path, int flags, std::unique_ptr<Patience> patience) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_FULLMUTEX, nullptr);
    Database database;
    database.m_patience = std::move(patience);
    database.m_handle.reset(handle);
    database.m_path = path;
    if (code != SQLITE_OK) return databaseError(handle, code, path);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_handler(handle, [](void* waiting, int count) { return static_cast<Patience*>(waiting)->wait(count == 0) ? 1 : 0; }, database.m_patience.get());
    return database;
}

Result<Database> Database::open(const std::filesystem::path& file, Patience patience) {
    TACQ_TRY(Database database, connect(file.string(), file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, std::make_unique<Patience>(std::move(patience))));
    // SQLite opens what it may not write for reading, and says so only when it is written to.
    if (sqlite3_db_readonly(database.m_handle.get(), "main") == 1) return databaseError(nullptr, SQLITE_READONLY, database.m_path);
    return database;
}

Result<Database> Database::openReadOnly(const std::filesystem::path& file, Patience patience) {
    const auto look = [&](const char* parameters) -> Result<Database> {
        TACQ_TRY(Database database, connect(fileUri(file, parameters), file.string(), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, std::make_unique<Patience>(patience)));
        TACQ_TRY(const std::int64_t tables, database.integer("SELECT count(*) FROM sqlite_master"));
        static_cast<void>(tables);
        return database;
    };
    auto database = look("?mode=ro");
    // Reading a write-ahead database wants a file beside it; where none can be made and nothing is left to be read from the log, it stands still.
    if (!database.ok() && database.error().code != ErrorCode::Busy && !hasLog(file)) database = look("?immutable=1");
    return database;
}

Result<Statement> Database::prepare(const char* sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(m_handle.get(), sql, -1, &statement, nullptr);
    if (code != SQLITE_OK) return databaseError(m_handle.get(), code, m_path, m_patience.get());
    return Statement(statement, m_path, *m_patience);
}

Result<void> Database::execute(const char* sql) const {
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return databaseError(m_handle.get(), code, m_path, m_patience.get());
    return {};
}

Result<std::int64_t> Database::integer(const char* sql) const {
    TACQ_TRY(Statement statement, prepare(sql));
    TACQ_TRY(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

Result<Transaction> Transaction::begin(const Database& database) {
    TACQ_CHECK(database.execute("BEGIN IMMEDIATE"));
    return Transaction(&database);
}

Transaction::~Transaction() {
    if (m_database) (void)m_database->execute("ROLLBACK").ok();
}

Result<void> Transaction::commit() {
    TACQ_CHECK(m_database->execute("COMMIT"));
    m_database = nullptr;
    return {};
}

}  // namespace tacq
