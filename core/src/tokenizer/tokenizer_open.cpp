#include <system_error>

#include "tacq/base/file_io.h"
#include "tacq/checkpoint/gguf.h"
#include "tokenizer/tokenizer_state.h"

namespace tacq {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t kLargestJson = 256u << 20;

Error noTokenizer(const fs::path& path) {
    return {ErrorCode::NotFound, "no tokenizer.json here", path.string(), "name a folder with tokenizer.json, a tokenizer.json or a .gguf"};
}

bool startsWithGguf(const fs::path& path) {
    const auto file = MappedFile::open(path);
    if (!file.ok() || file.value().bytes().size() < 4) return false;
    return std::string_view(reinterpret_cast<const char*>(file.value().bytes().data()), 4) == "GGUF";
}

/// Text of a side file that may be missing.
Result<std::string> optionalText(const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return std::string();
    return readText(path, kLargestJson);
}

}  // namespace

Result<Tokenizer> Tokenizer::open(const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return Error{ErrorCode::NotFound, "no such file or folder", path.string(), "check the path"};
    if (!fs::is_directory(path, ignored) && startsWithGguf(path)) {
        TACQ_TRY(const GgufFile file, GgufFile::open(path));
        TACQ_TRY(const auto json, file.tokenizerJson());
        if (!json) return Error{ErrorCode::NotFound, "this GGUF file holds no vocabulary", path.string(), "name a file with tokenizer.ggml values"};
        auto result = fromJson(*json, file.tokenizerConfigJson().value_or(""));
        return result.ok() ? std::move(result) : Result<Tokenizer>(withContext(result.error(), path.string()));
    }
    const bool folder = fs::is_directory(path, ignored);
    // A .safetensors stands for the folder it lies in.
    const fs::path base = folder ? path : path.parent_path();
    const fs::path json = folder || path.extension() == ".safetensors" ? base / "tokenizer.json" : path;
    if (!fs::exists(json, ignored)) return noTokenizer(path);
    TACQ_TRY(const std::string text, readText(json, kLargestJson));
    TACQ_TRY(const std::string config, optionalText(base / "tokenizer_config.json"));
    TACQ_TRY(std::string chat, optionalText(base / "chat_template.jinja"));
    auto result = fromJson(text, config);
    if (!result.ok()) return withContext(result.error(), base.string());
    if (!chat.empty()) result.value().m_state->chatTemplate = std::move(chat);
    return result;
}

Result<Tokenizer> Tokenizer::fromCheckpoint(const Checkpoint& checkpoint) {
    TACQ_TRY(const auto json, checkpoint.sideFile("tokenizer.json"));
    if (!json) return noTokenizer(checkpoint.path());
    TACQ_TRY(const auto config, checkpoint.sideFile("tokenizer_config.json"));
    TACQ_TRY(auto chat, checkpoint.sideFile("chat_template.jinja"));
    auto result = fromJson(*json, config.value_or(""));
    if (!result.ok()) return withContext(result.error(), checkpoint.path().string());
    if (chat && !chat->empty()) result.value().m_state->chatTemplate = std::move(*chat);
    return result;
}

}  // namespace tacq
