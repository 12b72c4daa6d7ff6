#pragma once
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace tacq {

/// `a, b, c`: the name of each entry of a range. `last` stands before the last one, `, ` or ` or `.
template <typename Range, typename Name>
std::string listText(const Range& entries, const Name& name, std::string_view last = ", ") {
    std::string text;
    std::size_t left = std::size(entries);
    for (const auto& entry : entries) {
        if (!text.empty()) text += left == 1 ? last : ", ";
        text += name(entry);
        --left;
    }
    return text;
}

}  // namespace tacq
