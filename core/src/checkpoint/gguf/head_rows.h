#pragma once
#include <cstdint>

namespace tacq {

// llama.cpp stores the rows of q and k with the two halves of each head interleaved: within a head, row 2i + j holds row j · d/2 + i.

/// Where a row lies in the file.
inline std::int64_t interleavedRow(std::int64_t row, std::int64_t headDim) {
    const std::int64_t half = headDim / 2, within = row % headDim;
    return row - within + 2 * (within % half) + within / half;
}
/// The row that lies there.
inline std::int64_t rowInterleavedAt(std::int64_t place, std::int64_t headDim) {
    const std::int64_t within = place % headDim;
    return place - within + within % 2 * (headDim / 2) + within / 2;
}

}  // namespace tacq
