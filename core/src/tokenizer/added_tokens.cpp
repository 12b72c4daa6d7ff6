#include "tokenizer/added_tokens.h"

#include <algorithm>
#include <limits>

#include "base/json_integer.h"
#include "tacq/base/utf8.h"
#include "tokenizer/token_json.h"
#include "tokenizer/unicode_classes.h"

namespace tacq {
namespace {

constexpr std::size_t kMaxTokens = 1u << 20;
constexpr std::size_t kMaxContent = 1024;

/// End of `text` without its trailing white space.
std::size_t withoutTrailingSpace(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0) {
        std::size_t at = utf8::before(text, end);
        const std::size_t begin = at;
        if (!utf8::isSpace(utf8::next(text, at))) break;
        end = begin;
    }
    return end;
}

std::size_t leadingSpace(std::string_view text) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size() && utf8::isSpace(utf8::next(text, i));) length = i;
    return length;
}

bool standsAlone(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t before = begin == 0 ? 0 : utf8::before(text, begin);
    if (begin > 0 && utf8::isWord(utf8::next(text, before))) return false;
    return end >= text.size() || !utf8::isWord(utf8::next(text, end));
}

Error broken(const char* why) { return {ErrorCode::InvalidFile, why, "tokenizer.json", "get an undamaged copy of the file"}; }

}  // namespace

void AddedTokens::Trie::add(std::string_view word, std::int32_t id) {
    std::uint32_t node = 0;
    for (const char c : word) {
        const std::uint64_t key = (std::uint64_t{node} << 8) | static_cast<unsigned char>(c);
        const auto [edge, created] = m_edges.try_emplace(key, static_cast<std::uint32_t>(m_ids.size()));
        if (created) m_ids.push_back(-1);
        node = edge->second;
    }
    // Of two tokens with the same spelling the first one counts.
    if (node != 0 && m_ids[node] < 0) m_ids[node] = id;
    if (!word.empty()) m_starts[static_cast<unsigned char>(word[0])] = true;
}

std::size_t AddedTokens::Trie::longest(std::string_view text, std::size_t at, std::int32_t& id) const {
    if (!m_starts[static_cast<unsigned char>(text[at])]) return 0;
    std::size_t length = 0;
    std::uint32_t node = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
        const auto edge = m_edges.find((std::uint64_t{node} << 8) | static_cast<unsigned char>(text[i]));
        if (edge == m_edges.end()) break;
        node = edge->second;
        if (m_ids[node] < 0) continue;
        id = m_ids[node];
        length = i + 1 - at;
    }
    return length;
}

Result<AddedTokens> AddedTokens::create(const Json& list, const Json& extras, const BpeModel& model, const Normalizer& normalizer, std::vector<Note>& notes) {
    AddedTokens result;
    if (!list.is_null()) TACQ_CHECK(result.read(list, model));
    TACQ_CHECK(result.readExtras(extras, model, notes));
    // Specials go in first: where two tokens normalise to the same text, the library's search prefers the earlier one.
    for (const bool special : {true, false}) {
        for (const auto& [id, token] : result.m_tokens) {
            if (token.special != special) continue;
            if (!token.normalized) {
                result.m_raw.add(token.content, id);
                continue;
            }
            TACQ_TRY(const std::string content, normalizer.apply(token.content));
            result.m_normalized.add(content, id);
        }
    }
    return result;
}

Result<AddedTokens::Token> AddedTokens::readToken(const Json& entry) {
    Token token;
    Fields fields = tokenizerFields(entry);
    token.content = fields.text("content", "");
    token.special = fields.flag("special", false);
    token.leftStrip = fields.flag("lstrip", false);
    token.rightStrip = fields.flag("rstrip", false);
    token.singleWord = fields.flag("single_word", false);
    token.normalized = fields.flag("normalized", !token.special);
    TACQ_CHECK(fields.done());
    if (token.content.size() > kMaxContent) return broken("an added token is longer than 1024 bytes");
    return token;
}

void AddedTokens::add(Token token, const BpeModel& model) {
    // As in the library, the model's own id wins, then the next free one; the id in the file is informative only.
    const std::int32_t nextFree = m_tokens.empty() ? 0 : m_tokens.rbegin()->first + 1;
    const auto inModel = model.find(token.content);
    const auto known = m_ids.find(token.content);
    token.id = inModel ? *inModel : known != m_ids.end() ? known->second : std::max(nextFree, static_cast<std::int32_t>(model.size()));
    m_ids[token.content] = token.id;
    m_tokens[token.id] = std::move(token);
}

Result<void> AddedTokens::read(const Json& list, const BpeModel& model) {
    if (!list.is_array() || list.size() > kMaxTokens) return broken("`added_tokens` is not a list");
    for (const Json& entry : list) {
        TACQ_TRY(Token token, readToken(entry));
        if (!token.content.empty()) add(std::move(token), model);
    }
    return {};
}

Result<void> AddedTokens::readExtras(const Json& extras, const BpeModel& model, std::vector<Note>& notes) {
    if (extras.size() > kMaxTokens) return broken("too many added tokens");
    for (const Json& entry : extras) {
        TACQ_TRY(Token token, readToken(entry));
        if (token.content.empty() || m_ids.contains(token.content)) continue;
        const std::string content = token.content;
        add(std::move(token), model);
        if (!numberOf(entry, "id")) continue;
        const auto wanted = integerOf(entry, "id", 0, std::numeric_limits<std::int32_t>::max());
        if (wanted != m_ids[content])
            notes.push_back({"added-token-renumbered", "added token \"" + content.substr(0, 60) + "\" is token " + std::to_string(m_ids[content]) + ", as in transformers, though its file says " +
                                                           (wanted ? std::to_string(*wanted) : std::string("an id out of range"))});
    }
    return {};
}

std::int32_t AddedTokens::find(std::string_view content) const {
    const auto found = m_ids.find(std::string(content));
    return found == m_ids.end() ? -1 : found->second;
}

std::vector<AddedTokens::Part> AddedTokens::split(const Trie& trie, std::string_view text, Specials specials) const {
    std::vector<Part> parts;
    std::size_t done = 0, spaceEnd = 0;
    for (std::size_t at = 0; !trie.empty() && at < text.size();) {
        std::int32_t id = -1;
        const std::size_t length = trie.longest(text, at, id);
        if (length == 0) {
            ++at;
            continue;
        }
        std::size_t begin = at, end = at + length;
        at = end;
        const Token& token = m_tokens.at(id);
        if (specials == Specials::AsText && token.special) continue;
        if (token.singleWord && !standsAlone(text, begin, end)) continue;
        if (token.leftStrip && begin > done) begin = done + withoutTrailingSpace(text.substr(done, begin - done));
        if (token.rightStrip) {
            // The end of a run is remembered, or a token of white space would walk it again and again.
            if (end >= spaceEnd) spaceEnd = end + leadingSpace(text.substr(end));
            end = spaceEnd;
        }
        if (begin > done) parts.push_back({text.substr(done, begin - done), -1});
        parts.push_back({text.substr(begin, end - begin), id});
        done = end;
    }
    if (done < text.size()) parts.push_back({text.substr(done), -1});
    return parts;
}

}  // namespace tacq
