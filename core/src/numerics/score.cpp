#include "tacq/numerics/score.h"

#include <array>
#include <cassert>
#include <cmath>

namespace tacq {
namespace {

struct MethodInfo {
    std::string_view name;
    bool keeps, gradient, simulation;
};

// Indexed by Method.
constexpr std::array kMethods{
    MethodInfo{"rtn", false, false, false},      MethodInfo{"gptq", false, false, false}, MethodInfo{"tacq", true, true, true},
    MethodInfo{"random", true, false, false},    MethodInfo{"magnitude", true, false, false},
    MethodInfo{"gradient", true, true, false},   MethodInfo{"msg", true, true, false},    MethodInfo{"qal", true, true, true},
};
static_assert(kMethods.size() == static_cast<std::size_t>(Method::Qal) + 1);

const MethodInfo& info(Method method) { return kMethods.at(static_cast<std::size_t>(method)); }

// Finalizer of SplitMix64 (Steele, Lea, Flood 2014): a bijection of 64 bits that passes statistical tests on counters.
std::uint64_t mix(std::uint64_t x) {
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ x >> 27) * 0x94d049bb133111ebull;
    return x ^ x >> 31;
}

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15ull;

void randomScores(std::uint64_t seed, std::uint32_t tensor, std::uint64_t first, std::span<float> out) {
    const std::uint64_t stream = mix(mix(seed + kGolden) + (static_cast<std::uint64_t>(tensor) + 1) * kGolden);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<float>(mix(stream + (first + i + 1) * kGolden) >> 40) * 0x1p-24f;
}

}  // namespace

std::string_view methodName(Method method) { return info(method).name; }
bool keepsWeights(Method method) { return info(method).keeps; }
bool needsGradient(Method method) { return info(method).gradient; }
bool needsSimulation(Method method) { return info(method).simulation; }

Result<Method> parseMethod(std::string_view name) {
    std::string names;
    for (std::size_t i = 0; i < kMethods.size(); ++i) {
        if (kMethods[i].name == name) return static_cast<Method>(i);
        names += (i ? ", " : "") + std::string(kMethods[i].name);
    }
    return Error{ErrorCode::InvalidArgument, "unknown method \"" + std::string(name) + "\"", "--method", "choose one of " + names};
}

void score(Method method, std::span<const float> gradient, std::span<const float> weight, std::span<const float> quantized,
           std::uint64_t seed, std::uint32_t tensor, std::uint64_t firstPosition, std::span<float> out) {
    const std::size_t n = out.size();
    const float *g = gradient.data(), *w = weight.data(), *q = quantized.data();
    float* s = out.data();
    assert(!needsGradient(method) || gradient.size() == n);
    assert(!needsSimulation(method) || (quantized.size() == n && weight.size() == n));
    switch (method) {
        case Method::Tacq:
            for (std::size_t i = 0; i < n; ++i) s[i] = std::fabs((g[i] * (w[i] - q[i])) * w[i]);
            return;
        case Method::Qal:
            for (std::size_t i = 0; i < n; ++i) s[i] = std::fabs(g[i] * (w[i] - q[i]));
            return;
        case Method::Msg:
            for (std::size_t i = 0; i < n; ++i) s[i] = std::fabs(g[i] * w[i]);
            return;
        case Method::Gradient:
            for (std::size_t i = 0; i < n; ++i) s[i] = std::fabs(g[i]);
            return;
        case Method::Magnitude:
            for (std::size_t i = 0; i < n; ++i) s[i] = std::fabs(w[i]);
            return;
        case Method::Random: return randomScores(seed, tensor, firstPosition, out);
        case Method::Rtn:
        case Method::Gptq:
            for (std::size_t i = 0; i < n; ++i) s[i] = 0;
            return;
    }
}

}  // namespace tacq
