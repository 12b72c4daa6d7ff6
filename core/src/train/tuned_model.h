#pragma once
// Private to the engine: a packed model with parameters that move.
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "tacq/budget/tuning.h"
#include "tacq/train/tune.h"
#include "train/optimizer.h"
#include "train/tuned_linear.h"

namespace tacq {

/// Everything but the linears of `model` (embeddings, head, norms, biases) comes from its checkpoint; the linears are packed ones. What `what` names is
/// trained, the rest stays. Codes are held packed (bits / 8 bytes a weight), weights of one block at a time are made from them.
class TunedModel {
public:
    static Result<TunedModel> open(const CausalLm& model, const PackedSource& linears, const TuningOptions& what);

    std::span<Parameter> parameters() { return m_parameters; }
    /// Of trained values.
    std::int64_t count(ParameterKind kind) const;
    /// A block made from the values as they are now.
    Result<BlockWeights> block(std::int64_t layer);
    /// Of the final norm, in the compute type.
    torch::Tensor finalGain() const;

    void zeroGradients();
    /// Adds what a row's way back through a block gives to the gradients. Valid as long as this object and `weights`.
    BlockSinks sinks(std::int64_t layer, const BlockWeights& weights);
    void addFinalGain(const torch::Tensor& gradient);

    /// Copies of all parameters' values.
    std::vector<torch::Tensor> values() const;
    void setValues(std::span<const torch::Tensor> values);
    /// The same as they would be stored: rounded to their types.
    Result<std::vector<torch::Tensor>> storedValues() const;
    /// `values` by linear and tensor, for whoever writes them.
    TunedValues named(std::span<const torch::Tensor> values) const;

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    /// Where a parameter belongs.
    struct Place {
        std::int64_t layer = -1;   ///< −1: the final norm
        std::size_t linear = 0;    ///< of scales, kept values and biases: index in model order
        torch::Tensor BlockWeights::*gain = nullptr;
    };
    explicit TunedModel(const CausalLm& model) : m_model(&model) {}
    Result<void> readDense(const TuningOptions& what);
    void add(Place place, ParameterKind kind, const std::string& name, const torch::Tensor& value, double rate);
    std::size_t find(ParameterKind kind, std::size_t linear) const { return m_ofLinear[static_cast<std::size_t>(kind)][linear]; }
    LinearValues valuesOf(std::size_t linear) const;
    torch::Tensor typed(const torch::Tensor& value) const { return value.to(m_model->type()); }

    const CausalLm* m_model;
    std::vector<TunedLinear> m_linears;
    std::vector<BlockWeights> m_dense;            ///< per layer: norms and biases, no weights
    std::vector<Parameter> m_parameters;
    std::vector<Place> m_places;                  ///< of each parameter
    std::vector<std::size_t> m_ofLinear[4];       ///< [kind][linear] → parameter, kNone: not trained
    std::size_t m_finalGain = kNone;
};

}  // namespace tacq
