#pragma once
#include <cstdint>

namespace tacq {

/// product = a · b; false (product untouched) when it does not fit in 64 bits.
inline bool multiplyChecked(std::uint64_t a, std::uint64_t b, std::uint64_t& product) {
    if (a != 0 && b > UINT64_MAX / a) return false;
    product = a * b;
    return true;
}

}  // namespace tacq
