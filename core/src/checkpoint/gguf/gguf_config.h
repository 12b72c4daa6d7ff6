#pragma once
#include <string>
#include <vector>

#include "checkpoint/gguf/gguf_metadata.h"
#include "tacq/checkpoint/gguf.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// The model's configuration rebuilt from the metadata and the tensors that are there. `ropeFactors` are the values of
/// `rope_freqs.weight`, empty without that tensor. Refuses architectures and features we do not run, by name.
Result<ModelConfig> ggufModelConfig(const GgufFile& file, const std::vector<GgufTensor>& tensors, const std::vector<float>& ropeFactors);
/// Our name for a GGUF tensor (`blk.3.attn_q.weight` → `model.layers.3.self_attn.q_proj.weight`); empty for one the family has no use for.
std::string huggingFaceName(const std::string& ggufName, const FamilySpec& family);
/// The other way round; empty for one that its GGUF files do not have.
std::string ggufTensorName(const std::string& name, const FamilySpec& family);

/// The family as which a model stands in a GGUF: its own, or the one whose graph it is (a Mistral is a `llama`). Null: there is none.
const FamilySpec* ggufFamily(const FamilySpec& family);
/// Writes all that ggufModelConfig() reads but the special tokens. UnsupportedFormat for what GGUF's reader of the architecture cannot say or run:
/// a family without one, biases it does not load, layers without rope in another order, YaRN without rounding.
Result<void> writeGgufConfig(const ModelConfig& config, GgufMetadata& metadata);
/// Values of `rope_freqs.weight`: the divisor of each frequency by the llama3 rule; empty for other kinds of rope.
std::vector<float> ggufRopeFactors(const ModelConfig& config);
/// What of the configuration the file does not say although it holds all weights, for people; empty: nothing.
std::vector<std::string> ggufOmissions(const ModelConfig& config);

}  // namespace tacq
