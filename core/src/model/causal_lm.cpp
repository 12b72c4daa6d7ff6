#include "model/causal_lm.h"

#include <fstream>

#include "model/position_cache.h"
#include "model/torch_guard.h"
#include "model/weight_reader.h"
#include "tacq/model/gpus.h"

namespace tacq {
namespace {

constexpr double kResidentShare = 0.6;  // of the free memory: the rest is for activations and other programs
constexpr double kCardShare = 0.75;     // of a card's whole memory, likewise

/// MemAvailable of Linux in bytes; 0 where it cannot be known.
double freeMemoryBytes() {
    std::ifstream file("/proc/meminfo");
    for (std::string key, unit; file >> key;) {
        double kibibytes = 0;
        file >> kibibytes;
        std::getline(file, unit);
        if (key == "MemAvailable:") return kibibytes * 1024.0;
    }
    return 0;
}

double weightBytes(const Checkpoint& checkpoint, const Compute& compute) {
    return static_cast<double>(checkpoint.parameters()) * (compute.type == ComputeType::BF16 ? 2.0 : 4.0);
}

/// 0 where it cannot be known.
double cardBytes(const torch::Device& device) {
    const auto gpus = listGpus();
    const auto index = static_cast<std::size_t>(device.has_index() ? device.index() : 0);
    return index < gpus.size() ? static_cast<double>(gpus[index].memoryBytes) : 0;
}

struct LinearShape {
    const char* name;
    std::int64_t out, in;
    bool bias;
};

/// In LinearKind order.
std::array<LinearShape, kLinearKinds> linearShapes(const ModelConfig& c) {
    const std::int64_t query = c.heads * c.headDim, keyValue = c.keyValueHeads * c.headDim;
    return {{{"self_attn.q_proj", query, c.hiddenSize, c.attentionBias},
             {"self_attn.k_proj", keyValue, c.hiddenSize, c.attentionBias},
             {"self_attn.v_proj", keyValue, c.hiddenSize, c.attentionBias},
             {"self_attn.o_proj", c.hiddenSize, query, c.attentionOutputBias},
             {"mlp.gate_proj", c.intermediateSize, c.hiddenSize, c.mlpBias},
             {"mlp.up_proj", c.intermediateSize, c.hiddenSize, c.mlpBias},
             {"mlp.down_proj", c.hiddenSize, c.intermediateSize, c.mlpBias}}};
}

}  // namespace

Residency chooseResidency(const Checkpoint& checkpoint, const Compute& compute) {
    if (compute.device != "cpu") return Residency::Resident;
    const double available = freeMemoryBytes();
    return available > 0 && weightBytes(checkpoint, compute) > kResidentShare * available ? Residency::Streamed : Residency::Resident;
}

Residency chooseGradientResidency(const Checkpoint& checkpoint, const Compute& compute) {
    const torch::Device device(compute.device);
    if (device.is_cpu()) return Residency::Streamed;
    double sums = 0;
    for (const LinearInfo& linear : checkpoint.linears()) sums += 4.0 * static_cast<double>(linear.elements());
    return weightBytes(checkpoint, compute) + sums <= kCardShare * cardBytes(device) ? Residency::Resident : Residency::Streamed;
}

Result<CausalLm> CausalLm::load(std::shared_ptr<const Checkpoint> checkpoint, const Compute& compute, Residency residency) {
    return guarded("loading the model", [&]() -> Result<CausalLm> {
        const torch::InferenceMode plainTensors(false);
        const torch::NoGradGuard noGrad;
        CausalLm model;
        model.m_checkpoint = std::move(checkpoint);
        model.m_device = torch::Device(compute.device);
        model.m_type = compute.type == ComputeType::BF16 ? torch::kBFloat16 : torch::kFloat32;
        model.m_residency = residency;
        const ModelConfig& c = model.config();
        const WeightReader reader(model.m_checkpoint, model.m_device, model.m_type);
        TACQ_TRY(model.m_embedding, reader.read("model.embed_tokens.weight", {c.vocabSize, c.hiddenSize}));
        TACQ_TRY(model.m_finalNorm, reader.read("model.norm.weight", {c.hiddenSize}));
        model.m_head = model.m_embedding;
        if (!c.tiedEmbeddings) {
            TACQ_TRY(model.m_head, reader.read("lm_head.weight", {c.vocabSize, c.hiddenSize}));
        }
        model.m_positions = std::make_shared<PositionCache>(ropeFrequencies(c.rope, c.headDim), model.m_device, model.m_type);
        if (residency == Residency::Streamed) return model;
        for (std::int64_t layer = 0; layer < c.layers; ++layer) {
            TACQ_TRY(auto weights, model.readBlock(layer));
            model.m_blocks.push_back(std::move(weights));
        }
        return model;
    });
}

Result<BlockWeights> CausalLm::block(std::int64_t layer) const {
    if (m_residency == Residency::Resident) return m_blocks[static_cast<std::size_t>(layer)];
    return guarded("reading a block", [&] { return readBlock(layer); });
}

Result<BlockWeights> CausalLm::readBlock(std::int64_t layer) const {
    const torch::InferenceMode plainTensors(false);
    const torch::NoGradGuard noGrad;
    const ModelConfig& c = config();
    const WeightReader reader(m_checkpoint, m_device, m_type);
    const std::string prefix = "model.layers." + std::to_string(layer) + ".";
    BlockWeights block;
    TACQ_TRY(block.inputNorm, reader.read(prefix + "input_layernorm.weight", {c.hiddenSize}));
    TACQ_TRY(block.postAttentionNorm, reader.read(prefix + "post_attention_layernorm.weight", {c.hiddenSize}));
    if (c.queryKeyNorm) {
        TACQ_TRY(block.queryNorm, reader.read(prefix + "self_attn.q_norm.weight", {c.headDim}));
        TACQ_TRY(block.keyNorm, reader.read(prefix + "self_attn.k_norm.weight", {c.headDim}));
    }
    const auto shapes = linearShapes(c);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto& shape = shapes[i];
        TACQ_TRY(block.linears[i].weight, reader.read(prefix + shape.name + ".weight", {shape.out, shape.in}));
        if (!shape.bias) continue;
        TACQ_TRY(block.linears[i].bias, reader.read(prefix + shape.name + ".bias", {shape.out}));
    }
    return block;
}

const torch::Tensor& CausalLm::headWeight() const { return m_head; }
const torch::Tensor& CausalLm::finalNormGain() const { return m_finalNorm; }

}  // namespace tacq
