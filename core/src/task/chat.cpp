#include "tacq/task/chat.h"

#include "task/chat.h"

namespace tacq {
namespace {

struct Turn {
    std::string role, content;
};

Result<std::vector<Turn>> readTurns(const Json& messages, const std::string& where) {
    if (!messages.is_array() || messages.empty()) return taskError("`messages` is not a list with entries", where);
    std::vector<Turn> turns;
    for (const Json& message : messages) {
        if (!message.is_object() || !message.contains("role") || !message.contains("content") || !message["role"].is_string() ||
            !message["content"].is_string())
            return taskError("a message has no text `role` and `content`", where);
        turns.push_back({message["role"].get<std::string>(), message["content"].get<std::string>()});
    }
    return turns;
}

/// System text that a template such as SmolLM2's puts first when the conversation has none:
/// {% if … messages[0]['role'] != 'system' %}{{ '<|im_start|>system\n…<|im_end|>\n' }}{% endif %}
std::string defaultSystem(const std::string& source) {
    constexpr std::string_view open = "'<|im_start|>system\n", openEscaped = "'<|im_start|>system\\n";
    if (source.find("!= 'system'") == std::string::npos) return {};
    std::size_t begin = source.find(open);
    std::size_t skip = open.size();
    if (begin == std::string::npos) {
        begin = source.find(openEscaped);
        skip = openEscaped.size();
    }
    if (begin == std::string::npos) return {};
    const std::size_t end = source.find("<|im_end|>", begin + skip);
    const std::size_t quote = source.find('\'', begin + skip);
    if (end == std::string::npos || quote < end) return {};  // not one literal
    return source.substr(begin + skip, end - begin - skip);
}

Error noChat(const std::string& source, const std::string& where, const char* hint) {
    return {ErrorCode::UnsupportedFormat,
            source.empty() ? "the model has no chat template, which `messages` need" : "the model's chat template is not plain ChatML, the only one supported so far",
            where, hint};
}

std::string opening(const std::string& source) {
    const std::string system = defaultSystem(source);
    return system.empty() ? std::string() : "<|im_start|>system\n" + system + "<|im_end|>\n";
}

}  // namespace

/// The loop body of a plain ChatML template; anything cleverer (tools, reasoning) is not what we render.
bool canChat(std::string_view source) {
    const auto has = [&](const char* text) { return source.find(text) != std::string_view::npos; };
    return has("<|im_start|>") && has("<|im_end|>") && !has("tools") && !has("reasoning") && !has("tool_calls");
}

Result<std::string> chatPrompt(std::string_view message, const std::string& source) {
    if (!canChat(source)) return noChat(source, "chat", "give the text itself as the prompt");
    return opening(source) + "<|im_start|>user\n" + std::string(message) + "<|im_end|>\n<|im_start|>assistant\n";
}

Result<TaskItem> chatItem(const Json& messages, const std::string& where, const Tokenizer& tokenizer) {
    TACQ_TRY(const std::vector<Turn> turns, readTurns(messages, where));
    const std::string& source = tokenizer.chatTemplate();
    if (!canChat(source)) return noChat(source, where, "use records with `text` or `prompt` and `completion`");
    TaskItem item;
    item.origin = where;
    if (turns.front().role != "system") item.text = opening(source);
    for (const Turn& turn : turns) {
        item.text += "<|im_start|>" + turn.role + "\n";
        if (turn.role == "assistant") item.lossBegin = item.text.size();
        item.text += turn.content + "<|im_end|>";
        if (turn.role == "assistant") item.lossEnd = item.text.size();
        item.text += "\n";
    }
    if (item.lossEnd == 0) item.lossEnd = item.text.size();
    return item;
}

}  // namespace tacq
