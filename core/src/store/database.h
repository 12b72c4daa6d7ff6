#pragma once
// A thin RAII face on SQLite, private to the store: every failure is an Error, nothing throws but bad_alloc.
#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"

namespace tacq {

/// How long a database that another program keeps locked is waited for: told once through `context`, given up when that is cancelled.
struct Patience {
    RunContext context;
    std::chrono::milliseconds longest{15'000};
    bool told = false;                                 ///< of the wait that began at `since`
    std::chrono::steady_clock::time_point since{};
    /// Sleeps a little; false: no more. `first`: a new wait begins.
    bool wait(bool first);
};

/// A prepared statement. Parameters count from 1, columns from 0. Not to outlive its database.
class Statement {
public:
    Statement(sqlite3_stmt* statement, const std::string& context, const Patience& patience) : m_statement(statement), m_context(context), m_patience(&patience) {}
    Statement& bind(int index, const std::string& text);
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    /// True: a row is ready. False: done.
    Result<bool> step();
    /// For statements that give no rows.
    Result<void> run();
    std::string text(int column) const;
    std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
    double real(int column) const { return sqlite3_column_double(m_statement.get(), column); }
    bool isNull(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::string m_context;
    const Patience* m_patience;
};

/// One connection; callers serialise by holding `mutex()` for as long as they use statements.
class Database {
public:
    /// PermissionDenied where it can only be read.
    static Result<Database> open(const std::filesystem::path& file, Patience patience);
    /// Of a file that cannot be written, or on a disk that cannot: nothing is made beside it.
    static Result<Database> openReadOnly(const std::filesystem::path& file, Patience patience);
    Result<Statement> prepare(const char* sql) const;
    Result<void> execute(const char* sql) const;
    Result<std::int64_t> integer(const char* sql) const;
    std::int64_t lastRowId() const { return sqlite3_last_insert_rowid(m_handle.get()); }

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    static Result<Database> connect(const std::string& name, const std::string& path, int flags, std::unique_ptr<Patience> patience);
    std::unique_ptr<Patience> m_patience;   ///< SQLite holds its address; outlives the handle
    std::unique_ptr<sqlite3, Close> m_handle;
    std::string m_path;
};

/// What to do about a damaged database.
inline constexpr const char* kRepair = "rename workspace.sqlite away: a new one is made and finished artifacts are taken up again, only the list of runs is lost";

/// BEGIN IMMEDIATE … COMMIT; rolled back when destroyed without commit().
class Transaction {
public:
    static Result<Transaction> begin(const Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(const Database* database) : m_database(database) {}
    const Database* m_database;
};

/// What SQLite's last failure on this connection means in our terms; Cancelled where it was stopped while it waited.
Error databaseError(sqlite3* handle, int code, const std::string& context, const Patience* patience = nullptr);

}  // namespace tacq
