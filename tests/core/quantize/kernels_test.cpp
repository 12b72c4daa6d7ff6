#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "quantize/kernels.h"
#include "random_matrix.h"

using namespace tacq;
using namespace tacq::test;

TEST_CASE("the vectorised power 2.4 is within 1e-6 of the library's") {
    Random random(1);
    std::vector<float> x(1 << 16), power(x.size());
    for (float& v : x) v = static_cast<float>(std::exp(30 * (random.uniform() - 0.5)) * (random.uniform() < 0.5 ? -1 : 1));
    x[0] = 0;
    kernels::power24(x.data(), x.size(), power.data());
    CHECK(power[0] == 0);
    double worst = 0;
    for (std::size_t i = 1; i < x.size(); ++i) {
        const double exact = std::pow(std::abs(static_cast<double>(x[i])), 2.4);
        worst = std::max(worst, std::abs(static_cast<double>(power[i]) - exact) / exact);
    }
    CHECK(worst < 1e-6);
}

TEST_CASE("giving up early never changes which grid wins") {
    const auto x = randomMatrix(1, 640, 2);
    for (int i = 0; i < 200; ++i) {
        const float scale = 0.01f * static_cast<float>(i + 1);
        const float full = kernels::clipError(x.data(), x.size(), scale, 4, 7, std::numeric_limits<float>::infinity());
        CHECK(kernels::clipError(x.data(), x.size(), scale, 4, 7, std::nextafter(full, 1e30f)) == full);
        CHECK(kernels::clipError(x.data(), x.size(), scale, 4, 7, full) >= full * 0.999f);
        CHECK(kernels::clipError(x.data(), x.size(), scale, 4, 7, 0.5f * full) >= 0.5f * full);
    }
}

TEST_CASE("codes round half to even and stay on the grid for huge values") {
    const std::vector<float> x{0.5f, 1.5f, 2.5f, -0.5f, -1.5f, 1e30f, -1e30f, 0.0f};
    std::vector<std::uint8_t> codes(8);
    kernels::roundRow(x.data(), 8, 1.0f, 3.0f, 7.0f, codes.data());
    CHECK(codes == std::vector<std::uint8_t>{3, 5, 5, 3, 1, 7, 0, 3});
}
