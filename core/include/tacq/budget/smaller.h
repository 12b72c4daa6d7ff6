#pragma once
#include <cstdint>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/budget/forecast.h"
#include "tacq/budget/ledger.h"

namespace tacq {

/// "Make it smaller": what a person says, in figures.
struct SmallerRequest {
    ModelGeometry model;
    std::uint64_t targetBytes = 0;     ///< all .safetensors files together; used when > 0, else
    double targetBits = 0;             ///< the ledger's total
    double seconds = 300;              ///< how long the work may take
    double flopsPerSecond = 0;         ///< this machine's matrix products (`tacq probe`); 0: unknown, so that the least text is taken
    std::int64_t evaluationRows = 64;  ///< rows that perplexity is measured on, of both models, as long as the calibration's
};

/// What follows from it: every setting of the run, its size to the byte, its time and memory. Says nothing of quality: that is measured.
struct SmallerPlan {
    GridOptions grid;
    EmbeddingBits embeddingBits = EmbeddingBits::Source16;
    double fraction = 0;               ///< of the quantizable weights kept in 16 bit; keptForFraction(fraction) = kept
    std::uint64_t kept = 0;
    Ledger ledger;                     ///< modelBytes is the finished size, wherever the kept weights lie (rows above 65,535 columns: at most that)
    std::int64_t samples = 0, tokens = 0;
    Forecast need;
    double saliencySeconds = 0, quantizeSeconds = 0, measureSeconds = 0;
    double seconds() const { return saliencySeconds + quantizeSeconds + measureSeconds; }
    bool inTime = true;                ///< false: even the least text takes longer than allowed
};

inline constexpr double kLeastKeptFraction = 0.0035;  ///< what the TaCQ paper keeps
inline constexpr double kMostKeptFraction = 0.02;     ///< more costs size and brings little (issue 5)

/// Widths from wide to narrow (8; 4 with groups of 64, of 128, of a row; the same for 3 and 2), each with 16-bit and then 8-bit embeddings: the first that
/// fits with kLeastKeptFraction kept. What is left of the size goes into more kept weights, in steps of three digits, up to kMostKeptFraction.
/// Then samples × tokens: as many as fit in the time, 4 × 128 at least and 128 × 2048 at most (and no more tokens than the model's context); longer
/// samples, up to 512, once there are 16, and beyond that once there are 128.
/// InvalidArgument: no target, or one below what the narrowest takes (the message says how many bytes or bits that is).
Result<SmallerPlan> planSmaller(const SmallerRequest& request);

/// A size worth offering: what planSmaller() needs to take this width.
struct OfferedSize {
    int bits = 0;
    std::uint64_t bytes = 0;
};

/// For 4, 3 and 2 bits, wide first: the size of that width with 8-bit embeddings and the finest groups (64, 128, a row) that make it smaller than `modelBytes`
/// by 5 % at least. A width that cannot is left out. InvalidArgument for a model without matrices to quantize.
Result<std::vector<OfferedSize>> offeredSizes(const ModelGeometry& model, std::uint64_t modelBytes);

/// The smallest size that planSmaller() agrees to. InvalidArgument for a model without matrices to quantize.
Result<std::uint64_t> smallestBytes(const ModelGeometry& model);

}  // namespace tacq
