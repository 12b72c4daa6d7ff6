#pragma once
// Private to the engine: how parameters move along their gradients.
#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tacq {

/// What a parameter is to a packed model.
enum class ParameterKind : std::uint8_t {
    Scales,  ///< of a linear: one a row or group
    Kept,    ///< its values in 16 bit
    Gain,    ///< of a norm, as it multiplies
    Bias,    ///< of a linear
};

/// Something that is trained: a float32 master that stays float32 whatever is stored in the end.
struct Parameter {
    ParameterKind kind = ParameterKind::Scales;
    std::string name;           ///< the checkpoint's tensor that it belongs to
    torch::Tensor value;        ///< float32 [n]
    torch::Tensor gradient;     ///< float32 [n]: dL/dvalue, summed over the rows of a step
    double rate = 0;            ///< how far a full step moves: the kind's rate × mean |value| at the start
    double least = 0, most = 0; ///< what the stored type and the grid allow
};

/// One way to train. Its state is as resumable as the parameters are.
class Optimizer {
public:
    virtual ~Optimizer() = default;
    /// Moves every parameter along its gradient by at most about rate × `factor`, and back into its range.
    virtual void step(std::span<Parameter> parameters, double factor) = 0;
    /// Tensors that the next step depends on, always in the same order, float32: to be saved and filled again.
    virtual std::vector<torch::Tensor> state() const = 0;
    std::int64_t steps = 0;     ///< done so far
};

/// AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101) without weight decay: β = (0.9, 0.99), ε = 1e-8; as torch.optim.AdamW computes it, in float32.
std::unique_ptr<Optimizer> makeAdamW(std::span<const Parameter> parameters);

/// Factor of step `step` (from 0) out of `total`: linear warm-up over the first eight (over half of them if there are fewer than sixteen), then half a
/// cosine down to 0.
double scheduleFactor(std::int64_t step, std::int64_t total);

}  // namespace tacq
