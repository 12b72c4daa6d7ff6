#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "gptq_oracle.h"
#include "random_matrix.h"
#include "tacq/base/parallel.h"
#include "tacq/quantize/quantize.h"

using namespace tacq;
using namespace tacq::test;

namespace {

std::vector<float> dequantized(const PackedLinear& packed) {
    std::vector<float> out(static_cast<std::size_t>(packed.rows * packed.columns));
    dequantizeRows(packed, 0, packed.rows, out);
    return out;
}

std::vector<std::uint8_t> codesOf(const PackedLinear& packed) {
    std::vector<std::uint8_t> codes(static_cast<std::size_t>(packed.rows * packed.columns));
    const auto words = static_cast<std::size_t>(packed.wordsPerRow()), columns = static_cast<std::size_t>(packed.columns);
    for (std::size_t r = 0; r < static_cast<std::size_t>(packed.rows); ++r)
        unpackRow(std::span(packed.codes).subspan(r * words, words), packed.grid.bits, std::span(codes).subspan(r * columns, columns));
    return codes;
}

bool sameBits(const PackedLinear& a, const PackedLinear& b) {
    return a.codes == b.codes && a.scales == b.scales && a.zeros == b.zeros && a.rowOffsets == b.rowOffsets && a.keptColumns == b.keptColumns &&
           a.keptValues == b.keptValues && a.valueType == b.valueType;
}

PackedLinear gptq(const std::vector<float>& w, std::int64_t rows, std::int64_t columns, const std::vector<float>& h, const GridOptions& grid,
                  const std::vector<std::uint32_t>& kept = {}, const GptqOptions& options = {}, QuantizeFigures* figures = nullptr) {
    auto result = quantizeGptq("test", w, rows, columns, h, grid, options, kept, figures);
    REQUIRE(result.ok());
    CHECK(validate(result.value()).ok());
    return std::move(result).value();
}

/// Holds the engine's answer against the definition: all codes equal, values to float32 rounding.
void checkAgainstOracle(std::int64_t rows, std::int64_t columns, const GridOptions& grid, double keptFraction, std::uint64_t seed, const GptqOptions& options = {},
                        const std::vector<std::int64_t>& dead = {}) {
    const auto w = randomMatrix(rows, columns, seed);
    auto h = randomHessian(columns, 3 * columns, seed + 1);
    for (const auto d : dead)
        for (std::int64_t i = 0; i < columns; ++i) h[static_cast<std::size_t>(d * columns + i)] = h[static_cast<std::size_t>(i * columns + d)] = 0;
    const auto kept = randomKept(rows * columns, keptFraction, seed + 2);
    const auto packed = gptq(w, rows, columns, h, grid, kept, options);
    const auto expected = Oracle(rows, columns, grid, options).solve(w, h, kept);
    const auto codes = codesOf(packed);
    const auto values = dequantized(packed);
    std::size_t different = 0;
    double worst = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] != expected.codes[i]) ++different;
        worst = std::max(worst, std::abs(static_cast<double>(values[i]) - expected.values[i]));
    }
    CHECK(different == 0);
    CHECK(worst < (keptFraction > 0 ? 2e-3 : 1e-5));  // kept values are stored in F16
    for (std::size_t i = 0; i < packed.scales.size(); ++i) {
        CHECK(static_cast<double>(packed.scales[i]) == doctest::Approx(expected.scales[i]).epsilon(1e-6));
        CHECK(packed.zeros[i] == static_cast<int>(expected.zeros[i]));
    }
}

GridOptions gridOf(int bits, std::int64_t group = -1, Symmetry symmetry = Symmetry::Asymmetric, ScaleType type = ScaleType::F32) {
    return {bits, group, symmetry, type};
}

}  // namespace

