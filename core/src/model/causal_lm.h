#pragma once
// Private to the engine: the forward pass in LibTorch terms.
#include <torch/torch.h>

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "checkpoint/config/model_tensors.h"
#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/model/compute.h"

namespace tacq {

class PositionCache;

/// weight [out, in]; bias [out] or undefined.
struct LinearWeights {
    torch::Tensor weight, bias;
};

/// One transformer block. Linears are indexed by LinearKind. Norm gains as they multiply (1 + w where the family's gain is that);
/// undefined where the family has no norm.
struct BlockWeights {
    torch::Tensor attentionNorm, attentionOutNorm;  ///< [hidden]: on the sublayer's input and on its output
    torch::Tensor mlpNorm, mlpOutNorm;              ///< [hidden]
    torch::Tensor queryNorm, keyNorm;               ///< [headDim], or over all heads
    std::array<LinearWeights, kLinearKinds> linears;
    LinearWeights& operator[](LinearKind kind) { return linears[static_cast<std::size_t>(kind)]; }
    const LinearWeights& operator[](LinearKind kind) const { return linears[static_cast<std::size_t>(kind)]; }
};

/// The tensor of a block that `tensor` (one of layerTensors()) names.
const torch::Tensor& blockTensor(const BlockWeights& block, const ModelTensor& tensor);
torch::Tensor& blockTensor(BlockWeights& block, const ModelTensor& tensor);
/// A norm's gain as it multiplies, from what is stored.
torch::Tensor gainOf(const ModelConfig& config, const torch::Tensor& stored);

/// Keys and values of the past, per layer [batch, kvHeads, past, headDim].
struct KeyValueCache {
    std::vector<torch::Tensor> key, value;
    std::int64_t length = 0;  ///< tokens already in the cache; advanced by CausalLm::hidden()
    /// Where key and value are views into: grown by doubling, so that a new token copies one row, not the past.
    std::vector<torch::Tensor> keyStore, valueStore;
};

enum class Residency {
    Resident,  ///< all weights converted once and held
    Streamed,  ///< block weights are read when asked for and freed with the returned handle; embeddings, norms and head are held
};

/// Resident if the weights in the compute type fit well into the memory free now, else Streamed.
Residency chooseResidency(const Checkpoint& checkpoint, const Compute& compute);
/// For gradients, which read every block twice a sample: Resident on a card whose memory holds the weights beside the float32 sums, since
/// converting and sending them anew would take most of the time there; Streamed on the host, where it costs little and bounds the memory.
Residency chooseGradientResidency(const Checkpoint& checkpoint, const Compute& compute);

/// How a block applies a linear; saliency and quantization put their own in place.
using LinearFunction = std::function<torch::Tensor(LinearKind, const torch::Tensor& input, const LinearWeights&)>;
torch::Tensor applyLinear(LinearKind kind, const torch::Tensor& input, const LinearWeights& weights);

/// One half of a block, as data: y = x + m · outNorm(out(mix(in(norm(x))))), m the configuration's residual multiplier.
struct Sublayer {
    enum class Mix {
        Attention,  ///< q, k, v → heads' outputs
        GatedMlp,   ///< gate, up → act(gate) · up
    } mix;
    std::span<const LinearKind> in;             ///< share the normed input, in true-sequential order
    LinearKind out;
    torch::Tensor BlockWeights::*norm;          ///< of the input; undefined: none
    torch::Tensor BlockWeights::*outNorm;       ///< of the output; undefined: none
};
/// The halves of every block in order: the one place that says how a block is put together. Forward pass, calibration pass and backward
/// pass walk this list.
std::span<const Sublayer> sublayers();

/// The families of checkpoint/config/family.h as transformers computes them. Activations in the compute type; RMSNorm and softmax internals float32.
/// Throws c10::Error on LibTorch failures (callers are the stages' public functions, which translate).
class CausalLm {
public:
    static Result<CausalLm> load(std::shared_ptr<const Checkpoint> checkpoint, const Compute& compute, Residency residency);

