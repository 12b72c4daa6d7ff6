#pragma once
// Eight floats that behave as one value, whatever the machine: the compiler makes one AVX register of them, or two SSE registers,
// depending on the function they are inlined into. Both g++ and clang have had these types for decades; plain loops over arrays
// were tried first and stayed scalar in one compiler or the other.
#include <cstdint>
#include <cstring>

#include "quantize/multiversion.h"

namespace tacq {

using Vec8 [[gnu::vector_size(32)]] = float;
using IntVec8 [[gnu::vector_size(32)]] = std::int32_t;

TACQ_FORCE_INLINE Vec8 load8(const float* from) {
    Vec8 v;
    std::memcpy(&v, from, sizeof v);
    return v;
}
TACQ_FORCE_INLINE void store8(float* to, const Vec8& v) { std::memcpy(to, &v, sizeof v); }
TACQ_FORCE_INLINE Vec8 all8(float x) { return Vec8{x, x, x, x, x, x, x, x}; }
TACQ_FORCE_INLINE Vec8 clamp8(const Vec8& x, const Vec8& low, const Vec8& high) {
    const Vec8 raised = x < low ? low : x;
    return raised > high ? high : raised;
}
TACQ_FORCE_INLINE IntVec8 bits8(const Vec8& x) {
    IntVec8 bits;
    std::memcpy(&bits, &x, sizeof bits);
    return bits;
}
TACQ_FORCE_INLINE Vec8 fromBits8(const IntVec8& bits) {
    Vec8 x;
    std::memcpy(&x, &bits, sizeof x);
    return x;
}
/// Sum in the order of a halving tree.
TACQ_FORCE_INLINE float sum8(const Vec8& x) { return ((x[0] + x[4]) + (x[1] + x[5])) + ((x[2] + x[6]) + (x[3] + x[7])); }

}  // namespace tacq
