#include "train/kept_products.h"

#include <array>

#include "quantize/multiversion.h"
#include "quantize/vec8.h"
#include "tacq/base/parallel.h"

namespace tacq {
namespace {

constexpr std::size_t kLanes = 8, kStep = 4 * kLanes;
constexpr std::size_t kGrain = 64;  // kept weights a thread takes at a time

TACQ_FORCE_INLINE float dot(const float* a, const float* b, std::size_t count) {
    std::array<Vec8, 4> sums{all8(0), all8(0), all8(0), all8(0)};
    std::size_t i = 0;
    for (; i + kStep <= count; i += kStep)
        for (std::size_t lane = 0; lane < sums.size(); ++lane) sums[lane] += load8(a + i + lane * kLanes) * load8(b + i + lane * kLanes);
    float sum = sum8((sums[0] + sums[1]) + (sums[2] + sums[3]));
    for (; i < count; ++i) sum += a[i] * b[i];
    return sum;
}

struct Operands {
    const float *dy, *x;
    std::size_t tokens;
    const std::int32_t *rows, *columns;
    float* out;
};

TACQ_FORCE_INLINE void products(const Operands& of, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        of.out[i] = dot(of.dy + static_cast<std::size_t>(of.rows[i]) * of.tokens, of.x + static_cast<std::size_t>(of.columns[i]) * of.tokens, of.tokens);
}

void productsBase(const Operands& of, std::size_t begin, std::size_t end) { products(of, begin, end); }
TACQ_AVX2 void productsAvx2(const Operands& of, std::size_t begin, std::size_t end) { products(of, begin, end); }

}  // namespace

void keptProducts(const float* dy, const float* x, std::size_t tokens, std::span<const std::int32_t> rows, std::span<const std::int32_t> columns, std::span<float> out) {
    const Operands of{dy, x, tokens, rows.data(), columns.data(), out.data()};
    const auto run = runsAvx2() ? productsAvx2 : productsBase;
    parallelFor(out.size(), kGrain, [&](std::size_t begin, std::size_t end) { run(of, begin, end); });
}

}  // namespace tacq
