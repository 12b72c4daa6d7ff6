#include "command/command_line.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "tacq/base/byte_text.h"

namespace tacq {
namespace {

std::string valueText(const Json& value) {
    if (value.is_string()) return unescapeBytes(value.get<std::string>());
    if (!value.is_array()) return dumpJson(value);
    std::string joined;
    for (const Json& item : value) joined.append(joined.empty() ? "" : ",").append(valueText(item));
    return joined;
}

void addOption(std::string& line, const std::string& key, const Json& value) {
    if (value.is_null() || value == false) return;
    line.append(" ").append(optionName(key));
    if (!value.is_boolean()) line.append(" ").append(shellWord(valueText(value)));
}

/// `$'…'`, with every byte beyond ASCII spelt out: a word that is no UTF-8 survives JSON, a clipboard and a text field only so.
std::string byteWord(const std::string& word) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string quoted = "$'";
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80) quoted.append("\\x").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
        else if (c == '\'' || c == '\\') quoted.append("\\").append(1, c);
        else quoted += c;
    }
    return quoted + "'";
}

int digitOf(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

/// What byteWord() wrote. `at` stands on its `$`, afterwards on the quote that ends it.
std::string readByteWord(const std::string& line, std::size_t& at) {
    std::string word;
    for (at += 2; at < line.size() && line[at] != '\''; ++at) {
        if (line[at] != '\\' || at + 1 >= line.size()) word += line[at];
        else if (line[++at] == 'x' && at + 2 < line.size() && digitOf(line[at + 1]) >= 0 && digitOf(line[at + 2]) >= 0) {
            word += static_cast<char>(digitOf(line[at + 1]) * 16 + digitOf(line[at + 2]));
            at += 2;
        } else word += line[at];
    }
    return word;
}

/// Every option that a command takes: its own, then the global ones.
template <typename Do>
void forEachOption(const CommandSpec& command, Do&& act) {
    for (const OptionSpec& option : command.options) act(option);
    for (const OptionSpec& option : globalOptions()) act(option);
}

}  // namespace

std::string shellWord(const std::string& word) {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./~-";
    // A `~` at the beginning would be expanded.
    if (!word.empty() && word.front() != '~' && word.find_first_not_of(kPlain) == std::string::npos) return word;
    if (escapeBytes(word) != word) return byteWord(word);
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::vector<std::string> shellSplit(const std::string& line) {
    std::vector<std::string> words;
    bool inWord = false;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote == 0 && (c == ' ' || c == '\t' || c == '\n')) {
            inWord = false;
            continue;
        }
        if (!inWord) words.emplace_back();
        inWord = true;
        if (quote == 0 && c == '$' && i + 1 < line.size() && line[i + 1] == '\'') {
            words.back() += readByteWord(line, i);
            continue;
        }
        const bool escapes = c == '\\' && i + 1 < line.size() && (quote == 0 || (quote == '"' && std::string_view("\\\"$`").find(line[i + 1]) != std::string_view::npos));
        if (escapes) words.back() += line[++i];
        else if (quote == 0 && (c == '\'' || c == '"')) quote = c;
        else if (c == quote) quote = 0;
        else words.back() += c;
    }
    return words;
}

std::string commandLine(std::string_view method, const Json& params) {
    const CommandSpec* command = findCommand(method);
    if (command == nullptr || !params.is_object()) return {};
    std::string line = "tacq";
    for (const std::string& word : command->words) line.append(" ").append(word);
    for (const OptionSpec& option : command->options) {
        const auto found = params.find(option.key);
        if (!option.isPositional() || found == params.end() || found->is_null()) continue;
        for (const Json& word : found->is_array() ? *found : Json::array({*found})) line.append(" ").append(shellWord(valueText(word)));
    }
    forEachOption(*command, [&](const OptionSpec& option) {
        if (const auto found = params.find(option.key); !option.isPositional() && found != params.end()) addOption(line, option.key, *found);
    });
    // What another version knows stays visible.
    for (const auto& [key, value] : params.items())
        if (findOption(*command, key) == nullptr) addOption(line, key, value);
    return line;
}

std::string commandLine(std::string_view method, const std::string& params) {
    const auto parsed = parseJson(params, "params");
    return parsed.ok() ? commandLine(method, parsed.value()) : std::string();
}

Json rerunnable(const CommandSpec& command, const Json& params) {
    Json stored = params;
    stored.erase("workspace");
    forEachOption(command, [&stored](const OptionSpec& option) {
        const auto found = stored.find(option.key);
        if (option.file == OptionFile::None || found == stored.end() || !found->is_string()) return;
        std::error_code ignored;
        const std::string given = unescapeBytes(found->get<std::string>());
        // A task is a name as often as a file, a source a run as often as a folder.
        if (option.file == OptionFile::New || std::filesystem::exists(given, ignored)) *found = escapeBytes(std::filesystem::absolute(given, ignored).lexically_normal().string());
    });
    return stored;
}

Json withoutPaths(const CommandSpec& command, const Json& params) {
    Json rest = params;
    forEachOption(command, [&rest](const OptionSpec& option) {
        const auto found = rest.find(option.key);
        // A file's content may stand in the place of its name.
        const bool named = option.file != OptionFile::None && found != rest.end() && found->is_string() && !found->get_ref<const std::string&>().starts_with('{');
        if (named) rest.erase(option.key);
    });
    return rest;
}

bool isQuickCommand(std::string_view method, const std::string& params) {
    const CommandSpec* command = findCommand(method);
    if (command == nullptr) return false;
    if (command->lane != Lane::QuickUnless) return command->lane == Lane::Quick;
    const auto parsed = parseJson(params, "params");
    if (!parsed.ok() || !parsed.value().is_object()) return true;
    const auto found = parsed.value().find(command->heavyWith);
    return found == parsed.value().end() || found->is_null() || *found == false;
}

}  // namespace tacq
