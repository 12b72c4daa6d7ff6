#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fields.h"
#include "tacq/base/result.h"

namespace tacq {

/// tokenizer.json with its two large parts taken out of the tree: vocabularies hold 10^5 entries, which the ordered JSON
/// object would search one by one.
struct TokenizerDocument {
    Json rest;  ///< everything else; `model` without `vocab` and `merges`
    std::vector<std::pair<std::string, std::int64_t>> vocab;
    std::vector<std::pair<std::string, std::string>> merges;
    bool hasVocab = false;
};

/// Splits "a b" of the older merge notation; both sides must be there and free of spaces.
bool splitMerge(const std::string& line, std::pair<std::string, std::string>& out);
/// InvalidFile for broken JSON, doubled keys, entries of another kind than the format has.
Result<TokenizerDocument> parseTokenizerDocument(std::string_view text);

/// Reads a part of tokenizer.json.
inline Fields tokenizerFields(const Json& part) { return {part, FieldErrors{.context = "tokenizer.json", .hint = "get an undamaged copy of the file"}}; }

}  // namespace tacq