TEST_CASE("GPTQ equals its definition for every option, on shapes that divide nothing evenly") {
    for (const int bits : {2, 3, 4, 8})
        for (const std::int64_t group : {-1, 8, 24, 40})
            for (const auto symmetry : {Symmetry::Asymmetric, Symmetry::Symmetric}) {
                // At 8 bits the unclipped range often wins, and there max/scale = 127.5 is a tie that float and double break differently.
                if (bits == 8 && symmetry == Symmetry::Symmetric) continue;
                CAPTURE(bits);
                CAPTURE(group);
                CAPTURE(static_cast<int>(symmetry));
                GptqOptions options;
                options.blockColumns = 16;  // groups smaller than, larger than and astride blocks
                checkAgainstOracle(37, 61, gridOf(bits, group, symmetry), 0.0, 100, options);
                checkAgainstOracle(37, 61, gridOf(bits, group, symmetry), 0.05, 200, options);
            }
}

TEST_CASE("GPTQ equals its definition with the default block, stored F16 scales, without clip search, and with dead columns") {
    checkAgainstOracle(33, 150, gridOf(3), 0.01, 1);
    checkAgainstOracle(5, 150, gridOf(3, 64, Symmetry::Asymmetric, ScaleType::F16), 0.01, 2);
    GptqOptions plain;
    plain.clipSearch = ClipSearch::Off;
    checkAgainstOracle(40, 70, gridOf(4), 0.01, 3, plain);
    checkAgainstOracle(40, 70, gridOf(3), 0.02, 4, {}, {0, 17, 69});
    checkAgainstOracle(40, 70, gridOf(3, 16), 0.02, 5, {}, {0, 17, 69});
    checkAgainstOracle(1, 1, gridOf(2), 0.0, 6);
    checkAgainstOracle(1, 9, gridOf(2, 8), 0.0, 7);
}

TEST_CASE("a mask of ones returns the matrix exactly when F16 can hold it, whatever the grid") {
    auto w = randomMatrix(35, 50, 8);
    for (float& x : w) x = std::nearbyint(x * 64) / 64;
    const auto h = randomHessian(50, 150, 9);
    std::vector<std::uint32_t> all(w.size());
    std::iota(all.begin(), all.end(), 0u);
    for (const std::int64_t group : {-1, 16}) {
        const auto packed = gptq(w, 35, 50, h, gridOf(2, group), all);
        CHECK(dequantized(packed) == w);
        const auto rtn = quantizeRtn("test", w, 35, 50, gridOf(2, group), all, ClipSearch::Off);
        REQUIRE(rtn.ok());
        CHECK(dequantized(rtn.value()) == w);
    }
}

TEST_CASE("kept values beyond F16's range are stored as BF16") {
    auto w = randomMatrix(4, 16, 10);
    w[5] = 1e6f;
    const auto packed = gptq(w, 4, 16, randomHessian(16, 64, 11), gridOf(3), {5, 20});
    CHECK(packed.valueType == ValueType::BF16);
    CHECK(dequantized(packed)[5] == doctest::Approx(1e6).epsilon(0.01));
}

TEST_CASE("with the identity as Hessian GPTQ is rounding to nearest on the same grid") {
    const auto w = randomMatrix(50, 150, 12);
    std::vector<float> identity(150 * 150);
    for (std::size_t i = 0; i < 150; ++i) identity[i * 151] = 1;
    const auto kept = randomKept(50 * 150, 0.02, 13);
    for (const std::int64_t group : {-1, 32})
        for (const auto clip : {ClipSearch::On, ClipSearch::Off}) {
            GptqOptions options;
            options.clipSearch = clip;
            const auto rtn = quantizeRtn("test", w, 50, 150, gridOf(3, group), kept, clip);
            REQUIRE(rtn.ok());
            CHECK(sameBits(gptq(w, 50, 150, identity, gridOf(3, group), kept, options), rtn.value()));
        }
}

TEST_CASE("the same bits come out with one thread and with many") {
    const auto w = randomMatrix(200, 90, 14);
    const auto h = randomHessian(90, 300, 15);
    const auto kept = randomKept(200 * 90, 0.01, 16);
    const int before = threadCount();
    setThreadCount(1);
    const auto one = gptq(w, 200, 90, h, gridOf(3, 32), kept);
    setThreadCount(7);
    const auto many = gptq(w, 200, 90, h, gridOf(3, 32), kept);
    setThreadCount(before);
    CHECK(sameBits(one, many));
}

