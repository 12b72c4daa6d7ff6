#include "tokenizer/normalizer.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>

#include "tacq/base/run_context.h"
#include "tacq/base/utf8.h"
#include "tokenizer/token_json.h"
#include "tokenizer/unicode_additions.h"
#include "tokenizer/unicode_classes.h"

namespace tacq {
namespace {

constexpr int kMaxNesting = 8;
constexpr std::size_t kMaxGrowth = 1u << 30;  // bytes added by one replacement

// The tokenizers library normalises by the tables of Unicode 9. These characters came later with a combining class or a
// decomposition; to it they are unassigned, so nothing is reordered across them and nothing composes with them.
// Found by comparing both over all code points.
constexpr CodeRange kUnknownToLibrary[] = {
    {0x7FD, 0x7FD}, {0x898, 0x89F}, {0x8CA, 0x8D3}, {0x9FE, 0x9FE}, {0xC3C, 0xC3C}, {0xD3B, 0xD3C}, {0xEBA, 0xEBA},
    {0x1715, 0x1715}, {0x1ABF, 0x1ACE}, {0x1DF6, 0x1DFA}, {0x32FF, 0x32FF}, {0xA7F2, 0xA7F4}, {0xA82C, 0xA82C},
    {0xAB69, 0xAB69}, {0x10781, 0x10785}, {0x10787, 0x107B0}, {0x107B2, 0x107BA}, {0x10D24, 0x10D27},
    {0x10EAB, 0x10EAC}, {0x10EFD, 0x10EFF}, {0x10F46, 0x10F50}, {0x10F82, 0x10F85}, {0x11070, 0x11070},
    {0x1133B, 0x1133B}, {0x1145E, 0x1145E}, {0x11839, 0x1183A}, {0x11930, 0x11930}, {0x11938, 0x11938},
    {0x1193D, 0x1193E}, {0x11943, 0x11943}, {0x119E0, 0x119E0}, {0x11A34, 0x11A34}, {0x11A47, 0x11A47},
    {0x11A99, 0x11A99}, {0x11D42, 0x11D42}, {0x11D44, 0x11D45}, {0x11D97, 0x11D97}, {0x11F41, 0x11F42},
    {0x16FF0, 0x16FF1}, {0x1E030, 0x1E06D}, {0x1E08F, 0x1E08F}, {0x1E130, 0x1E136}, {0x1E2AE, 0x1E2AE},
    {0x1E2EC, 0x1E2EF}, {0x1E4EC, 0x1E4EF}, {0x1F16C, 0x1F16C}, {0x1FBF0, 0x1FBF9},
};

bool unknownToLibrary(char32_t c) {
    if (c < kUnknownToLibrary[0].first) return false;
    const auto* range = std::lower_bound(std::begin(kUnknownToLibrary), std::end(kUnknownToLibrary), c,
                                         [](const CodeRange& r, char32_t value) { return r.last < value; });
    return range != std::end(kUnknownToLibrary) && range->first <= c;
}

struct Release {
    void operator()(utf8proc_uint8_t* text) const { std::free(text); }
};

Result<void> composeKnown(std::string_view text, int options, std::string& out) {
    if (utf8::isAscii(text)) {
        out += text;
        return {};
    }
    utf8proc_uint8_t* raw = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                                     &raw, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | options));
    const std::unique_ptr<utf8proc_uint8_t, Release> owned(raw);
    if (length < 0) return Error{ErrorCode::OutOfMemory, utf8proc_errmsg(length), "normalisation", "use a shorter text"};
    out.append(reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length));
    return {};
}

/// Nothing composes or is reordered across the front of an ASCII character, so long texts are composed a stretch at a time.
constexpr std::size_t kStretch = 1u << 20;

Result<std::string> compose(std::string_view text, int options, const std::stop_token& stop) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        const char32_t c = utf8::next(text, i);
        const bool unknown = unknownToLibrary(c);
        if (!unknown && (begin - done < kStretch || c >= 0x80)) continue;
        if (stop.stop_requested()) return stopped(stop);
        TACQ_CHECK(composeKnown(text.substr(done, begin - done), options, out));
        if (unknown) out += text.substr(begin, i - begin);
        done = unknown ? i : begin;
    }
    TACQ_CHECK(composeKnown(text.substr(done), options, out));
    return out;
}

Result<std::string> replaceAll(const Regex& pattern, const std::string& content, const std::string& text, const std::stop_token& stop) {
    std::vector<Regex::Match> matches;
    if (!findAll(pattern, text, matches, stop)) return patternFailed();
    if (content.size() * matches.size() > kMaxGrowth)
        return Error{ErrorCode::InvalidArgument, "the tokenizer's normalizer makes this text far too long", "tokenizer.json", "use a shorter text"};
    std::string out;
    out.reserve(text.size());
    std::size_t done = 0;
    for (const auto& match : matches) {
        out.append(text, done, match.begin - done).append(content);
        done = match.end;
    }
    return out.append(text, done);
}

