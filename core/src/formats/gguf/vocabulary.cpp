#include "formats/gguf/vocabulary.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/json_integer.h"
#include "checkpoint/checkpoint_data.h"
#include "checkpoint/gguf/gguf_keys.h"
#include "checkpoint/gguf/spm_merges.h"
#include "checkpoint/vocabulary_json.h"
#include "formats/gguf/splitter_match.h"
#include "tacq/tokenizer/tokenizer.h"
#include "tokenizer/tokenizer_files.h"

namespace tacq {
namespace {

constexpr const char* kSpaceMark = "\xE2\x96\x81";

/// Everything under tokenizer.* that a GGUF says, with the types that converters write.
void copyVocabulary(const GgufFile& file, GgufMetadata& metadata) {
    for (const auto& [key, value] : file.values()) {
        if (!key.starts_with("tokenizer.")) continue;
        if (const auto* text = std::get_if<std::string>(&value)) metadata.text(key, *text);
        else if (const auto* flag = std::get_if<bool>(&value)) metadata.flag(key, *flag);
        else if (const auto* number = std::get_if<double>(&value)) metadata.real(key, *number);
        else if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) metadata.texts(key, *texts);
        else if (const auto* reals = std::get_if<std::vector<double>>(&value)) metadata.reals(key, *reals);
        else if (const auto* wholes = std::get_if<std::vector<std::int64_t>>(&value)) metadata.wholes(key, *wholes);
        else if (const auto whole = std::get<std::int64_t>(value); whole >= 0) metadata.whole(key, whole);
    }
}

/// Tokens by id with their kinds.
struct Tokens {
    std::vector<std::string> texts;
    std::vector<std::int64_t> types;

    bool set(std::int64_t id, const std::string& text, std::int64_t type) {
        if (id < 0 || static_cast<std::size_t>(id) >= texts.size()) return false;
        texts[static_cast<std::size_t>(id)] = text;
        types[static_cast<std::size_t>(id)] = type;
        return true;
    }
};

bool isByteToken(const std::string& text) { return text.size() == 6 && text.starts_with("<0x") && text.back() == '>'; }

Result<Tokens> tokensOf(const TokenizerParts& parts, const Tokenizer& tokenizer, const Checkpoint& model, bool sentencePiece) {
    Tokens tokens;
    const auto count = static_cast<std::size_t>(model.config().vocabSize);
    tokens.types.assign(count, kUnused);
    for (std::size_t id = 0; id < count; ++id) tokens.texts.push_back("[PAD" + std::to_string(id) + "]");
    const Json& description = parts.document.rest;
    const std::string unknown = description.contains("model") ? textOf(description["model"], "unk_token") : std::string();
    bool fits = true;
    for (const auto& [text, id] : parts.document.vocab) {
        const bool byte = sentencePiece && isByteToken(text), unk = sentencePiece && !unknown.empty() && text == unknown;
        fits &= tokens.set(id, text, byte ? kByte : unk ? kUnknown : kNormal);
    }
    for (const Json* list : {description.contains("added_tokens") ? &description["added_tokens"] : nullptr, &parts.added}) {
        if (list == nullptr || !list->is_array()) continue;
        for (const Json& token : *list) {
            const std::string text = textOf(token, "content");
            const auto id = tokenizer.tokenId(text);
            const bool special = token.contains("special") && token["special"] == true;
            if (id && !(sentencePiece && text == unknown)) fits &= tokens.set(*id, text, special ? kControl : kUserDefined);
        }
    }
    if (!fits)
        return Error{ErrorCode::InvalidFile, "the tokenizer has ids beyond the " + std::to_string(count) + " rows of the embedding", model.path().string(), "get an undamaged copy of the model"};
    return tokens;
}

using Merges = std::vector<std::pair<std::string, std::string>>;

/// Scores that put merges in the order of the list: minus the place of the first merge that makes a token. Tokens whose merges lie between one another's
/// had the same score once (runs of spaces, mostly) and get the same again.
std::vector<double> scoresOf(const Tokens& tokens, const Merges& merges) {
    std::unordered_map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < merges.size(); ++i) last[merges[i].first + merges[i].second] = i;
    std::unordered_map<std::string, double> scoreOf;
    for (std::size_t i = 0, group = 0, reach = 0; i < merges.size(); ++i) {
        const std::string made = merges[i].first + merges[i].second;
        if (i > reach || i == 0) group = reach = i;
        reach = std::max(reach, last[made]);
        scoreOf.emplace(made, -static_cast<double>(group + 1));
    }
    std::vector<double> scores(tokens.texts.size(), 0.0);
    for (std::size_t id = 0; id < scores.size(); ++id)
        if (const auto found = scoreOf.find(tokens.texts[id]); found != scoreOf.end() && tokens.types[id] == kNormal) scores[id] = found->second;
    return scores;
}

