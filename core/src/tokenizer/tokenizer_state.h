#pragma once
#include <optional>
#include <stop_token>
#include <string>

#include "tacq/tokenizer/tokenizer.h"
#include "tokenizer/added_tokens.h"
#include "tokenizer/bpe.h"
#include "tokenizer/decoder.h"
#include "tokenizer/normalizer.h"
#include "tokenizer/post_processor.h"
#include "tokenizer/pre_tokenizer.h"
#include "tokenizer/tokenizer_files.h"
#include "tokenizer/word_cache.h"

namespace tacq {

struct Tokenizer::State {
    BpeModel model;
    Normalizer normalizer;
    PreTokenizer preTokenizer;
    AddedTokens added;
    PostProcessor around;
    Decoder decoder;
    std::optional<std::int32_t> bos, eos;
    std::string chatTemplate;
    std::vector<Note> notes;

    static Result<Tokenizer> make(TokenizerParts parts);
    static Result<Tokenizer> open(const TokenizerFiles& files, const std::string& context);

    std::optional<std::int32_t> find(std::string_view spelling) const;
    /// bos_token, eos_token, add_bos_token, add_eos_token and chat_template of tokenizer_config.json.
    void readConfig(const Json& config);
    void applyFlags(const Json& config);
    /// What one call of encode() goes by.
    struct Encoding {
        AddedTokens::Specials specials;
        const std::stop_token& stop;
        WordCache cache;
        std::vector<std::int32_t> ids;
    };
    /// Ids of one stretch without raw added tokens.
    Result<void> encodePart(std::string_view text, bool atStart, Encoding& encoding) const;
    void encodeWord(std::string_view word, bool rawBytes, Encoding& encoding) const;
};

}  // namespace tacq
