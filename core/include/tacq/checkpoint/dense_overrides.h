#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/hf_folder.h"

namespace tacq {

/// A tensor with its values in memory.
struct DenseTensor {
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::vector<float> values;  ///< row-major
};

/// What a quantized model changes besides its linears: norm gains, biases, embeddings, head, and tensors that the base does not have.
///
///     DenseOverrides::fromValues({{"model.norm.weight", base.find("model.norm.weight")->type, {576}, gains}})
struct DenseOverrides {
    /// Name, shape and the type to be stored in: F32, F16, BF16, or Q8_0 for matrices (codes8: 8-bit codes with an F16 scale per 32 columns).
    /// `bytes` is not looked at. The type of the base's own tensor adds no byte to the model.
    std::vector<TensorInfo> tensors;
    RowReader values;    ///< rounded to the type when written
    std::string config;  ///< what config.json must say so that added tensors belong to the model, as a JSON object whose members replace or join its own: `{"attention_bias":true}`; empty: nothing

    static DenseOverrides fromValues(std::vector<DenseTensor> tensors, std::string config = {});
};

/// Writes them as one safetensors file, by rename. A piece of one tensor at a time is in memory.
/// InvalidArgument: a type that overrides cannot have, a name given twice, a value that its type cannot hold.
Result<void> writeDenseOverrides(const std::filesystem::path& file, const DenseOverrides& overrides, const RunContext& context);

/// Replaces whole rows of `columns` values by what a reader sees once they were stored in a type that overrides may have.
void roundToStored(TensorType type, std::int64_t columns, std::span<float> values);

}  // namespace tacq
