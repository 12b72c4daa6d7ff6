#pragma once
// Masked GPTQ as METHODS section 1 words it: scalar, in double, one column after the other, every update applied at once.
// Slow and obvious; what the engine's answer is held against.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "tacq/base/half.h"
#include "tacq/quantize/quantize.h"

namespace tacq::test {

struct OracleAnswer {
    std::vector<int> codes;                       ///< [rows, columns]; the zero point where kept
    std::vector<double> values;                   ///< [rows, columns]: dequantized, or the updated weight where kept
    std::vector<double> scales, zeros;            ///< [rows, groups]
};

class Oracle {
public:
    Oracle(std::int64_t rows, std::int64_t columns, const GridOptions& grid, const GptqOptions& options)
        : m(rows), n(columns), m_grid(grid), m_options(options) {}

    OracleAnswer solve(const std::vector<float>& weight, const std::vector<float>& hessian, const std::vector<std::uint32_t>& kept) const {
        std::vector<double> w(weight.begin(), weight.end());
        std::vector<char> keep(w.size(), 0);
        for (const auto k : kept) keep[k] = 1;
        OracleAnswer answer{std::vector<int>(w.size()), std::vector<double>(w.size()), std::vector<double>(size(m * groups())), std::vector<double>(size(m * groups()))};
        if (m_grid.groupSize <= 0)
            for (std::int64_t r = 0; r < m; ++r) findGrid(w, keep, r, 0, answer);
        const auto u = upperFactor(hessian, w);
        std::vector<double> atBlockStart;
        for (std::int64_t j = 0; j < n; ++j) {
            if (j % m_options.blockColumns == 0) atBlockStart = w;
            for (std::int64_t r = 0; r < m; ++r) {
                if (m_grid.groupSize > 0 && j % m_grid.groupSize == 0) findGrid(atBlockStart, keep, r, j / m_grid.groupSize, answer);
                column(w, keep, u, r, j, answer);
            }
        }
        return answer;
    }

private:
    static std::size_t size(std::int64_t x) { return static_cast<std::size_t>(x); }
    std::int64_t groups() const { return m_grid.groups(n); }

    void column(std::vector<double>& w, const std::vector<char>& keep, const std::vector<double>& u, std::int64_t r, std::int64_t j, OracleAnswer& answer) const {
        const std::size_t at = size(r * n + j), group = size(r * groups() + j / m_grid.groupColumns(n));
        const double scale = answer.scales[group], zero = answer.zeros[group], top = (1 << m_grid.bits) - 1;
        if (keep[at]) {
            answer.codes[at] = static_cast<int>(zero);
            answer.values[at] = w[at];
            return;
        }
        const double code = std::clamp(std::nearbyint(w[at] / scale) + zero, 0.0, top);
        answer.codes[at] = static_cast<int>(code);
        answer.values[at] = scale * (code - zero);
        const double error = (w[at] - answer.values[at]) / u[size(j * n + j)];
        for (std::int64_t k = j + 1; k < n; ++k) w[size(r * n + k)] -= error * u[size(j * n + k)];
    }

    void findGrid(const std::vector<double>& w, const std::vector<char>& keep, std::int64_t r, std::int64_t group, OracleAnswer& answer) const {
        const std::int64_t begin = group * m_grid.groupColumns(n), end = std::min(n, begin + m_grid.groupColumns(n));
        double sum = 0;
        std::int64_t others = 0;
        for (std::int64_t c = begin; c < end; ++c)
            if (!keep[size(r * n + c)]) sum += w[size(r * n + c)], ++others;
        const double mean = others > 0 ? sum / static_cast<double>(others) : 0.0;
        std::vector<double> x;
        for (std::int64_t c = begin; c < end; ++c) x.push_back(keep[size(r * n + c)] ? mean : w[size(r * n + c)]);

        const bool symmetric = m_grid.symmetry == Symmetry::Symmetric;
        const double top = (1 << m_grid.bits) - 1, middle = 1 << (m_grid.bits - 1);
        double low = 0, high = 0;
        for (const double value : x) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
        if (symmetric) {
            high = std::max(high, std::abs(low));
            if (low < 0) low = -high;
        }
        if (low == 0 && high == 0) low = -1, high = 1;
        double scale = (high - low) / top, zero = symmetric ? middle : std::nearbyint(-low / scale);
        double best = std::numeric_limits<double>::infinity();
        for (int i = 0; i < 80 && m_options.clipSearch == ClipSearch::On; ++i) {
            const double p = 1 - i / 100.0, s = p * (high - low) / top, z = symmetric ? middle : std::nearbyint(-p * low / s);
            double error = 0;
            for (const double v : x) error += std::pow(std::abs(s * (std::clamp(std::nearbyint(v / s) + z, 0.0, top) - z) - v), 2.4);
            if (error < best) best = error, scale = s, zero = z;
        }
        if (m_grid.scaleType == ScaleType::F16) scale = static_cast<double>(halfToFloat(floatToHalf(static_cast<float>(scale))));
        answer.scales[size(r * groups() + group)] = scale;
        answer.zeros[size(r * groups() + group)] = zero;
    }

    /// Dead columns, damping, then U of (H + damping)^-1 = Uᵀ U. Zeroes dead columns of w.
    std::vector<double> upperFactor(const std::vector<float>& hessian, std::vector<double>& w) const {
        std::vector<double> h(hessian.begin(), hessian.end());
        double trace = 0;
        for (std::int64_t j = 0; j < n; ++j) {
            if (h[size(j * n + j)] == 0) {
                h[size(j * n + j)] = 1;
                for (std::int64_t r = 0; r < m; ++r) w[size(r * n + j)] = 0;
            }
            trace += h[size(j * n + j)];
        }
        for (std::int64_t j = 0; j < n; ++j) h[size(j * n + j)] += m_options.damping * trace / static_cast<double>(n);
        const auto inverse = invert(h);
        std::vector<double> u(inverse.size());
        for (std::int64_t i = 0; i < n; ++i)
            for (std::int64_t j = i; j < n; ++j) {
                double sum = inverse[size(i * n + j)];
                for (std::int64_t k = 0; k < i; ++k) sum -= u[size(k * n + i)] * u[size(k * n + j)];
                u[size(i * n + j)] = i == j ? std::sqrt(sum) : sum / u[size(i * n + i)];
            }
        return u;
    }

    /// Gauss–Jordan; positive definite, so no pivoting.
    std::vector<double> invert(std::vector<double> a) const {
        std::vector<double> b(a.size());
        for (std::int64_t i = 0; i < n; ++i) b[size(i * n + i)] = 1;
        for (std::int64_t i = 0; i < n; ++i) {
            const double pivot = a[size(i * n + i)];
            for (std::int64_t k = 0; k < n; ++k) a[size(i * n + k)] /= pivot, b[size(i * n + k)] /= pivot;
            for (std::int64_t r = 0; r < n; ++r) {
                const double factor = a[size(r * n + i)];
                if (r == i || factor == 0) continue;
                for (std::int64_t k = 0; k < n; ++k) a[size(r * n + k)] -= factor * a[size(i * n + k)], b[size(r * n + k)] -= factor * b[size(i * n + k)];
            }
        }
        return b;
    }

    std::int64_t m, n;
    GridOptions m_grid;
    GptqOptions m_options;
};

}  // namespace tacq::test
