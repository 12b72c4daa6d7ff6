#include "base/fields.h"

#include <algorithm>
#include <cmath>

namespace tacq {
namespace {

std::string shown(const Json& value) {
    const std::string text = dumpJson(value);
    return text.size() > 80 ? text.substr(0, 77) + "..." : text;
}

std::string wholeText(const char* what, std::int64_t least, std::int64_t most) {
    if (least == kLeastWhole) return what;
    if (most == kMostWhole) return std::string(what) + " of at least " + std::to_string(least);
    return std::string(what) + " from " + std::to_string(least) + " to " + std::to_string(most);
}

std::string realText(double least, double most) {
    if (least == -kMostReal && most == kMostReal) return "a number";
    return "a number from " + dumpJson(Json(least)) + " to " + dumpJson(Json(most));
}

}  // namespace

Fields::Fields(const Json& object, FieldErrors errors) : m_object(object), m_errors(std::move(errors)) {
    if (!object.is_object()) refuse(m_errors.code, "must be an object, not " + shown(object), m_errors.hint);
}

const Json* Fields::find(const std::string& key) const {
    if (!m_object.is_object()) return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

bool Fields::has(const std::string& key) const {
    const Json* found = find(key);
    return found && !found->is_null();
}

const Json* Fields::value(const std::string& key) {
    const Json* found = find(key);
    if (!found) return nullptr;
    m_asked.push_back(key);
    return found->is_null() ? nullptr : found;
}

void Fields::refuse(ErrorCode code, std::string message, std::string hint) {
    if (!m_problem) m_problem = Error{code, std::move(message), m_errors.context, std::move(hint)};
}

void Fields::fault(const std::string& key, const std::string& what) {
    if (m_problem) return;
    if (m_errors.place) m_problem = Error{m_errors.code, what, m_errors.place(key), m_errors.hint};
    else m_problem = Error{m_errors.code, "\"" + key.substr(0, 60) + "\" " + what, m_errors.context, m_errors.hint};
}

void Fields::wrong(const std::string& key, const std::string& wanted) {
    const Json* found = find(key);
    fault(key, found ? "must be " + wanted + ", not " + shown(*found) : "is missing: it must be " + wanted);
}

void Fields::refuseOthers(const std::string& what) {
    if (!m_object.is_object()) return;
    for (const auto& [name, member] : m_object.items())
        if (std::find(m_asked.begin(), m_asked.end(), name) == m_asked.end()) fault(name, what);
}

std::int64_t Fields::integer(const std::string& key, std::optional<std::int64_t> fallback, std::int64_t least, std::int64_t most) {
    const Json* found = value(key);
    if (!found && fallback) return *fallback;
    if (const auto number = found ? wholeOf(*found, least, most) : std::nullopt) return *number;
    wrong(key, wholeText("a whole number", least, most));
    return fallback.value_or(least);
}

std::optional<std::int64_t> Fields::optionalInteger(const std::string& key, std::int64_t least, std::int64_t most) {
    return has(key) ? std::optional(integer(key, std::nullopt, least, most)) : std::nullopt;
}

std::uint64_t Fields::natural(const std::string& key) {
    const Json* found = value(key);
    if (found && found->is_number_unsigned()) return found->get<std::uint64_t>();
    if (const auto number = found ? wholeOf(*found, 0, kMostWhole) : std::nullopt) return static_cast<std::uint64_t>(*number);  // a value made here is signed
    wrong(key, wholeText("a whole number", 0, kMostWhole));
    return 0;
}

double Fields::real(const std::string& key, std::optional<double> fallback, double least, double most) {
    const Json* found = value(key);
    if (!found && fallback) return *fallback;
    if (found && found->is_number()) {
        const double number = found->get<double>();
        if (std::isfinite(number) && number >= least && number <= most) return number;
    }
    wrong(key, realText(least, most));
    return fallback.value_or(least);
}

std::optional<double> Fields::optionalReal(const std::string& key, double least, double most) {
    return has(key) ? std::optional(real(key, std::nullopt, least, most)) : std::nullopt;
}

double Fields::realOrNan(const std::string& key) {
    if (has(key)) return real(key, std::nullopt);
    if (!find(key)) wrong(key, "a number or null");
    return std::nan("");
}

bool Fields::flag(const std::string& key, std::optional<bool> fallback) {
    const Json* found = value(key);
    if (!found && fallback) return *fallback;
    if (found && found->is_boolean()) return found->get<bool>();
    wrong(key, "true or false");
    return fallback.value_or(false);
}

std::string Fields::text(const std::string& key, std::optional<std::string> fallback) {
    const Json* found = value(key);
    if (!found && fallback) return *std::move(fallback);
    if (found && found->is_string()) return found->get<std::string>();
    wrong(key, "a text");
    return fallback.value_or(std::string());
}

std::string Fields::choice(const std::string& key, std::optional<std::string> fallback, std::initializer_list<std::string_view> words) {
    std::string given = text(key, fallback);
    if (std::find(words.begin(), words.end(), given) != words.end()) return given;
    std::string list;
    for (const std::string_view word : words) list.append(list.empty() ? "" : ", ").append(word);
    wrong(key, "one of " + list);
    return fallback.value_or(std::string(*words.begin()));
}

std::vector<std::string> Fields::texts(const std::string& key) {
    std::vector<std::string> result;
    for (const Json& item : list(key)) {
        if (item.is_string()) result.push_back(item.get<std::string>());
        else wrong(key, "a list of texts");
    }
    return result;
}

std::vector<std::int64_t> Fields::integers(const std::string& key, std::vector<std::int64_t> fallback, std::int64_t least, std::int64_t most) {
    const Json* found = value(key);
    if (!found) return fallback;
    std::vector<std::int64_t> result;
    bool whole = found->is_array();
    for (const Json& item : whole ? *found : Json::array()) {
        const auto number = wholeOf(item, least, most);
        whole = whole && number;
        result.push_back(number.value_or(least));
    }
    if (!whole) wrong(key, "a list of " + wholeText("whole numbers", least, most));
    return result;
}

const Json* Fields::object(const std::string& key) {
    const Json* found = value(key);
    if (!found || found->is_object()) return found;
    wrong(key, "an object");
    return nullptr;
}

const Json& Fields::list(const std::string& key) {
    static const Json none = Json::array();
    const Json* found = value(key);
    if (found && found->is_array()) return *found;
    if (found) wrong(key, "a list");
    return none;
}

}  // namespace tacq
