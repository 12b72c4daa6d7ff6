#pragma once
#include <deque>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "tokenizer/regex.h"

namespace tacq {

/// Pre-tokens of one text. Views point into the text given or into `storage`, which holds the rewritten ones.
struct PreTokens {
    struct Piece {
        std::string_view text;
        bool atTextStart = false;  ///< begins where the whole input begins (Metaspace's `first`)
    };
    std::vector<Piece> pieces;
    std::deque<std::string> storage;
    /// The pieces are raw bytes that still have to be spelled the byte-level way (left to the word cache's misses).
    bool rawBytes = false;
};

/// The `pre_tokenizer` of tokenizer.json: ByteLevel, Split, Digits, Metaspace, Sequence or none. Others are refused by name.
class PreTokenizer {
public:
    static Result<PreTokenizer> create(const Json& description);
    /// Splits every piece of `tokens` by every step. InvalidArgument where a pattern runs into its limit; Cancelled.
    Result<void> apply(PreTokens& tokens, const std::stop_token& stop = {}) const;

private:
    enum class Kind { Split, Digits, ByteLevel, Metaspace };
    enum class Behaviour { Isolated, Removed, MergedWithPrevious, MergedWithNext, Contiguous };
    enum class Prepend { Never, First, Always };
    struct Step {
        Kind kind = Kind::Split;
        Regex pattern;
        Behaviour behaviour = Behaviour::Isolated;
        bool invert = false;
        bool split = true;        ///< ByteLevel: use_regex; Metaspace: split; Digits: individual_digits
        bool prefixSpace = false; ///< ByteLevel
        Prepend prepend = Prepend::Never;
        std::string replacement;  ///< Metaspace
    };
    struct Span {
        std::size_t begin, end;
        bool match;
    };

    Result<void> add(const Json& description, int depth);
    Result<void> addByteLevel(const Json& description);
    Result<void> addSplit(const Json& description);
    Result<void> addMetaspace(const Json& description);
    static void arrange(std::vector<Span>& spans, Behaviour behaviour);
    static void digitSpans(std::string_view text, bool individual, std::vector<Span>& out);
    static bool patternSpans(const Step& step, std::string_view text, std::vector<Regex::Match>& scratch, std::vector<Span>& out,
                             const std::stop_token& stop);
    static void rewrite(const Step& step, PreTokens& tokens);
    static Result<void> split(const Step& step, PreTokens& tokens, const std::stop_token& stop);
    std::vector<Step> m_steps;
};

}  // namespace tacq
