#pragma once
// Private to quantize: masked GPTQ of one matrix against a factor that several matrices may share.
#include <stop_token>

#include "quantize/hessian.h"
#include "quantize/packing.h"
#include "tacq/base/result.h"
#include "tacq/quantize/quantize.h"

namespace tacq {

/// Seconds summed over threads.
struct SolverSeconds {
    double grid = 0, columns = 0;
};

/// `input` has passed checkMatrix. Kept values are not yet rounded to 16 bit (roundKept). Cancelled once a stop is requested.
Result<PackedLinear> solveGptq(const MatrixInput& input, const HessianFactor& factor, const GptqOptions& options, std::stop_token stop,
                               SolverSeconds* seconds = nullptr);

/// Σ (W − Ŵ)² and max |W − Ŵ| of the packed truth.
QuantizeFigures measureError(const MatrixInput& input, const PackedLinear& packed);

}  // namespace tacq
