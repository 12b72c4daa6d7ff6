#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// A tensor that a model of this configuration has, under its Hugging Face name.
struct ModelTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::optional<LinearKind> linear;  ///< set for the matrices that TaCQ quantizes
    std::int64_t layer = -1;
};

/// Every tensor of the model, in model order: embeddings; layer by layer; final norm; head unless tied.
/// This order is the order of Checkpoint::tensors() and of identity(), whatever the files' own order is.
std::vector<ModelTensor> modelTensors(const ModelConfig& config);
/// The quantizable ones alone.
std::vector<LinearInfo> modelLinears(const ModelConfig& config);

}  // namespace tacq
