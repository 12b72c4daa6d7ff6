#include "models/matrix/matrix_difference.h"

#include <algorithm>
#include <cmath>

namespace tacq::ui {

double perSample(const SaliencySource& source, MatrixQuantity quantity) {
    const bool summed = quantity == MatrixQuantity::Gradient || quantity == MatrixQuantity::Score;
    return summed && source.meta().samples > 0 ? 1.0 / static_cast<double>(source.meta().samples) : 1.0;
}

ValueRange quantityRange(const SaliencySource& source, std::size_t matrix, MatrixQuantity quantity, std::uint64_t kept) {
    if (quantity != MatrixQuantity::Kept) return matrixRange(source, matrix, layerOf(quantity));
    const double share = static_cast<double>(kept) / static_cast<double>(elementsOf(source.meta().linears[matrix]));
    return {std::clamp(share / 100, 1e-6, 0.1), 1};
}

ValueRange differenceRange(const SaliencySource& a, std::uint64_t keptA, const SaliencySource& b, std::uint64_t keptB, std::size_t matrix, MatrixQuantity quantity) {
    const double factorA = perSample(a, quantity), factorB = perSample(b, quantity);
    const ValueRange rangeA = quantityRange(a, matrix, quantity, keptA), rangeB = quantityRange(b, matrix, quantity, keptB);
    const double high = std::max(rangeA.high * factorA, rangeB.high * factorB);
    return {std::clamp(std::min(rangeA.low * factorA, rangeB.low * factorB), high * 1e-4, high / 10), high};
}

Marginals quantityMarginals(const SaliencySource& source, std::size_t matrix, MatrixQuantity quantity, std::uint64_t kept) {
    if (quantity != MatrixQuantity::Kept) return computeMarginals(source, matrix, layerOf(quantity));
    const LinearInfo& linear = source.meta().linears[matrix];
    Marginals shares{std::vector<float>(static_cast<std::size_t>(linear.rows)), std::vector<float>(static_cast<std::size_t>(linear.columns)), 1};
    const auto strongest = source.strongest(matrix);
    const auto divisor = static_cast<std::uint32_t>(linear.columns);
    for (const std::uint32_t position : strongest.first(static_cast<std::size_t>(std::min<std::uint64_t>(kept, strongest.size())))) {
        shares.rows[position / divisor] += 1.0f / static_cast<float>(linear.columns);
        shares.columns[position % divisor] += 1.0f / static_cast<float>(linear.rows);
    }
    return shares;
}

Marginals differenceMarginals(const SaliencySource& a, std::uint64_t keptA, const SaliencySource& b, std::uint64_t keptB, std::size_t matrix, MatrixQuantity quantity) {
    Marginals mine = quantityMarginals(a, matrix, quantity, keptA);
    const Marginals others = quantityMarginals(b, matrix, quantity, keptB);
    const auto factorA = static_cast<float>(perSample(a, quantity)), factorB = static_cast<float>(perSample(b, quantity));
    const auto apart = [&](std::vector<float>& left, const std::vector<float>& right) {
        for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) left[i] = std::fabs(factorA * left[i] - factorB * right[i]);
    };
    apart(mine.rows, others.rows);
    apart(mine.columns, others.columns);
    return mine;
}

bool sameMatrices(const SaliencyMeta& a, const SaliencyMeta& b) {
    return std::equal(a.linears.begin(), a.linears.end(), b.linears.begin(), b.linears.end(),
                      [](const LinearInfo& x, const LinearInfo& y) { return x.name == y.name && x.rows == y.rows && x.columns == y.columns; });
}

}  // namespace tacq::ui
