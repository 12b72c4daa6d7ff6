#include "checkpoint/vocabulary_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "base/json.h"
#include "checkpoint/gguf/spm_merges.h"

namespace tacq {
namespace {

constexpr const char* kLlama3Pattern =
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
constexpr const char* kQwen2Pattern =
    "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
constexpr const char* kTekkenPattern =
    "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+"
    "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

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

Error broken(const VocabularyTable& vocabulary, std::string what) {
    return {ErrorCode::InvalidFile, "tokenizer: " + std::move(what), vocabulary.context, "get an undamaged copy of the file"};
}

Json byteLevel(bool addPrefixSpace, bool useRegex) {
    return {{"type", "ByteLevel"}, {"add_prefix_space", addPrefixSpace}, {"trim_offsets", true}, {"use_regex", useRegex}};
}

/// Names for gaps in a vocabulary that converters invent; the original tokenizer has no such token.
bool isFiller(const std::string& token) { return token.starts_with("[PAD") && token.ends_with("]"); }

Json addedTokens(const VocabularyTable& vocabulary) {
    Json added = Json::array();
    for (std::size_t id = 0; id < vocabulary.tokens.size(); ++id) {
        const std::int64_t type = vocabulary.type(id);
        const bool spmUnknown = type == kUnknown && vocabulary.sentencePiece;
        if (type != kControl && type != kUserDefined && !spmUnknown) continue;
        added.push_back({{"id", id}, {"content", vocabulary.tokens[id]}, {"single_word", false}, {"lstrip", false}, {"rstrip", false},
                         {"normalized", false}, {"special", type != kUserDefined}});
    }
    return added;
}

Json vocabularyJson(const VocabularyTable& vocabulary) {
    // Straight into the ordered map's vector: its own insertion looks for the key from the front each time.
    Json::object_t entries;
    entries.reserve(vocabulary.tokens.size());
    std::unordered_set<std::string_view> seen;
    for (std::size_t id = 0; id < vocabulary.tokens.size(); ++id) {
        const std::string& token = vocabulary.tokens[id];
        if (vocabulary.type(id) == kUnused && isFiller(token)) continue;
        // The second of two equal tokens keeps its id under a name of its own: no text gives it, yet a model may.
        entries.Container::emplace_back(seen.insert(token).second ? token : "[EQUAL" + std::to_string(id) + "]", id);
    }
    return Json(std::move(entries));
}

Json postProcessor(const VocabularyTable& vocabulary) {
    if (!vocabulary.addBos && !vocabulary.addEos) return nullptr;
    Json single = Json::array(), pair = Json::array(), specials = Json::object();
    const auto special = [&](std::size_t id, int sequence, Json& list) {
        const std::string& text = vocabulary.tokens[id];
        list.push_back({{"SpecialToken", {{"id", text}, {"type_id", sequence}}}});
        specials[text] = {{"id", text}, {"ids", {id}}, {"tokens", {text}}};
    };
    const auto sequence = [&](const char* id, int number, Json& list) {
        if (vocabulary.addBos) special(*vocabulary.bos, number, list);
        list.push_back({{"Sequence", {{"id", id}, {"type_id", number}}}});
        if (vocabulary.addEos) special(*vocabulary.eos, number, list);
    };
    sequence("A", 0, single);
    sequence("A", 0, pair);
    sequence("B", 1, pair);
    return {{"type", "TemplateProcessing"}, {"single", single}, {"pair", pair}, {"special_tokens", specials}};
}

Json document(const VocabularyTable& vocabulary) {
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

/// SentencePiece marks spaces with U+2581; a leading one is added to every piece of text between special tokens.
void spmSpaces(const VocabularyTable& vocabulary, Json& json) {
    const Json mark = {{"type", "Replace"}, {"pattern", {{"String", " "}}}, {"content", "\xE2\x96\x81"}};
    Json decoders = Json::array({{{"type", "Replace"}, {"pattern", {{"String", "\xE2\x96\x81"}}}, {"content", " "}}, {{"type", "ByteFallback"}}, {{"type", "Fuse"}}});
    const bool prefix = vocabulary.addSpacePrefix;
    if (prefix) {
        json["normalizer"] = {{"type", "Sequence"}, {"normalizers", Json::array({{{"type", "Prepend"}, {"prepend", "\xE2\x96\x81"}}, mark})}};
        decoders.push_back({{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}});
    } else {
        json["normalizer"] = mark;
    }
    json["decoder"] = {{"type", "Sequence"}, {"decoders", decoders}};
}

}  // namespace

const Splitter* findSplitter(const std::string& name) {
    for (const Splitter& splitter : kSplitters)
        if (name == splitter.name) return &splitter;
    return name.empty() ? &kSplitters.front() : nullptr;
}

std::string splitterText(const Splitter& splitter) { return dumpJson(splitterJson(splitter)); }

Result<std::string> byteLevelJson(const VocabularyTable& vocabulary, const Splitter& splitter, std::span<const std::string> lines) {
    Json merges = Json::array();
    for (const std::string& line : lines) {
        const std::size_t space = line.find(' ', 1);
        if (line.empty() || space == std::string::npos) return broken(vocabulary, "a merge is not two tokens");
        merges.push_back(Json::array({line.substr(0, space), line.substr(space + 1)}));
    }
    Json json = document(vocabulary);
    if (splitter.nfc) json["normalizer"] = {{"type", "NFC"}};
    json["pre_tokenizer"] = splitterJson(splitter);
    json["decoder"] = byteLevel(true, true);
    json["model"] = bpeModel(vocabularyJson(vocabulary), std::move(merges));
    json["model"]["ignore_merges"] = splitter.ignoreMerges;
    return dumpJson(json);
}

Result<std::string> sentencePieceJson(const VocabularyTable& vocabulary) {
    const std::size_t count = vocabulary.tokens.size();
    if (vocabulary.scores.size() != count) return broken(vocabulary, "there is not one score per token (tokenizer.ggml.scores)");
    if (!std::all_of(vocabulary.scores.begin(), vocabulary.scores.end(), [](double score) { return std::isfinite(score); }))
        return broken(vocabulary, "a score is not a finite number");
    std::vector<bool> mergeable(count);
    bool bytes = false;
    for (std::size_t id = 0; id < count; ++id) {
        mergeable[id] = vocabulary.type(id) == kNormal || vocabulary.type(id) == kUserDefined;
        bytes = bytes || vocabulary.type(id) == kByte;
    }
    Json merges = Json::array();
    for (const auto& [left, right] : spmMerges(vocabulary.tokens, vocabulary.scores, mergeable))
        merges.push_back(Json::array({vocabulary.tokens[left], vocabulary.tokens[right]}));
    Json json = document(vocabulary);
    spmSpaces(vocabulary, json);
    json["model"] = bpeModel(vocabularyJson(vocabulary), std::move(merges));
    json["model"]["byte_fallback"] = bytes;
    json["model"]["fuse_unk"] = true;
    if (vocabulary.unknown) json["model"]["unk_token"] = vocabulary.tokens[*vocabulary.unknown];
    return dumpJson(json);
}

}  // namespace tacq
