#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/json.h"
#include "checkpoint/gguf/gguf_keys.h"
#include "checkpoint/vocabulary_json.h"
#include "tacq/checkpoint/gguf.h"

namespace tacq {
namespace {

using Texts = std::vector<std::string>;

/// A family's vocabulary by what only it has: the splitter of files whose converter did not write tokenizer.ggml.pre.
struct Family {
    const char* splitter;
    const char* title;
    std::size_t tokens;       ///< at least
    const char* marker;       ///< a token …
    std::size_t markerId;     ///< … and its id
};
constexpr std::array kFamilies = {
    Family{"llama-bpe", "Llama 3", 128'256, "<|begin_of_text|>", 128'000}, Family{"qwen2", "Qwen 2", 151'643, "<|endoftext|>", 151'643},
    Family{"tekken", "Mistral's Tekken", 131'072, "[INST]", 3},            Family{"smollm", "SmolLM", 49'152, "<|im_start|>", 1},
    Family{"gpt-2", "GPT-2", 50'257, "<|endoftext|>", 50'256},
};

/// Typed view of the tokenizer.ggml.* values.
struct Vocabulary {
    const GgufFile& file;
    std::string model, splitter;
    const Family* recognised = nullptr;  ///< where the file names no splitter
    const Texts* tokens = nullptr;
    const std::vector<std::int64_t>* types = nullptr;
    const std::vector<double>* scores = nullptr;
    const Texts* merges = nullptr;

