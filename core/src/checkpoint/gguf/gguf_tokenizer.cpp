#include <algorithm>
#include <array>
#include <cmath>

#include "base/json.h"
#include "checkpoint/gguf/spm_merges.h"
#include "tacq/checkpoint/gguf.h"

namespace tacq {
namespace {

using Texts = std::vector<std::string>;

enum TokenType : std::int64_t { kNormal = 1, kUnknown = 2, kControl = 3, kUserDefined = 4, kUnused = 5, kByte = 6 };

constexpr const char* kLlama3Pattern =
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
constexpr const char* kQwen2Pattern =
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
constexpr const char* kTekkenPattern =
    "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+"
    "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

/// How a byte-level vocabulary cuts text before merging, by llama.cpp's name for it (tokenizer.ggml.pre).
struct Splitter {
    const char* name;
    const char* pattern;  ///< null: GPT-2's own
    bool digitsApart;
    bool ignoreMerges;
    bool addBos;
    bool nfc;
};
constexpr std::array kSplitters = {
    Splitter{"default", nullptr, false, false, false, false},    Splitter{"gpt-2", nullptr, false, false, false, false},
    Splitter{"phi-2", nullptr, false, false, false, false},      Splitter{"mpt", nullptr, false, false, false, false},
    Splitter{"olmo", nullptr, false, false, false, false},       Splitter{"smollm", nullptr, true, false, false, false},
    Splitter{"starcoder", nullptr, true, false, false, false},   Splitter{"refact", nullptr, true, false, false, false},
    Splitter{"command-r", nullptr, true, false, false, false},   Splitter{"llama-bpe", kLlama3Pattern, false, true, true, false},
    Splitter{"llama3", kLlama3Pattern, false, true, true, false}, Splitter{"llama-v3", kLlama3Pattern, false, true, true, false},
    Splitter{"qwen2", kQwen2Pattern, false, false, false, true}, Splitter{"deepseek-r1-qwen", kQwen2Pattern, false, false, false, true},
    Splitter{"tekken", kTekkenPattern, false, true, true, false},
};

const Splitter* findSplitter(const std::string& name) {
    for (const Splitter& splitter : kSplitters)
        if (name == splitter.name) return &splitter;
    return name.empty() ? &kSplitters.front() : nullptr;
}

/// Typed view of the tokenizer.ggml.* values.
struct Vocabulary {
    const GgufFile& file;
    std::string model, splitter;
    const Texts* tokens = nullptr;
    const std::vector<std::int64_t>* types = nullptr;
    const std::vector<double>* scores = nullptr;
    const Texts* merges = nullptr;

