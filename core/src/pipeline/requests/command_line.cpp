#include "pipeline/requests/command_line.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "pipeline/requests/params.h"
#include "tacq/base/byte_text.h"

namespace tacq {
namespace {

std::string shellWord(const std::string& word) {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./~-";
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string valueText(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return dumpJson(value);
    std::string joined;
    for (const Json& item : value) joined.append(joined.empty() ? "" : ",").append(valueText(item));
    return joined;
}

}  // namespace

std::vector<std::string> positionals(const std::string& method) {
    if (method == "quantize") return {"model", "out"};
    if (method == "report") return {"run", "out"};
    if (method == "export") return {"source", "out"};
    if (method == "compare") return {"modelA", "modelB"};
    if (method == "task-show") return {"task"};
    if (method == "budget") return {"artifact"};
    if (method == "circuit-compare") return {"a", "b"};
    if (method == "circuit-score") return {"saliency"};
    if (method.starts_with("runs-")) return method == "runs-diff" ? std::vector<std::string>{"runs"} : std::vector<std::string>{"run"};
    return {"model"};
}

std::string commandLine(const std::string& method, const Json& params) {
    std::string line = "tacq " + method;
    std::replace(line.begin(), line.end(), '-', ' ');
    const std::vector<std::string> byPosition = positionals(method);
    for (const std::string& key : byPosition) {
        if (!params.contains(key)) continue;
        const Json& value = params.at(key);
        for (const Json& word : value.is_array() ? value : Json::array({value})) line.append(" ").append(shellWord(valueText(word)));
    }
    for (const auto& [key, value] : params.items()) {
        if (value.is_null() || std::find(byPosition.begin(), byPosition.end(), key) != byPosition.end()) continue;
        if (value.is_boolean() && !value.get<bool>()) continue;
        line.append(" ").append(optionName(key));
        if (!value.is_boolean()) line.append(" ").append(shellWord(valueText(value)));
    }
    return line;
}

Json rerunnable(const Json& params) {
    Json stored = params;
    stored.erase("workspace");
    std::error_code ignored;
    for (const char* key : {"model", "modelA", "modelB", "source", "out", "textFile", "tokensFile", "data", "task"}) {
        if (!stored.contains(key) || !stored.at(key).is_string()) continue;
        const std::string given = unescapeBytes(stored.at(key).get<std::string>());
        // A task is a name as often as a file, a source a run as often as a folder.
        if (std::string(key) == "out" || std::filesystem::exists(given, ignored)) stored[key] = escapeBytes(std::filesystem::absolute(given, ignored).lexically_normal().string());
    }
    return stored;
}

}  // namespace tacq
