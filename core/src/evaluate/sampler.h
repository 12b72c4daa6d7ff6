#pragma once
// Private to evaluate: the next token from a row of logits.
#include <cstdint>
#include <span>

namespace tacq {

/// Greedy at temperature 0 (ties: the smaller id), else a draw from softmax(logits / temperature), computed in double.
/// The generator is SplitMix64 (Steele, Lea, Flood 2014), so a seed gives the same text on every machine whose logits are the same.
class Sampler {
public:
    Sampler(double temperature, std::uint64_t seed) : m_temperature(temperature), m_state(seed) {}
    std::int32_t next(std::span<const float> logits);

private:
    double uniform();  ///< [0, 1), 53 bits
    double m_temperature;
    std::uint64_t m_state;
};

}  // namespace tacq
