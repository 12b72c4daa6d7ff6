#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "tacq/base/note.h"
#include "tokenizer/token_json.h"

namespace tacq {

/// Text of one of a tokenizer's files by its Hugging Face name; an empty optional where it is not there.
using TokenizerFiles = std::function<Result<std::optional<std::string>>(const std::string& name)>;

/// Everything a tokenizer is made from, whichever files it came in.
struct TokenizerParts {
    TokenizerDocument document;
    Json config = Json::object();   ///< tokenizer_config.json
    Json added = Json::array();     ///< tokens that only the other files know, as entries of `added_tokens`
    std::string chatTemplate;       ///< chat_template.jinja
    std::vector<Note> notes;
};

/// tokenizer.json, else tokenizer.model (SentencePiece BPE), else vocab.json + merges.txt; with tokenizer_config.json, special_tokens_map.json,
/// added_tokens.json and chat_template.jinja as transformers takes them. NotFound (says what is there), InvalidFile, UnsupportedFormat.
Result<TokenizerParts> readTokenizerFiles(const TokenizerFiles& files, const std::string& context);

/// tokenizer.json made from a SentencePiece model file (protobuf). UnsupportedFormat for unigram models and normalising ones.
Result<std::string> sentencePieceTokenizerJson(const std::string& bytes, const std::string& context);

/// Tokens to be added beside those of tokenizer.json, in the order in which transformers adds them: those of tokenizer_config.json's
/// `added_tokens_decoder`; without it those of added_tokens.json; then special tokens by name (special_tokens_map.json only without the decoder).
Json extraTokens(const Json& config, const Json& specialMap, const Json& addedMap, const Json& documentTokens);

}  // namespace tacq
