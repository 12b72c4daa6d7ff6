#include "tacq/model/compute.h"

#include <torch/torch.h>

#include <charconv>
#include <optional>
#include <string_view>

#include "model/bf16_gain.h"
#include "model/torch_guard.h"
#include "tacq/base/parallel.h"

namespace tacq {
namespace {

/// N of `cuda:N`; nothing if the name is not of that form.
std::optional<int> cardNumber(const std::string& name) {
    constexpr std::string_view kPrefix = "cuda:";
    if (name.rfind(kPrefix, 0) != 0) return std::nullopt;
    int index = 0;
    const char *begin = name.data() + kPrefix.size(), *end = name.data() + name.size();
    if (begin == end || std::from_chars(begin, end, index).ptr != end || index < 0) return std::nullopt;
    return index;
}

Result<std::string> resolveDevice(const std::string& name) {
    const int cards = torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
    if (name == "auto") return std::string(cards > 0 ? "cuda:0" : "cpu");
    if (name == "cpu") return name;
    TACQ_CHECK(checkDeviceName(name));
    const int index = cardNumber(name).value_or(0);
    if (index >= cards)
        return Error{ErrorCode::InvalidArgument, "device '" + name + "' is not there: this machine and LibTorch build offer " +
                     std::to_string(cards) + " CUDA devices", "--device", "use --device cpu"};
    return "cuda:" + std::to_string(index);
}

}  // namespace

Result<void> checkDeviceName(const std::string& name) {
    if (name == "auto" || name == "cpu" || name == "cuda" || cardNumber(name)) return {};
    return Error{ErrorCode::InvalidArgument, "unknown device '" + name + "'", "--device", "use auto, cpu, cuda or cuda:N"};
}

std::string Compute::describe() const {
    std::string text = device;
    if (device == "cpu") text += ", " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
    return text + (type == ComputeType::BF16 ? ", bf16" : ", f32");
}

Result<Compute> resolveCompute(const ComputeOptions& options) {
    if (options.threads < 0 || options.threads > 4096)
        return Error{ErrorCode::InvalidArgument, "cannot use " + std::to_string(options.threads) + " threads", "--threads",
                     "give a positive number, or 0 for one per core"};
    if (options.dtype != "auto" && options.dtype != "f32" && options.dtype != "bf16")
        return Error{ErrorCode::InvalidArgument, "unknown compute type '" + options.dtype + "'", "--dtype", "use auto, f32 or bf16"};
    return guarded("compute", [&]() -> Result<Compute> {
        Compute compute;
        TACQ_TRY(compute.device, resolveDevice(options.device));
        setThreadCount(options.threads);
        compute.threads = threadCount();
        at::set_num_threads(compute.threads);
        const bool bf16 = options.dtype == "bf16" || (options.dtype == "auto" && bf16PaysOff(compute.device, compute.threads));
        compute.type = bf16 ? ComputeType::BF16 : ComputeType::F32;
        return compute;
    });
}

Error outOfMemory(const std::string& what) {
    return {ErrorCode::OutOfMemory, "not enough memory", what, "use fewer or shorter samples, a smaller model, or a machine with more memory"};
}

Error fromTorch(const c10::Error& error, const std::string& what) {
    const std::string text = error.what_without_backtrace();
    // The CPU allocator has no exception type of its own, only these texts.
    for (const char* sign : {"not enough memory", "out of memory", "allocate memory"})
        if (text.find(sign) != std::string::npos) return outOfMemory(what);
    return {ErrorCode::Internal, "LibTorch: " + text.substr(0, text.find('\n')), what, "this is a defect: please report it with the command that led here"};
}

}  // namespace tacq
