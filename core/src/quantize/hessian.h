#pragma once
// Private to quantize: second moments of a linear's inputs, and the factor that GPTQ walks along.
#include <torch/torch.h>

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/quantize/quantize.h"

namespace tacq {

/// H = (2/N) Σ x xᵀ over the rows of x [tokens, n] (any type and device): [n, n] float32, full symmetric. N = number of samples, whose
/// lengths add up to tokens. Summed in float32 sample by sample as the reference does, H ← H·k/(k+1) + (√(2/(k+1))·X)ᵀ(√(2/(k+1))·X), so that it is
/// equal to the last bit where LibTorch's products are. Only the panels on and above the diagonal are multiplied: half the work. Cancelled.
Result<torch::Tensor> inputHessian(const torch::Tensor& x, std::span<const std::int64_t> lengths, const std::stop_token& stop);

/// (H + damping)^-1 = Uᵀ U with U upper triangular (Frantar et al. 2022, section 3.4); lower = Uᵀ, row-major, on the CPU.
struct HessianFactor {
    torch::Tensor lower;              ///< [n, n] float32, contiguous, on the host
    std::vector<std::uint8_t> dead;   ///< per column: 1 where H_jj = 0, the input is never active
    int tries = 1;
};
/// Dead columns get H_jj = 1; damping·mean(diag H) is added once, and again after each failure. `hessian` is overwritten.
/// NonFinite, Internal (never positive definite) or Cancelled.
Result<HessianFactor> factorHessian(torch::Tensor hessian, const GptqOptions& options, const std::string& name, std::stop_token stop);

}  // namespace tacq
