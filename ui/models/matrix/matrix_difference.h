#pragma once
#include "models/matrix/marginals.h"
#include "models/matrix/matrix_raster.h"

namespace tacq::ui {

/// Brings a quantity of one saliency to a measure that another one shares: gradients and scores are sums over samples, so they are divided by
/// their number; the rest is comparable as it is.
double perSample(const SaliencySource& source, MatrixQuantity quantity);

/// Range of a quantity of a matrix; Kept is a share (log: from a hundredth of the kept share up to 1).
ValueRange quantityRange(const SaliencySource& source, std::size_t matrix, MatrixQuantity quantity, std::uint64_t kept);

/// Symmetric range of a difference: high is the larger of both maxima, low where the difference counts as nothing on a log scale.
ValueRange differenceRange(const SaliencySource& a, std::uint64_t keptA, const SaliencySource& b, std::uint64_t keptB, std::size_t matrix, MatrixQuantity quantity);

/// Means per row and column of what is shown; for Kept the share of kept weights. Not for the GUI thread.
Marginals quantityMarginals(const SaliencySource& source, std::size_t matrix, MatrixQuantity quantity, std::uint64_t kept);

/// How far apart the means per row and column of two saliencies lie, each brought to a measure they share (perSample). Not for the GUI thread.
Marginals differenceMarginals(const SaliencySource& a, std::uint64_t keptA, const SaliencySource& b, std::uint64_t keptB, std::size_t matrix, MatrixQuantity quantity);

/// Are both of the same matrices? Else they cannot be subtracted.
bool sameMatrices(const SaliencyMeta& a, const SaliencyMeta& b);

}  // namespace tacq::ui
