#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"

namespace tacq {

/// Typed access to the fields of a config.json. A missing or null field gives the default; a wrong type or a value out of
/// range is remembered as the first problem, so that a parser reads straight through and looks at problem() once.
class ConfigFields {
public:
    ConfigFields(const Json& object, std::string context) : m_object(object), m_context(std::move(context)) {}

    bool has(const std::string& key) const;
    std::int64_t integer(const std::string& key, std::optional<std::int64_t> fallback, std::int64_t least, std::int64_t most);
    double real(const std::string& key, std::optional<double> fallback, double least, double most);
    std::optional<double> optionalReal(const std::string& key, double least, double most);
    bool flag(const std::string& key, bool fallback);
    std::string text(const std::string& key, const std::string& fallback);
    std::vector<std::string> texts(const std::string& key);
    /// A number, a list of numbers, or nothing.
    std::vector<std::int64_t> integers(const std::string& key, std::vector<std::int64_t> fallback);
    const Json* object(const std::string& key);

    void refuse(ErrorCode code, std::string message, std::string hint);
    const std::optional<Error>& problem() const { return m_problem; }
    const std::string& context() const { return m_context; }

private:
    const Json* value(const std::string& key) const;
    void wrong(const std::string& key, const std::string& expected);

    const Json& m_object;
    std::string m_context;
    std::optional<Error> m_problem;
};

}  // namespace tacq
