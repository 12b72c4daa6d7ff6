#pragma once
// A thin RAII face on SQLite, private to the store: every failure is an Error, nothing throws but bad_alloc.
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "tacq/base/result.h"

namespace tacq {

/// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
public:
    explicit Statement(sqlite3_stmt* statement, std::string context) : m_statement(statement), m_context(std::move(context)) {}
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

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::string m_context;
};

/// One connection; callers serialise by holding `mutex()` for as long as they use statements.
class Database {
public:
    static Result<Database> open(const std::filesystem::path& file);
    Result<Statement> prepare(const char* sql) const;
    Result<void> execute(const char* sql) const;
    Result<std::int64_t> integer(const char* sql) const;
    std::int64_t lastRowId() const { return sqlite3_last_insert_rowid(m_handle.get()); }

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    std::unique_ptr<sqlite3, Close> m_handle;
    std::string m_path;
};

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

/// What SQLite's last failure on this connection means in our terms.
Error databaseError(sqlite3* handle, int code, const std::string& context);

}  // namespace tacq
