#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tacq {

/// Our own generator, so that the same seed picks the same items on every platform and with every standard library:
/// SplitMix64 (Steele, Lea, Flood 2014): state += 0x9E3779B97F4A7C15, then two xor-shift-multiply rounds.
class SampleGenerator {
public:
    explicit SampleGenerator(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next();
    /// Uniform in [0, bound), bound > 0, by rejection: no modulo bias.
    std::uint64_t below(std::uint64_t bound);

private:
    std::uint64_t m_state;
};

/// 0 … count-1 in random order: Fisher-Yates from the front, element i swapped with one of [i, count).
/// Its first k entries are therefore a sample of k without replacement, the same whatever k is.
std::vector<std::size_t> permutation(std::size_t count, SampleGenerator& generator);

/// Splits `total` by positive weights: floors first, what is left to the largest remainders, ties to the earlier part.
std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<double>& weights);

}  // namespace tacq
