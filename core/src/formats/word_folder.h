#pragma once
// Private to formats: what GPTQ, AutoRound and compressed-tensors share. All three are a model folder of transformers in which a linear P is integer
// codes in 32-bit words, scales and zero points under names of their own, and config.json says how to read them.
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/formats/exporter.h"

namespace tacq {

/// A linear of the model and how the folder holds it.
struct WordLinear {
    std::string module;       ///< `model.layers.3.self_attn.q_proj`
    bool stored = false;      ///< as codes; false: written out wide
    GridOptions grid;         ///< of the codes; its groups are those in the file, which may be finer than the truth's
};

/// What sets one of the formats apart.
struct WordFormat {
    LinearFit (*fit)(const PackedShape& linear, const ExportOptions& options);
    /// Columns of a group in the file, −1 for a whole row: a divisor of the grid's, so that repeated scales say the same.
    std::int64_t (*groupSize)(const PackedShape& linear);
    std::vector<SafetensorsWriter::Declaration> (*declare)(const WordLinear& linear, std::int64_t rows, std::int64_t columns);
    /// `linear` is on the file's grid and keeps nothing.
    std::function<Result<void>(SafetensorsWriter& writer, const std::string& module, const PackedLinear& linear)> write = nullptr;
    /// config.json's `quantization_config`.
    std::function<Json(const std::vector<WordLinear>& linears)> describe = nullptr;
    bool ownConfigFile = false;  ///< the same stands in quantize_config.json too
};

/// Stored type of a tensor that the folder holds wide.
Result<std::string> wordWideType(const ExportShape& shape, const TensorInfo& tensor, const ExportOptions& options);
Result<std::vector<PackedFileSize>> wordFiles(const WordFormat& format, const ExportShape& shape, const ExportOptions& options);
/// InvalidArgument where a linear does not fit as it is: whoever exports makes the pass on the format's grid first. UnsupportedFormat for a plain model.
Result<std::filesystem::path> writeWordFolder(const WordFormat& format, const ExportJob& job, const ExportOptions& options);

/// The grid that most stored linears share; where several do, that of the first.
GridOptions commonGrid(std::span<const WordLinear> linears);

/// Programs that run q, k and v (gate and up) as one matrix know the three under one name.
struct FusedGroup {
    std::string prefix;                     ///< `model.layers.3.self_attn.`
    std::vector<const WordLinear*> members;
    std::string fused;                      ///< `qkv_proj`, `gate_up_proj`; empty: a matrix of its own
    bool alike() const;                     ///< all members are held in the same way
};
std::vector<FusedGroup> fusedGroups(std::span<const WordLinear> linears);

/// The same weights on groups of `groupSize` columns, which divides the linear's own: scales and zero points are repeated.
PackedLinear regrouped(const PackedLinear& linear, std::int64_t groupSize);
/// Turns a [rows, columns] array over, in tiles that stay in the cache.
std::vector<std::uint32_t> transposed(std::span<const std::uint32_t> values, std::size_t rows, std::size_t columns);

}  // namespace tacq
