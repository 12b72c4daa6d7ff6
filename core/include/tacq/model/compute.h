#pragma once
#include <cstdint>
#include <string>

#include "tacq/base/result.h"

namespace tacq {

enum class ComputeType { F32, BF16 };

/// Where and how the arithmetic is done. All accumulations that METHODS asks for are float32 whatever the type.
struct ComputeOptions {
    std::string device = "auto";  ///< `auto`, `cpu`, `cuda`, `cuda:N`
    std::string dtype = "auto";   ///< `auto`, `f32`, `bf16`
    int threads = 0;              ///< 0: one per core
};
struct Compute {
    std::string device;  ///< `cpu` or `cuda:N`
    ComputeType type = ComputeType::F32;
    int threads = 1;
    std::string describe() const;  ///< `cpu, 2 threads, f32`
};
/// Resolves `auto` (bf16 only where this machine's bf16 GEMM rate is ≥ 1.5 × its f32 rate, measured once and remembered), sets thread counts of
/// LibTorch and parallelFor. InvalidArgument for unknown names or absent devices.
Result<Compute> resolveCompute(const ComputeOptions& options);

/// InvalidArgument unless the name is `auto`, `cpu`, `cuda` or `cuda:N`, whether or not the device is there.
Result<void> checkDeviceName(const std::string& name);

/// Floating-point operations per second (2·n³ per product) of a square n × n × n matrix product on `device` with the threads set now:
/// the best of `repeats` runs after one warm-up. The yardstick that benches and time forecasts divide by. Not cached.
/// @throws c10::Error where the device or type cannot multiply
double measureGemmRate(const std::string& device, ComputeType type, std::int64_t n = 2048, int repeats = 3);

}  // namespace tacq
