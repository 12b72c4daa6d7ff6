#include "checkpoint/config/family.h"
#include "checkpoint/config/windows.h"

namespace tacq {
namespace {

/// By layer_types where given, else every layer from max_window_layers on.
void read(Fields& fields, const Json&, ModelConfig& config) {
    readWindowedLayers(fields, config, [](const ModelConfig&, std::int64_t layer, std::int64_t first) { return layer >= first; });
}

}  // namespace

const FamilySpec kQwen2{
    .architectureName = "Qwen2ForCausalLM",
    .modelType = "qwen2",
    .title = "Qwen2/2.5",
    .ggufArchitecture = "qwen2",
    .defaults = {.keyValueHeads = 32, .contextLength = 32768},
    .queryKeyValueBias = BiasRule::Always,
    .read = read,
    .write = writeWindowedLayers,
};

const FamilySpec kQwen3{
    .architectureName = "Qwen3ForCausalLM",
    .modelType = "qwen3",
    .title = "Qwen3",
    .ggufArchitecture = "qwen3",
    .defaults = {.keyValueHeads = 32, .headDim = 128, .contextLength = 32768},
    .queryKeyValueBias = BiasRule::Stated,
    .outputBias = BiasRule::Stated,
    .queryKeyNorm = QueryKeyNorm::PerHead,
    .read = read,
    .write = writeWindowedLayers,
};

}  // namespace tacq
