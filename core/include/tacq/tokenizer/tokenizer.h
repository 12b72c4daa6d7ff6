#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/note.h"
#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

struct EncodeOptions {
    enum class Bos { AsTokenizer, Never, Always };
    Bos bos = Bos::AsTokenizer;      ///< Never also leaves out an EOS the tokenizer would add
    bool parseSpecial = true;        ///< text that spells a special token becomes that token
    std::stop_token stop = {};       ///< encode is Cancelled soon after this asks for it, however long the text or a word of it
};

/// Text ↔ token ids, equal to the Hugging Face `tokenizers` library for byte-level BPE (GPT-2/SmolLM2, Llama-3, Qwen2/3 splits) and
/// SentencePiece-style BPE with byte fallback (Llama-2, Mistral). Immutable and thread-safe.
/// Errors: UnsupportedFormat for other models or pre-tokenizers (named), InvalidFile for broken ones.
///
/// Example:
///     TACQ_TRY(const Tokenizer tokenizer, Tokenizer::open("resources/sample/stories260K"));
///     TACQ_TRY(const std::vector<std::int32_t> ids, tokenizer.encode("Once upon a time"));
///     TACQ_TRY(const std::string text, tokenizer.decode(ids, true));
class Tokenizer {
public:
    /// From a tokenizer.json text and optionally tokenizer_config.json (BOS/EOS flags, chat template).
    static Result<Tokenizer> fromJson(std::string_view tokenizerJson, std::string_view tokenizerConfigJson = {});
    /// Folder with tokenizer.json, tokenizer.model (SentencePiece BPE) or vocab.json and merges.txt, one of these files itself, or a GGUF
    /// (vocabulary-only files too; any architecture). Tokens that only tokenizer_config.json, special_tokens_map.json or added_tokens.json know are
    /// added as transformers adds them.
    static Result<Tokenizer> open(const std::filesystem::path& path);
    static Result<Tokenizer> fromCheckpoint(const Checkpoint& checkpoint);
    /// The chat template alone: `chat_template.jinja`, else that of `tokenizer_config.json` or of a GGUF; empty where there is none. Reads no vocabulary.
    static Result<std::string> chatTemplateOf(const Checkpoint& checkpoint);
    Tokenizer(Tokenizer&&) noexcept;
    Tokenizer& operator=(Tokenizer&&) noexcept;
    ~Tokenizer();

    /// `text` must be UTF-8; invalid bytes are InvalidArgument (the hint says at which byte).
    Result<std::vector<std::int32_t>> encode(std::string_view text, const EncodeOptions& options = {}) const;
    /// Bytes of the ids; exact inverse of encode for text without normalisation loss. Unknown ids: InvalidArgument.
    Result<std::string> decode(std::span<const std::int32_t> ids, bool skipSpecial = false) const;
    /// The vocabulary's own spelling of one token, for display.
    std::string piece(std::int32_t id) const;
    /// The text bytes one token stands for (may be a part of a UTF-8 character), for streaming output.
    std::string tokenBytes(std::int32_t id) const;
    std::int64_t vocabSize() const;
    std::optional<std::int32_t> bosToken() const;
    std::optional<std::int32_t> eosToken() const;
    bool addsBos() const;
    std::optional<std::int32_t> tokenId(std::string_view spelling) const;
    /// Jinja source of the chat template; empty if there is none.
    const std::string& chatTemplate() const;
    /// What is uncertain about it: a way to cut text that no file says, tokens renumbered.
    std::span<const Note> notes() const;

private:
    struct State;
    explicit Tokenizer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace tacq
