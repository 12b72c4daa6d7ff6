#include "store/database.h"

#include "tacq/base/file_io.h"

namespace tacq {
namespace {

constexpr int kBusyMilliseconds = 15'000;
constexpr const char* kRepair = "rename workspace.sqlite away: a new one is made and finished artifacts are taken up again, only the list of runs is lost";

}  // namespace

Error databaseError(sqlite3* handle, int code, const std::string& context) {
    const std::string text = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    const int system = handle ? sqlite3_system_errno(handle) : 0;
    const Error full{ErrorCode::DiskFull, "no space left for the workspace's database", context, "free some space or choose another disk"};
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
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
    return databaseError(sqlite3_db_handle(m_statement.get()), code, m_context);
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

Result<Database> Database::open(const std::filesystem::path& file) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
    Database database;
    database.m_handle.reset(handle);
    database.m_path = file.string();
    if (code != SQLITE_OK) return databaseError(handle, code, database.m_path);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
    return database;
}

Result<Statement> Database::prepare(const char* sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(m_handle.get(), sql, -1, &statement, nullptr);
    if (code != SQLITE_OK) return databaseError(m_handle.get(), code, m_path);
    return Statement(statement, m_path);
}

Result<void> Database::execute(const char* sql) const {
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return databaseError(m_handle.get(), code, m_path);
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
