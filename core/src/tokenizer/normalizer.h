#pragma once
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "tokenizer/regex.h"

namespace tacq {

/// The `normalizer` of tokenizer.json: NFC, NFD, NFKC, NFKD, Prepend, Replace, Strip, Sequence. Others are refused by name.
class Normalizer {
public:
    static Result<Normalizer> create(const Json& description);
    bool empty() const { return m_steps.empty(); }
    /// Errors: InvalidArgument where a pattern runs into its limit, OutOfMemory, Cancelled.
    Result<std::string> apply(std::string_view text, const std::stop_token& stop = {}) const;

private:
    enum class Kind { Nfc, Nfd, Nfkc, Nfkd, Prepend, Replace, StripLeft, StripRight };
    struct Step {
        Kind kind;
        std::string content;
        Regex pattern;
    };
    Result<void> add(const Json& description, int depth);
    std::vector<Step> m_steps;
};

/// All non-overlapping matches from left to right, empty ones included, as the Oniguruma binding iterates them.
/// Returns false where the pattern ran into its limit. Ends early once `stop` asks for it.
bool findAll(const Regex& regex, std::string_view text, std::vector<Regex::Match>& out, const std::stop_token& stop = {});
/// `pattern` member of Replace and Split: {"String": …} or {"Regex": …}.
Result<Regex> readPattern(const Json& description);
Error patternFailed();
Error stopped(const std::stop_token& stop);

}  // namespace tacq
