#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "tokenizer/regex.h"

namespace tacq {

/// The `decoder` of tokenizer.json, token by token: bytes in, no replacement characters, so that the pieces of a split character
/// join again. What the library does to the whole text afterwards (stripping the space it prepended) is `finish`.
class Decoder {
public:
    static Result<Decoder> create(const Json& description);
    /// Bytes one piece of the vocabulary stands for.
    Result<std::string> piece(std::string_view spelling) const;
    /// Last step over the joined text.
    std::string finish(std::string text) const;

private:
    enum class Kind { ByteLevel, Replace, ByteFallback, Metaspace, StripEach, Suffix };
    struct Step {
        Kind kind;
        std::string content, other;
        Regex pattern;
        std::int64_t start = 0, stop = 0;
    };
    Result<void> add(const Json& description, int depth);
    Result<void> addStrip(const Json& description);
    std::vector<Step> m_steps;
    bool m_fused = false;
    std::string m_stripContent;
    std::int64_t m_stripStart = 0, m_stripStop = 0;
};

}  // namespace tacq
