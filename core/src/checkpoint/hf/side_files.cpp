#include "checkpoint/hf/side_files.h"

#include <algorithm>
#include <array>

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kLargest = 256ull << 20, kLargestCard = 4ull << 20;
/// Read for what it says of licence and language, never copied: whoever writes a model writes a card of its own.
constexpr const char* kCard = "README.md";

/// Copied with a model, in this order. Weights are not: they are written anew.
constexpr std::array kNames = {
    "config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
    "vocab.json", "merges.txt", "tokenizer.model", "chat_template.jinja", "chat_template.json", "LICENSE", "LICENSE.txt", "LICENSE.md",
    "USE_POLICY.md", "NOTICE", "NOTICE.txt", "NOTICE.md"};

Result<std::optional<std::string>> rebuiltFile(const CheckpointData& data, const std::string& name) {
    const GgufFile& file = data.ggufs.front();
    if (name == "config.json") return std::optional(writeModelConfig(data.config));
    if (name == "tokenizer.json") return file.tokenizerJson();
    if (name == "tokenizer_config.json") return file.tokenizerConfigJson();
    return std::optional<std::string>();
}

}  // namespace

Result<std::optional<std::string>> readSideFile(const CheckpointData& data, const std::string& name) {
    if (data.base) return name == "config.json" && !data.configText.empty() ? Result<std::optional<std::string>>(std::optional(data.configText)) : data.base->sideFile(name);
    if (data.kind == CheckpointKind::Gguf) return rebuiltFile(data, name);
    if (name != kCard && std::find(kNames.begin(), kNames.end(), name) == kNames.end()) return std::optional<std::string>();
    if (name == "config.json" && !data.configText.empty()) return std::optional(data.configText);
    std::error_code ec;
    if (!fs::exists(data.sideFolder / name, ec)) return std::optional<std::string>();
    TACQ_TRY(std::string text, readText(data.sideFolder / name, name == kCard ? kLargestCard : kLargest));
    return std::optional(std::move(text));
}

std::vector<std::string> listSideFiles(const CheckpointData& data) {
    if (data.base) return data.base->sideFiles();
    std::vector<std::string> names;
    for (const char* name : kNames) {
        std::error_code ec;
        if (data.kind != CheckpointKind::Gguf && fs::is_regular_file(data.sideFolder / name, ec)) names.emplace_back(name);
    }
    if (data.kind != CheckpointKind::Gguf) return names;
    names = {"config.json"};
    if (data.ggufs.front().tokenizerConfigJson()) names.insert(names.end(), {"tokenizer.json", "tokenizer_config.json"});
    return names;
}

}  // namespace tacq
