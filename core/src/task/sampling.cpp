#include "task/sampling.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace tacq {

std::uint64_t SampleGenerator::next() {
    std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

std::uint64_t SampleGenerator::below(std::uint64_t bound) {
    const std::uint64_t tooSmall = (0 - bound) % bound;  // 2^64 mod bound values would be one too many
    std::uint64_t value = next();
    while (value < tooSmall) value = next();
    return value % bound;
}

std::vector<std::size_t> permutation(std::size_t count, SampleGenerator& generator) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = 0; i + 1 < count; ++i) std::swap(order[i], order[i + generator.below(count - i)]);
    return order;
}

std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::int64_t> shares;
    std::vector<double> remainders;
    for (const double weight : weights) {
        const double exact = static_cast<double>(total) * weight / sum;
        shares.push_back(static_cast<std::int64_t>(std::floor(exact)));
        remainders.push_back(exact - std::floor(exact));
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    std::int64_t left = total - std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    for (std::size_t i = 0; left > 0; ++i, --left) ++shares[order[i % order.size()]];
    return shares;
}

}  // namespace tacq
