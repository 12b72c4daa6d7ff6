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

bool isNorm(TensorRole role) {
    return role != TensorRole::Weight && role != TensorRole::Bias && role != TensorRole::Embedding && role != TensorRole::Head;
}

}  // namespace

torch::Tensor& blockTensor(BlockWeights& block, const ModelTensor& tensor) {
    switch (tensor.role) {
        case TensorRole::AttentionNorm: return block.attentionNorm;
        case TensorRole::AttentionOutNorm: return block.attentionOutNorm;
        case TensorRole::MlpNorm: return block.mlpNorm;
        case TensorRole::MlpOutNorm: return block.mlpOutNorm;
        case TensorRole::QueryNorm: return block.queryNorm;
        case TensorRole::KeyNorm: return block.keyNorm;
        case TensorRole::Bias: return block[*tensor.linear].bias;
        default: return block[*tensor.linear].weight;
    }
}
const torch::Tensor& blockTensor(const BlockWeights& block, const ModelTensor& tensor) { return blockTensor(const_cast<BlockWeights&>(block), tensor); }

torch::Tensor gainOf(const ModelConfig& config, const torch::Tensor& stored) { return config.normGain == NormGain::OnePlusWeight ? stored + 1 : stored; }

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
        model.m_finalNorm = gainOf(c, model.m_finalNorm);
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
    const WeightReader reader(m_checkpoint, m_device, m_type);
    BlockWeights block;
    for (const ModelTensor& tensor : layerTensors(config(), layer)) {
        TACQ_TRY(auto values, reader.read(tensor.name, tensor.shape));
        blockTensor(block, tensor) = isNorm(tensor.role) ? gainOf(config(), values) : values;
    }
    return block;
}

const torch::Tensor& CausalLm::headWeight() const { return m_head; }
const torch::Tensor& CausalLm::finalNormGain() const { return m_finalNorm; }

}  // namespace tacq
