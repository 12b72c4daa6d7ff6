#pragma once
#include <string>
#include <string_view>

namespace tacq::byte_level {

/// GPT-2's spelling of bytes as printable characters: the printable Latin-1 bytes stand for themselves, the other 68 for U+0100 on.
char32_t spelling(unsigned char byte);
/// -1 for a character that spells no byte.
int byteOf(char32_t character);
std::string spell(std::string_view bytes);
/// The split of GPT-2, used by ByteLevel where `use_regex` is set.
inline constexpr const char* kPattern = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

}  // namespace tacq::byte_level