std::string strip(std::string_view text, bool left) {
    if (left) {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < text.size() && utf8::isSpace(utf8::next(text, i));) begin = i;
        return std::string(text.substr(begin));
    }
    std::size_t end = text.size();
    while (end > 0) {
        std::size_t at = utf8::before(text, end);
        const std::size_t begin = at;
        if (!utf8::isSpace(utf8::next(text, at))) break;
        end = begin;
    }
    return std::string(text.substr(0, end));
}

}  // namespace

Error patternFailed() {
    return {ErrorCode::InvalidArgument, "the tokenizer's split pattern needs too many steps on this text", "tokenizer.json",
            "use a tokenizer with a standard pre-tokenizer pattern"};
}

Error stopped(const std::stop_token& stop) { return RunContext{stop, {}, {}}.checkpoint().error(); }

bool findAll(const Regex& regex, std::string_view text, std::vector<Regex::Match>& out, const std::stop_token& stop) {
    bool failed = false;
    std::size_t from = 0, lastEnd = std::string_view::npos;
    Regex::Match match;
    while (from <= text.size() && !stop.stop_requested() && regex.find(text, from, match, failed)) {
        if (match.begin == match.end && match.end == lastEnd) {
            // An empty match right behind the last one is not taken again.
            if (from == text.size()) break;
            utf8::next(text, from);
            continue;
        }
        out.push_back(match);
        from = lastEnd = match.end;
    }
    return !failed;
}

Result<Regex> readPattern(const Json& description) {
    if (description.contains("pattern") && description["pattern"].is_object()) {
        const Json& pattern = description["pattern"];
        if (pattern.contains("String") && pattern["String"].is_string())
            return Regex::compile(pattern["String"].get<std::string>(), Regex::Kind::Literal);
        if (pattern.contains("Regex") && pattern["Regex"].is_string())
            return Regex::compile(pattern["Regex"].get<std::string>(), Regex::Kind::Pattern);
    }
    return Error{ErrorCode::InvalidFile, "a `pattern` that is neither String nor Regex", "tokenizer.json", "get an undamaged copy of the file"};
}

Result<Normalizer> Normalizer::create(const Json& description) {
    Normalizer result;
    if (!description.is_null()) TACQ_CHECK(result.add(description, 0));
    return result;
}

Result<void> Normalizer::add(const Json& description, int depth) {
    Fields fields = tokenizerFields(description);
    const std::string type = fields.text("type", "");
    TACQ_CHECK(fields.done());
    if (type == "Sequence" && depth < kMaxNesting) {
        for (const Json& step : fields.list("normalizers")) TACQ_CHECK(add(step, depth + 1));
        return fields.done();
    }
    if (type == "NFC") m_steps.push_back({Kind::Nfc, {}, {}});
    else if (type == "NFD") m_steps.push_back({Kind::Nfd, {}, {}});
    else if (type == "NFKC") m_steps.push_back({Kind::Nfkc, {}, {}});
    else if (type == "NFKD") m_steps.push_back({Kind::Nfkd, {}, {}});
    else if (type == "Prepend") {
        m_steps.push_back({Kind::Prepend, fields.text("prepend", ""), {}});
    } else if (type == "Replace") {
        TACQ_TRY(Regex pattern, readPattern(description));
        m_steps.push_back({Kind::Replace, fields.text("content", ""), std::move(pattern)});
    } else if (type == "Strip") {
        if (fields.flag("strip_left", false)) m_steps.push_back({Kind::StripLeft, {}, {}});
        if (fields.flag("strip_right", false)) m_steps.push_back({Kind::StripRight, {}, {}});
    } else {
        return Error{ErrorCode::UnsupportedFormat, "normalizer \"" + type.substr(0, 60) + "\" is not supported", "tokenizer.json",
                     "supported are NFC, NFD, NFKC, NFKD, Prepend, Replace, Strip, Sequence"};
    }
    return fields.done();
}

Result<std::string> Normalizer::apply(std::string_view text, const std::stop_token& stop) const {
    std::string current(text);
    for (const Step& step : m_steps) {
        if (stop.stop_requested()) return stopped(stop);
        Result<std::string> next = std::string();
        switch (step.kind) {
            case Kind::Nfc: next = compose(current, UTF8PROC_COMPOSE, stop); break;
            case Kind::Nfd: next = compose(current, UTF8PROC_DECOMPOSE, stop); break;
            case Kind::Nfkc: next = compose(current, UTF8PROC_COMPOSE | UTF8PROC_COMPAT, stop); break;
            case Kind::Nfkd: next = compose(current, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, stop); break;
            case Kind::Prepend: next = current.empty() ? current : step.content + current; break;
            case Kind::Replace: next = replaceAll(step.pattern, step.content, current, stop); break;
            case Kind::StripLeft: next = strip(current, true); break;
            case Kind::StripRight: next = strip(current, false); break;
        }
        if (!next.ok()) return next.error();
        current = std::move(next).value();
    }
    return current;
}

}  // namespace tacq
