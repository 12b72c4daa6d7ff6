#pragma once
#include <QString>
#include <cstdint>
#include <vector>

#include "tacq/base/result.h"

namespace tacq::ui {

/// How the values of one tensor are spread: equal bins from −high to high.
struct TensorHistogram {
    double high = 0;                      ///< largest magnitude seen
    std::vector<std::uint64_t> counts;    ///< kBins
    std::uint64_t values = 0, seen = 0;   ///< all values; those looked at: all of them, or every n-th row of a large tensor
    double mean = 0, deviation = 0;       ///< of those seen
    static constexpr int kBins = 121;
    static constexpr std::int64_t kMost = 8 << 20;   ///< values looked at, at most (and a row more)
};
/// Opens the model, reads the tensor row by row. Not for the GUI thread.
Result<TensorHistogram> tensorHistogram(const QString& modelPath, const QString& tensor);
/// The bins for values that are there already.
TensorHistogram histogramOf(const std::vector<float>& values);

}  // namespace tacq::ui
