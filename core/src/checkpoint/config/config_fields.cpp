#include "checkpoint/config/config_fields.h"

#include <cmath>

namespace tacq {
namespace {

std::string shortNumber(double value) { return dumpJson(Json(value)); }

/// The value as int64 if it is a whole number that fits.
std::optional<std::int64_t> wholeNumber(const Json& value) {
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        if (number <= INT64_MAX) return static_cast<std::int64_t>(number);
        return std::nullopt;
    }
    if (value.is_number_integer()) return value.get<std::int64_t>();
    return std::nullopt;
}

}  // namespace

const Json* ConfigFields::value(const std::string& key) const {
    const auto found = m_object.find(key);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

bool ConfigFields::has(const std::string& key) const { return value(key) != nullptr; }

void ConfigFields::refuse(ErrorCode code, std::string message, std::string hint) {
    if (!m_problem) m_problem = Error{code, std::move(message), m_context, std::move(hint)};
}

void ConfigFields::wrong(const std::string& key, const std::string& expected) {
    const Json* found = value(key);
    const std::string what = found ? "is " + dumpJson(*found).substr(0, 60) : "is missing";
    refuse(ErrorCode::InvalidFile, "\"" + key + "\" " + what + " where " + expected + " is needed", "correct the file or get an undamaged copy");
}

std::int64_t ConfigFields::integer(const std::string& key, std::optional<std::int64_t> fallback, std::int64_t least, std::int64_t most) {
    const Json* found = value(key);
    if (!found && fallback) return *fallback;
    const auto number = found ? wholeNumber(*found) : std::nullopt;
    if (number && *number >= least && *number <= most) return *number;
    wrong(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

double ConfigFields::real(const std::string& key, std::optional<double> fallback, double least, double most) {
    const Json* found = value(key);
    if (!found && fallback) return *fallback;
    if (found && found->is_number()) {
        const double number = found->get<double>();
        if (std::isfinite(number) && number >= least && number <= most) return number;
    }
    wrong(key, "a number from " + shortNumber(least) + " to " + shortNumber(most));
    return least;
}

std::optional<double> ConfigFields::optionalReal(const std::string& key, double least, double most) {
    if (!has(key)) return std::nullopt;
    return real(key, std::nullopt, least, most);
}

bool ConfigFields::flag(const std::string& key, bool fallback) {
    const Json* found = value(key);
    if (!found) return fallback;
    if (!found->is_boolean()) wrong(key, "true or false");
    return found->is_boolean() && found->get<bool>();
}

std::string ConfigFields::text(const std::string& key, const std::string& fallback) {
    const Json* found = value(key);
    if (!found) return fallback;
    if (found->is_string()) return found->get<std::string>();
    wrong(key, "a text");
    return fallback;
}

std::vector<std::string> ConfigFields::texts(const std::string& key) {
    std::vector<std::string> result;
    const Json* found = value(key);
    if (!found) return result;
    if (!found->is_array()) wrong(key, "a list of texts");
    for (const Json& item : found->is_array() ? *found : Json::array()) {
        if (!item.is_string()) wrong(key, "a list of texts");
        result.push_back(item.is_string() ? item.get<std::string>() : std::string());
    }
    return result;
}

std::vector<std::int64_t> ConfigFields::integers(const std::string& key, std::vector<std::int64_t> fallback) {
    const Json* found = value(key);
    if (!found) return fallback;
    std::vector<std::int64_t> result;
    for (const Json& item : found->is_array() ? *found : Json::array({*found})) {
        const auto number = wholeNumber(item);
        if (!number) wrong(key, "a whole number or a list of them");
        result.push_back(number.value_or(0));
    }
    return result;
}

const Json* ConfigFields::object(const std::string& key) {
    const Json* found = value(key);
    if (!found) return nullptr;
    if (found->is_object()) return found;
    wrong(key, "an object");
    return nullptr;
}

}  // namespace tacq
