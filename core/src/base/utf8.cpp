#include "tacq/base/utf8.h"

namespace tacq::utf8 {
namespace {

unsigned byteAt(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

/// Bytes of the characters that this one can begin; 0: none.
std::size_t lengthFrom(unsigned lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

}  // namespace

std::size_t lengthAt(std::string_view text) {
    if (text.empty()) return 0;
    const unsigned lead = byteAt(text, 0);
    const std::size_t length = lengthFrom(lead);
    if (length < 2) return length;
    if (text.size() < length) return 0;
    for (std::size_t k = 1; k < length; ++k)
        if ((byteAt(text, k) & 0xC0u) != 0x80u) return 0;
    const unsigned second = byteAt(text, 1);
    const bool overlongOrOut = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                               (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return overlongOrOut ? 0 : length;
}

std::size_t firstInvalid(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = lengthAt(text.substr(i));
        if (length == 0) return i;
        i += length;
    }
    return std::string_view::npos;
}

char32_t next(std::string_view text, std::size_t& position) {
    const unsigned lead = byteAt(text, position++);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t codePoint = lead & (0x3Fu >> more);
    for (int k = 0; k < more && position < text.size(); ++k) codePoint = (codePoint << 6) | (byteAt(text, position++) & 0x3Fu);
    return codePoint;
}

std::size_t before(std::string_view text, std::size_t position) {
    do --position;
    while (position > 0 && (byteAt(text, position) & 0xC0u) == 0x80u);
    return position;
}

std::size_t wholeCharacters(std::string_view text) {
    for (std::size_t back = 1; back <= 4 && back <= text.size(); ++back) {
        const unsigned byte = byteAt(text, text.size() - back);
        if (byte < 0x80) break;
        if (byte < 0xC0) continue;
        return back < lengthFrom(byte) ? text.size() - back : text.size();
    }
    return text.size();
}

void append(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

bool isAscii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

bool isControl(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace tacq::utf8
