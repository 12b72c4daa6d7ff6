#include "base/base64.h"

#include <openssl/evp.h>

#include <algorithm>
#include <limits>

namespace tacq {

std::optional<std::string> decodeBase64(std::string_view text) {
    constexpr auto isDigit = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/'; };
    // OpenSSL leaves out white space at the ends and takes `=` anywhere in the last group.
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    if (text.size() % 4 != 0 || text.size() > std::numeric_limits<int>::max()) return std::nullopt;
    if (!std::all_of(text.begin(), text.end() - static_cast<std::ptrdiff_t>(padding), isDigit)) return std::nullopt;
    std::string bytes(text.size() / 4 * 3, '\0');
    const int decoded = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    if (decoded < 0) return std::nullopt;
    bytes.resize(bytes.size() - padding);
    return bytes;
}

}  // namespace tacq
