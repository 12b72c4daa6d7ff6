#include "tokenizer/decoder.h"

#include "tacq/base/utf8.h"
#include "tokenizer/byte_level.h"
#include "tokenizer/normalizer.h"
#include "tokenizer/token_json.h"

namespace tacq {
namespace {

constexpr int kMaxNesting = 8;

/// Bytes that GPT-2's characters spell; a piece with any other character stands for itself.
std::string unspell(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const int byte = byte_level::byteOf(utf8::next(text, i));
        if (byte < 0) return text;
        out.push_back(static_cast<char>(byte));
    }
    return out;
}

/// The byte of `<0x0A>`, -1 for other pieces.
int fallbackByte(std::string_view text) {
    if (text.size() != 6 || !text.starts_with("<0x") || text[5] != '>') return -1;
    int value = 0;
    for (const char c : text.substr(3, 2)) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

std::string replaceLiteral(const std::string& text, const std::string& from, const std::string& to) {
    if (from.empty()) return text;
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, done)) {
        out.append(text, done, at - done).append(to);
        done = at + from.size();
    }
    return out.append(text, done);
}

std::string stripEnds(std::string text, const std::string& content, std::int64_t start, std::int64_t stop) {
    if (content.empty()) return text;
    for (std::int64_t i = 0; i < start && text.starts_with(content); ++i) text.erase(0, content.size());
    for (std::int64_t i = 0; i < stop && text.ends_with(content); ++i) text.erase(text.size() - content.size());
    return text;
}

}  // namespace

Result<Decoder> Decoder::create(const Json& description) {
    Decoder result;
    if (!description.is_null()) TACQ_CHECK(result.add(description, 0));
    return result;
}

Result<void> Decoder::addStrip(const Json& description) {
    Fields fields = tokenizerFields(description);
    const std::string content = fields.text("content", " ");
    const std::int64_t start = fields.integer("start", 0), stop = fields.integer("stop", 0);
    TACQ_CHECK(fields.done());
    if (!m_fused) {
        m_steps.push_back({Kind::StripEach, content, {}, {}, start, stop});
        return {};
    }
    m_stripContent = content;
    m_stripStart = start;
    m_stripStop = stop;
    return {};
}

Result<void> Decoder::add(const Json& description, int depth) {
    Fields fields = tokenizerFields(description);
    const std::string type = fields.text("type", "");
    TACQ_CHECK(fields.done());
    if (type == "Sequence" && depth < kMaxNesting) {
        for (const Json& step : fields.list("decoders")) TACQ_CHECK(add(step, depth + 1));
        return fields.done();
    }
    if (type == "Strip") return addStrip(description);
    if (type == "Fuse") {
        m_fused = true;
        return {};
    }
    Step step{Kind::ByteLevel, {}, {}, {}};
    if (type == "ByteFallback") {
        step.kind = Kind::ByteFallback;
    } else if (type == "Replace") {
        step.kind = Kind::Replace;
        step.content = fields.text("content", "");
        TACQ_TRY(step.pattern, readPattern(description));
    } else if (type == "Metaspace") {
        step.kind = Kind::Metaspace;
        step.content = fields.text("replacement", "\u2581");
        const bool prefix = fields.flag("add_prefix_space", true);
        const std::string scheme = fields.text("prepend_scheme", prefix ? "always" : "never");
        m_stripContent.assign(1, ' ');
        m_stripStart = scheme == "never" ? 0 : 1;
    } else if (type == "BPEDecoder") {
        step.kind = Kind::Suffix;
        step.content = fields.text("suffix", "</w>");
        m_stripContent.assign(1, ' ');
        m_stripStop = 1;
    } else if (type != "ByteLevel") {
        return Error{ErrorCode::UnsupportedFormat, "decoder \"" + type.substr(0, 60) + "\" is not supported", "tokenizer.json",
                     "supported are ByteLevel, Replace, ByteFallback, Fuse, Strip, Metaspace, BPEDecoder, Sequence"};
    }
    m_steps.push_back(std::move(step));
    return fields.done();
}

Result<std::string> Decoder::piece(std::string_view spelling) const {
    std::string text(spelling);
    for (const Step& step : m_steps) {
        if (step.kind == Kind::ByteLevel) {
            text = unspell(text);
        } else if (step.kind == Kind::ByteFallback) {
            if (const int byte = fallbackByte(text); byte >= 0) return std::string(1, static_cast<char>(byte));
        } else if (step.kind == Kind::StripEach) {
            text = stripEnds(std::move(text), step.content, step.start, step.stop);
        } else if (step.kind == Kind::Replace) {
            std::vector<Regex::Match> matches;
            if (!findAll(step.pattern, text, matches)) return patternFailed();
            for (auto match = matches.rbegin(); match != matches.rend(); ++match)
                text.replace(match->begin, match->end - match->begin, step.content);
        } else {
            text = replaceLiteral(text, step.content, " ");
        }
    }
    return text;
}

std::string Decoder::finish(std::string text) const { return stripEnds(std::move(text), m_stripContent, m_stripStart, m_stripStop); }

}  // namespace tacq
