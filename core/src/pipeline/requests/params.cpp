#include "pipeline/requests/params.h"

#include <cctype>
#include <cmath>

#include "tacq/base/byte_text.h"
#include "task/mix.h"

namespace tacq {
namespace {

std::string shown(const Json& value) {
    std::string text = dumpJson(value);
    return text.size() > 80 ? text.substr(0, 77) + "..." : text;
}

std::string number(double value) { return shown(Json(value)); }

}  // namespace

std::string optionName(std::string_view key) {
    std::string name = "--";
    for (const char c : key) {
        if (std::isupper(static_cast<unsigned char>(c)) != 0) name += '-';
        name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return name;
}

Result<Params> Params::parse(const std::string& text) {
    if (text.empty()) return Params(Json::object());
    auto parsed = parseJson(text, "params");
    if (!parsed.ok()) return Error{ErrorCode::InvalidArgument, parsed.error().message, "params", "send one JSON object"};
    if (!parsed.value().is_object()) return Error{ErrorCode::InvalidArgument, "parameters must be one JSON object", "params", ""};
    return Params(std::move(parsed).value());
}

const Json* Params::find(const char* key) {
    m_known.insert(key);
    return has(key) ? &m_object.at(key) : nullptr;
}

void Params::fail(Error error) {
    if (!m_error) m_error = std::move(error);
}

void Params::wrong(const char* key, const std::string& wanted) {
    fail({ErrorCode::InvalidArgument, "must be " + wanted + ", not " + shown(m_object.at(key)), optionName(key), ""});
}

std::string Params::text(const char* key) {
    if (find(key) == nullptr) {
        fail({ErrorCode::InvalidArgument, "is required", optionName(key), "see --help for an example"});
        return {};
    }
    const std::string value = text(key, "");
    if (value.empty()) fail({ErrorCode::InvalidArgument, "must not be empty", optionName(key), ""});
    return value;
}

std::string Params::text(const char* key, const std::string& fallback) {
    const Json* value = find(key);
    if (value == nullptr) return fallback;
    if (value->is_string()) return unescapeBytes(value->get<std::string>());
    wrong(key, "a text");
    return fallback;
}

std::string Params::choice(const char* key, std::initializer_list<const char*> values, const std::string& fallback) {
    const std::string chosen = text(key, fallback);
    std::string list;
    for (const char* value : values) {
        if (chosen == value) return chosen;
        list += (list.empty() ? "" : ", ") + std::string(value);
    }
    fail({ErrorCode::InvalidArgument, "\"" + chosen + "\" is not a choice", optionName(key), "use one of " + list});
    return fallback;
}

std::int64_t Params::integer(const char* key, std::int64_t fallback, std::int64_t minimum, std::int64_t maximum) {
    const Json* value = find(key);
    if (value == nullptr) return fallback;
    const bool fits = value->is_number_integer() &&
                      (!value->is_number_unsigned() || value->get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
    if (fits && value->get<std::int64_t>() >= minimum && value->get<std::int64_t>() <= maximum) return value->get<std::int64_t>();
    const std::string range = maximum == std::numeric_limits<std::int64_t>::max() ? "of at least " + std::to_string(minimum)
                                                                                 : "from " + std::to_string(minimum) + " to " + std::to_string(maximum);
    wrong(key, "a whole number " + range);
    return fallback;
}

double Params::real(const char* key, double fallback, double minimum, double maximum) {
    const Json* value = find(key);
    if (value == nullptr) return fallback;
    if (value->is_number()) {
        const double given = value->get<double>();
        if (std::isfinite(given) && given >= minimum && given <= maximum) return given;
    }
    wrong(key, "a number from " + number(minimum) + " to " + number(maximum));
    return fallback;
}

bool Params::flag(const char* key) {
    const Json* value = find(key);
    if (value == nullptr) return false;
    if (value->is_boolean()) return value->get<bool>();
    wrong(key, "true or false");
    return false;
}

std::vector<std::int64_t> Params::integers(const char* key) {
    std::vector<std::int64_t> out;
    const Json* value = find(key);
    if (value == nullptr) return out;
    if (!value->is_array()) {
        wrong(key, "a list of whole numbers");
        return out;
    }
    for (const Json& item : *value) {
        if (!item.is_number_integer() || item.get<double>() > 9e18) {
            wrong(key, "a list of whole numbers");
            return out;
        }
        out.push_back(item.get<std::int64_t>());
    }
    return out;
}

std::vector<std::string> Params::texts(const char* key) {
    std::vector<std::string> out;
    const Json* value = find(key);
    if (value == nullptr) return out;
    for (const Json& item : value->is_array() ? *value : Json::array({*value})) {
        if (item.is_string()) out.push_back(unescapeBytes(item.get<std::string>()));
        else if (item.is_number_integer()) out.push_back(dumpJson(item));
        else wrong(key, "a list of texts");
    }
    return out;
}

Json Params::value(const char* key) {
    const Json* value = find(key);
    return value == nullptr ? Json() : *value;
}

void Params::refuse(const char* key, const std::string& hint) {
    if (find(key) != nullptr) fail({ErrorCode::InvalidArgument, "is not in this version", optionName(key), hint});
}

std::vector<std::filesystem::path> Params::filesNamed(std::initializer_list<const char*> keys) const {
    std::vector<std::filesystem::path> files;
    for (const char* key : keys) {
        if (!has(key) || !m_object.at(key).is_string()) continue;
        const std::string text = unescapeBytes(m_object.at(key).get<std::string>());
        std::error_code ignored;
        std::vector<std::string> candidates{text};
        if (const auto mix = parseMix(text); mix.ok() && mix.value())
            for (const MixPart& part : *mix.value()) candidates.push_back(part.task);
        for (const std::string& candidate : candidates)
            if (!candidate.empty() && std::filesystem::is_regular_file(candidate, ignored)) files.emplace_back(candidate);
    }
    return files;
}

Result<void> Params::finish() const {
    if (m_error) return *m_error;
    for (const auto& [key, value] : m_object.items())
        if (!m_known.contains(key)) return Error{ErrorCode::InvalidArgument, "is not an option of this command", optionName(key), "see --help"};
    return {};
}

}  // namespace tacq
