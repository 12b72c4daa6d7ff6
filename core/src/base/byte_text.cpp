#include "tacq/base/byte_text.h"

#include <algorithm>

#include "tacq/base/utf8.h"

namespace tacq {
namespace {

constexpr std::string_view kFirst = "\xF4\x8F\xBA";   // U+10FE80 … U+10FEBF stand for bytes 80 … BF
constexpr std::string_view kSecond = "\xF4\x8F\xBB";  // U+10FEC0 … U+10FEFF for C0 … FF

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
        const std::size_t length = utf8::lengthAt(text), taken = std::max<std::size_t>(length, 1);
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
