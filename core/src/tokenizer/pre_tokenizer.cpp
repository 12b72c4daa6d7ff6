#include "tokenizer/pre_tokenizer.h"

#include <algorithm>
#include <utility>

#include "tacq/base/utf8.h"
#include "tokenizer/byte_level.h"
#include "tokenizer/normalizer.h"
#include "tokenizer/token_json.h"
#include "tokenizer/unicode_classes.h"

namespace tacq {
namespace {

constexpr int kMaxNesting = 8;

Error unsupported(const std::string& what) {
    return {ErrorCode::UnsupportedFormat, what + " is not supported", "tokenizer.json",
            "supported pre-tokenizers are ByteLevel, Split, Digits, Metaspace and Sequence"};
}

}  // namespace

Result<PreTokenizer> PreTokenizer::create(const Json& description) {
    PreTokenizer result;
    if (!description.is_null()) TACQ_CHECK(result.add(description, 0));
    return result;
}

Result<void> PreTokenizer::add(const Json& description, int depth) {
    Fields fields = tokenizerFields(description);
    const std::string type = fields.text("type", "");
    TACQ_CHECK(fields.done());
    if (type == "Sequence" && depth < kMaxNesting) {
        for (const Json& step : fields.list("pretokenizers")) TACQ_CHECK(add(step, depth + 1));
        return fields.done();
    }
    if (type == "ByteLevel") return addByteLevel(description);
    if (type == "Split") return addSplit(description);
    if (type == "Metaspace") return addMetaspace(description);
    if (type != "Digits") return unsupported("pre-tokenizer \"" + type.substr(0, 60) + "\"");
    const bool individual = fields.flag("individual_digits", false);
    Step step;
    step.kind = Kind::Digits;
    step.split = individual;
    step.behaviour = individual ? Behaviour::Isolated : Behaviour::Contiguous;
    m_steps.push_back(std::move(step));
    return fields.done();
}

Result<void> PreTokenizer::addByteLevel(const Json& description) {
    Step step;
    step.kind = Kind::ByteLevel;
    Fields fields = tokenizerFields(description);
    step.split = fields.flag("use_regex", true);
    step.prefixSpace = fields.flag("add_prefix_space", true);
    TACQ_TRY(step.pattern, Regex::compile(byte_level::kPattern, Regex::Kind::Pattern));
    m_steps.push_back(std::move(step));
    return fields.done();
}

Result<void> PreTokenizer::addSplit(const Json& description) {
    constexpr std::pair<const char*, Behaviour> names[] = {{"Isolated", Behaviour::Isolated},
                                                           {"Removed", Behaviour::Removed},
                                                           {"MergedWithPrevious", Behaviour::MergedWithPrevious},
                                                           {"MergedWithNext", Behaviour::MergedWithNext},
                                                           {"Contiguous", Behaviour::Contiguous}};
    Step step;
    Fields fields = tokenizerFields(description);
    const std::string behaviour = fields.text("behavior", "");
    TACQ_CHECK(fields.done());
    const auto* found = std::find_if(std::begin(names), std::end(names), [&](const auto& name) { return behaviour == name.first; });
    if (found == std::end(names)) return unsupported("split behaviour \"" + behaviour.substr(0, 60) + "\"");
    step.behaviour = found->second;
    step.invert = fields.flag("invert", false);
    TACQ_TRY(step.pattern, readPattern(description));
    m_steps.push_back(std::move(step));
    return fields.done();
}

Result<void> PreTokenizer::addMetaspace(const Json& description) {
    Step step;
    step.kind = Kind::Metaspace;
    Fields fields = tokenizerFields(description);
    step.replacement = fields.text("replacement", "\u2581");
    step.split = fields.flag("split", true);
    const bool prefix = fields.flag("add_prefix_space", true);  // older files
    const std::string scheme = fields.text("prepend_scheme", prefix ? "always" : "never");
    TACQ_CHECK(fields.done());
    if (scheme == "always") step.prepend = Prepend::Always;
    else if (scheme == "first") step.prepend = Prepend::First;
    else if (scheme != "never") return unsupported("prepend_scheme \"" + scheme.substr(0, 60) + "\"");
    TACQ_TRY(step.pattern, Regex::compile(step.replacement, Regex::Kind::Literal));
    step.behaviour = Behaviour::MergedWithNext;
    m_steps.push_back(std::move(step));
    return {};
}

void PreTokenizer::digitSpans(std::string_view text, bool individual, std::vector<Span>& out) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        const bool number = utf8::isNumber(utf8::next(text, i));
        const bool extend = !out.empty() && out.back().match == number && !(number && individual);
        if (extend) out.back().end = i;
        else out.push_back({begin, i, number});
    }
}

