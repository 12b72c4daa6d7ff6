#include "tokenizer/bpe.h"

#include <algorithm>
#include <array>
#include <queue>

#include "tacq/base/utf8.h"
#include "tokenizer/token_json.h"

namespace tacq {
namespace {

constexpr std::int64_t kMaxId = 1 << 22;  // largest vocabularies in use: 262,144

Error broken(std::string why) {
    return {ErrorCode::InvalidFile, std::move(why), "tokenizer.json", "get an undamaged copy of the file"};
}

std::string bytePiece(unsigned byte) {
    constexpr char digits[] = "0123456789ABCDEF";
    return {'<', '0', 'x', digits[byte >> 4], digits[byte & 15], '>'};
}

struct Candidate {
    std::int32_t rank, merged;
    std::int64_t position;
    bool operator<(const Candidate& other) const {  // std::priority_queue keeps the largest on top
        return rank != other.rank ? rank > other.rank : position > other.position;
    }
};

}  // namespace

void MergeTable::build(const std::vector<Entry>& entries) {
    int bits = 4;
    while ((std::size_t{1} << bits) < entries.size() * 2) ++bits;
    m_shift = 64 - bits;
    m_slots.assign(std::size_t{1} << bits, Entry{});
    const std::size_t mask = m_slots.size() - 1;
    for (const Entry& entry : entries) {
        std::size_t slot = (entry.pair * 0x9E3779B97F4A7C15ull) >> m_shift;
        while (m_slots[slot].pair != ~0ull && m_slots[slot].pair != entry.pair) slot = (slot + 1) & mask;
        m_slots[slot] = entry;  // a merge listed twice counts where it stands last, as in the library
    }
}

const MergeTable::Entry* MergeTable::find(std::int32_t left, std::int32_t right) const {
    const std::uint64_t pair = pairOf(left, right);
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = (pair * 0x9E3779B97F4A7C15ull) >> m_shift;; slot = (slot + 1) & mask) {
        if (m_slots[slot].pair == pair) return &m_slots[slot];
        if (m_slots[slot].pair == ~0ull) return nullptr;
    }
}

Result<BpeModel> BpeModel::create(TokenizerDocument& document) {
    const Json empty = Json::object();
    const Json& model = document.rest.contains("model") ? document.rest["model"] : empty;
    BpeModel result;
    Fields fields = tokenizerFields(model);
    const std::string type = fields.text("type", "BPE");
    TACQ_CHECK(fields.done());
    if (type != "BPE")
        return Error{ErrorCode::UnsupportedFormat, "tokenizer model " + type + " is not supported", "tokenizer.json",
                     "supported is BPE, byte-level or with byte fallback"};
    if (!document.hasVocab) return broken("`model.vocab` is missing");
    TACQ_CHECK(result.readVocab(document.vocab));
    TACQ_CHECK(result.readOptions(fields));
    TACQ_CHECK(result.readMerges(document.merges));
    return result;
}

Result<void> BpeModel::readOptions(Fields& fields) {
    m_fuseUnknown = fields.flag("fuse_unk", false);
    m_byteFallback = fields.flag("byte_fallback", false);
    m_ignoreMerges = fields.flag("ignore_merges", false);
    m_prefix = fields.text("continuing_subword_prefix", "");
    m_suffix = fields.text("end_of_word_suffix", "");
    const std::string unknown = fields.text("unk_token", "");
    TACQ_CHECK(fields.done());
    if (!unknown.empty()) {
        m_unknown = find(unknown);
        if (!m_unknown) return broken("unk_token \"" + unknown + "\" is not in the vocabulary");
    }
    for (unsigned byte = 0; byte < 256; ++byte) m_byteIds[byte] = find(bytePiece(byte)).value_or(-1);
    return {};
}

Result<void> BpeModel::readVocab(std::vector<std::pair<std::string, std::int64_t>>& vocab) {
    std::int64_t largest = -1;
    for (const auto& [piece, id] : vocab) {
        if (id < 0 || id >= kMaxId) return broken("id of \"" + piece.substr(0, 80) + "\" is out of range");
        largest = std::max(largest, id);
    }
    m_pieces.resize(static_cast<std::size_t>(largest + 1));
    m_known.assign(m_pieces.size(), false);
    m_index.reserve(vocab.size());
    for (auto& [piece, id] : vocab) {
        const auto slot = static_cast<std::size_t>(id);
        if (m_known[slot]) return broken("id " + std::to_string(id) + " is given to two pieces");
        m_known[slot] = true;
        m_pieces[slot] = std::move(piece);
        if (!m_index.emplace(m_pieces[slot], static_cast<std::int32_t>(id)).second)
            return broken("piece \"" + m_pieces[slot].substr(0, 80) + "\" appears twice");
    }
    vocab.clear();
    return {};
}

