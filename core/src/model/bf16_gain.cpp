#include "model/bf16_gain.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#if defined(__aarch64__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

#include "base/json.h"
#include "tacq/base/file_io.h"
#include "tacq/model/compute.h"
#include "tacq/model/gpus.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr double kBf16Gain = 1.5;  // below this, bf16's lost digits buy too little
// ~1 GFLOP a product: enough to fill a processor's cores, short even on emulated bf16. A card needs more for a launch not to count.
constexpr std::int64_t kProcessorProduct = 768, kCardProduct = 4096;
constexpr int kRounds = 3;  // the two types in turn, so that a busy moment does not meet one of them alone

/// Without instructions of its own for it, a processor only emulates bf16.
bool processorMultipliesBf16() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16");
#elif defined(__aarch64__) && defined(HWCAP2_BF16)
    return (::getauxval(AT_HWCAP2) & HWCAP2_BF16) != 0;
#else
    return false;
#endif
}

bool measured(const std::string& device) {
    const std::int64_t n = device == "cpu" ? kProcessorProduct : kCardProduct;
    try {
        double f32 = 0, bf16 = 0;
        for (int round = 0; round < kRounds; ++round) {
            f32 = std::max(f32, measureGemmRate(device, ComputeType::F32, n));
            bf16 = std::max(bf16, measureGemmRate(device, ComputeType::BF16, n));
        }
        return bf16 >= kBf16Gain * f32;
    } catch (const c10::Error&) {
        return false;  // a device that cannot multiply bf16 has no gain from it
    }
}

std::string processorName() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.rfind("model name", 0) == 0 && line.find(':') != std::string::npos) return line.substr(line.find(':') + 1);
    return {};
}

std::string cardName(const std::string& device) {
    const auto gpus = listGpus();
    const auto index = static_cast<std::size_t>(std::atoi(device.substr(device.find(':') + 1).c_str()));
    return index < gpus.size() ? gpus[index].name : device;
}

/// Empty where the user has no folder for such things.
fs::path cacheFile() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value ? value : "");
    };
    if (const auto cache = variable("XDG_CACHE_HOME"); cache.is_absolute()) return cache / "tacq" / "bf16-gain.json";
    if (const auto home = variable("HOME"); home.is_absolute()) return home / ".cache" / "tacq" / "bf16-gain.json";
    return {};
}

}  // namespace

bool rememberedAnswer(const fs::path& file, const std::string& key, const std::function<bool()>& measure) {
    Json answers = Json::object();
    if (const auto text = readText(file, 1u << 20); text.ok())
        if (auto parsed = parseJson(text.value(), file.string()); parsed.ok() && parsed.value().is_object()) answers = std::move(parsed).value();
    if (const auto known = answers.find(key); known != answers.end() && known->is_boolean()) return known->get<bool>();
    const bool answer = measure();
    answers[key] = answer;
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    (void)writeTextAtomic(file, dumpJson(answers, 2) + "\n");
    return answer;
}

bool bf16PaysOff(const std::string& device, int threads) {
    const bool cpu = device == "cpu";
    if (cpu && !processorMultipliesBf16()) return false;
    // Also once per process: where nothing can be remembered, two stages of a run must still agree.
    static std::map<std::string, bool> answers;
    const std::string key = (cpu ? "cpu" + processorName() + ", " + std::to_string(threads) + " threads" : cardName(device)) + ", LibTorch " + TORCH_VERSION;
    const auto known = answers.find(key);
    if (known != answers.end()) return known->second;
    const fs::path file = cacheFile();
    const auto measure = [&] { return measured(device); };
    return answers[key] = file.empty() ? measure() : rememberedAnswer(file, key, measure);
}

}  // namespace tacq
