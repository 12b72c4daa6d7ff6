#include "tokenizer/tokenizer_files.h"

#include <algorithm>
#include <limits>

#include "base/json_integer.h"
#include "checkpoint/vocabulary_json.h"

namespace tacq {
namespace {

constexpr JsonLimits kVocabularyLimits{4, 1u << 22};

Error notFound(const TokenizerFiles& files, const std::string& context) {
    std::string there;
    for (const char* name : {"tokenizer_config.json", "special_tokens_map.json", "added_tokens.json", "vocab.json", "merges.txt", "tekken.json"})
        if (const auto text = files(name); text.ok() && text.value()) there += (there.empty() ? "" : ", ") + std::string(name);
    return {ErrorCode::NotFound, there.empty() ? "no tokenizer.json here" : "there is only " + there + " here, which does not make a tokenizer", context,
            "a model needs tokenizer.json, or tokenizer.model, or vocab.json with merges.txt: put it there, or name a .gguf"};
}

Error inFolder(Error error, const std::string& context, const std::string& name) {
    error.context = name;
    return context.empty() ? error : withContext(std::move(error), context);
}

/// Text of a file that may be missing; a pointer in its place is an error.
Result<std::optional<std::string>> textOfFile(const TokenizerFiles& files, const std::string& name, const std::string& context) {
    TACQ_TRY(auto text, files(name));
    if (!text) return text;
    if (text->starts_with("version https://git-lfs.github.com/spec/"))
        return Error{ErrorCode::InvalidFile, name + " is a git-lfs pointer, not the file itself", context, "fetch the file: git lfs pull"};
    if (text->starts_with("<!") || text->starts_with("<html"))
        return Error{ErrorCode::InvalidFile, name + " is a web page, not the file itself", context, "download the file again, by its download link"};
    return text;
}

/// A small JSON file beside the vocabulary; null where it is missing.
Result<Json> sideJson(const TokenizerFiles& files, const std::string& name, const std::string& context) {
    TACQ_TRY(const auto text, textOfFile(files, name, context));
    if (!text) return Json();
    auto parsed = parseTokenizerDocument(*text);
    if (parsed.ok()) return std::move(parsed.value().rest);
    return inFolder(parsed.error(), context, name);
}

/// The way to cut text that belongs to a class of transformers; empty: not known.
std::string splitterOfClass(std::string name) {
    if (name.ends_with("Fast")) name.resize(name.size() - 4);
    if (name == "Qwen2Tokenizer") return "qwen2";
    for (const char* gpt2 : {"GPT2Tokenizer", "RobertaTokenizer", "BartTokenizer", "CodeGenTokenizer", "GPTNeoXTokenizer", "GPTNeoTokenizer", "OPTTokenizer"})
        if (name == gpt2) return "gpt-2";
    return {};
}

/// Lines of merges.txt behind its version.
Result<std::vector<std::pair<std::string, std::string>>> readMerges(const std::string& text, const std::string& context) {
    std::vector<std::pair<std::string, std::string>> merges;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || (number == 1 && line.starts_with("#version"))) continue;
        if (!splitMerge(line, merges.emplace_back()))
            return Error{ErrorCode::InvalidFile, "the line is not two pieces with a space between", context + ": merges.txt:" + std::to_string(number), "get an undamaged copy of the file"};
    }
    return merges;
}

/// vocab.json and merges.txt: GPT-2's layout, cut by what the class in tokenizer_config.json says.
Result<TokenizerDocument> documentOfPair(const std::string& vocabulary, const std::string& merges, const Json& config, const std::string& context, std::vector<Note>& notes) {
    TokenizerDocument document;
    TACQ_TRY(const Json entries, parseJson(vocabulary, context + ": vocab.json", kVocabularyLimits));
    if (!entries.is_object()) return Error{ErrorCode::InvalidFile, "the outermost value is not an object", context + ": vocab.json", "get an undamaged copy of the file"};
    for (const auto& [piece, id] : entries.items()) {
        const auto number = wholeOf(id, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
        if (!number) return Error{ErrorCode::InvalidFile, "the id of \"" + piece.substr(0, 80) + "\" is not a whole number", context + ": vocab.json", "get an undamaged copy of the file"};
        document.vocab.emplace_back(piece, *number);
    }
    document.hasVocab = true;
    TACQ_TRY(document.merges, readMerges(merges, context));
    const std::string className = textOf(config, "tokenizer_class");
    const std::string known = splitterOfClass(className);
    const Splitter& splitter = *findSplitter(known.empty() ? "gpt-2" : known);
    if (known.empty())
        notes.push_back({"pre-tokenizer-guessed", "vocab.json and merges.txt do not say how text is cut before merging, and " +
                                                      (className.empty() ? std::string("no tokenizer_class does") : "tokenizer_class " + className.substr(0, 60) + " is not a known one") + ": GPT-2's way is used"});
    TACQ_TRY(const Json split, parseJson(splitterText(splitter), "splitter"));
    const Json bytes = {{"type", "ByteLevel"}, {"add_prefix_space", true}, {"trim_offsets", true}, {"use_regex", true}};
    document.rest = {{"normalizer", splitter.nfc ? Json{{"type", "NFC"}} : Json()}, {"pre_tokenizer", split}, {"decoder", bytes}, {"model", {{"type", "BPE"}}}};
    // The class's own special token, where the configuration names none.
    constexpr const char* kEnd = "<|endoftext|>";
    if (entries.contains(kEnd)) document.rest["added_tokens"] = Json::array({{{"id", entries[kEnd]}, {"content", kEnd}, {"special", true}, {"normalized", false}}});
    return document;
}

Result<TokenizerDocument> readDocument(const TokenizerFiles& files, const Json& config, const std::string& context, std::vector<Note>& notes) {
    TACQ_TRY(const auto json, textOfFile(files, "tokenizer.json", context));
    if (json) {
        auto parsed = parseTokenizerDocument(*json);
        return parsed.ok() ? std::move(parsed) : Result<TokenizerDocument>(inFolder(parsed.error(), context, "tokenizer.json"));
    }
    TACQ_TRY(const auto model, textOfFile(files, "tokenizer.model", context));
    if (model) {
        TACQ_TRY(const std::string text, sentencePieceTokenizerJson(*model, context));
        return parseTokenizerDocument(text);
    }
    TACQ_TRY(const auto vocabulary, textOfFile(files, "vocab.json", context));
    TACQ_TRY(const auto merges, textOfFile(files, "merges.txt", context));
    if (vocabulary && merges) return documentOfPair(*vocabulary, *merges, config, context, notes);
    return notFound(files, context);
}

}  // namespace

Result<TokenizerParts> readTokenizerFiles(const TokenizerFiles& files, const std::string& context) {
    TokenizerParts parts;
    TACQ_TRY(Json config, sideJson(files, "tokenizer_config.json", context));
    if (config.is_object()) parts.config = std::move(config);
    TACQ_TRY(parts.document, readDocument(files, parts.config, context, parts.notes));
    TACQ_TRY(const Json specialMap, sideJson(files, "special_tokens_map.json", context));
    TACQ_TRY(const Json addedMap, sideJson(files, "added_tokens.json", context));
    parts.added = extraTokens(parts.config, specialMap, addedMap, parts.document.rest.contains("added_tokens") ? parts.document.rest["added_tokens"] : Json());
    TACQ_TRY(const auto chat, files("chat_template.jinja"));
    parts.chatTemplate = chat.value_or("");
    return parts;
}

}  // namespace tacq
