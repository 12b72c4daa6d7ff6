#pragma once
// Private to checkpoint: a linear as other programs pack it, integer codes in 32-bit words: GPTQ (FORMATS section 2) and compressed-tensors (section 3).
#include <cstddef>
#include <cstdint>
#include <span>

#include "tacq/base/result.h"

namespace tacq {

/// w[o, i] = scale[o, g(i)] · (code[o, i] − zero[o, g(i)]), as float32.
struct WordParts {
    enum class Layout {
        Gptq,           ///< codes I32 [in·b/32, out], zeros I32 [groups, out·b/32], scales [groups, out]
        PackQuantized,  ///< codes I32 [out, words], zeros I32 [words of out, groups] or none, scales [out, groups]
    };
    Layout layout = Layout::Gptq;
    enum class Scale { F16, BF16, F32 } scaleType = Scale::F16;
    int bits = 4;
    int codesPerWord = 0;               ///< words that hold so many codes and then padding (compressed-tensors of early 2026); 0: one bit stream
    int zeroOffset = 0;                 ///< added to a stored zero point, modulo 2^b: 1 in GPTQ's version 1
    std::int64_t rows = 0, columns = 0; ///< out, in
    std::int64_t groups = 1, groupColumns = 0;
    std::span<const std::byte> codes, scales, zeros, groupIndex;   ///< groupIndex I32 [in]; empty: i / groupColumns
};

/// Rows [rowBegin, rowEnd) as float32; arguments are in range, and what findWordLinear() checked holds.
void readWordRows(const WordParts& parts, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out);

}  // namespace tacq
