#include "tokenizer/token_json.h"
#include "tokenizer/tokenizer_state.h"

namespace tacq {
namespace {

/// "bos_token": "<s>" or {"content": "<s>", …}.
std::optional<std::string> specialText(const Json& config, const char* name) {
    if (!config.contains(name)) return std::nullopt;
    const Json& value = config[name];
    if (value.is_string()) return value.get<std::string>();
    if (value.is_object() && value.contains("content") && value["content"].is_string()) return value["content"].get<std::string>();
    return std::nullopt;
}

/// One template, or the one called `default` of several.
std::string templateText(const Json& config) {
    if (!config.contains("chat_template")) return {};
    const Json& value = config["chat_template"];
    if (value.is_string()) return value.get<std::string>();
    std::string first;
    if (!value.is_array()) return {};
    for (const Json& entry : value) {
        if (!entry.is_object() || !entry.contains("template") || !entry["template"].is_string()) continue;
        if (first.empty() || (entry.contains("name") && entry["name"] == "default")) first = entry["template"].get<std::string>();
    }
    return first;
}

/// Tokenizer classes that rebuild their post-processor from add_bos_token and add_eos_token; the others take the file's.
bool followsFlags(const Json& config) {
    const std::string name = textOf(config, "tokenizer_class");
    return name.empty() || name.find("Llama") != std::string::npos || name == "PreTrainedTokenizerFast" || name == "TokenizersBackend";
}

void setEdge(std::vector<std::int32_t>& ids, std::optional<std::int32_t> token, bool wanted, bool front) {
    if (!token) return;
    const bool there = !ids.empty() && (front ? ids.front() : ids.back()) == *token;
    if (there == wanted) return;
    if (wanted) ids.insert(front ? ids.begin() : ids.end(), *token);
    else ids.erase(front ? ids.begin() : ids.end() - 1);
}

}  // namespace

void Tokenizer::State::applyFlags(const Json& config) {
    if (!followsFlags(config)) return;
    if (config.contains("add_bos_token") && config["add_bos_token"].is_boolean())
        setEdge(around.before, bos, config["add_bos_token"].get<bool>(), true);
    if (config.contains("add_eos_token") && config["add_eos_token"].is_boolean())
        setEdge(around.after, eos, config["add_eos_token"].get<bool>(), false);
}

void Tokenizer::State::readConfig(const Json& config) {
    if (const auto spelling = specialText(config, "bos_token")) bos = find(*spelling);
    if (const auto spelling = specialText(config, "eos_token")) eos = find(*spelling);
    chatTemplate = templateText(config);
    applyFlags(config);
}

Result<std::string> Tokenizer::chatTemplateOf(const Checkpoint& checkpoint) {
    TACQ_TRY(auto chat, checkpoint.sideFile("chat_template.jinja"));
    if (chat && !chat->empty()) return std::move(*chat);
    TACQ_TRY(const auto config, checkpoint.sideFile("tokenizer_config.json"));
    if (!config) return std::string();
    auto parsed = parseTokenizerDocument(*config);
    if (!parsed.ok()) return withContext(parsed.error(), checkpoint.path().string());
    return templateText(parsed.value().rest);
}

}  // namespace tacq
