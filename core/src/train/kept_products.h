#pragma once
// Private to train: single elements of dyᵀ · x, for weights that are too few to multiply the whole.
#include <cstddef>
#include <cstdint>
#include <span>

namespace tacq {

/// out[i] = Σ_t dy[rows[i]][t] · x[columns[i]][t] for token-major-last operands `dy` [·, tokens] and `x` [·, tokens], contiguous float32. Sums run over
/// 32 lanes in float32 and are joined in a fixed order: the same bits for any number of threads and with AVX2 or without.
void keptProducts(const float* dy, const float* x, std::size_t tokens, std::span<const std::int32_t> rows, std::span<const std::int32_t> columns, std::span<float> out);

}  // namespace tacq
