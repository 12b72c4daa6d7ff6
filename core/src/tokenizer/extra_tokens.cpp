#include <charconv>
#include <map>
#include <set>

#include "tokenizer/tokenizer_files.h"

namespace tacq {
namespace {

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
        if (!id.is_number_integer()) continue;
        // transformers marks the ordinary ones as normalised; where a normalizer puts a space in front of every text, no text would spell them.
        tokens[id.get<std::int64_t>()] = {{"id", id}, {"content", content}, {"special", specials.contains(content)}, {"normalized", false}};
    }
    // Where both give an id to a token, tokenizer.json's is the one.
    for (const Json& token : documentTokens.is_array() ? documentTokens : Json::array())
        if (const auto id = numberOf(token, "id")) tokens.erase(static_cast<std::int64_t>(*id));
    return tokens;
}

}  // namespace

Json extraTokens(const Json& config, const Json& specialMap, const Json& addedMap, const Json& documentTokens) {
    const bool decoder = config.contains("added_tokens_decoder") && config["added_tokens_decoder"].is_object();
    Json named = config;
    if (!decoder && specialMap.is_object()) named.update(specialMap);
    std::vector<Json> specials;
    for (const char* name : kNamed)
        if (named.contains(name)) specials.push_back(named[name]);
    for (const char* name : kLists)
        if (named.contains(name) && named[name].is_structured() && !named[name].contains("content"))
            for (const Json& token : named[name]) specials.push_back(token);
    std::set<std::string> contents;
    for (const Json& token : specials) contents.insert(contentOf(token));
    Json extras = Json::array();
    for (auto& [id, token] : decoder ? decoderTokens(config["added_tokens_decoder"]) : addedMapTokens(addedMap, contents, documentTokens)) extras.push_back(token);
    for (const Json& token : specials)
        if (!contentOf(token).empty()) extras.push_back(specialEntry(token));
    return extras;
}

}  // namespace tacq
