#pragma once
#include <string>

#include "tacq/checkpoint/gguf.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// The model's configuration rebuilt from the metadata and the tensors that are there. `ropeFactors` are the values of
/// `rope_freqs.weight`, empty without that tensor. Refuses architectures and features we do not run, by name.
Result<ModelConfig> ggufModelConfig(const GgufFile& file, const std::vector<GgufTensor>& tensors, const std::vector<float>& ropeFactors);
/// Our name for a GGUF tensor (`blk.3.attn_q.weight` → `model.layers.3.self_attn.q_proj.weight`); empty for one the family has no use for.
std::string huggingFaceName(const std::string& ggufName, const FamilySpec& family);

}  // namespace tacq
