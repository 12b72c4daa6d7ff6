#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

/// How two sets of kept weights of one model overlap, tensor by tensor and in all.
struct CircuitOverlap {
    struct Tensor {
        std::string name;
        std::int64_t layer = 0;
        LinearKind kind = LinearKind::Query;
        std::uint64_t weights = 0, keptA = 0, keptB = 0;
        std::uint64_t both = 0;   ///< |A ∩ B|
        /// What chance would give: the hypergeometric mean keptA · keptB / weights, i.e. keptB weights drawn at random from the tensor.
        double expected = 0;
    };
    std::vector<Tensor> perTensor;   ///< model order
    std::uint64_t keptA = 0, keptB = 0, both = 0;
    double expected = 0;             ///< Σ over tensors
    double jaccard = 0;              ///< |A ∩ B| / |A ∪ B|; NaN when both are empty
    /// The same ratio at the expected overlap: E / (keptA + keptB − E), with E summed over tensors. How the circuits share their weights out
    /// among tensors is thus taken as given; only where they sit inside each is left to chance. NaN when both are empty.
    double expectedJaccard = 0;
};

/// both / (a + b − both); NaN when nothing is kept.
double jaccardIndex(double both, std::uint64_t a, std::uint64_t b);

/// keptA[i] and keptB[i]: row-major positions of the kept weights of linears[i], any order, no position twice. Cost: a bit per weight of the
/// largest tensor, and a step per kept weight. InvalidArgument where a position lies outside its tensor or the lists are not of one length.
Result<CircuitOverlap> overlapOf(std::span<const LinearInfo> linears, std::span<const std::span<const std::uint32_t>> keptA,
                                 std::span<const std::span<const std::uint32_t>> keptB);

/// InvalidArgument unless both saliencies are of the same weights (same identity, same linears).
Result<void> requireSameModel(const SaliencyMeta& a, const SaliencyMeta& b);

/// The circuits that a budget of floor(outliers · N) weights gives in each. InvalidArgument: models differ, or the budget reaches below the
/// sketches' tails (at least 5 % of all weights are in them).
Result<CircuitOverlap> compareCircuits(const SaliencyArtifact& a, const SaliencyArtifact& b, double outliers);

}  // namespace tacq
