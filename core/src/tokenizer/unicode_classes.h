#pragma once

/// Classes of code points, as tokenizers ask for them.
namespace tacq::utf8 {

/// Unicode White_Space.
bool isSpace(char32_t codePoint);
/// \p{N}: decimal digits, letter numbers, other numbers.
bool isNumber(char32_t codePoint);
/// What Rust's regex calls \w: Alphabetic, marks, decimal digits, connector punctuation, joiners.
bool isWord(char32_t codePoint);

}  // namespace tacq::utf8
