#include "plain_text.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace tacq::app {
namespace {

/// Bytes of the character that this one begins; 1 also for what begins none.
std::size_t lengthFrom(unsigned char lead) { return lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 1; }
bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The character at the front; `length` 0 where the bytes are no UTF-8.
struct Character {
    std::uint32_t code = 0;
    std::size_t length = 0;
};

Character decode(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lengthFrom(lead);
    if (length == 1 || text.size() < length || !std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length), continues)) return {};
    std::uint32_t code = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    constexpr std::uint32_t kSmallest[]{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    return code < kSmallest[length] || code > 0x10FFFF || surrogate ? Character{} : Character{code, length};
}

/// What a terminal obeys rather than shows, or what makes text read otherwise than it stands there.
bool isObeyed(std::uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

void appendSpelt(std::string& out, const char* mark, int digits, unsigned value) {
    char text[16];
    std::snprintf(text, sizeof text, "%s%0*x", mark, digits, value);
    out += text;
}

/// Bytes at the end that begin a character without finishing it.
std::size_t unfinished(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const char c = text[text.size() - back];
        if (continues(c)) continue;
        return lengthFrom(static_cast<unsigned char>(c)) > back ? back : 0;
    }
    return 0;
}

}  // namespace

std::string plainText(std::string_view text, Lines lines) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const char first = text.front();
        const Character character = decode(text);
        const std::string_view bytes = text.substr(0, std::max<std::size_t>(1, character.length));
        if (first == '\n' || first == '\t') {
            if (lines == Lines::Keep) out += first;
            else out += first == '\n' ? "\\n" : "\\t";
        } else if (character.length == 0) appendSpelt(out, "\\x", 2, static_cast<unsigned char>(first));
        else if (isObeyed(character.code)) appendSpelt(out, "\\u", 4, character.code);
        else out += bytes;
        text.remove_prefix(bytes.size());
    }
    return out;
}

PlainStream::Buffer::~Buffer() { m_to << plainText(m_begun, Lines::Keep); }

std::streamsize PlainStream::Buffer::xsputn(const char* text, std::streamsize count) {
    m_begun.append(text, static_cast<std::size_t>(count));
    const std::size_t whole = m_begun.size() - unfinished(m_begun);
    m_to << plainText(std::string_view(m_begun).substr(0, whole), Lines::Keep);
    m_begun.erase(0, whole);
    return m_to.good() ? count : 0;
}

PlainStream::Buffer::int_type PlainStream::Buffer::overflow(int_type c) {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char one = traits_type::to_char_type(c);
    return xsputn(&one, 1) == 1 ? c : traits_type::eof();
}

int PlainStream::Buffer::sync() {
    m_to.flush();
    return m_to.good() ? 0 : -1;
}

}  // namespace tacq::app