/// Merges that make the same token stand together and decide between no two ways of cutting a text: their order is nobody's.
Merges ordered(Merges merges) {
    for (auto begin = merges.begin(); begin != merges.end();) {
        const std::string made = begin->first + begin->second;
        const auto end = std::find_if(begin, merges.end(), [&](const auto& merge) { return merge.first + merge.second != made; });
        std::sort(begin, end);
        begin = end;
    }
    return merges;
}

/// Whether a reader makes the same merges from tokens and scores.
bool saysTheMerges(const Tokens& tokens, const std::vector<double>& scores, const Merges& merges) {
    std::vector<bool> mergeable(tokens.texts.size());
    for (std::size_t id = 0; id < mergeable.size(); ++id) mergeable[id] = tokens.types[id] == kNormal || tokens.types[id] == kUserDefined;
    Merges made;
    for (const auto& [left, right] : spmMerges(tokens.texts, scores, mergeable)) made.emplace_back(tokens.texts[left], tokens.texts[right]);
    return ordered(std::move(made)) == ordered(merges);
}

/// Whether a space mark is put before a text, as SentencePiece does.
bool addsSpace(const Json& description) {
    const auto asks = [](const Json& step) {
        if (textOf(step, "type") == "Prepend") return textOf(step, "prepend") == kSpaceMark;
        return textOf(step, "type") == "Metaspace" && textOf(step, "prepend_scheme") != "never";
    };
    for (const char* part : {"normalizer", "pre_tokenizer"}) {
        const auto found = description.find(part);
        if (found == description.end() || !found->is_object()) continue;
        if (asks(*found)) return true;
        for (const char* list : {"normalizers", "pretokenizers"})
            if (const auto steps = found->find(list); steps != found->end() && steps->is_array())
                for (const Json& step : *steps)
                    if (asks(step)) return true;
    }
    return false;
}

Error noName(const std::string& what, const Checkpoint& model) {
    return {ErrorCode::UnsupportedFormat, "GGUF has no name for " + what + " of this tokenizer", model.path().string(), "export it as hf"};
}

Result<void> writeByteLevel(const TokenizerParts& parts, const Tokens& tokens, const Checkpoint& model, GgufMetadata& metadata, std::vector<std::string>* omitted) {
    const Json& description = parts.document.rest;
    const std::string normalizer = description.contains("normalizer") ? textOf(description["normalizer"], "type") : std::string();
    if (!normalizer.empty() && normalizer != "NFC") return noName("the normalisation \"" + normalizer + "\"", model);
    const bool whole = description.contains("model") && description["model"].contains("ignore_merges") && description["model"]["ignore_merges"] == true;
    const Splitter* splitter = matchSplitter(description.contains("pre_tokenizer") ? description["pre_tokenizer"] : Json(), whole, normalizer == "NFC");
    if (!splitter) return noName("the way of cutting text", model);
    if (omitted && splitter->ignoreMerges != whole) omitted->emplace_back("llama.cpp looks for whole words in the vocabulary otherwise than this tokenizer: some texts may give other tokens");
    metadata.text(kVocabularyModelKey, "gpt2");
    metadata.text(kSplitterKey, splitter->name);
    metadata.texts(kTokensKey, tokens.texts);
    metadata.wholes(kTokenTypesKey, tokens.types);
    std::vector<std::string> merges;
    for (const auto& [left, right] : parts.document.merges) merges.push_back(left + " " + right);
    metadata.texts(kMergesKey, merges);
    return {};
}

