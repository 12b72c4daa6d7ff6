#pragma once
#include <optional>

#include "checkpoint/hf/weight_files.h"
#include "checkpoint/words/word_config.h"

namespace tacq {

/// Every tensor of `data.config`'s model, in model order, out of what the files hold under standard names; the rest is left aside with a note.
/// `grids` is empty unless the folder is packed, `words` unless config.json describes packed words and there are some. `claimed`: by which tool config.json says that the weights are quantized, empty for none.
/// InvalidFile names a missing or misshapen tensor; UnsupportedFormat says which tool packed them or that this is an adapter; UnsupportedModel names a
/// part that config.json denies and the model would be another one without.
Result<void> collectTensors(const TensorMap& tensors, const std::map<std::string, GridOptions>& grids, const std::string& claimed, CheckpointData& data,
                            const std::optional<WordConfig>& words = std::nullopt);

/// Settles which head the model has before its tensors are collected. A config.json that ties it to the embeddings is believed only if the files hold no
/// head of other values, as transformers 5 does; a tied model that was saved under the head's name alone gets its embeddings from there.
Result<void> settleHead(TensorMap& tensors, CheckpointData& data);

}  // namespace tacq
