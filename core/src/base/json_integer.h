#pragma once
// Private to core/src: whole numbers that come from somebody else's JSON.
#include <cstdint>
#include <limits>

#include "base/json.h"

namespace tacq {

/// A member that is a whole number from `low` to `high`, where there is one. No other number is taken for it: a fraction, one written with an exponent,
/// or one that a narrower type would bend.
inline std::optional<std::int64_t> integerOf(const Json& object, const char* key, std::int64_t low, std::int64_t high) {
    if (!object.is_object() || !object.contains(key) || !object.at(key).is_number_integer()) return std::nullopt;
    const Json& value = object.at(key);
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    const auto number = value.get<std::int64_t>();
    return number >= low && number <= high ? std::optional(number) : std::nullopt;
}

}  // namespace tacq
