#pragma once
// Private to core/src: whole numbers that come from somebody else's JSON.
#include <cstdint>
#include <limits>

#include "base/json.h"

namespace tacq {

/// A whole number from `low` to `high`. No other number is taken for one: a fraction, one written with an exponent, or one that a narrower type would bend.
inline std::optional<std::int64_t> wholeOf(const Json& value, std::int64_t low, std::int64_t high) {
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    const auto number = value.get<std::int64_t>();
    return number >= low && number <= high ? std::optional(number) : std::nullopt;
}

/// A member that is one, where there is one.
inline std::optional<std::int64_t> integerOf(const Json& object, const char* key, std::int64_t low, std::int64_t high) {
    if (!object.is_object()) return std::nullopt;
    const auto found = object.find(key);
    return found == object.end() ? std::nullopt : wholeOf(*found, low, high);
}

}  // namespace tacq