    const ModelConfig& config() const { return m_checkpoint->config(); }
    const Checkpoint& checkpoint() const { return *m_checkpoint; }
    torch::Device device() const { return m_device; }
    torch::ScalarType type() const { return m_type; }
    Residency residency() const { return m_residency; }
    std::int64_t layers() const { return config().layers; }

    /// ids [batch, tokens] int64 → [batch, tokens, hidden]
    torch::Tensor embed(const torch::Tensor& ids) const;
    Result<BlockWeights> block(std::int64_t layer) const;
    /// x [batch, tokens, hidden] → same. Positions start at `cache ? cache->length : 0`.
    torch::Tensor blockForward(std::int64_t layer, const BlockWeights& weights, const torch::Tensor& x,
                               const LinearFunction& linear = applyLinear, KeyValueCache* cache = nullptr) const;

    // The same block in pieces, for those that walk sublayers() themselves:
    torch::Tensor rmsNorm(const torch::Tensor& x, const torch::Tensor& gain) const;
    /// rmsNorm, or x itself where `gain` is undefined.
    torch::Tensor normIfAny(const torch::Tensor& x, const torch::Tensor& gain) const;
    /// What the linears of `sublayer.in` gave, in their order → the input of `sublayer.out`.
    torch::Tensor mix(const Sublayer& sublayer, std::int64_t layer, const BlockWeights& weights, std::span<const torch::Tensor> projected,
                      KeyValueCache* cache = nullptr) const;
    /// What a sublayer adds to the residual stream: m · outNorm(y).
    torch::Tensor addend(const Sublayer& sublayer, const BlockWeights& weights, const torch::Tensor& y) const;
    /// Projected q [B,T,heads·d], k, v [B,T,kvHeads·d] → input of o_proj [B,T,heads·d]. Does q/k norm, rope, window, softmax.
    torch::Tensor attention(std::int64_t layer, const BlockWeights& weights, const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                            KeyValueCache* cache = nullptr) const;
    /// act(gate)
    torch::Tensor activate(const torch::Tensor& gate) const;

    /// Final norm. x [.., hidden]
    torch::Tensor finalNorm(const torch::Tensor& x) const;
    /// Head: normed hidden [.., hidden] → logits [.., vocab] in the compute type, the configuration's logit multiplier included.
    torch::Tensor head(const torch::Tensor& normed) const;
    const torch::Tensor& headWeight() const;  ///< [vocab, hidden]
    const torch::Tensor& finalNormGain() const;
    /// All blocks and the final norm: ids [batch, tokens] → normed hidden [batch, tokens, hidden].
    Result<torch::Tensor> hidden(const torch::Tensor& ids, KeyValueCache* cache = nullptr) const;
    /// Σ over t of −log p(ids[t+1] | ids[..t]) and per-token values, without logits of the whole row at once (chunks of positions).
    /// normed [tokens, hidden], targets [tokens] int64 → per-token NLL float32 [tokens].
    /// Ends early, with fewer values, once `stop` asks for it.
    torch::Tensor tokenNll(const torch::Tensor& normed, const torch::Tensor& targets, const std::stop_token& stop = {}) const;

private:
    CausalLm() = default;
    Result<BlockWeights> readBlock(std::int64_t layer) const;
    torch::Tensor rotate(const torch::Tensor& heads, std::int64_t start) const;
    std::shared_ptr<const Checkpoint> m_checkpoint;
    torch::Device m_device = torch::kCPU;
    torch::ScalarType m_type = torch::kFloat32;
    Residency m_residency = Residency::Resident;
    torch::Tensor m_embedding, m_finalNorm, m_head;  ///< m_head shares m_embedding's storage when tied
    std::shared_ptr<PositionCache> m_positions;
    std::vector<BlockWeights> m_blocks;   ///< Resident only
};

}  // namespace tacq