    explicit Vocabulary(const GgufFile& source) : file(source) {
        if (const auto* text = file.get<std::string>(kVocabularyModelKey)) model = *text;
        if (const auto* text = file.get<std::string>(kSplitterKey)) splitter = *text;
        tokens = file.get<Texts>(kTokensKey);
        types = file.get<std::vector<std::int64_t>>(kTokenTypesKey);
        scores = file.get<std::vector<double>>(kScoresKey);
        merges = file.get<Texts>(kMergesKey);
        if (guessed()) recognise();
    }
    bool present() const { return tokens && !model.empty(); }
    /// A byte-level vocabulary that does not say how text is cut.
    bool guessed() const { return present() && model == "gpt2" && splitter.empty(); }
    void recognise() {
        for (const Family& family : kFamilies) {
            if (recognised || tokens->size() < family.tokens || family.markerId >= tokens->size() || (*tokens)[family.markerId] != family.marker) continue;
            recognised = &family;
            splitter = family.splitter;
        }
    }
    bool flag(const char* key, bool fallback) const {
        const auto* value = file.get<bool>(key);
        return value ? *value : fallback;
    }
    /// The id of a special token (`bos_token`), empty when not named or out of range.
    std::optional<std::size_t> special(std::string_view name) const {
        const auto entry = std::find_if(kSpecialTokens.begin(), kSpecialTokens.end(), [&](const auto& token) { return token.first == name; });
        const auto* id = file.get<std::int64_t>(entry->second);
        return id && *id >= 0 && static_cast<std::size_t>(*id) < tokens->size() ? std::optional(static_cast<std::size_t>(*id)) : std::nullopt;
    }
    bool addsBos() const {
        const Splitter* known = findSplitter(splitter);
        return flag(kAddBosKey, model == "llama" || (known && known->addBos)) && special("bos_token");
    }
    bool addsEos() const { return flag(kAddEosKey, false) && special("eos_token"); }
    VocabularyTable table() const {
        VocabularyTable out;
        out.tokens = *tokens;
        if (types) out.types = *types;
        if (scores) out.scores = *scores;
        out.sentencePiece = model == "llama";
        out.addBos = addsBos();
        out.addEos = addsEos();
        out.addSpacePrefix = flag(kAddSpaceKey, true);
        out.bos = special("bos_token");
        out.eos = special("eos_token");
        out.unknown = special("unk_token");
        out.context = file.path().string();
        return out;
    }
};

Error broken(const Vocabulary& vocabulary, std::string what) {
    return {ErrorCode::InvalidFile, "tokenizer: " + std::move(what), vocabulary.file.path().string(), "get an undamaged copy of the file"};
}

Result<std::string> byteLevelTokenizer(const Vocabulary& vocabulary) {
    const Splitter* splitter = findSplitter(vocabulary.splitter);
    if (!splitter)
        return Error{ErrorCode::UnsupportedFormat, "pre-tokenizer \"" + vocabulary.splitter.substr(0, 60) + "\" is not supported", vocabulary.file.path().string(),
                     "supported are gpt-2, smollm, llama-bpe, qwen2, tekken and their kin; or use the model's tokenizer.json"};
    if (!vocabulary.merges) return broken(vocabulary, "tokenizer.ggml.merges is missing");
    return byteLevelJson(vocabulary.table(), *splitter, *vocabulary.merges);
}

Note splitterNote(const Vocabulary& vocabulary) {
    if (vocabulary.recognised)
        return {"pre-tokenizer-recognised", std::string("the file does not say how text is cut before merging (tokenizer.ggml.pre); by its vocabulary it is ") +
                                                vocabulary.recognised->title + ", and is read so"};
    return {"pre-tokenizer-guessed", "the file does not say how text is cut before merging (tokenizer.ggml.pre) and its vocabulary is not a known one: GPT-2's way is used, "
                                     "which may give other tokens than the model was trained with; a file made by a newer converter says it"};
}

std::optional<Note> equalTokensNote(const Texts& tokens) {
    std::unordered_set<std::string_view> seen;
    std::size_t count = 0;
    std::string first;
    for (std::size_t id = 0; id < tokens.size(); ++id) {
        if (seen.insert(tokens[id]).second) continue;
        if (count++ == 0) first.assign(1, '"').append(tokens[id].substr(0, 40)).append("\" again as token ").append(std::to_string(id));
    }
    if (count == 0) return std::nullopt;
    return Note{"equal-tokens", "the vocabulary has " + std::to_string(count) + (count == 1 ? " token" : " tokens") + " equal to an earlier one (" + first + "); the first one counts"};
}

}  // namespace

Result<std::optional<std::string>> GgufFile::tokenizerJson() const {
    const Vocabulary vocabulary(*this);
    if (!vocabulary.present()) return std::optional<std::string>();
    if (vocabulary.types && vocabulary.types->size() != vocabulary.tokens->size()) return broken(vocabulary, "token_type does not have one entry per token");
    std::string text;
    if (vocabulary.model == "gpt2") {
        TACQ_TRY(text, byteLevelTokenizer(vocabulary));
    } else if (vocabulary.model == "llama") {
        TACQ_TRY(text, sentencePieceJson(vocabulary.table()));
    } else {
        return Error{ErrorCode::UnsupportedFormat, "tokenizer model \"" + vocabulary.model.substr(0, 60) + "\" is not supported", path().string(),
                     "supported are gpt2 (byte-level BPE) and llama (SentencePiece BPE)"};
    }
    return std::optional(std::move(text));
}

std::vector<Note> GgufFile::tokenizerNotes() const {
    const Vocabulary vocabulary(*this);
    std::vector<Note> notes;
    if (!vocabulary.present()) return notes;
    if (vocabulary.guessed() || vocabulary.recognised) notes.push_back(splitterNote(vocabulary));
    if (auto equal = equalTokensNote(*vocabulary.tokens)) notes.push_back(std::move(*equal));
    return notes;
}

std::optional<std::string> GgufFile::tokenizerConfigJson() const {
    const Vocabulary vocabulary(*this);
    if (!vocabulary.present()) return std::nullopt;
    Json json = Json::object();
    json["add_bos_token"] = vocabulary.addsBos();
    json["add_eos_token"] = vocabulary.addsEos();
    for (const auto& [name, key] : kSpecialTokens)
        if (const auto id = vocabulary.special(name)) json[name] = (*vocabulary.tokens)[*id];
    json["clean_up_tokenization_spaces"] = false;
    const auto* architecture = get<std::string>("general.architecture");
    const auto* context = architecture ? get<std::int64_t>(*architecture + ".context_length") : nullptr;
    if (context) json["model_max_length"] = *context;
    json["tokenizer_class"] = "PreTrainedTokenizerFast";
    if (const auto* chat = get<std::string>(kChatTemplateKey)) json["chat_template"] = *chat;
    return dumpJson(json, 2) + "\n";
}

}  // namespace tacq