Result<void> BpeModel::readMerges(const std::vector<std::pair<std::string, std::string>>& merges) {
    std::vector<MergeTable::Entry> entries;
    entries.reserve(merges.size());
    std::string joined;
    for (std::size_t rank = 0; rank < merges.size(); ++rank) {
        const auto& [left, right] = merges[rank];
        const auto missing = [&](const std::string& piece) {
            return broken("merge " + std::to_string(rank) + " names \"" + piece.substr(0, 80) + "\", which the vocabulary lacks");
        };
        if (!m_prefix.empty() && right.size() < m_prefix.size()) return missing(right);
        joined.assign(left).append(right, m_prefix.size());
        const auto a = find(left), b = find(right), c = find(joined);
        if (!a || !b || !c) return missing(!a ? left : !b ? right : joined);
        entries.push_back({MergeTable::pairOf(*a, *b), static_cast<std::int32_t>(rank), *c});
    }
    m_merges.build(entries);
    return {};
}

std::optional<std::int32_t> BpeModel::find(std::string_view piece) const {
    const auto found = m_index.find(piece);
    return found == m_index.end() ? std::nullopt : std::optional(found->second);
}

bool BpeModel::known(std::int32_t id) const {
    return id >= 0 && static_cast<std::size_t>(id) < m_known.size() && m_known[static_cast<std::size_t>(id)];
}

bool BpeModel::fallBackToBytes(std::string_view character, std::vector<std::int32_t>& out) const {
    const auto idOf = [this](char c) { return m_byteIds[static_cast<unsigned char>(c)]; };
    if (std::any_of(character.begin(), character.end(), [&](char c) { return idOf(c) < 0; })) return false;
    for (const char c : character) out.push_back(idOf(c));
    return true;
}

void BpeModel::splitIntoSymbols(std::string_view word, std::vector<std::int32_t>& out, const std::stop_token& stop) const {
    bool pendingUnknown = false;
    std::string decorated;
    for (std::size_t i = 0; i < word.size() && !stop.stop_requested();) {
        const std::size_t begin = i;
        utf8::next(word, i);
        std::string_view character = word.substr(begin, i - begin);
        if ((begin > 0 && !m_prefix.empty()) || (i == word.size() && !m_suffix.empty())) {
            decorated = begin > 0 ? m_prefix : std::string();
            decorated.append(character);
            if (i == word.size()) decorated += m_suffix;
            character = decorated;
        }
        if (const auto id = find(character)) {
            if (pendingUnknown) out.push_back(*m_unknown);
            pendingUnknown = false;
            out.push_back(*id);
        } else if (m_byteFallback && fallBackToBytes(character, out)) {
            continue;  // a pending unknown stays pending behind these bytes: the library's order
        } else if (m_unknown) {
            if (pendingUnknown && !m_fuseUnknown) out.push_back(*m_unknown);
            pendingUnknown = true;
        }
    }
    if (pendingUnknown) out.push_back(*m_unknown);
}

void BpeModel::merge(std::vector<std::int32_t>& symbols, const std::stop_token& stop) const {
    const auto count = static_cast<std::int64_t>(symbols.size());
    std::vector<std::int64_t> next(symbols.size()), previous(symbols.size());
    std::priority_queue<Candidate> queue;
    const auto consider = [&](std::int64_t left, std::int64_t right) {
        const auto* entry = m_merges.find(symbols[static_cast<std::size_t>(left)], symbols[static_cast<std::size_t>(right)]);
        if (entry != nullptr) queue.push({entry->rank, entry->merged, left});
    };
    for (std::int64_t i = 0; i < count && !stop.stop_requested(); ++i) {
        next[static_cast<std::size_t>(i)] = i + 1;
        previous[static_cast<std::size_t>(i)] = i - 1;
        if (i > 0) consider(i - 1, i);
    }
    while (!queue.empty() && !stop.stop_requested()) {
        const Candidate top = queue.top();
        queue.pop();
        const auto at = static_cast<std::size_t>(top.position);
        if (symbols[at] < 0 || next[at] >= count) continue;
        const auto right = static_cast<std::size_t>(next[at]);
        const auto* entry = m_merges.find(symbols[at], symbols[right]);
        if (entry == nullptr || entry->merged != top.merged) continue;  // stale: one side has merged meanwhile
        symbols[at] = top.merged;
        symbols[right] = -1;
        next[at] = next[right];
        if (next[at] < count) previous[static_cast<std::size_t>(next[at])] = top.position;
        if (previous[at] >= 0) consider(previous[at], top.position);
        if (next[at] < count) consider(top.position, next[at]);
    }
    std::erase(symbols, -1);
}

void BpeModel::encode(std::string_view word, std::vector<std::int32_t>& out, const std::stop_token& stop) const {
    if (m_ignoreMerges) {
        if (const auto whole = find(word)) {
            out.push_back(*whole);
            return;
        }
    }
    std::vector<std::int32_t> symbols;
    splitIntoSymbols(word, symbols, stop);
    if (symbols.size() > 1) merge(symbols, stop);
    out.insert(out.end(), symbols.begin(), symbols.end());
}

}  // namespace tacq
