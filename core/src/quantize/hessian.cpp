#include "quantize/hessian.h"

#include <algorithm>
#include <cmath>

#include "tacq/base/run_context.h"

namespace tacq {
namespace {

constexpr std::int64_t kPanel = 192;          // columns: wide enough for full GEMM rate, narrow enough to skip the lower half

/// One attempt at the factor; undefined if some step meets a matrix that is not positive definite.
torch::Tensor tryFactor(const torch::Tensor& damped) {
    auto [lower, failed] = at::linalg_cholesky_ex(damped);
    if (failed.item<int>() != 0) return {};
    auto [upper, failedAgain] = at::linalg_cholesky_ex(at::cholesky_inverse(lower), true);
    if (failedAgain.item<int>() != 0) return {};
    return upper.mT().contiguous();
}

}  // namespace

Result<torch::Tensor> inputHessian(const torch::Tensor& x, std::span<const std::int64_t> lengths, const std::stop_token& stop) {
    const std::int64_t n = x.size(1);
    auto hessian = torch::zeros({n, n}, x.options().dtype(torch::kFloat32));
    std::int64_t begin = 0;
    for (std::size_t sample = 0; sample < lengths.size(); ++sample) {
        if (stop.stop_requested()) return RunContext{stop, {}, {}}.checkpoint().error();
        const auto count = static_cast<double>(sample + 1);
        hessian.mul_(static_cast<double>(sample) / count);
        const auto part = x.narrow(0, begin, lengths[sample]).to(torch::kFloat32) * std::sqrt(2.0 / count);
        const auto transposed = part.t();
        for (std::int64_t panel = 0; panel < n; panel += kPanel) {
            const std::int64_t width = std::min(kPanel, n - panel);
            hessian.narrow(0, 0, panel + width).narrow(1, panel, width).add_(transposed.narrow(0, 0, panel + width).mm(part.narrow(1, panel, width)));
        }
        begin += lengths[sample];
    }
    const auto upper = hessian.triu();
    return upper + upper.triu(1).t();
}

Result<HessianFactor> factorHessian(torch::Tensor hessian, const GptqOptions& options, const std::string& name, std::stop_token stop) {
    const torch::NoGradGuard noGrad;
    auto diagonal = hessian.diagonal();
    // NaN and infinity anywhere reach this sum, and finite entries cannot overflow it.
    if (!std::isfinite(hessian.sum(torch::kFloat64).item<double>()))
        return Error{ErrorCode::NonFinite, "the inputs of this matrix hold NaN or infinity on the calibration text", name,
                     "check that the model gives finite logits (tacq perplexity)"};
    HessianFactor factor;
    const auto dead = diagonal.eq(0);
    const auto flags = dead.to(torch::kCPU, torch::kUInt8).contiguous();
    factor.dead.assign(flags.data_ptr<std::uint8_t>(), flags.data_ptr<std::uint8_t>() + flags.numel());
    diagonal.masked_fill_(dead, 1.0);
    const float damping = diagonal.mean().item<float>() * static_cast<float>(options.damping);
    for (factor.tries = 1; factor.tries <= std::max(1, options.dampingRetries); ++factor.tries) {
        if (stop.stop_requested()) return RunContext{stop, {}, {}}.checkpoint().error();
        diagonal.add_(damping);
        factor.lower = tryFactor(hessian);
        if (!factor.lower.defined()) continue;
        factor.lower = factor.lower.cpu();
        return factor;
    }
    return Error{ErrorCode::Internal, "the Hessian stays singular however much it is damped", name, "use more or longer calibration samples"};
}

}  // namespace tacq
