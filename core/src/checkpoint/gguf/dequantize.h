#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// How a type lies in memory: `elements` values in `bytes` bytes. {0, 0} for types we have no values for (integers, Packed).
struct BlockLayout {
    std::size_t elements = 0, bytes = 0;
};
BlockLayout blockLayout(TensorType type);

/// Values of whole blocks in ggml's arithmetic (every product is exact in float32, so one rounding at most per value).
/// `data` holds out.size() / elements blocks and need not be aligned.
void dequantizeBlocks(TensorType type, std::span<const std::byte> data, std::span<float> out);

}  // namespace tacq