TEST_CASE("a singular Hessian is damped until it can be factored") {
    // 64 inputs that span 8 dimensions. Single precision cannot factor this until the damping has grown to some 1e-5 of the mean.
    const auto x = randomMatrix(8, 64, 23);
    std::vector<float> h(64 * 64);
    for (std::size_t i = 0; i < 64; ++i)
        for (std::size_t j = 0; j < 64; ++j)
            for (std::size_t t = 0; t < 8; ++t) h[i * 64 + j] += x[t * 64 + i] * x[t * 64 + j];
    const auto w = randomMatrix(8, 64, 17);
    GptqOptions options;
    options.damping = 1e-12;
    const auto refused = quantizeGptq("test", w, 8, 64, h, gridOf(3), options, {}, nullptr);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Internal);
    // 150 tries reach two decades, so one of these must get there, and not at once.
    int retried = 0;
    for (options.damping = 1e-8; options.damping < 1e-4; options.damping *= 10) {
        QuantizeFigures figures;
        if (!quantizeGptq("test", w, 8, 64, h, gridOf(3), options, {}, &figures).ok()) continue;
        retried += figures.dampingTries > 1;
        CHECK(std::isfinite(figures.squaredError));
    }
    CHECK(retried > 0);
}

TEST_CASE("feedback lowers the output error below that of rounding") {
    const auto w = randomMatrix(64, 96, 18);
    const auto h = randomHessian(96, 400, 19);
    const auto outputError = [&](const PackedLinear& packed) {
        const auto q = dequantized(packed);
        double sum = 0;
        for (std::size_t r = 0; r < 64; ++r)
            for (std::size_t i = 0; i < 96; ++i)
                for (std::size_t j = 0; j < 96; ++j)
                    sum += static_cast<double>(w[r * 96 + i] - q[r * 96 + i]) * static_cast<double>(h[i * 96 + j]) * static_cast<double>(w[r * 96 + j] - q[r * 96 + j]);
        return sum;
    };
    const auto rtn = quantizeRtn("test", w, 64, 96, gridOf(3), {}, ClipSearch::On);
    REQUIRE(rtn.ok());
    CHECK(outputError(gptq(w, 64, 96, h, gridOf(3))) < 0.8 * outputError(rtn.value()));
}

TEST_CASE("rows of zeros and of one value keep their values") {
    std::vector<float> w(3 * 16, 0.0f);
    for (std::size_t i = 16; i < 32; ++i) w[i] = 0.75f;
    for (std::size_t i = 32; i < 48; ++i) w[i] = -2.5f;
    const auto rtn = quantizeRtn("test", w, 3, 16, gridOf(2), {}, ClipSearch::Off);
    REQUIRE(rtn.ok());
    CHECK(validate(rtn.value()).ok());
    const auto values = dequantized(rtn.value());
    for (std::size_t i = 0; i < w.size(); ++i) CHECK(values[i] == doctest::Approx(static_cast<double>(w[i])).epsilon(1e-6));
    const auto packed = gptq(w, 3, 16, randomHessian(16, 64, 20), gridOf(2));
    CHECK(dequantized(packed)[0] == 0);
}

TEST_CASE("NaN in weights or Hessian and wrong sizes are refused by name") {
    auto w = randomMatrix(4, 16, 21);
    auto h = randomHessian(16, 64, 22);
    const auto codeOf = [&] {
        const auto result = quantizeGptq("layer.weight", w, 4, 16, h, gridOf(3), {}, {}, nullptr);
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().context.find("layer.weight") != std::string::npos);
        return result.error().code;
    };
    h[5] = std::numeric_limits<float>::infinity();
    CHECK(codeOf() == ErrorCode::NonFinite);
    h = randomHessian(16, 64, 22);
    w[3] = std::numeric_limits<float>::quiet_NaN();
    CHECK(codeOf() == ErrorCode::NonFinite);
    w = randomMatrix(4, 16, 21);
    h.pop_back();
    CHECK(codeOf() == ErrorCode::Internal);
    const std::vector<std::uint32_t> descending{5, 4};
    CHECK_FALSE(quantizeRtn("test", w, 4, 16, gridOf(3), descending, ClipSearch::Off).ok());
    CHECK_FALSE(quantizeRtn("test", w, 4, 16, gridOf(9), {}, ClipSearch::Off).ok());
}
