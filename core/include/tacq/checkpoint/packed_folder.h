#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

enum class EmbeddingBits { Source16, Eight };

/// What a packed folder (FORMATS section 10, format "tacq-1") will hold: enough to know every file's size to the byte,
/// without the source at hand (a saliency artifact records it, so budgets need no model).
struct PackedPlan {
    std::vector<TensorInfo> dense;                  ///< embeddings, head, norms, biases as the source has them
    std::vector<PackedShape> linears;               ///< in Checkpoint::linears() order, kept counts filled in
    EmbeddingBits embeddingBits = EmbeddingBits::Source16;
    std::string tensorDtype = "source";             ///< dense tensors: `source`, `f16`, `bf16`, `f32`; quantized GGUF types count as f16 under `source`
    std::map<std::string, std::string> metadata;    ///< base sha256, run key, bits, group size …; values of fixed length for given options
    std::uint64_t shardBytes = 5'000'000'000ull;
};

/// One grid for all linears, nothing kept, and the metadata that the pipeline writes. Where only sizes matter, 64 digits stand for any identity or run key.
PackedPlan uniformPlan(std::span<const LinearInfo> linears, std::span<const TensorInfo> dense, const GridOptions& grid, EmbeddingBits embeddingBits,
                       const std::string& tensorDtype, const std::string& identity, const std::string& runKey);
/// The tensors of a model that are none of its linears.
std::vector<TensorInfo> denseTensors(std::span<const LinearInfo> linears, std::span<const TensorInfo> tensors);

struct PackedFileSize {
    std::string path;  ///< relative to the folder
    std::uint64_t bytes = 0;
};

/// Sizes of the `.safetensors` files that writePackedFolder() will write, to the byte. Their sum is `modelBytes` everywhere.
/// Headers are padded as if every value tensor were BF16, so the F16-or-BF16 choice (made when values are known) changes no size, and as if every weight
/// were kept, so that the kept weights' digits change none either: with rows of at most 65,535 columns the sum is that of a plan that keeps nothing
/// plus 4 bytes a kept weight, wherever they lie (6 in longer rows). A size is thus known to the byte before anything ran.
Result<std::vector<PackedFileSize>> packedFileSizes(const PackedPlan& plan);

/// Writes the folder `folder` (which must not exist; the caller publishes it by renaming). `linear(i)` supplies linear i, once each, in order.
/// Dense tensors and side files come from `source`; `card` becomes README.md.
Result<void> writePackedFolder(const std::filesystem::path& folder, const PackedPlan& plan, const Checkpoint& source,
                               const std::function<Result<PackedLinear>(std::size_t)>& linear, const std::string& card, const RunContext& context);

/// Q8_0's arithmetic for `--embedding-bits 8`: blocks of 32 along each row of `columns` values (the last may be short),
/// scale = largest |value| / 127 stored as F16, code = value / scale rounded half away from zero.
/// codes: as many as values; scales: rows × ceil(columns / 32).
void quantizeCodes8(std::span<const float> values, std::int64_t columns, std::span<std::int8_t> codes, std::span<std::uint16_t> scales);
/// Replaces whole rows by what a reader of the packed folder will see.
void roundTripCodes8(std::span<float> values, std::int64_t columns);

}  // namespace tacq
