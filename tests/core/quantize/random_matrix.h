#pragma once
#include <cstdint>
#include <vector>

namespace tacq::test {

/// The same numbers on every platform (SplitMix64).
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ull);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        return z ^ (z >> 31);
    }
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    /// Close to a standard normal: twelve uniforms.
    float normal() {
        double sum = -6;
        for (int i = 0; i < 12; ++i) sum += uniform();
        return static_cast<float>(sum);
    }

private:
    std::uint64_t m_state;
};

inline std::vector<float> randomMatrix(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> matrix(static_cast<std::size_t>(rows * columns));
    for (float& x : matrix) x = random.normal();
    return matrix;
}

/// (2/N) Σ x xᵀ of correlated inputs, so that feedback between columns matters.
inline std::vector<float> randomHessian(std::int64_t n, std::int64_t tokens, std::uint64_t seed) {
    const auto x = randomMatrix(tokens, n, seed);
    const auto size = static_cast<std::size_t>(n);
    std::vector<double> sums(size * size);
    std::vector<double> row(size);
    for (std::int64_t t = 0; t < tokens; ++t) {
        const float* now = x.data() + t * n;
        for (std::size_t i = 0; i < size; ++i) row[i] = static_cast<double>(now[i]) + 0.7 * static_cast<double>(now[(i + 1) % size]) + 0.4 * static_cast<double>(now[0]);
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t j = 0; j < size; ++j) sums[i * size + j] += row[i] * row[j];
    }
    std::vector<float> hessian(size * size);
    for (std::size_t i = 0; i < hessian.size(); ++i) hessian[i] = static_cast<float>(2.0 * sums[i] / static_cast<double>(tokens));
    return hessian;
}

/// About `fraction` of the positions, ascending.
inline std::vector<std::uint32_t> randomKept(std::int64_t elements, double fraction, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::uint32_t> kept;
    for (std::int64_t i = 0; i < elements; ++i)
        if (random.uniform() < fraction) kept.push_back(static_cast<std::uint32_t>(i));
    return kept;
}

}  // namespace tacq::test
