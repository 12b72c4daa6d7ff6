#pragma once
#include <cstdint>
#include <span>

#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// What a forecast reads of a model. The spans and the config are the caller's and must outlive the value.
struct ModelGeometry {
    std::span<const LinearInfo> linears;
    std::span<const TensorInfo> tensors;  ///< all of them, the linears' included
    const ModelConfig* config = nullptr;
};
ModelGeometry geometryOf(const Checkpoint& model);

/// What the work is about, in counts.
struct WorkSize {
    std::int64_t calibrationTokens = 0;  ///< all rows together
    std::int64_t longestRow = 0;         ///< tokens
    bool gradient = false;               ///< the method needs |gradient| sums
    int passes = 0;                      ///< GPTQ passes over the model
    std::uint64_t outputBytes = 0;       ///< files in OUT, staging included
    std::int64_t scoredTokens = 0;       ///< tokens whose loss is measured, all models together
    std::int64_t tuningEpochs = 0;       ///< of circuit tuning, at most; 0: none
    bool tuningInGroups = false;         ///< several scales a row
};

/// What a job will need, from bytes and floating-point operations, before it starts.
struct Forecast {
    std::uint64_t memoryBytes = 0;         ///< least peak resident memory: weights streamed, one block alive at a time
    std::uint64_t workspaceBytes = 0;      ///< artifacts
    std::uint64_t outputBytes = 0;
    double gradientFlops = 0, quantizeFlops = 0, tuneFlops = 0, evaluateFlops = 0;
    double flops() const { return gradientFlops + quantizeFlops + tuneFlops + evaluateFlops; }
};
Forecast forecast(const ModelGeometry& model, const WorkSize& work);

/// Seconds for that work on a machine whose matrix products run at `flopsPerSecond` (`tacq probe`): the stages run at that rate, give or take a
/// tenth (docs/figures.md, "How fast it is"); what is not arithmetic is a constant. 0 where the rate is not positive.
double forecastSeconds(double flops, double flopsPerSecond);

}  // namespace tacq
