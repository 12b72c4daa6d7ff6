#pragma once
// Private to the pipeline: typed access to a command's parameters.
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "tacq/base/result.h"

namespace tacq {

/// `groupSize` → `--group-size`: how a parameter is called where people type it.
std::string optionName(std::string_view key);

/// The parameters of one command. Getters remember the first error and go on, so that a command reads all its options in a row and then
/// asks finish() once; keys nobody asked for are errors too.
class Params {
public:
    explicit Params(Json object) : m_object(std::move(object)) {}
    static Result<Params> parse(const std::string& text);

    bool has(const char* key) const { return m_object.contains(key) && !m_object.at(key).is_null(); }
    std::string text(const char* key);                                ///< required, not empty
    std::string text(const char* key, const std::string& fallback);
    std::string choice(const char* key, std::initializer_list<const char*> values, const std::string& fallback);
    std::int64_t integer(const char* key, std::int64_t fallback, std::int64_t minimum, std::int64_t maximum = std::numeric_limits<std::int64_t>::max());
    double real(const char* key, double fallback, double minimum, double maximum);
    bool flag(const char* key);
    std::vector<std::int64_t> integers(const char* key);
    std::vector<std::string> texts(const char* key);                  ///< strings or whole numbers, as text
    /// As it came; null when it was not given.
    Json value(const char* key);
    /// Puts in a value that says the same in a lasting form (a file's content for its path).
    void replace(const char* key, Json value) { m_object[key] = std::move(value); }
    /// Refuses `key` by name: an option that this version does not have.
    void refuse(const char* key, const std::string& hint);

    /// What of these options names files that are there, a mix's parts one by one: before anything replaces them.
    std::vector<std::filesystem::path> filesNamed(std::initializer_list<const char*> keys) const;

    void fail(Error error);
    Result<void> finish() const;
    const Json& json() const { return m_object; }

private:
    const Json* find(const char* key);
    void wrong(const char* key, const std::string& wanted);
    Json m_object;
    std::set<std::string> m_known;
    std::optional<Error> m_error;
};

}  // namespace tacq