    explicit Vocabulary(const GgufFile& source) : file(source) {
        if (const auto* text = file.get<std::string>("tokenizer.ggml.model")) model = *text;
        if (const auto* text = file.get<std::string>("tokenizer.ggml.pre")) splitter = *text;
        tokens = file.get<Texts>("tokenizer.ggml.tokens");
        types = file.get<std::vector<std::int64_t>>("tokenizer.ggml.token_type");
        scores = file.get<std::vector<double>>("tokenizer.ggml.scores");
        merges = file.get<Texts>("tokenizer.ggml.merges");
    }
    bool present() const { return tokens && !model.empty(); }
    std::int64_t type(std::size_t id) const { return types && id < types->size() ? (*types)[id] : static_cast<std::int64_t>(kNormal); }
    bool flag(const std::string& key, bool fallback) const {
        const auto* value = file.get<bool>("tokenizer.ggml." + key);
        return value ? *value : fallback;
    }
    /// Text of the token under tokenizer.ggml.<key>, nullptr when not named or out of range.
    const std::string* special(const std::string& key) const {
        const auto* id = file.get<std::int64_t>("tokenizer.ggml." + key);
        return id && *id >= 0 && static_cast<std::size_t>(*id) < tokens->size() ? &(*tokens)[static_cast<std::size_t>(*id)] : nullptr;
    }
    bool addsBos() const {
        const Splitter* known = findSplitter(splitter);
        return flag("add_bos_token", model == "llama" || (known && known->addBos)) && special("bos_token_id");
    }
    bool addsEos() const { return flag("add_eos_token", false) && special("eos_token_id"); }
};

Error broken(const Vocabulary& vocabulary, std::string what) {
    return {ErrorCode::InvalidFile, "tokenizer: " + std::move(what), vocabulary.file.path().string(), "get an undamaged copy of the file"};
}

Json byteLevel(bool addPrefixSpace, bool useRegex) {
    return {{"type", "ByteLevel"}, {"add_prefix_space", addPrefixSpace}, {"trim_offsets", true}, {"use_regex", useRegex}};
}

/// Names for gaps in a vocabulary that converters invent; the original tokenizer has no such token.
bool isFiller(const std::string& token) { return token.starts_with("[PAD") && token.ends_with("]"); }

Json addedTokens(const Vocabulary& vocabulary) {
    Json added = Json::array();
    for (std::size_t id = 0; id < vocabulary.tokens->size(); ++id) {
        const std::int64_t type = vocabulary.type(id);
        const bool spmUnknown = type == kUnknown && vocabulary.model == "llama";
        if (type != kControl && type != kUserDefined && !spmUnknown) continue;
        added.push_back({{"id", id}, {"content", (*vocabulary.tokens)[id]}, {"single_word", false}, {"lstrip", false}, {"rstrip", false},
                         {"normalized", false}, {"special", type != kUserDefined}});
    }
    return added;
}

Result<Json> vocabularyJson(const Vocabulary& vocabulary) {
    Json::object_t entries;
    std::vector<std::pair<std::string_view, std::size_t>> seen;
    for (std::size_t id = 0; id < vocabulary.tokens->size(); ++id) seen.emplace_back((*vocabulary.tokens)[id], id);
    std::sort(seen.begin(), seen.end());
    const auto twice = std::adjacent_find(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != seen.end()) return broken(vocabulary, "token " + std::to_string(twice->second) + " and token " + std::to_string((twice + 1)->second) + " are the same text");
    // Straight into the ordered map's vector: its own insertion looks for the key from the front each time.
    entries.reserve(seen.size());
    for (std::size_t id = 0; id < vocabulary.tokens->size(); ++id)
        if (vocabulary.type(id) != kUnused || !isFiller((*vocabulary.tokens)[id])) entries.Container::emplace_back((*vocabulary.tokens)[id], id);
    return Json(std::move(entries));
}

Json postProcessor(const Vocabulary& vocabulary) {
    if (!vocabulary.addsBos() && !vocabulary.addsEos()) return nullptr;
    Json single = Json::array(), pair = Json::array(), specials = Json::object();
    const auto special = [&](const std::string& key, int sequence, Json& list) {
        const std::string& text = *vocabulary.special(key);
        list.push_back({{"SpecialToken", {{"id", text}, {"type_id", sequence}}}});
        specials[text] = {{"id", text}, {"ids", {*vocabulary.file.get<std::int64_t>("tokenizer.ggml." + key)}}, {"tokens", {text}}};
    };
    const auto sequence = [&](const char* id, int number, Json& list) {
        if (vocabulary.addsBos()) special("bos_token_id", number, list);
        list.push_back({{"Sequence", {{"id", id}, {"type_id", number}}}});
        if (vocabulary.addsEos()) special("eos_token_id", number, list);
    };
    sequence("A", 0, single);
    sequence("A", 0, pair);
    sequence("B", 1, pair);
    return {{"type", "TemplateProcessing"}, {"single", single}, {"pair", pair}, {"special_tokens", specials}};
}

Json document(const Vocabulary& vocabulary) {
    Json json = Json::object();
    json["version"] = "1.0";
    json["truncation"] = nullptr;
    json["padding"] = nullptr;
    json["added_tokens"] = addedTokens(vocabulary);
    json["normalizer"] = nullptr;
    json["pre_tokenizer"] = nullptr;
    json["post_processor"] = postProcessor(vocabulary);
    return json;
}

Json bpeModel(Json vocabulary, Json merges) {
    Json model = {{"type", "BPE"}, {"dropout", nullptr}, {"unk_token", nullptr}, {"continuing_subword_prefix", nullptr}, {"end_of_word_suffix", nullptr},
                  {"fuse_unk", false}, {"byte_fallback", false}, {"ignore_merges", false}};
    model["vocab"] = std::move(vocabulary);
    model["merges"] = std::move(merges);
    return model;
}

Json splitterJson(const Splitter& splitter) {
    Json steps = Json::array();
    if (splitter.digitsApart) steps.push_back({{"type", "Digits"}, {"individual_digits", true}});
    if (splitter.pattern) steps.push_back({{"type", "Split"}, {"pattern", {{"Regex", splitter.pattern}}}, {"behavior", "Isolated"}, {"invert", false}});
    steps.push_back(byteLevel(false, !splitter.pattern));
    if (steps.size() == 1) return steps[0];
    return {{"type", "Sequence"}, {"pretokenizers", steps}};
}

Result<std::string> byteLevelTokenizer(const Vocabulary& vocabulary) {
    const Splitter* splitter = findSplitter(vocabulary.splitter);
    if (!splitter)
        return Error{ErrorCode::UnsupportedFormat, "pre-tokenizer \"" + vocabulary.splitter.substr(0, 60) + "\" is not supported", vocabulary.file.path().string(),
                     "supported are gpt-2, smollm, llama-bpe, qwen2, tekken and their kin; or use the model's tokenizer.json"};
    if (!vocabulary.merges) return broken(vocabulary, "tokenizer.ggml.merges is missing");
    Json merges = Json::array();
    for (const std::string& line : *vocabulary.merges) {
        const std::size_t space = line.find(' ', 1);
        if (line.empty() || space == std::string::npos) return broken(vocabulary, "a merge is not two tokens");
        merges.push_back(Json::array({line.substr(0, space), line.substr(space + 1)}));
    }
    TACQ_TRY(Json tokens, vocabularyJson(vocabulary));
    Json json = document(vocabulary);
    if (splitter->nfc) json["normalizer"] = {{"type", "NFC"}};
    json["pre_tokenizer"] = splitterJson(*splitter);
    json["decoder"] = byteLevel(true, true);
    json["model"] = bpeModel(std::move(tokens), std::move(merges));
    json["model"]["ignore_merges"] = splitter->ignoreMerges;
    return dumpJson(json);
}

/// SentencePiece marks spaces with U+2581; a leading one is added to every piece of text between special tokens.
void spmSpaces(const Vocabulary& vocabulary, Json& json) {
    const Json mark = {{"type", "Replace"}, {"pattern", {{"String", " "}}}, {"content", "\xE2\x96\x81"}};
    Json decoders = Json::array({{{"type", "Replace"}, {"pattern", {{"String", "\xE2\x96\x81"}}}, {"content", " "}}, {{"type", "ByteFallback"}}, {{"type", "Fuse"}}});
    const bool prefix = vocabulary.flag("add_space_prefix", true);
    if (prefix) {
        json["normalizer"] = {{"type", "Sequence"}, {"normalizers", Json::array({{{"type", "Prepend"}, {"prepend", "\xE2\x96\x81"}}, mark})}};
        decoders.push_back({{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}});
    } else {
        json["normalizer"] = mark;
    }
    json["decoder"] = {{"type", "Sequence"}, {"decoders", decoders}};
}

Result<std::string> sentencePieceTokenizer(const Vocabulary& vocabulary) {
    const std::size_t count = vocabulary.tokens->size();
    if (!vocabulary.scores || vocabulary.scores->size() != count) return broken(vocabulary, "tokenizer.ggml.scores does not have one score per token");
    if (!std::all_of(vocabulary.scores->begin(), vocabulary.scores->end(), [](double score) { return std::isfinite(score); }))
        return broken(vocabulary, "a score is not a finite number");
    TACQ_TRY(Json tokens, vocabularyJson(vocabulary));
    std::vector<bool> mergeable(count);
    bool bytes = false;
    for (std::size_t id = 0; id < count; ++id) {
        mergeable[id] = vocabulary.type(id) == kNormal || vocabulary.type(id) == kUserDefined;
        bytes = bytes || vocabulary.type(id) == kByte;
    }
    Json merges = Json::array();
    for (const auto& [left, right] : spmMerges(*vocabulary.tokens, *vocabulary.scores, mergeable))
        merges.push_back(Json::array({(*vocabulary.tokens)[left], (*vocabulary.tokens)[right]}));
    Json json = document(vocabulary);
    spmSpaces(vocabulary, json);
    json["model"] = bpeModel(std::move(tokens), std::move(merges));
    json["model"]["byte_fallback"] = bytes;
    json["model"]["fuse_unk"] = true;
    if (const std::string* unknown = vocabulary.special("unknown_token_id")) json["model"]["unk_token"] = *unknown;
    return dumpJson(json);
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
        TACQ_TRY(text, sentencePieceTokenizer(vocabulary));
    } else {
        return Error{ErrorCode::UnsupportedFormat, "tokenizer model \"" + vocabulary.model.substr(0, 60) + "\" is not supported", path().string(),
                     "supported are gpt2 (byte-level BPE) and llama (SentencePiece BPE)"};
    }
    return std::optional(std::move(text));
}

std::optional<std::string> GgufFile::tokenizerConfigJson() const {
    const Vocabulary vocabulary(*this);
    if (!vocabulary.present()) return std::nullopt;
    Json json = Json::object();
    json["add_bos_token"] = vocabulary.addsBos();
    json["add_eos_token"] = vocabulary.addsEos();
    const std::pair<const char*, const char*> specials[] = {
        {"bos_token", "bos_token_id"}, {"eos_token", "eos_token_id"}, {"unk_token", "unknown_token_id"}, {"pad_token", "padding_token_id"}};
    for (const auto& [name, key] : specials)
        if (const std::string* text = vocabulary.special(key)) json[name] = *text;
    json["clean_up_tokenization_spaces"] = false;
    const auto* architecture = get<std::string>("general.architecture");
    const auto* context = architecture ? get<std::int64_t>(*architecture + ".context_length") : nullptr;
    if (context) json["model_max_length"] = *context;
    json["tokenizer_class"] = "PreTrainedTokenizerFast";
    if (const auto* chat = get<std::string>("tokenizer.chat_template")) json["chat_template"] = *chat;
    return dumpJson(json, 2) + "\n";
}

}  // namespace tacq
