#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"

namespace tacq {

/// What can be known of a single weight: the gradient G = Σ|∂L/∂W| over the samples, W itself, and Ŵ of the simulated quantization.
enum class WeightPart : std::uint8_t { Gradient, Weight, Quantized };

/// A set of them.
class WeightParts {
public:
    constexpr WeightParts(std::initializer_list<WeightPart> parts) {
        for (const WeightPart part : parts) m_bits |= bit(part);
    }
    constexpr bool has(WeightPart part) const { return (m_bits & bit(part)) != 0; }

private:
    static constexpr unsigned bit(WeightPart part) { return 1u << static_cast<unsigned>(part); }
    unsigned m_bits = 0;
};

/// Consecutive weights of one row-major matrix, as a score sees them. Parts that it does not need may be empty.
struct ScoreData {
    std::span<const float> gradient, weight, quantized;
    std::uint64_t seed = 0;
    std::uint32_t tensor = 0;          ///< index of the matrix in model order
    std::uint64_t firstPosition = 0;   ///< row-major index of the first weight
};

/// How weights to keep are chosen: one entry of the table in src/numerics/methods.cpp. All methods share budget, grid and masked GPTQ; only the score
/// differs (METHODS section 2). Command line, reports, the window's lists and artifact keys read this entry and nothing else.
struct MethodSpec {
    std::string_view name;             ///< key in commands, JSON and artifacts: `tacq`. Never changes
    std::string_view title;            ///< for people: `TaCQ`
    std::string_view formula;          ///< in G, W and ΔW = W − Ŵ: `|G · ΔW · W|`; empty where nothing is kept
    WeightParts needs;                 ///< what the kernel reads; stages make what is not there yet
    bool seeded = false;               ///< the score depends on the seed, which then enters artifact keys
    bool readsText = true;             ///< false: quantizing looks at no calibration text (round to nearest)
    /// Scores of data's weights, one each, in float32; the same for any split into calls. Null: this method keeps nothing.
    void (*kernel)(const ScoreData& data, std::span<float> out) = nullptr;
};

/// A method: a reference to its entry. Cheap to copy; equal for the same entry.
class Method {
public:
    static const Method Rtn, Gptq, Tacq, Random, Magnitude, Gradient, Msg, Qal;
    constexpr explicit Method(const MethodSpec& spec) : m_spec(&spec) {}
    constexpr const MethodSpec* operator->() const { return m_spec; }
    constexpr const MethodSpec& operator*() const { return *m_spec; }
    constexpr bool operator==(const Method&) const = default;

private:
    const MethodSpec* m_spec;
};

std::vector<Method> methods();                              ///< every one, in the order of help
std::vector<Method> scoringMethods();                       ///< those that keep weights, each by a score of its own
std::string listNames(const std::vector<Method>& methods);  ///< `tacq, random, …`
Result<Method> parseMethod(std::string_view name);          ///< InvalidArgument lists the names
/// A method from outside the table, of a test or a program on top; `spec` must live as long as the process. To be called before other threads ask.
/// AlreadyExists where the name is taken.
Result<Method> addMethod(const MethodSpec& spec);

inline std::string_view methodName(Method method) { return method->name; }
inline bool keepsWeights(Method method) { return method->kernel != nullptr; }
inline bool needsGradient(Method method) { return method->needs.has(WeightPart::Gradient); }
inline bool needsSimulation(Method method) { return method->needs.has(WeightPart::Quantized); }

/// Scores of consecutive weights of one row-major matrix (TaCQ, arXiv 2504.07389, section 3):
/// Tacq |G·(Ŵ−W)·W|, Qal |G·(Ŵ−W)|, Msg |G·W|, Gradient G, Magnitude |W|, Random uniform [0,1) from (seed, tensor, position).
/// float32, evaluated left to right as abs((G·(W−Ŵ))·W), every product rounded. Random is counter-based: with mix = SplitMix64's finalizer and
/// φ = 0x9e3779b97f4a7c15, the top 24 bits of mix(mix(mix(seed + φ) + (tensor + 1)·φ) + (position + 1)·φ), over 2^24: the same on every machine
/// and for any split into calls. Rtn and Gptq score 0. Unused inputs may be empty. `firstPosition` is the row-major index of out[0].
void score(Method method, std::span<const float> gradient, std::span<const float> weight, std::span<const float> quantized,
           std::uint64_t seed, std::uint32_t tensor, std::uint64_t firstPosition, std::span<float> out);

}  // namespace tacq