void writeSentencePiece(const TokenizerParts& parts, const Tokens& tokens, GgufMetadata& metadata, std::vector<std::string>* omitted) {
    const std::vector<double> scores = scoresOf(tokens, parts.document.merges);
    if (omitted && !saysTheMerges(tokens, scores, parts.document.merges))
        omitted->emplace_back("the order of this vocabulary's merges is not one that scores can say: some texts may give other tokens");
    metadata.text(kVocabularyModelKey, "llama");
    metadata.text(kSplitterKey, "default");
    metadata.texts(kTokensKey, tokens.texts);
    metadata.reals(kScoresKey, scores);
    metadata.wholes(kTokenTypesKey, tokens.types);
    metadata.flag(kAddSpaceKey, addsSpace(parts.document.rest));
}

/// A special token's text in a configuration: a text, or an object with its content.
std::string namedToken(const Json& config, const char* name) {
    const auto found = config.find(name);
    if (found == config.end()) return {};
    return found->is_string() ? found->get<std::string>() : textOf(*found, "content");
}

Result<void> writeSpecials(const TokenizerParts& parts, const Tokenizer& tokenizer, const ModelConfig& config, GgufMetadata& metadata) {
    const auto inside = [&](std::int64_t id) { return id >= 0 && id < config.vocabSize; };
    const std::int64_t bos = tokenizer.bosToken() ? *tokenizer.bosToken() : config.bosToken;
    std::vector<std::int64_t> ends;
    const auto end = [&](std::int64_t id) {
        if (inside(id) && std::find(ends.begin(), ends.end(), id) == ends.end()) ends.push_back(id);
    };
    if (tokenizer.eosToken()) end(*tokenizer.eosToken());
    for (const std::int64_t id : config.eosTokens) end(id);
    if (inside(bos)) metadata.whole(kSpecialTokens[0].second, bos);
    for (std::size_t i = 0; i < std::min(ends.size(), kEndTokenKeys.size()); ++i) metadata.whole(kEndTokenKeys[i], ends[i]);
    for (const auto& [name, key] : {kSpecialTokens[2], kSpecialTokens[3]}) {
        const auto id = tokenizer.tokenId(namedToken(parts.config, name));
        if (id && inside(*id)) metadata.whole(key, *id);
    }
    TACQ_TRY(const std::vector<std::int32_t> around, tokenizer.encode(""));
    metadata.flag(kAddBosKey, tokenizer.addsBos());
    metadata.flag(kAddEosKey, !around.empty() && !ends.empty() && around.back() == ends.front() && !(around.size() == 1 && tokenizer.addsBos()));
    if (!tokenizer.chatTemplate().empty()) metadata.text(kChatTemplateKey, tokenizer.chatTemplate());
    return {};
}

/// The GGUF that a model, or what it is a view of, was opened from; null: none.
const GgufFile* ggufBehind(const Checkpoint& model) {
    const CheckpointData& data = CheckpointAccess::data(model);
    if (!data.ggufs.empty()) return &data.ggufs.front();
    return data.base ? ggufBehind(*data.base) : nullptr;
}

bool hasTokenizer(const Checkpoint& model) {
    const std::vector<std::string> files = model.sideFiles();
    const auto has = [&](const char* name) { return std::find(files.begin(), files.end(), name) != files.end(); };
    return has("tokenizer.json") || has("tokenizer.model") || (has("vocab.json") && has("merges.txt"));
}

}  // namespace

Result<void> writeVocabulary(const Checkpoint& model, GgufMetadata& metadata, std::vector<std::string>* omitted) {
    if (!hasTokenizer(model)) {
        metadata.text(kVocabularyModelKey, "none");
        return {};
    }
    if (const GgufFile* file = ggufBehind(model)) {
        copyVocabulary(*file, metadata);
        return {};
    }
    const std::string context = model.path().string();
    TACQ_TRY(const TokenizerParts parts, readTokenizerFiles([&](const std::string& name) { return model.sideFile(name); }, context));
    TACQ_TRY(const Tokenizer tokenizer, Tokenizer::fromCheckpoint(model));
    const bool bytes = isByteLevel(parts.document.rest);
    TACQ_TRY(const Tokens tokens, tokensOf(parts, tokenizer, model, !bytes));
    if (bytes) TACQ_CHECK(writeByteLevel(parts, tokens, model, metadata, omitted));
    else writeSentencePiece(parts, tokens, metadata, omitted);
    return writeSpecials(parts, tokenizer, model.config(), metadata);
}

}  // namespace tacq
