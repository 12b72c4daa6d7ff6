#pragma once
#include <span>
#include <string_view>

namespace tacq {

struct CodeRange {
    char32_t first, last;
};

/// Code points of a \p{…} property that newer Unicode versions added to what the regex library knows; empty for others.
std::span<const CodeRange> unicodeAdditions(std::string_view property);

}  // namespace tacq
