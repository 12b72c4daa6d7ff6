#include "command/params.h"

#include <charconv>
#include <cmath>

#include "tacq/base/byte_text.h"
#include "tacq/command/command_line.h"
#include "task/mix.h"

namespace tacq {
namespace {

std::string shown(const Json& value) {
    std::string text = dumpJson(value);
    return text.size() > 80 ? text.substr(0, 77) + "..." : text;
}

std::string number(double value) { return shown(Json(value)); }

/// A default of the table; 0 where there is none. Whatever the user's locale is.
template <typename Number>
Number numberIn(const std::string& text) {
    Number value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// With a space in front; empty where any number will do.
std::string rangeText(const IntegerRange& range) {
    if (range.least == std::numeric_limits<std::int64_t>::min()) return {};
    if (range.most == std::numeric_limits<std::int64_t>::max()) return " of at least " + std::to_string(range.least);
    return " from " + std::to_string(range.least) + " to " + std::to_string(range.most);
}

/// The value as int64 if it is a whole number in range.
std::optional<std::int64_t> whole(const Json& value, const IntegerRange& range) {
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    const auto number = value.get<std::int64_t>();
    return number >= range.least && number <= range.most ? std::optional(number) : std::nullopt;
}

}  // namespace

Result<Params> Params::parse(const CommandSpec& command, const std::string& text) {
    if (text.empty()) return Params(command, Json::object());
    auto parsed = parseJson(text, "params");
    if (!parsed.ok()) return Error{ErrorCode::InvalidArgument, parsed.error().message, "params", "send one JSON object"};
    if (!parsed.value().is_object()) return Error{ErrorCode::InvalidArgument, "parameters must be one JSON object", "params", ""};
    return Params(command, std::move(parsed).value());
}

const Json* Params::find(const char* key, const OptionSpec*& spec) {
    static const OptionSpec unknown;
    spec = findOption(*m_command, key);
    if (spec == nullptr) {
        fail({ErrorCode::Internal, "the command reads an option that its description does not have", optionName(key), "report this defect"});
        spec = &unknown;
    }
    m_read.insert(key);
    const auto found = m_object.find(key);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

bool Params::has(const char* key) {
    const OptionSpec* spec = nullptr;
    return find(key, spec) != nullptr;
}

void Params::fail(Error error) {
    if (!m_error) m_error = std::move(error);
}

void Params::wrong(const char* key, const std::string& wanted) {
    fail({ErrorCode::InvalidArgument, "must be " + wanted + ", not " + shown(m_object.at(key)), optionName(key), ""});
}

std::string Params::text(const char* key) {
    const OptionSpec* spec = nullptr;
    const Json* value = find(key, spec);
    if (value == nullptr && spec->isRequired()) fail({ErrorCode::InvalidArgument, "is required", optionName(key), "see --help for an example"});
    if (value == nullptr) return spec->fallback;
    if (!value->is_string()) {
        wrong(key, "a text");
        return spec->fallback;
    }
    const std::string text = unescapeBytes(value->get<std::string>());
    if (text.empty() && spec->isRequired() && !spec->mayBeEmpty) fail({ErrorCode::InvalidArgument, "must not be empty", optionName(key), ""});
    return text;
}

std::string Params::choice(const char* key) {
    const std::string chosen = text(key);
    const OptionSpec* spec = nullptr;
    (void)find(key, spec);
    std::string list;
    for (const std::string& value : spec->choices) {
        if (chosen == value) return chosen;
        list.append(list.empty() ? "" : ", ").append(value);
    }
    fail({ErrorCode::InvalidArgument, "\"" + chosen + "\" is not a choice", optionName(key), "use one of " + list});
    return spec->fallback;
}

std::int64_t Params::integer(const char* key) {
    const OptionSpec* spec = nullptr;
    const Json* value = find(key, spec);
    const auto fallback = numberIn<std::int64_t>(spec->fallback);
    if (value == nullptr) return fallback;
    if (const auto number = whole(*value, spec->integers)) return *number;
    wrong(key, "a whole number" + rangeText(spec->integers));
    return fallback;
}

double Params::real(const char* key) {
    const OptionSpec* spec = nullptr;
    const Json* value = find(key, spec);
    const auto fallback = numberIn<double>(spec->fallback);
    if (value == nullptr) return fallback;
    if (value->is_number()) {
        const double given = value->get<double>();
        if (std::isfinite(given) && given >= spec->reals.least && given <= spec->reals.most) return given;
    }
    wrong(key, "a number from " + number(spec->reals.least) + " to " + number(spec->reals.most));
    return fallback;
}

bool Params::flag(const char* key) {
    const OptionSpec* spec = nullptr;
    const Json* value = find(key, spec);
    if (value == nullptr) return false;
    if (value->is_boolean()) return value->get<bool>();
    wrong(key, "true or false");
    return false;
}

std::vector<std::int64_t> Params::integers(const char* key) {
    const OptionSpec* spec = nullptr;
    const Json* value = find(key, spec);
    std::vector<std::int64_t> out;
    if (value == nullptr) return out;
    const auto numbers = value->is_array() ? *value : Json::array({nullptr});
    for (const Json& item : numbers) {
        const auto number = whole(item, spec->integers);
        if (!number) {
            wrong(key, "a list of whole numbers" + rangeText(spec->integers));
            return out;
        }
        out.push_back(*number);
    }
    return out;
}

std::vector<std::string> Params::texts(const char* key) {
    const OptionSpec* spec = nullptr;
    const Json* value = find(key, spec);
    std::vector<std::string> out;
    if (value == nullptr) return out;
    for (const Json& item : value->is_array() ? *value : Json::array({*value})) {
        if (item.is_string()) out.push_back(unescapeBytes(item.get<std::string>()));
        else if (item.is_number_integer()) out.push_back(dumpJson(item));
        else wrong(key, "a list of texts");
    }
    return out;
}

Json Params::value(const char* key) {
    const OptionSpec* spec = nullptr;
    const Json* value = find(key, spec);
    return value == nullptr ? Json() : *value;
}

std::vector<std::filesystem::path> Params::filesNamed() const {
    std::vector<std::filesystem::path> files;
    for (const OptionSpec& option : m_command->options) {
        const auto found = m_object.find(option.key);
        if (option.file != OptionFile::MayExist || found == m_object.end() || !found->is_string()) continue;
        const std::string text = unescapeBytes(found->get<std::string>());
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
    for (const OptionSpec& option : m_command->options)
        if (!option.later && !m_read.contains(option.key))
            return Error{ErrorCode::Internal, "the command does not read an option that its description has", optionName(option.key), "report this defect"};
    for (const auto& [key, value] : m_object.items()) {
        const OptionSpec* option = findOption(*m_command, key);
        if (option == nullptr) return Error{ErrorCode::InvalidArgument, "is not an option of this command", optionName(key), "see --help"};
        if (option->later && !value.is_null()) return Error{ErrorCode::InvalidArgument, "is not in this version", optionName(key), option->help};
    }
    return {};
}

namespace {

void readAs(const OptionSpec& option, Params& params) {
    const char* key = option.key.c_str();
    if (option.type == OptionType::Texts) (void)params.texts(key);
    if (option.type == OptionType::Flag) (void)params.flag(key);
    if (!params.has(key) && !option.isRequired()) return;
    switch (option.type) {
        case OptionType::Text: if (!params.value(key).is_object()) (void)params.text(key); break;  // a file's content may stand for its name
        case OptionType::Choice: (void)params.choice(key); break;
        case OptionType::Integer: (void)params.integer(key); break;
        case OptionType::Real: (void)params.real(key); break;
        case OptionType::Integers: (void)params.integers(key); break;
        case OptionType::Flag:
        case OptionType::Texts: break;
    }
}

}  // namespace

Result<void> checkRequest(std::string_view method, const std::string& json) {
    const CommandSpec* command = findCommand(method);
    if (command == nullptr) return Error{ErrorCode::InvalidArgument, "\"" + std::string(method) + "\" is not a command", "", "see --help"};
    TACQ_TRY(Params params, Params::parse(*command, json));
    for (const OptionSpec& option : command->options)
        if (!option.later) readAs(option, params);
    for (const OptionSpec& option : globalOptions()) readAs(option, params);
    return params.finish();
}

}  // namespace tacq
