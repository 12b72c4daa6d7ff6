#pragma once
#include "checkpoint/hf/weight_files.h"

namespace tacq {

/// The same tensors under the names that transformers gives them (`model.layers.0.…`, `lm_head.weight`), whatever a trainer, a compiler or a model
/// around the text model put in front: the root is read off the tensors themselves. A note where anything was renamed. InvalidFile if
/// two tensors of different values would get one name. FoundTensor::entry keeps the file's own name.
Result<TensorMap> standardNames(TensorMap tensors, CheckpointData& data);

}  // namespace tacq
