#pragma once
// Private to quantize: a PackedLinear under construction, filled row by row from several threads.
#include <span>
#include <string>

#include "tacq/base/result.h"
#include "tacq/numerics/packed.h"

namespace tacq {

struct MatrixInput {
    const std::string& name;
    std::span<const float> weight;  ///< [rows, columns]
    std::int64_t rows = 0, columns = 0;
    const GridOptions& grid;
    std::span<const std::uint32_t> kept;  ///< row-major positions, ascending

    std::span<const float> row(std::int64_t r) const { return weight.subspan(static_cast<std::size_t>(r * columns), static_cast<std::size_t>(columns)); }
};

/// Sizes agree, options are legal, weights are finite, positions ascend within range.
Result<void> checkMatrix(const MatrixInput& input);
/// All arrays at their final sizes, rowOffsets and keptColumns filled; codes, scales, zeros and keptValues zero.
PackedLinear emptyPacked(const MatrixInput& input);
std::span<const std::uint32_t> keptOfRow(const PackedLinear& packed, std::int64_t row);
/// Rounds kept values to F16, or to BF16 if one of them is beyond F16's range. NonFinite if one is not finite.
Result<void> roundKept(PackedLinear& packed);

}  // namespace tacq
