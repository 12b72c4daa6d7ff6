#include "tokenizer/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace tacq {
namespace {

constexpr std::uint32_t kMatchLimit = 5'000'000;  // steps; patterns in use need a few hundred
constexpr std::uint32_t kHeapLimitKiB = 64 * 1024;

struct FreeCode {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
struct FreeData {
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
struct FreeContext {
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

/// What a match needs to write to: one per thread, shared by all patterns (only the whole match is asked for).
struct Scratch {
    std::unique_ptr<pcre2_match_data, FreeData> data{pcre2_match_data_create(1, nullptr)};
    std::unique_ptr<pcre2_match_context, FreeContext> context{pcre2_match_context_create(nullptr)};
    Scratch() {
        pcre2_set_match_limit(context.get(), kMatchLimit);
        pcre2_set_heap_limit(context.get(), kHeapLimitKiB);
    }
};

Scratch& scratch() {
    thread_local Scratch mine;
    return mine;
}

PCRE2_SPTR bytes(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

}  // namespace

struct Regex::Code {
    std::unique_ptr<pcre2_code, FreeCode> code;
    bool jit = false;
};

Result<Regex> Regex::compile(const std::string& pattern, Kind kind) {
    std::string translated = pattern;
    if (kind == Kind::Pattern) {
        TACQ_TRY(translated, translatePattern(pattern));
    }
    // Oniguruma's ^ and $ match at every line.
    const std::uint32_t options = kind == Kind::Literal ? PCRE2_LITERAL | PCRE2_UTF
                                                        : PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C;
    int code = 0;
    PCRE2_SIZE offset = 0;
    auto owned = std::make_shared<Code>();
    owned->code.reset(pcre2_compile(bytes(translated), translated.size(), options, &code, &offset, nullptr));
    if (!owned->code) {
        PCRE2_UCHAR text[200];
        pcre2_get_error_message(code, text, sizeof text);
        return Error{ErrorCode::UnsupportedFormat,
                     "split pattern is not understood: " + std::string(reinterpret_cast<const char*>(text)),
                     "tokenizer.json: " + pattern.substr(0, 120), "use a tokenizer with a standard pre-tokenizer pattern"};
    }
    owned->jit = pcre2_jit_compile(owned->code.get(), PCRE2_JIT_COMPLETE) == 0;
    Regex result;
    result.m_code = std::move(owned);
    return result;
}

bool Regex::find(std::string_view subject, std::size_t from, Match& match, bool& failed) const {
    Scratch& own = scratch();
    const auto run = [&](std::uint32_t options) {
        return pcre2_match(m_code->code.get(), bytes(subject), subject.size(), from, PCRE2_NO_UTF_CHECK | options,
                           own.data.get(), own.context.get());
    };
    int found = run(0);
    // Deep backtracking may not fit the JIT's small stack; the interpreter keeps its own on the heap.
    if (found == PCRE2_ERROR_JIT_STACKLIMIT) found = run(PCRE2_NO_JIT);
    if (found == PCRE2_ERROR_NOMATCH) return false;
    if (found < 0) {
        failed = true;
        return false;
    }
    const PCRE2_SIZE* range = pcre2_get_ovector_pointer(own.data.get());
    // \K can put the start behind the end; such a match is empty.
    match = {std::min(range[0], range[1]), range[1]};
    return true;
}

}  // namespace tacq
