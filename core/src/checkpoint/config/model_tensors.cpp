#include "checkpoint/config/model_tensors.h"

#include <string_view>

#include "checkpoint/config/family.h"

namespace tacq {
namespace {

struct LinearShape {
    std::int64_t rows, columns;
    bool bias;
};

LinearShape shapeOf(const ModelConfig& c, LinearKind kind) {
    const std::int64_t query = c.heads * c.headDim, keyValue = c.keyValueHeads * c.headDim;
    switch (kind) {
        case LinearKind::Query: return {query, c.hiddenSize, c.attentionBias};
        case LinearKind::Key:
        case LinearKind::Value: return {keyValue, c.hiddenSize, c.attentionBias};
        case LinearKind::Output: return {c.hiddenSize, query, c.attentionOutputBias};
        case LinearKind::Gate:
        case LinearKind::Up: return {c.intermediateSize, c.hiddenSize, c.mlpBias};
        case LinearKind::Down: return {c.hiddenSize, c.intermediateSize, c.mlpBias};
    }
    return {};
}

}  // namespace

std::vector<ModelTensor> layerTensors(const ModelConfig& config, std::int64_t layer) {
    const FamilyNames& names = config.family->names;
    std::vector<ModelTensor> tensors;
    const auto norm = [&](const char* module, std::int64_t width, TensorRole role) {
        if (module) tensors.push_back({layerTensorName(layer, module), {width}, role, {}, layer});
    };
    norm(names.attentionNorm, config.hiddenSize, TensorRole::AttentionNorm);
    for (int i = 0; i < kLinearKinds; ++i) {
        const auto kind = static_cast<LinearKind>(i);
        if (kind == LinearKind::Gate) {
            norm(names.attentionOutNorm, config.hiddenSize, TensorRole::AttentionOutNorm);
            norm(names.mlpNorm, config.hiddenSize, TensorRole::MlpNorm);
        }
        const char* module = names.linears[static_cast<std::size_t>(i)];
        const LinearShape shape = shapeOf(config, kind);
        tensors.push_back({layerTensorName(layer, module), {shape.rows, shape.columns}, TensorRole::Weight, kind, layer});
        if (shape.bias) tensors.push_back({layerTensorName(layer, module, "bias"), {shape.rows}, TensorRole::Bias, kind, layer});
    }
    norm(names.mlpOutNorm, config.hiddenSize, TensorRole::MlpOutNorm);
    if (config.queryKeyNorm == QueryKeyNorm::None) return tensors;
    const bool wide = config.queryKeyNorm == QueryKeyNorm::FullWidth;
    norm(names.queryNorm, wide ? config.heads * config.headDim : config.headDim, TensorRole::QueryNorm);
    norm(names.keyNorm, wide ? config.keyValueHeads * config.headDim : config.headDim, TensorRole::KeyNorm);
    return tensors;
}

std::vector<ModelTensor> modelTensors(const ModelConfig& config) {
    std::vector<ModelTensor> tensors;
    tensors.push_back({"model.embed_tokens.weight", {config.vocabSize, config.hiddenSize}, TensorRole::Embedding, {}, -1});
    for (std::int64_t layer = 0; layer < config.layers; ++layer)
        for (ModelTensor& tensor : layerTensors(config, layer)) tensors.push_back(std::move(tensor));
    tensors.push_back({"model.norm.weight", {config.hiddenSize}, TensorRole::FinalNorm, {}, -1});
    if (!config.tiedEmbeddings) tensors.push_back({"lm_head.weight", {config.vocabSize, config.hiddenSize}, TensorRole::Head, {}, -1});
    return tensors;
}

std::optional<FusedRows> fusedRows(const ModelConfig& config, const ModelTensor& tensor) {
    const FamilyNames& names = config.family->names;
    const char* module = tensor.linear ? names.fused[static_cast<std::size_t>(*tensor.linear)] : nullptr;
    if (!module) return std::nullopt;
    FusedRows rows{tensor, 0};
    rows.whole.name = layerTensorName(tensor.layer, module, tensor.role == TensorRole::Bias ? "bias" : "weight");
    rows.whole.shape[0] = 0;
    for (int i = 0; i < kLinearKinds; ++i) {
        const char* other = names.fused[static_cast<std::size_t>(i)];
        if (!other || std::string_view(other) != module) continue;
        if (static_cast<LinearKind>(i) == *tensor.linear) rows.begin = rows.whole.shape[0];
        rows.whole.shape[0] += shapeOf(config, static_cast<LinearKind>(i)).rows;
    }
    return rows;
}

std::vector<LinearInfo> modelLinears(const ModelConfig& config) {
    std::vector<LinearInfo> linears;
    for (const ModelTensor& tensor : modelTensors(config))
        if (tensor.quantizable()) linears.push_back({tensor.name, tensor.layer, *tensor.linear, tensor.shape[0], tensor.shape[1]});
    return linears;
}

}  // namespace tacq
