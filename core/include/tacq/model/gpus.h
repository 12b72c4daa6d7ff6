#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace tacq {

struct GpuInfo {
    std::string name;   ///< as its driver calls it
    std::uint64_t memoryBytes = 0;
};
/// The cards behind `cuda:0`, `cuda:1`, … in that order; empty where this LibTorch build has none. Makes no CUDA context.
std::vector<GpuInfo> listGpus();

}  // namespace tacq
