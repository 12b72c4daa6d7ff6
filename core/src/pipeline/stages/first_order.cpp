#include "pipeline/stages/first_order.h"

#include <algorithm>
#include <cmath>

namespace tacq {
namespace {

constexpr std::int64_t kChunkElements = 1 << 21;

/// Σ G · |ΔW| over the kept weights of one matrix.
Result<double> keptPart(const SaliencyArtifact& artifact, std::size_t matrix, const CountAnswer& counts) {
    const LinearInfo& linear = artifact.meta().linears[matrix];
    const std::int64_t step = std::max<std::int64_t>(1, kChunkElements / linear.columns);
    std::vector<float> gradient, delta, scores;
    double sum = 0;
    for (std::int64_t row = 0; row < linear.rows; row += step) {
        const std::int64_t end = std::min(linear.rows, row + step);
        const auto n = static_cast<std::size_t>((end - row) * linear.columns);
        gradient.resize(n);
        delta.resize(n);
        scores.resize(n);
        TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Score, row, end, scores));
        TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Gradient, row, end, gradient));
        TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Delta, row, end, delta));
        const auto first = static_cast<std::uint64_t>(row * linear.columns);
        for (std::size_t i = 0; i < n; ++i)
            if (counts.keeps(scores[i], static_cast<std::uint32_t>(matrix), static_cast<std::uint32_t>(first + i)))
                sum += static_cast<double>(gradient[i]) * std::abs(static_cast<double>(delta[i]));
    }
    return sum;
}

}  // namespace

Result<double> firstOrderLoss(const SaliencyArtifact& artifact, const CountAnswer& counts, const RunContext& context) {
    const SaliencyMeta& meta = artifact.meta();
    double sum = 0;
    for (std::size_t i = 0; i < meta.figures.size(); ++i) {
        TACQ_CHECK(context.checkpoint());
        double kept = 0;
        if (counts.kept.at(i) > 0) { TACQ_TRY(kept, keptPart(artifact, i, counts)); }
        sum += std::max(0.0, meta.figures[i].firstOrder - kept);
    }
    return sum / static_cast<double>(std::max<std::int64_t>(meta.samples, 1));
}

}  // namespace tacq
