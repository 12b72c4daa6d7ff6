#include <algorithm>
#include <array>
#include <new>
#include <system_error>

#include "checkpoint/gguf/gguf_folder.h"
#include "checkpoint/hf/hub_cache.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/gguf.h"
#include "tokenizer/tokenizer_state.h"

namespace tacq {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t kLargestFile = 256u << 20;
/// Any of these makes a folder one with a tokenizer in files of its own.
constexpr std::array kVocabularies{"tokenizer.json", "tokenizer.model", "vocab.json"};

bool startsWithGguf(const fs::path& path) {
    const auto file = MappedFile::open(path);
    if (!file.ok() || file.value().bytes().size() < 4) return false;
    return std::string_view(reinterpret_cast<const char*>(file.value().bytes().data()), 4) == "GGUF";
}

/// The files of a folder.
TokenizerFiles filesOf(const fs::path& folder) {
    return [folder](const std::string& name) -> Result<std::optional<std::string>> {
        std::error_code ignored;
        if (!fs::exists(folder / name, ignored)) return std::optional<std::string>();
        TACQ_TRY(std::string text, readText(folder / name, kLargestFile));
        return std::optional(std::move(text));
    };
}

/// The same, with `file` in the place of the vocabulary that it is, whatever its name.
TokenizerFiles filesWith(const fs::path& file) {
    const std::string role = file.extension() == ".model" ? "tokenizer.model" : "tokenizer.json";
    return [file, role, beside = filesOf(file.parent_path())](const std::string& name) -> Result<std::optional<std::string>> {
        if (name == role) {
            TACQ_TRY(std::string text, readText(file, kLargestFile));
            return std::optional(std::move(text));
        }
        if (name == "tokenizer.json") return std::optional<std::string>();
        return beside(name);
    };
}

}  // namespace

/// From files, or the reason why not with where they lie.
Result<Tokenizer> Tokenizer::State::open(const TokenizerFiles& files, const std::string& context) {
    try {
        TACQ_TRY(TokenizerParts parts, readTokenizerFiles(files, context));
        auto made = make(std::move(parts));
        return made.ok() ? std::move(made) : Result<Tokenizer>(withContext(made.error(), context));
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "not enough memory for the tokenizer", context, "close other programs"};
    }
}

Result<Tokenizer> Tokenizer::open(const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return Error{ErrorCode::NotFound, "no such file or folder", path.string(), "check the path"};
    if (fs::is_directory(path, ignored)) {
        TACQ_TRY(const fs::path folder, hubSnapshot(path));
        const bool files = std::any_of(kVocabularies.begin(), kVocabularies.end(), [&](const char* name) { return fs::exists(folder / name, ignored); });
        if (files) return State::open(filesOf(folder), path.string());
        // As the model of such a folder is: the one GGUF in it.
        TACQ_TRY(const auto gguf, ggufInFolder(folder));
        return gguf ? open(*gguf) : State::open(filesOf(folder), path.string());
    }
    if (startsWithGguf(path)) {
        TACQ_TRY(const GgufFile file, GgufFile::open(path));
        TACQ_TRY(const auto json, file.tokenizerJson());
        if (!json) return Error{ErrorCode::NotFound, "this GGUF file holds no vocabulary", path.string(), "name a file with tokenizer.ggml values"};
        auto result = fromJson(*json, file.tokenizerConfigJson().value_or(""));
        if (!result.ok()) return withContext(result.error(), path.string());
        result.value().m_state->notes = file.tokenizerNotes();
        return result;
    }
    // Weights and the pair of vocab.json and merges.txt stand for the folder they lie in.
    const std::string name = path.filename().string();
    const bool stands = path.extension() == ".safetensors" || name == "vocab.json" || name == "merges.txt";
    return State::open(stands ? filesOf(path.parent_path()) : filesWith(path), path.parent_path().string());
}

Result<Tokenizer> Tokenizer::fromCheckpoint(const Checkpoint& checkpoint) {
    return State::open([&](const std::string& name) { return checkpoint.sideFile(name); }, checkpoint.path().string());
}

}  // namespace tacq
