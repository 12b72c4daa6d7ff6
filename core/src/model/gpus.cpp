#include <dlfcn.h>
#include <torch/torch.h>

#include <array>

#include "tacq/model/gpus.h"

namespace tacq {
namespace {

// The driver's own interface, which has no header here: names and sizes without the memory that a CUDA context takes.
using GetDevice = int (*)(int* device, int ordinal);
using GetName = int (*)(char* name, int length, int device);
using GetMemory = int (*)(std::size_t* bytes, int device);
using Init = int (*)(unsigned flags);

template <typename Function>
Function symbol(void* library, const char* name) {
    return reinterpret_cast<Function>(::dlsym(library, name));
}

void describe(void* driver, int ordinal, GpuInfo& gpu) {
    const auto init = symbol<Init>(driver, "cuInit");
    const auto getDevice = symbol<GetDevice>(driver, "cuDeviceGet");
    const auto getName = symbol<GetName>(driver, "cuDeviceGetName");
    const auto getMemory = symbol<GetMemory>(driver, "cuDeviceTotalMem_v2");
    int device = 0;
    if (!init || !getDevice || !getName || !getMemory || init(0) != 0 || getDevice(&device, ordinal) != 0) return;
    std::array<char, 256> name{};
    if (getName(name.data(), static_cast<int>(name.size()) - 1, device) == 0) gpu.name = name.data();
    std::size_t bytes = 0;
    if (getMemory(&bytes, device) == 0) gpu.memoryBytes = bytes;
}

}  // namespace

std::vector<GpuInfo> listGpus() {
    std::vector<GpuInfo> gpus;
    if (!torch::cuda::is_available()) return gpus;
    void* driver = ::dlopen("libcuda.so.1", RTLD_LAZY);
    for (int i = 0; i < static_cast<int>(torch::cuda::device_count()); ++i) {
        GpuInfo gpu{"cuda:" + std::to_string(i), 0};
        if (driver) describe(driver, i, gpu);
        gpus.push_back(std::move(gpu));
    }
    if (driver) ::dlclose(driver);
    return gpus;
}

}  // namespace tacq
