#include "command/params.h"

#include <algorithm>
#include <charconv>

#include "base/fields.h"
#include "tacq/base/byte_text.h"
#include "tacq/base/list_text.h"
#include "tacq/command/command_line.h"
#include "task/mix.h"

namespace tacq {
namespace {

/// A default of the table; 0 where there is none. Whatever the user's locale is.
template <typename Number>
Number numberIn(const std::string& text) {
    Number value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

Result<Params> Params::parse(const CommandSpec& command, const std::string& text) {
    if (text.empty()) return Params(command, Json::object());
    auto parsed = parseJson(text, "params");
    if (!parsed.ok()) return Error{ErrorCode::InvalidArgument, parsed.error().message, "params", "send one JSON object"};
    if (!parsed.value().is_object()) return Error{ErrorCode::InvalidArgument, "parameters must be one JSON object", "params", ""};
    return Params(command, std::move(parsed).value());
}

const OptionSpec& Params::described(const char* key) {
    static const OptionSpec unknown;
    m_read.insert(key);
    if (const OptionSpec* spec = findOption(*m_command, key)) return *spec;
    fail({ErrorCode::Internal, "the command reads an option that its description does not have", optionName(key), "report this defect"});
    return unknown;
}

template <typename Read>
auto Params::reading(const char* key, Read read) {
    const OptionSpec& spec = described(key);
    Fields fields(m_object, {ErrorCode::InvalidArgument, {}, {}, optionName});
    auto value = read(fields, spec);
    if (fields.problem()) fail(*fields.problem());
    return value;
}

bool Params::has(const char* key) {
    described(key);
    return Fields(m_object, "").has(key);
}

void Params::fail(Error error) {
    if (!m_error) m_error = std::move(error);
}

std::string Params::text(const char* key) {
    return reading(key, [&](Fields& fields, const OptionSpec& spec) {
        if (!fields.has(key) && spec.isRequired()) fail({ErrorCode::InvalidArgument, "is required", optionName(key), "see --help for an example"});
        if (!fields.has(key)) return spec.fallback;
        std::string text = unescapeBytes(fields.text(key, spec.fallback));
        if (text.empty() && !fields.problem() && spec.isRequired() && !spec.mayBeEmpty) fail({ErrorCode::InvalidArgument, "must not be empty", optionName(key), ""});
        return text;
    });
}

std::string Params::choice(const char* key) {
    const std::string chosen = text(key);
    const OptionSpec& spec = described(key);
    if (std::find(spec.choices.begin(), spec.choices.end(), chosen) != spec.choices.end()) return chosen;
    fail({ErrorCode::InvalidArgument, '"' + chosen + "\" is not a choice", optionName(key), "use one of " + listText(spec.choices, [](const std::string& word) { return word; })});
    return spec.fallback;
}

std::int64_t Params::integer(const char* key) {
    return reading(key, [key](Fields& fields, const OptionSpec& spec) {
        return fields.integer(key, numberIn<std::int64_t>(spec.fallback), spec.integers.least, spec.integers.most);
    });
}

double Params::real(const char* key) {
    return reading(key, [key](Fields& fields, const OptionSpec& spec) { return fields.real(key, numberIn<double>(spec.fallback), spec.reals.least, spec.reals.most); });
}

bool Params::flag(const char* key) {
    return reading(key, [key](Fields& fields, const OptionSpec&) { return fields.flag(key, false); });
}

std::vector<std::int64_t> Params::integers(const char* key) {
    return reading(key, [key](Fields& fields, const OptionSpec& spec) { return fields.integers(key, {}, spec.integers.least, spec.integers.most); });
}

std::vector<std::string> Params::texts(const char* key) {
    return reading(key, [key](Fields& fields, const OptionSpec&) {
        std::vector<std::string> out;
        const Json* value = fields.value(key);
        if (value == nullptr) return out;
        for (const Json& item : value->is_array() ? *value : Json::array({*value})) {
            if (item.is_string()) out.push_back(unescapeBytes(item.get<std::string>()));
            else if (item.is_number_integer()) out.push_back(dumpJson(item));
            else fields.wrong(key, "a list of texts");
        }
        return out;
    });
}

Json Params::value(const char* key) {
    return reading(key, [key](Fields& fields, const OptionSpec&) {
        const Json* value = fields.value(key);
        return value == nullptr ? Json() : *value;
    });
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
    if (command == nullptr) return Error{ErrorCode::InvalidArgument, '"' + std::string(method) + "\" is not a command", "", "see --help"};
    TACQ_TRY(Params params, Params::parse(*command, json));
    for (const OptionSpec& option : command->options)
        if (!option.later) readAs(option, params);
    for (const OptionSpec& option : globalOptions()) readAs(option, params);
    return params.finish();
}

}  // namespace tacq
