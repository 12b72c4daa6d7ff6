#pragma once
// Private to the core: typed access to a command's parameters.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "tacq/base/result.h"
#include "tacq/command/command_spec.h"

namespace tacq {

/// The parameters of one command, read by its description: names, types, ranges, choices and defaults are those of the table. Getters remember the
/// first error and go on, so that a command reads all its options in a row and then asks finish() once. What was not given has the table's default;
/// without one it is empty, 0 or false.
class Params {
public:
    /// `command` must outlive this. Parameters of a parent of `object` are no business of its copy.
    Params(const CommandSpec& command, Json object) : m_command(&command), m_object(std::move(object)) {}
    static Result<Params> parse(const CommandSpec& command, const std::string& text);

    bool has(const char* key);
    std::string text(const char* key);                  ///< of Text; required ones must not be empty
    std::string choice(const char* key);
    std::int64_t integer(const char* key);
    double real(const char* key);
    bool flag(const char* key);
    std::vector<std::int64_t> integers(const char* key);
    std::vector<std::string> texts(const char* key);    ///< strings or whole numbers, as text
    /// As it came; null when it was not given.
    Json value(const char* key);
    /// Puts in a value that says the same in a lasting form (a file's content for its path).
    void replace(const char* key, Json value) { m_object[key] = std::move(value); }

    /// What of the options that name files is there, a mix's parts one by one: before anything replaces them.
    std::vector<std::filesystem::path> filesNamed() const;

    void fail(Error error);
    /// The first error, a parameter that is no option of this command, or Internal where command and table disagree: an option that nobody read.
    Result<void> finish() const;
    const Json& json() const { return m_object; }
    const CommandSpec& command() const { return *m_command; }

private:
    /// Its description, that of an unknown option for a defect of ours. Marks it as read.
    const OptionSpec& described(const char* key);
    /// What `read(Fields&, const OptionSpec&)` makes of the option.
    template <typename Read>
    auto reading(const char* key, Read read);
    const CommandSpec* m_command;
    Json m_object;
    std::set<std::string> m_read;
    std::optional<Error> m_error;
};

}  // namespace tacq
