#include "tokenizer/byte_level.h"

#include <array>

#include "tacq/base/utf8.h"

namespace tacq::byte_level {
namespace {

struct Tables {
    std::array<char32_t, 256> spelling{};
    std::array<int, 512> byte{};
    constexpr Tables() {
        for (int& b : byte) b = -1;
        char32_t spare = 256;
        for (unsigned b = 0; b < 256; ++b) {
            const bool printable = (b >= 0x21 && b <= 0x7E) || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            spelling[b] = printable ? b : spare++;
            byte[spelling[b]] = static_cast<int>(b);
        }
    }
};
constexpr Tables kTables;

}  // namespace

char32_t spelling(unsigned char byte) { return kTables.spelling[byte]; }

int byteOf(char32_t character) { return character < kTables.byte.size() ? kTables.byte[character] : -1; }

std::string spell(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) utf8::append(out, kTables.spelling[static_cast<unsigned char>(c)]);
    return out;
}

}  // namespace tacq::byte_level
