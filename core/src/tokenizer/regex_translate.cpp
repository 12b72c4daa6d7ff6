#include <array>
#include <cstdio>

#include "tokenizer/regex.h"
#include "tokenizer/unicode_additions.h"

namespace tacq {
namespace {

// White_Space and its complement as class members: PCRE2's \s also takes U+180E.
constexpr std::string_view kSpace =
    R"(\x{9}-\x{D}\x20\x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000})";
constexpr std::string_view kNotSpace =
    R"(\x{0}-\x{8}\x{E}-\x{1F}\x{21}-\x{84}\x{86}-\x{9F}\x{A1}-\x{167F}\x{1681}-\x{1FFF}\x{200B}-\x{2027})"
    R"(\x{202A}-\x{202E}\x{2030}-\x{205E}\x{2060}-\x{2FFF}\x{3001}-\x{10FFFF})";
constexpr std::array<std::string_view, 14> kScripts = {"Han", "Hiragana", "Katakana", "Hangul", "Latin", "Greek", "Cyrillic",
                                                       "Arabic", "Hebrew", "Thai", "Devanagari", "Bengali", "Tamil", "Armenian"};

std::string additions(std::string_view property) {
    std::string text;
    for (const auto [first, last] : unicodeAdditions(property)) {
        char piece[40];
        std::snprintf(piece, sizeof piece, "\\x{%X}-\\x{%X}", static_cast<unsigned>(first), static_cast<unsigned>(last));
        text += piece;
    }
    return text;
}

/// Walks the pattern once, knowing only escapes, classes, groups and intervals.
class Translator {
public:
    explicit Translator(const std::string& pattern) : m_in(pattern) {}

    Result<std::string> run() {
        while (m_at < m_in.size() && m_problem.empty()) step();
        if (m_problem.empty()) return m_out;
        return Error{ErrorCode::UnsupportedFormat, "split pattern uses " + m_problem + ", which is not supported",
                     "tokenizer.json: " + m_in.substr(0, 120), "use a tokenizer with a standard pre-tokenizer pattern"};
    }

private:
    bool ahead(std::string_view text) const { return std::string_view(m_in).substr(m_at).starts_with(text); }

    void step() {
        const char c = m_in[m_at];
        if (c == '\\') return escape();
        if (m_inClass) return classMember(c);
        if (c == '[') return openClass();
        if (ahead("(?")) return group();
        if (c == '}' && m_at + 1 < m_in.size() && m_in[m_at + 1] == '+') m_problem = "an interval followed by `+`";
        m_out += c;
        ++m_at;
    }

    void openClass() {
        m_inClass = true;
        m_out += m_in[m_at++];
        if (ahead("^")) m_out += m_in[m_at++];
        if (ahead("]")) m_problem = "`]` as the first member of a class";
    }

    void classMember(char c) {
        if (c == '[' && !ahead("[:")) m_problem = "a class inside a class";
        if (ahead("&&")) m_problem = "an intersection of classes";
        if (ahead("[:")) {
            const std::size_t end = m_in.find(":]", m_at);
            if (end == std::string::npos) return void(m_problem = "an open class name");
            m_out.append(m_in, m_at, end + 2 - m_at);
            m_at = end + 2;
            return;
        }
        if (c == ']') m_inClass = false;
        m_out += c;
        ++m_at;
    }

    void group() {
        std::size_t i = m_at + 2;
        if (i < m_in.size() && (m_in[i] == 'i' || m_in[i] == '-' || m_in[i] == 'm' || m_in[i] == 'x')) {
            for (; i < m_in.size() && m_in[i] != ':' && m_in[i] != ')'; ++i)
                if (m_in[i] != 'i' && m_in[i] != '-') m_problem = "an inline option other than `i`";
        }
        m_out += "(?";
        m_at += 2;
    }

    /// Members of a class, bracketed where we are not inside one yet.
    void emit(std::string_view members, bool negated = false) {
        if (m_inClass) {
            m_out += members;
            return;
        }
        m_out += negated ? "[^" : "[";
        m_out.append(members).append("]");
    }

    void escape() {
        const char kind = m_at + 1 < m_in.size() ? m_in[m_at + 1] : '\0';
        if (kind == 'p' || kind == 'P') return property(kind == 'P');
        m_at += 2;
        switch (kind) {
            case 's': return emit(kSpace);
            case 'S': return emit(kNotSpace);
            case 'd': return emit("\\p{Nd}" + additions("Nd"));
            case 'h': return emit("0-9a-fA-F");
            case 'w': return emit("\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}" + additions("L") + additions("M") + additions("Nd"));
            case 'u':
                if (m_at + 4 > m_in.size()) return void(m_problem = "a cut short \\u");
                m_out += "\\x{" + m_in.substr(m_at, 4) + "}";
                m_at += 4;
                return;
            case '\0': m_problem = "a lone backslash"; return;
            default:
                m_out += '\\';
                m_out += kind;
        }
    }

    void property(bool negated) {
        std::size_t end = m_at + 2;
        if (end >= m_in.size() || m_in[end] != '{' || (end = m_in.find('}', end)) == std::string::npos)
            return void(m_problem = "a property without braces");
        std::string name = m_in.substr(m_at + 3, end - m_at - 3);
        m_at = end + 1;
        if (name.starts_with('^')) {
            negated = !negated;
            name.erase(0, 1);
        }
        const std::string more = additions(name);
        for (const auto script : kScripts)
            if (name == script) name = "sc:" + name;
        if (m_inClass && negated) m_out += "\\P{" + name + "}";
        else emit("\\p{" + name + "}" + more, negated);
    }

    const std::string& m_in;
    std::string m_out, m_problem;
    std::size_t m_at = 0;
    bool m_inClass = false;
};

}  // namespace

Result<std::string> translatePattern(const std::string& pattern) { return Translator(pattern).run(); }

}  // namespace tacq
