#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "tacq/base/result.h"

namespace tacq {

/// A pattern of tokenizer.json. Those are written for Oniguruma (Ruby syntax); this compiles them with PCRE2 so that they match
/// the same text. Immutable and thread-safe. Subjects must be valid UTF-8.
class Regex {
public:
    enum class Kind { Pattern, Literal };
    /// UnsupportedFormat where the two engines would disagree, InvalidFile for a broken pattern.
    static Result<Regex> compile(const std::string& pattern, Kind kind);

    struct Match {
        std::size_t begin = 0, end = 0;
    };
    /// Leftmost match at or after `from`. False: there is none. `failed` is set where the pattern ran into its step limit.
    bool find(std::string_view subject, std::size_t from, Match& match, bool& failed) const;

private:
    struct Code;
    std::shared_ptr<const Code> m_code;
};

/// Oniguruma pattern → equivalent PCRE2 pattern.
Result<std::string> translatePattern(const std::string& pattern);

}  // namespace tacq
