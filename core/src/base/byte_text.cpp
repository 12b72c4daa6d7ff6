#include "tacq/base/byte_text.h"

#include <algorithm>

namespace tacq {
namespace {

constexpr std::string_view kFirst = "\xF4\x8F\xBA";   // U+10FE80 … U+10FEBF stand for bytes 80 … BF
constexpr std::string_view kSecond = "\xF4\x8F\xBB";  // U+10FEC0 … U+10FEFF for C0 … FF

/// Length of the strict UTF-8 character in front; 0: there is none.
std::size_t characterLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    if (length == 0 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool outside = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
    return overlong || outside ? 0 : length;
}

bool isEscape(std::string_view text) { return text.size() >= 4 && (text.starts_with(kFirst) || text.starts_with(kSecond)); }

void appendEscaped(std::string& out, char c) {
    const auto byte = static_cast<unsigned char>(c);
    out.append(byte < 0xC0 ? kFirst : kSecond);
    out += static_cast<char>(0x80 | (byte & 0x3F));
}

}  // namespace

std::string escapeBytes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = characterLength(text), taken = std::max<std::size_t>(length, 1);
        if (length > 0 && !isEscape(text)) out.append(text, 0, length);
        else for (const char c : text.substr(0, taken)) appendEscaped(out, c);
        text.remove_prefix(taken);
    }
    return out;
}

std::string unescapeBytes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const bool escape = isEscape(text);
        if (escape) out += static_cast<char>((text.starts_with(kFirst) ? 0x80 : 0xC0) | (static_cast<unsigned char>(text[3]) & 0x3F));
        else out += text[0];
        text.remove_prefix(escape ? 4 : 1);
    }
    return out;
}

}  // namespace tacq
