#include "plain_text.h"

#include <algorithm>
#include <cstdio>

#include "tacq/base/utf8.h"

namespace tacq::app {
namespace {

void appendSpelt(std::string& out, const char* mark, int digits, unsigned value) {
    char text[16];
    std::snprintf(text, sizeof text, "%s%0*x", mark, digits, value);
    out += text;
}

}  // namespace

std::string plainText(std::string_view text, Lines lines) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const char first = text.front();
        const std::size_t length = utf8::lengthAt(text);
        const std::string_view bytes = text.substr(0, std::max<std::size_t>(1, length));
        std::size_t at = 0;
        const char32_t code = length > 0 ? utf8::next(bytes, at) : 0;
        if (first == '\n' || first == '\t') {
            if (lines == Lines::Keep) out += first;
            else out += first == '\n' ? "\\n" : "\\t";
        } else if (length == 0) appendSpelt(out, "\\x", 2, static_cast<unsigned char>(first));
        else if (utf8::isControl(code)) appendSpelt(out, "\\u", 4, code);
        else out += bytes;
        text.remove_prefix(bytes.size());
    }
    return out;
}

PlainStream::Buffer::~Buffer() { m_to << plainText(m_begun, Lines::Keep); }

std::streamsize PlainStream::Buffer::xsputn(const char* text, std::streamsize count) {
    m_begun.append(text, static_cast<std::size_t>(count));
    const std::size_t whole = utf8::wholeCharacters(m_begun);
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
