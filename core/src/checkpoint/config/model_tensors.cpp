#include "checkpoint/config/model_tensors.h"

namespace tacq {
namespace {

struct LinearShape {
    LinearKind kind;
    const char* module;
    std::int64_t rows, columns;
    bool bias;
};

std::vector<LinearShape> layerLinears(const ModelConfig& c) {
    const std::int64_t query = c.heads * c.headDim, keyValue = c.keyValueHeads * c.headDim;
    return {{LinearKind::Query, "self_attn.q_proj", query, c.hiddenSize, c.attentionBias},
            {LinearKind::Key, "self_attn.k_proj", keyValue, c.hiddenSize, c.attentionBias},
            {LinearKind::Value, "self_attn.v_proj", keyValue, c.hiddenSize, c.attentionBias},
            {LinearKind::Output, "self_attn.o_proj", c.hiddenSize, query, c.attentionOutputBias},
            {LinearKind::Gate, "mlp.gate_proj", c.intermediateSize, c.hiddenSize, c.mlpBias},
            {LinearKind::Up, "mlp.up_proj", c.intermediateSize, c.hiddenSize, c.mlpBias},
            {LinearKind::Down, "mlp.down_proj", c.hiddenSize, c.intermediateSize, c.mlpBias}};
}

void addLayer(const ModelConfig& config, std::int64_t layer, std::vector<ModelTensor>& tensors) {
    const std::string prefix = "model.layers." + std::to_string(layer) + ".";
    const auto add = [&](const std::string& name, std::vector<std::int64_t> shape) { tensors.push_back({prefix + name, std::move(shape), {}, layer}); };
    add("input_layernorm.weight", {config.hiddenSize});
    for (const LinearShape& linear : layerLinears(config)) {
        if (linear.kind == LinearKind::Gate) add("post_attention_layernorm.weight", {config.hiddenSize});
        add(std::string(linear.module) + ".weight", {linear.rows, linear.columns});
        tensors.back().linear = linear.kind;
        if (linear.bias) add(std::string(linear.module) + ".bias", {linear.rows});
    }
    if (!config.queryKeyNorm) return;
    add("self_attn.q_norm.weight", {config.headDim});
    add("self_attn.k_norm.weight", {config.headDim});
}

}  // namespace

std::vector<ModelTensor> modelTensors(const ModelConfig& config) {
    std::vector<ModelTensor> tensors;
    tensors.push_back({"model.embed_tokens.weight", {config.vocabSize, config.hiddenSize}, {}, -1});
    for (std::int64_t layer = 0; layer < config.layers; ++layer) addLayer(config, layer, tensors);
    tensors.push_back({"model.norm.weight", {config.hiddenSize}, {}, -1});
    if (!config.tiedEmbeddings) tensors.push_back({"lm_head.weight", {config.vocabSize, config.hiddenSize}, {}, -1});
    return tensors;
}

std::vector<LinearInfo> modelLinears(const ModelConfig& config) {
    std::vector<LinearInfo> linears;
    for (const ModelTensor& tensor : modelTensors(config))
        if (tensor.linear) linears.push_back({tensor.name, tensor.layer, *tensor.linear, tensor.shape[0], tensor.shape[1]});
    return linears;
}

}  // namespace tacq
