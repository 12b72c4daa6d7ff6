#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tacq/base/result.h"

namespace tacq {

/// Which weights are kept. All share budget, grid and masked GPTQ; only the score differs (METHODS section 2).
/// Rtn and Gptq keep nothing.
enum class Method { Rtn, Gptq, Tacq, Random, Magnitude, Gradient, Msg, Qal };
std::string_view methodName(Method method);                 ///< `rtn`, `gptq`, `tacq`, …
Result<Method> parseMethod(std::string_view name);          ///< InvalidArgument lists the names
bool keepsWeights(Method method);
/// The methods that keep weights, each by a score of its own.
inline constexpr std::array kScores{Method::Tacq, Method::Random, Method::Magnitude, Method::Gradient, Method::Msg, Method::Qal};
bool needsGradient(Method method);                          ///< tacq, gradient, msg, qal
bool needsSimulation(Method method);                        ///< tacq, qal

/// Scores of consecutive weights of one row-major matrix (TaCQ, arXiv 2504.07389, section 3):
/// Tacq |G·(Ŵ−W)·W|, Qal |G·(Ŵ−W)|, Msg |G·W|, Gradient G, Magnitude |W|, Random uniform [0,1) from (seed, tensor, position).
/// float32, evaluated left to right as abs((G·(W−Ŵ))·W), every product rounded. Random is counter-based: with mix = SplitMix64's finalizer and
/// φ = 0x9e3779b97f4a7c15, the top 24 bits of mix(mix(mix(seed + φ) + (tensor + 1)·φ) + (position + 1)·φ), over 2^24: the same on every machine
/// and for any split into calls. Rtn and Gptq score 0. Unused inputs may be empty. `firstPosition` is the row-major index of out[0].
void score(Method method, std::span<const float> gradient, std::span<const float> weight, std::span<const float> quantized,
           std::uint64_t seed, std::uint32_t tensor, std::uint64_t firstPosition, std::span<float> out);

}  // namespace tacq
