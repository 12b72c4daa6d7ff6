#pragma once
#include <string>
#include <string_view>

namespace tacq {

/// File names may be any bytes, JSON carries UTF-8 only. escapeBytes() makes valid UTF-8 of any text: a byte that is part of no character becomes the
/// private character U+10FE00 + byte (as do the bytes of such characters themselves, so that nothing is lost). Ordinary text stays as it is.
/// Requests are written with it; unescapeBytes() gives the bytes back and is applied to every text option that is read from one.
std::string escapeBytes(std::string_view text);
std::string unescapeBytes(std::string_view text);

}  // namespace tacq
