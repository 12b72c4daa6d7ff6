#include "formats/gguf/splitter_match.h"

#include <array>

namespace tacq {
namespace {

constexpr int kMostNesting = 8;
/// In the order in which they are tried: of names that cut alike, the one that converters write.
constexpr std::array kNames{"gpt-2", "smollm", "llama-bpe", "qwen2", "tekken"};

bool flagOf(const Json& object, const char* key, bool fallback) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : fallback;
}

/// What a pre-tokenizer does, one line a step; what changes no token is left out.
void describe(const Json& step, int depth, std::string& out) {
    const std::string type = textOf(step, "type");
    const auto list = step.find("pretokenizers");
    if (type == "Sequence" && depth < kMostNesting && list != step.end() && list->is_array()) {
        for (const Json& inner : *list) describe(inner, depth + 1, out);
        return;
    }
    out += type;
    if (type == "ByteLevel") out.append(flagOf(step, "add_prefix_space", true) ? " prefix" : "").append(flagOf(step, "use_regex", true) ? " regex" : "");
    if (type == "Digits") out += flagOf(step, "individual_digits", false) ? " each" : " together";
    if (type == "Split") {
        const auto pattern = step.find("pattern");
        out.append(" ").append(pattern == step.end() ? std::string() : dumpJson(*pattern)).append(" ").append(textOf(step, "behavior"));
        out += flagOf(step, "invert", false) ? " inverted" : "";
    }
    out += '\n';
}

std::string described(const Json& preTokenizer) {
    std::string text;
    if (preTokenizer.is_object()) describe(preTokenizer, 0, text);
    return text;
}

bool mentions(const Json& step, const char* type, int depth) {
    if (!step.is_object() || depth > kMostNesting) return false;
    if (textOf(step, "type") == type) return true;
    for (const char* list : {"pretokenizers", "decoders"})
        if (const auto found = step.find(list); found != step.end() && found->is_array())
            for (const Json& inner : *found)
                if (mentions(inner, type, depth + 1)) return true;
    return false;
}

}  // namespace

const Splitter* matchSplitter(const Json& preTokenizer, bool ignoreMerges, bool nfc) {
    const std::string wanted = described(preTokenizer);
    const Splitter* best = nullptr;
    int bestMatch = -1;
    for (const char* name : kNames) {
        const Splitter* splitter = findSplitter(name);
        const auto json = parseJson(splitterText(*splitter), "splitter");
        if (!json.ok() || described(json.value()) != wanted) continue;
        const int match = (splitter->ignoreMerges == ignoreMerges ? 2 : 0) + (splitter->nfc == nfc ? 1 : 0);
        if (match <= bestMatch) continue;
        best = splitter;
        bestMatch = match;
    }
    return best;
}

bool isByteLevel(const Json& tokenizer) {
    for (const char* part : {"pre_tokenizer", "decoder"})
        if (const auto found = tokenizer.find(part); found != tokenizer.end() && mentions(*found, "ByteLevel", 0)) return true;
    return false;
}

}  // namespace tacq
