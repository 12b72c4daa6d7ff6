#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// What a tensor is to the model. A sublayer's norms lie on its input and on its output.
enum class TensorRole { Embedding, AttentionNorm, AttentionOutNorm, MlpNorm, MlpOutNorm, QueryNorm, KeyNorm, Weight, Bias, FinalNorm, Head };

/// A tensor that a model of this configuration has, under its Hugging Face name.
struct ModelTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    TensorRole role = TensorRole::Embedding;
    std::optional<LinearKind> linear;  ///< which linear a Weight or Bias belongs to
    std::int64_t layer = -1;           ///< −1: of the model, not of a layer
    bool quantizable() const { return role == TensorRole::Weight; }  ///< one of the matrices that TaCQ quantizes
};

/// Every tensor of the model, in model order: embeddings; layer by layer; final norm; head unless tied.
/// This order is the order of Checkpoint::tensors() and of identity(), whatever the files' own order is.
std::vector<ModelTensor> modelTensors(const ModelConfig& config);
/// Those of one layer.
std::vector<ModelTensor> layerTensors(const ModelConfig& config, std::int64_t layer);
/// Where a family's files keep a tensor among the rows of another (FamilyNames::fused).
struct FusedRows {
    ModelTensor whole;       ///< under the name of the file, with the rows of all its parts
    std::int64_t begin = 0;  ///< of the tensor's own rows in it
};
/// Empty for a tensor that the files keep on its own.
std::optional<FusedRows> fusedRows(const ModelConfig& config, const ModelTensor& tensor);
/// The quantizable ones alone.
std::vector<LinearInfo> modelLinears(const ModelConfig& config);

}  // namespace tacq
