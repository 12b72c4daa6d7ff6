#include <torch/torch.h>

#include <algorithm>
#include <chrono>

#include "tacq/model/compute.h"

namespace tacq {

double measureGemmRate(const std::string& device, ComputeType type, std::int64_t n, int repeats) {
    const torch::InferenceMode inference;
    const torch::Device place(device);
    const auto options = torch::TensorOptions().device(place).dtype(type == ComputeType::BF16 ? torch::kBFloat16 : torch::kFloat32);
    const auto a = torch::full({n, n}, 0.5, options), b = torch::full({n, n}, 0.25, options);
    auto product = torch::empty({n, n}, options);
    const auto settle = [&] { if (place.is_cuda()) torch::cuda::synchronize(place.index()); };
    torch::mm_out(product, a, b);
    settle();
    double best = 1e300;
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        torch::mm_out(product, a, b);
        settle();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    const double size = static_cast<double>(n);
    return 2.0 * size * size * size / std::max(best, 1e-9);
}

}  // namespace tacq
