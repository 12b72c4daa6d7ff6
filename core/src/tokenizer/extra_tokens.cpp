#include <charconv>
#include <limits>
#include <map>
#include <set>

#include "base/json_integer.h"
#include "tokenizer/tokenizer_files.h"

namespace tacq {
namespace {

constexpr std::int64_t kMostId = std::numeric_limits<std::int32_t>::max();
constexpr const char* kNamed[] = {"bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"};
constexpr const char* kLists[] = {"additional_special_tokens", "extra_special_tokens"};

std::string contentOf(const Json& token) { return token.is_string() ? token.get<std::string>() : textOf(token, "content"); }

/// A text stands for a special token; an object says more.
Json specialEntry(const Json& token) {
    Json entry = token.is_object() ? token : Json{{"content", token}, {"normalized", false}};
    entry["special"] = true;
    return entry;
}

/// Tokens by id, so that they are added in its order.
using ById = std::map<std::int64_t, Json>;

ById decoderTokens(const Json& decoder) {
    ById tokens;
    for (const auto& [key, token] : decoder.items()) {
        std::int64_t id = 0;
        const auto [end, failed] = std::from_chars(key.data(), key.data() + key.size(), id);
        if (failed != std::errc() || end != key.data() + key.size() || !token.is_object()) continue;
        tokens[id] = token;
        tokens[id]["id"] = id;
    }
    return tokens;
}

ById addedMapTokens(const Json& map, const std::set<std::string>& specials, const Json& documentTokens) {
    ById tokens;
    if (!map.is_object()) return tokens;
    for (const auto& [content, id] : map.items()) {
        const auto number = wholeOf(id, 0, kMostId);
        if (!number) continue;
        // transformers marks the ordinary ones as normalised; where a normalizer puts a space in front of every text, no text would spell them.
        tokens[*number] = {{"id", id}, {"content", content}, {"special", specials.contains(content)}, {"normalized", false}};
    }
    // Where both give an id to a token, tokenizer.json's is the one.
    for (const Json& token : documentTokens.is_array() ? documentTokens : Json::array())
        if (const auto id = integerOf(token, "id", 0, kMostId)) tokens.erase(*id);
    return tokens;
}

}  // namespace

Json extraTokens(const Json& config, const Json& specialMap, const Json& addedMap, const Json& documentTokens) {
    const bool decoder = config.contains("added_tokens_decoder") && config["added_tokens_decoder"].is_object();
    const auto named = [&](const char* name) -> const Json* {
        for (const Json* where : {!decoder && specialMap.is_object() ? &specialMap : nullptr, &config})
            if (where != nullptr && where->contains(name)) return &where->at(name);
        return nullptr;
    };
    std::vector<Json> specials;
    for (const char* name : kNamed)
        if (const Json* token = named(name)) specials.push_back(*token);
    for (const char* name : kLists)
        if (const Json* list = named(name); list != nullptr && list->is_structured() && !list->contains("content"))
            for (const Json& token : *list) specials.push_back(token);
    std::set<std::string> contents;
    for (const Json& token : specials) contents.insert(contentOf(token));
    Json extras = Json::array();
    for (auto& [id, token] : decoder ? decoderTokens(config["added_tokens_decoder"]) : addedMapTokens(addedMap, contents, documentTokens)) extras.push_back(token);
    for (const Json& token : specials)
        if (!contentOf(token).empty()) extras.push_back(specialEntry(token));
    return extras;
}

}  // namespace tacq
