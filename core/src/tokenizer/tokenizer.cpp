#include "tacq/tokenizer/tokenizer.h"

#include <algorithm>
#include <new>

#include "tacq/base/utf8.h"
#include "tokenizer/byte_level.h"
#include "tokenizer/tokenizer_state.h"

namespace tacq {
namespace {

const Json& member(const Json& document, const char* name) {
    static const Json none;
    const auto found = document.find(name);
    return found == document.end() ? none : *found;
}

Error outOfMemory() { return {ErrorCode::OutOfMemory, "not enough memory for the tokenizer", "", "close other programs or use a shorter text"}; }

}  // namespace

Tokenizer::Tokenizer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Result<Tokenizer> Tokenizer::fromJson(std::string_view tokenizerJson, std::string_view tokenizerConfigJson) {
    const auto files = [&](const std::string& name) -> Result<std::optional<std::string>> {
        if (name == "tokenizer.json") return std::optional(std::string(tokenizerJson));
        if (name == "tokenizer_config.json" && !tokenizerConfigJson.empty()) return std::optional(std::string(tokenizerConfigJson));
        return std::optional<std::string>();
    };
    try {
        TACQ_TRY(TokenizerParts parts, readTokenizerFiles(files, ""));
        return State::make(std::move(parts));
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    }
}

Result<Tokenizer> Tokenizer::State::make(TokenizerParts parts) {
    TokenizerDocument& document = parts.document;
    auto state = std::make_unique<State>();
    state->notes = std::move(parts.notes);
    TACQ_TRY(state->model, BpeModel::create(document));
    TACQ_TRY(state->normalizer, Normalizer::create(member(document.rest, "normalizer")));
    TACQ_TRY(state->preTokenizer, PreTokenizer::create(member(document.rest, "pre_tokenizer")));
    TACQ_TRY(state->added, AddedTokens::create(member(document.rest, "added_tokens"), parts.added, state->model, state->normalizer, state->notes));
    TACQ_TRY(state->around, PostProcessor::create(member(document.rest, "post_processor")));
    TACQ_TRY(state->decoder, Decoder::create(member(document.rest, "decoder")));
    if (!state->around.before.empty()) state->bos = state->around.before.front();
    if (!state->around.after.empty()) state->eos = state->around.after.back();
    state->readConfig(parts.config);
    if (!parts.chatTemplate.empty()) state->chatTemplate = std::move(parts.chatTemplate);
    return Tokenizer(std::move(state));
}

std::optional<std::int32_t> Tokenizer::State::find(std::string_view spelling) const {
    if (const auto id = added.find(spelling); id >= 0) return id;
    return model.find(spelling);
}

void Tokenizer::State::encodeWord(std::string_view word, bool rawBytes, Encoding& encoding) const {
    auto& [specials, stop, cache, ids] = encoding;
    if (const auto* known = cache.find(word)) {
        const auto found = cache.ids(*known);
        ids.insert(ids.end(), found.begin(), found.end());
        return;
    }
    const std::size_t begin = ids.size();
    if (rawBytes) model.encode(byte_level::spell(word), ids, stop);
    else model.encode(word, ids, stop);
    cache.remember(word, std::span(ids).subspan(begin));
}

Result<void> Tokenizer::State::encodePart(std::string_view text, bool atStart, Encoding& encoding) const {
    std::string normalized;
    if (!normalizer.empty()) {
        TACQ_TRY(normalized, normalizer.apply(text, encoding.stop));
        text = normalized;
    }
    for (const auto& part : added.splitNormalized(text, encoding.specials)) {
        if (part.id >= 0) {
            encoding.ids.push_back(part.id);
            continue;
        }
        PreTokens tokens;
        tokens.pieces.push_back({part.text, atStart && part.text.data() == text.data()});
        TACQ_CHECK(preTokenizer.apply(tokens, encoding.stop));
        for (const auto& piece : tokens.pieces) {
            encodeWord(piece.text, tokens.rawBytes, encoding);
            if (encoding.stop.stop_requested()) return stopped(encoding.stop);
        }
    }
    return {};
}

Result<std::vector<std::int32_t>> Tokenizer::encode(std::string_view text, const EncodeOptions& options) const {
    if (const std::size_t at = utf8::firstInvalid(text); at != std::string_view::npos)
        return Error{ErrorCode::InvalidArgument, "the text is not valid UTF-8", "byte " + std::to_string(at), "convert the text to UTF-8; see byte " + std::to_string(at)};
    const State& state = *m_state;
    const auto specials = options.parseSpecial ? AddedTokens::Specials::Match : AddedTokens::Specials::AsText;
    State::Encoding encoding{specials, options.stop, {}, {}};
    std::vector<std::int32_t>& ids = encoding.ids;
    if (options.bos == EncodeOptions::Bos::Always && !addsBos()) {
        if (!state.bos) return Error{ErrorCode::InvalidArgument, "this tokenizer has no BOS token", "", "leave BOS out"};
        ids.push_back(*state.bos);
    }
    const bool around = options.bos != EncodeOptions::Bos::Never;
    if (around) ids.insert(ids.end(), state.around.before.begin(), state.around.before.end());
    try {
        for (const auto& part : state.added.splitRaw(text, specials)) {
            if (part.id >= 0) ids.push_back(part.id);
            else TACQ_CHECK(state.encodePart(part.text, part.text.data() == text.data(), encoding));
        }
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    }
    if (around) ids.insert(ids.end(), state.around.after.begin(), state.around.after.end());
    return std::move(encoding.ids);
}

Result<std::string> Tokenizer::decode(std::span<const std::int32_t> ids, bool skipSpecial) const {
    std::string text;
    for (const std::int32_t id : ids) {
        const auto added = m_state->added.tokens().find(id);
        const bool isAdded = added != m_state->added.tokens().end();
        if (!isAdded && !m_state->model.known(id))
            return Error{ErrorCode::InvalidArgument, "token id " + std::to_string(id) + " is not in the vocabulary", "",
                         "ids run from 0 to " + std::to_string(vocabSize() - 1)};
        if (isAdded && added->second.special && skipSpecial) continue;
        text += tokenBytes(id);
    }
    return m_state->decoder.finish(std::move(text));
}

std::string Tokenizer::piece(std::int32_t id) const {
    const auto added = m_state->added.tokens().find(id);
    if (added != m_state->added.tokens().end()) return added->second.content;
    return m_state->model.known(id) ? m_state->model.pieces()[static_cast<std::size_t>(id)] : std::string();
}

std::string Tokenizer::tokenBytes(std::int32_t id) const {
    if (m_state->added.tokens().contains(id)) return piece(id);
    return m_state->decoder.piece(piece(id)).valueOr({});
}

std::int64_t Tokenizer::vocabSize() const {
    const auto& added = m_state->added.tokens();
    const auto model = static_cast<std::int64_t>(m_state->model.pieces().size());
    return added.empty() ? model : std::max<std::int64_t>(model, added.rbegin()->first + 1);
}

std::optional<std::int32_t> Tokenizer::bosToken() const { return m_state->bos; }
std::optional<std::int32_t> Tokenizer::eosToken() const { return m_state->eos; }
bool Tokenizer::addsBos() const {
    return m_state->bos && !m_state->around.before.empty() && m_state->around.before.front() == *m_state->bos;
}
std::optional<std::int32_t> Tokenizer::tokenId(std::string_view spelling) const { return m_state->find(spelling); }
const std::string& Tokenizer::chatTemplate() const { return m_state->chatTemplate; }
std::span<const Note> Tokenizer::notes() const { return m_state->notes; }

}  // namespace tacq
