#include "tacq/store/circuit_overlap.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tacq/budget/ledger.h"

namespace tacq {
namespace {

Error outside(const LinearInfo& linear) { return {ErrorCode::InvalidArgument, "a kept position lies outside its tensor", linear.name, ""}; }

/// Counts the positions of b that are marked by a, in a scratch of one bit a weight that is clean before and after.
Result<std::uint64_t> shared(const LinearInfo& linear, std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, std::vector<std::uint64_t>& bits) {
    const auto weights = static_cast<std::uint64_t>(linear.elements());
    bits.resize(std::max<std::size_t>(bits.size(), static_cast<std::size_t>((weights + 63) / 64)));
    const auto inside = [weights](std::uint32_t position) { return position < weights; };
    if (!std::all_of(a.begin(), a.end(), inside) || !std::all_of(b.begin(), b.end(), inside)) return outside(linear);
    for (const std::uint32_t position : a) bits[position / 64] |= std::uint64_t{1} << position % 64;
    std::uint64_t both = 0;
    for (const std::uint32_t position : b) both += bits[position / 64] >> position % 64 & 1;
    for (const std::uint32_t position : a) bits[position / 64] = 0;
    return both;
}

Result<std::vector<std::span<const std::uint32_t>>> circuitOf(const SaliencyArtifact& artifact, double outliers) {
    std::int64_t weights = 0;
    for (const LinearInfo& linear : artifact.meta().linears) weights += linear.elements();
    TACQ_TRY(const std::uint64_t k, keptForFraction(outliers, weights));
    const CountAnswer counts = artifact.counts(k);
    bool reached = counts.exact;
    // Counts of whole bins may be exact below the tails too; which weights they are is not known there.
    for (std::size_t i = 0; i < counts.kept.size(); ++i) reached = reached && counts.kept[i] <= artifact.tail(i).position.size();
    if (!reached)
        return Error{ErrorCode::InvalidArgument, "the sketches tell the strongest weights only down to a share of " + std::to_string(static_cast<double>(artifact.exactUpTo()) / static_cast<double>(weights)),
                     "outliers", "compare at a smaller share"};
    std::vector<std::span<const std::uint32_t>> kept;
    for (std::size_t i = 0; i < counts.kept.size(); ++i) kept.push_back(artifact.tail(i).position.first(static_cast<std::size_t>(counts.kept[i])));
    return kept;
}

}  // namespace

double jaccardIndex(double both, std::uint64_t a, std::uint64_t b) {
    const double either = static_cast<double>(a) + static_cast<double>(b) - both;
    return either > 0 ? both / either : std::numeric_limits<double>::quiet_NaN();
}

Result<CircuitOverlap> overlapOf(std::span<const LinearInfo> linears, std::span<const std::span<const std::uint32_t>> keptA,
                                 std::span<const std::span<const std::uint32_t>> keptB) {
    if (keptA.size() != linears.size() || keptB.size() != linears.size())
        return Error{ErrorCode::InvalidArgument, "a circuit has another number of tensors than the model", "", ""};
    CircuitOverlap overlap;
    std::vector<std::uint64_t> bits;
    for (std::size_t i = 0; i < linears.size(); ++i) {
        const LinearInfo& linear = linears[i];
        CircuitOverlap::Tensor tensor{linear.name, linear.layer, linear.kind, static_cast<std::uint64_t>(linear.elements()), keptA[i].size(), keptB[i].size(), 0, 0};
        TACQ_TRY(tensor.both, shared(linear, keptA[i], keptB[i], bits));
        tensor.expected = tensor.weights ? static_cast<double>(tensor.keptA) * static_cast<double>(tensor.keptB) / static_cast<double>(tensor.weights) : 0;
        overlap.keptA += tensor.keptA;
        overlap.keptB += tensor.keptB;
        overlap.both += tensor.both;
        overlap.expected += tensor.expected;
        overlap.perTensor.push_back(std::move(tensor));
    }
    overlap.jaccard = jaccardIndex(static_cast<double>(overlap.both), overlap.keptA, overlap.keptB);
    overlap.expectedJaccard = jaccardIndex(overlap.expected, overlap.keptA, overlap.keptB);
    return overlap;
}

Result<void> requireSameModel(const SaliencyMeta& a, const SaliencyMeta& b) {
    const bool linears = std::equal(a.linears.begin(), a.linears.end(), b.linears.begin(), b.linears.end(),
                                    [](const LinearInfo& x, const LinearInfo& y) { return x.name == y.name && x.rows == y.rows && x.columns == y.columns; });
    if (linears && a.modelIdentity == b.modelIdentity) return {};
    return Error{ErrorCode::InvalidArgument, "the two circuits are of different models" + std::string(linears ? ": the same shapes with other weights" : ""),
                 a.modelName + " (" + a.modelPath + ") and " + b.modelName + " (" + b.modelPath + ")", "compare saliencies of one model: other tasks, seeds or widths"};
}

Result<CircuitOverlap> compareCircuits(const SaliencyArtifact& a, const SaliencyArtifact& b, double outliers) {
    TACQ_CHECK(requireSameModel(a.meta(), b.meta()));
    TACQ_TRY(const auto keptA, circuitOf(a, outliers));
    TACQ_TRY(const auto keptB, circuitOf(b, outliers));
    return overlapOf(a.meta().linears, keptA, keptB);
}

}  // namespace tacq
