#pragma once
// Private to formats: GPTQ's tensors of a linear, which AutoRound's `auto_gptq` packing shares (FORMATS section 2).
//   P.qweight I32 [in·b/32, out]  codes down the input, one bit stream a column     P.scales F16 [groups, out]
//   P.qzeros  I32 [groups, out·b/32]  zero points along the output                  P.g_idx  I32 [in]  group of each input
#include "formats/word_folder.h"

namespace tacq::gptq {

/// Version 1 stores a zero point minus one, which has no place for 0; version 2 stores it as it is.
enum class Zeros { MinusOne, AsTheyAre };

LinearFit fit(const PackedShape& linear, const ExportOptions& options);
std::int64_t groupSize(const PackedShape& linear);
std::vector<SafetensorsWriter::Declaration> declare(const WordLinear& linear, std::int64_t rows, std::int64_t columns);
/// Without the list of groups, which AutoRound's own reader takes for a stranger.
std::vector<SafetensorsWriter::Declaration> declareWithoutIndex(const WordLinear& linear, std::int64_t rows, std::int64_t columns);
enum class Index { Written, LeftOut };
Result<void> write(SafetensorsWriter& writer, const std::string& module, const PackedLinear& linear, Zeros zeros, Index index);

/// Version 1 wherever it can say what is to be said, since more programs read it: it has no place for a zero point 0, which only asymmetric grids have.
Result<Zeros> zerosOf(const ExportJob& job, const ExportOptions& options);

/// Module names as a regular expression that matches from the beginning, fused name included.
std::string pattern(const FusedGroup& group, bool whole, const WordLinear& member);

}  // namespace tacq::gptq
