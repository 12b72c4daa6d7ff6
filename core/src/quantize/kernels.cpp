#include "quantize/kernels.h"

#include "quantize/vec8.h"

namespace tacq::kernels {
namespace {

/// Round to nearest, ties to even, for |x| < 2^22: adding 1.5·2^23 leaves no fraction bits. Unlike rint it needs no SSE4.
TACQ_FORCE_INLINE Vec8 roundEven(const Vec8& x) {
    const Vec8 shift = all8(12582912.0f);
    return (x + shift) - shift;
}

/// code − zero = clamp(round(x/scale) + zero, 0, maxCode) − zero. The bounds are whole numbers, so clamping first gives the same and keeps
/// huge quotients within roundEven's range.
TACQ_FORCE_INLINE Vec8 levelsOf(const Vec8& x, const Vec8& scale, const Vec8& lowest, const Vec8& highest) {
    return roundEven(clamp8(x / scale, lowest, highest));
}

/// |e|^2.4 = e²·(e²)^(1/5), the fifth root as u·(u^(−1/5))⁴. u^(−1/5) starts from the exponent trick (error below 3.5 %) and takes
/// two series steps in h = 1 − u·y⁵: orders 4 and 3. At u = 0 every factor is finite and the result 0.
TACQ_FORCE_INLINE Vec8 power24Of(const Vec8& e) {
    const Vec8 u = e * e;
    const Vec8 exponent = 1277726720.0f - 0.2f * __builtin_convertvector(bits8(u), Vec8);
    Vec8 y = fromBits8(__builtin_convertvector(exponent, IntVec8));
    Vec8 y2 = y * y;
    Vec8 h = 1.0f - (y2 * y) * (y2 * u);
    y = y + y * (h * (0.2f + h * (0.12f + h * 0.088f)));
    y2 = y * y;
    h = 1.0f - (y2 * y) * (y2 * u);
    y = y + y * (h * (0.2f + h * 0.12f));
    const Vec8 uy2 = u * (y * y);
    return uy2 * uy2;
}

TACQ_FORCE_INLINE Vec8 clipTerm(const float* x, const Vec8& scale, const Vec8& lowest, const Vec8& highest) {
    const Vec8 value = load8(x);
    return power24Of(scale * levelsOf(value, scale, lowest, highest) - value);
}

TACQ_FORCE_INLINE float clipErrorBody(const float* x, std::size_t count, float scale, float zero, float maxCode, float limit) {
    constexpr std::size_t kPiece = 8 * kErrorStep;  // values between two looks at the limit
    const Vec8 scales = all8(scale), lowest = all8(-zero), highest = all8(maxCode - zero);
    Vec8 first = all8(0), second = all8(0);
    float sum = 0;
    for (std::size_t begin = 0; begin < count; begin += kPiece) {
        const std::size_t end = begin + kPiece < count ? begin + kPiece : count;
        for (std::size_t i = begin; i < end; i += kErrorStep) {
            first += clipTerm(x + i, scales, lowest, highest);
            second += clipTerm(x + i + 8, scales, lowest, highest);
        }
        sum = sum8(first + second);
        if (sum >= limit) return sum;
    }
    return sum;
}

TACQ_FORCE_INLINE void power24Body(const float* x, std::size_t count, float* out) {
    for (std::size_t i = 0; i < count; i += 8) store8(out + i, power24Of(load8(x + i)));
}

TACQ_FORCE_INLINE void quantizeColumnBody(const StripColumn& t) {
    Vec8 w[kStripRows / 8];
    for (std::size_t r = 0; r < kStripRows / 8; ++r) w[r] = load8(t.weights + 8 * r);
    for (std::size_t k = 0; k < t.index; ++k) {
        const float factor = t.lower[k];
        const float* error = t.errors + k * kStripRows;
        for (std::size_t r = 0; r < kStripRows / 8; ++r) w[r] -= load8(error + 8 * r) * factor;
    }
    const float pivot = t.lower[t.index];
    float* error = t.errors + t.index * kStripRows;
    for (std::size_t r = 0; r < kStripRows / 8; ++r) {
        const Vec8 scale = load8(t.scales + 8 * r), zero = load8(t.zeros + 8 * r);
        const Vec8 level = levelsOf(w[r], scale, -zero, t.maxCode - zero);
        store8(error + 8 * r, (w[r] - scale * level) / pivot);
        store8(t.weights + 8 * r, w[r]);
        const IntVec8 whole = __builtin_convertvector(level + zero, IntVec8);
        for (std::size_t i = 0; i < 8; ++i) t.codes[8 * r + i] = static_cast<std::uint8_t>(whole[i]);
    }
}

TACQ_FORCE_INLINE void roundRowBody(const float* x, std::size_t count, float scale, float zero, float maxCode, std::uint8_t* codes) {
    for (std::size_t i = 0; i < count; i += 8) {
        const Vec8 level = levelsOf(load8(x + i), all8(scale), all8(-zero), all8(maxCode - zero));
        const IntVec8 whole = __builtin_convertvector(level + zero, IntVec8);
        for (std::size_t l = 0; l < 8; ++l) codes[i + l] = static_cast<std::uint8_t>(whole[l]);
    }
}

TACQ_AVX2 float clipErrorAvx2(const float* x, std::size_t count, float scale, float zero, float maxCode, float limit) {
    return clipErrorBody(x, count, scale, zero, maxCode, limit);
}
TACQ_AVX2 void power24Avx2(const float* x, std::size_t count, float* out) { power24Body(x, count, out); }
TACQ_AVX2 void quantizeColumnAvx2(const StripColumn& task) { quantizeColumnBody(task); }
TACQ_AVX2 void roundRowAvx2(const float* x, std::size_t count, float scale, float zero, float maxCode, std::uint8_t* codes) {
    roundRowBody(x, count, scale, zero, maxCode, codes);
}

}  // namespace

float clipError(const float* x, std::size_t count, float scale, float zero, float maxCode, float limit) {
    return runsAvx2() ? clipErrorAvx2(x, count, scale, zero, maxCode, limit) : clipErrorBody(x, count, scale, zero, maxCode, limit);
}

void power24(const float* x, std::size_t count, float* out) { return runsAvx2() ? power24Avx2(x, count, out) : power24Body(x, count, out); }

void quantizeColumn(const StripColumn& task) { return runsAvx2() ? quantizeColumnAvx2(task) : quantizeColumnBody(task); }

void roundRow(const float* x, std::size_t count, float scale, float zero, float maxCode, std::uint8_t* codes) {
    return runsAvx2() ? roundRowAvx2(x, count, scale, zero, maxCode, codes) : roundRowBody(x, count, scale, zero, maxCode, codes);
}

}  // namespace tacq::kernels
