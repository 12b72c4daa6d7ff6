#pragma once
#include <cstddef>
#include <string>
#include <string_view>

/// Strict UTF-8: no overlong forms, no surrogates, at most U+10FFFF.
namespace tacq::utf8 {

/// Bytes of the character that `text` begins with; 0: it begins with none, or is empty.
std::size_t lengthAt(std::string_view text);
/// Position of the first byte that is part of no character; npos if there is none.
std::size_t firstInvalid(std::string_view text);
/// Code point that starts at `position` of valid UTF-8; moves `position` behind it.
char32_t next(std::string_view text, std::size_t& position);
/// Start of the code point that ends just before `position` (> 0).
std::size_t before(std::string_view text, std::size_t position);
/// Length of the longest prefix that does not end inside a character; what is no UTF-8 anyway counts as whole.
std::size_t wholeCharacters(std::string_view text);
void append(std::string& out, char32_t codePoint);
bool isAscii(std::string_view text);

/// What a reader of text obeys rather than shows, or what makes it read otherwise than it stands there: controls, line and paragraph separators,
/// embeddings, overrides and isolates of the writing direction.
bool isControl(char32_t codePoint);

}  // namespace tacq::utf8
