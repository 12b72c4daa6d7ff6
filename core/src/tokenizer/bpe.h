#pragma once
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tacq/base/result.h"
#include "tokenizer/token_json.h"

namespace tacq {

/// Pair of token ids → rank and merged id; open addressing, since the merge loop does little else than ask it.
class MergeTable {
public:
    struct Entry {
        std::uint64_t pair = ~0ull;
        std::int32_t rank = 0, merged = 0;
    };
    void build(const std::vector<Entry>& entries);
    const Entry* find(std::int32_t left, std::int32_t right) const;
    static std::uint64_t pairOf(std::int32_t left, std::int32_t right) {
        return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32) | static_cast<std::uint32_t>(right);
    }

private:
    std::vector<Entry> m_slots;
    int m_shift = 63;
};

/// Byte-pair encoding of one pre-token, as the tokenizers library's BPE model does it (no dropout).
class BpeModel {
public:
    static Result<BpeModel> create(TokenizerDocument& document);
    BpeModel() = default;
    BpeModel(BpeModel&&) = default;  // the views in the index point into the pieces' own buffers, which move along
    BpeModel& operator=(BpeModel&&) = default;

    /// Appends the ids of `word`: O(n log n) in its length. Ends early, with ids that mean nothing, once `stop` asks for it.
    void encode(std::string_view word, std::vector<std::int32_t>& out, const std::stop_token& stop = {}) const;
    std::optional<std::int32_t> find(std::string_view piece) const;
    /// Pieces by id; ids that the vocabulary leaves out are empty and not `known`.
    const std::vector<std::string>& pieces() const { return m_pieces; }
    bool known(std::int32_t id) const;
    std::size_t size() const { return m_index.size(); }

private:
    Result<void> readOptions(Fields& fields);
    Result<void> readVocab(std::vector<std::pair<std::string, std::int64_t>>& vocab);
    Result<void> readMerges(const std::vector<std::pair<std::string, std::string>>& merges);
    void splitIntoSymbols(std::string_view word, std::vector<std::int32_t>& out, const std::stop_token& stop) const;
    bool fallBackToBytes(std::string_view character, std::vector<std::int32_t>& out) const;
    void merge(std::vector<std::int32_t>& symbols, const std::stop_token& stop) const;

    std::vector<std::string> m_pieces;
    std::vector<bool> m_known;
    std::unordered_map<std::string_view, std::int32_t> m_index;
    MergeTable m_merges;
    std::int32_t m_byteIds[256] = {};
    std::optional<std::int32_t> m_unknown;
    std::string m_prefix, m_suffix;
    bool m_fuseUnknown = false, m_byteFallback = false, m_ignoreMerges = false;
};

}  // namespace tacq