bool PreTokenizer::patternSpans(const Step& step, std::string_view text, std::vector<Regex::Match>& scratch, std::vector<Span>& out,
                                const std::stop_token& stop) {
    scratch.clear();
    if (!findAll(step.pattern, text, scratch, stop)) return false;
    std::size_t done = 0;
    for (const auto& match : scratch) {
        if (match.begin > done) out.push_back({done, match.begin, step.invert});
        out.push_back({match.begin, match.end, !step.invert});
        done = match.end;
    }
    if (done < text.size()) out.push_back({done, text.size(), step.invert});
    return true;
}

void PreTokenizer::arrange(std::vector<Span>& spans, Behaviour behaviour) {
    if (behaviour == Behaviour::Isolated) return;
    if (behaviour == Behaviour::Removed) return void(std::erase_if(spans, [](const Span& s) { return s.match; }));
    const bool backwards = behaviour == Behaviour::MergedWithNext;
    if (backwards) std::reverse(spans.begin(), spans.end());
    std::vector<Span> joined;
    bool previous = false;
    for (const Span& span : spans) {
        const bool join = behaviour == Behaviour::Contiguous ? span.match == previous : span.match && !previous;
        if (!join || joined.empty()) joined.push_back(span);
        else if (backwards) joined.back().begin = span.begin;
        else joined.back().end = span.end;
        previous = span.match;
    }
    if (backwards) std::reverse(joined.begin(), joined.end());
    spans = std::move(joined);
}

Result<void> PreTokenizer::split(const Step& step, PreTokens& tokens, const std::stop_token& stop) {
    std::vector<PreTokens::Piece> out;
    out.reserve(tokens.pieces.size());
    std::vector<Span> spans;
    std::vector<Regex::Match> scratch;
    for (const auto& piece : tokens.pieces) {
        if (stop.stop_requested()) return stopped(stop);
        spans.clear();
        if (step.kind == Kind::Digits) digitSpans(piece.text, step.split, spans);
        else if (!patternSpans(step, piece.text, scratch, spans, stop)) return patternFailed();
        arrange(spans, step.behaviour);
        for (const Span& span : spans)
            if (span.end > span.begin)
                out.push_back({piece.text.substr(span.begin, span.end - span.begin), piece.atTextStart && span.begin == 0});
    }
    tokens.pieces = std::move(out);
    return {};
}

void PreTokenizer::rewrite(const Step& step, PreTokens& tokens) {
    for (auto& piece : tokens.pieces) {
        std::string text;
        if (step.kind == Kind::ByteLevel) {
            if (!step.prefixSpace || piece.text.starts_with(' ')) continue;
            text.assign(1, ' ');
            text.append(piece.text);
        } else {
            for (const char c : piece.text) {
                if (c == ' ') text += step.replacement;
                else text += c;
            }
            const bool wanted = step.prepend == Prepend::Always || (step.prepend == Prepend::First && piece.atTextStart);
            if (wanted && !text.starts_with(step.replacement)) text.insert(0, step.replacement);
        }
        piece.text = tokens.storage.emplace_back(std::move(text));
    }
}

Result<void> PreTokenizer::apply(PreTokens& tokens, const std::stop_token& stop) const {
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const Step& step = m_steps[i];
        if (step.kind == Kind::ByteLevel || step.kind == Kind::Metaspace) rewrite(step, tokens);
        if (step.split || step.kind == Kind::Digits) TACQ_CHECK(split(step, tokens, stop));
        if (step.kind != Kind::ByteLevel) continue;
        if (i + 1 == m_steps.size()) {
            tokens.rawBytes = true;
            continue;
        }
        for (auto& piece : tokens.pieces) piece.text = tokens.storage.emplace_back(byte_level::spell(piece.text));
    }
    return {};
}

}  // namespace tacq
