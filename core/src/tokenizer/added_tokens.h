#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "tacq/base/note.h"
#include "tokenizer/bpe.h"
#include "tokenizer/normalizer.h"

namespace tacq {

/// Tokens that are cut out of the text before the model sees it, as the tokenizers library's AddedVocabulary does.
class AddedTokens {
public:
    struct Token {
        std::string content;
        std::int32_t id = 0;
        bool special = false, leftStrip = false, rightStrip = false, singleWord = false, normalized = true;
    };
    struct Part {
        std::string_view text;
        std::int32_t id = -1;  ///< ≥ 0: this part is an added token
    };
    enum class Specials { Match, AsText };

    /// `list`: added_tokens of tokenizer.json. `extras`: entries of other files, which only count where the list has no such token; `notes` says where
    /// one has another id than its file gives it.
    static Result<AddedTokens> create(const Json& list, const Json& extras, const BpeModel& model, const Normalizer& normalizer, std::vector<Note>& notes);
    const std::map<std::int32_t, Token>& tokens() const { return m_tokens; }
    std::int32_t find(std::string_view content) const;  ///< -1: none
    /// First pass, over the raw text: tokens that are not subject to normalisation.
    std::vector<Part> splitRaw(std::string_view text, Specials specials) const { return split(m_raw, text, specials); }
    /// Second pass, over the normalised text.
    std::vector<Part> splitNormalized(std::string_view text, Specials specials) const { return split(m_normalized, text, specials); }

private:
    /// Longest match at a position by walking bytes.
    class Trie {
    public:
        void add(std::string_view word, std::int32_t id);
        /// Length of the longest word at `at` (0: none) and its id.
        std::size_t longest(std::string_view text, std::size_t at, std::int32_t& id) const;
        bool empty() const { return m_ids.size() <= 1; }

    private:
        std::unordered_map<std::uint64_t, std::uint32_t> m_edges;
        std::vector<std::int32_t> m_ids{-1};
        bool m_starts[256] = {};
    };
    static Result<Token> readToken(const Json& entry);
    void add(Token token, const BpeModel& model);
    Result<void> read(const Json& list, const BpeModel& model);
    Result<void> readExtras(const Json& extras, const BpeModel& model, std::vector<Note>& notes);
    std::vector<Part> split(const Trie& trie, std::string_view text, Specials specials) const;
    std::map<std::int32_t, Token> m_tokens;
    std::unordered_map<std::string, std::int32_t> m_ids;
    Trie m_raw, m_normalized;
};

}  // namespace tacq
