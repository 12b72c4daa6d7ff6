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
#include "tacq/checkpoint/packed_folder.h"

namespace tacq {

/// Gives rows [rowBegin, rowEnd) of a tensor as float32, as Checkpoint::readRows does.
using RowReader = std::function<Result<void>(const std::string& name, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out)>;

struct HuggingFaceOptions {
    std::string dtype = "source";                   ///< `source`, `f16`, `bf16`, `f32`; block-quantized and packed tensors count as the config's torch_dtype (f16 if it names none)
    std::map<std::string, std::string> dtypes;      ///< safetensors types of single tensors, in place of `dtype`
    std::string card;                               ///< README.md
    std::uint64_t shardBytes = 5'000'000'000ull;    ///< tensor bytes per file; one file is not called a shard
    std::map<std::string, std::string> metadata;    ///< into `__metadata__`, beside format "pt"
    RowReader values;                               ///< where values come from; empty: the source itself (so a packed one is dequantized)
};

/// Writes a folder that transformers loads unchanged: safetensors (and an index when sharded), config.json with torch_dtype and
/// without quantization_config, tokenizer and other side files byte for byte. `folder` must not exist; the caller publishes it by
/// renaming. Names and shapes are the source's. A piece of one tensor at a time is in memory. A value beyond F16's range: InvalidArgument.
Result<void> writeHuggingFaceFolder(const std::filesystem::path& folder, const Checkpoint& source, const HuggingFaceOptions& options,
                                    const RunContext& context);
/// The option for `dtype` that the type of this checkpoint's linears asks for: `f32`, `bf16`, or `f16` (block-quantized ones too); `source` without linears.
/// A packed checkpoint made from it no longer knows.
std::string linearsDtype(const Checkpoint& base);
/// What block-quantized and packed tensors become under `source`: the type that config.json declares, `F16` if it names none.
std::string huggingFaceWide(const Checkpoint& source);
/// The `.safetensors` files that it will write, each with its size to the byte.
Result<std::vector<PackedFileSize>> huggingFaceFiles(const Checkpoint& source, const HuggingFaceOptions& options);

/// Reads every tensor once and refuses NaN and infinity (ErrorCode::NonFinite, naming the tensor). For use before work on a model.
Result<void> checkFinite(const Checkpoint& checkpoint, const RunContext& context);

}  // namespace tacq
