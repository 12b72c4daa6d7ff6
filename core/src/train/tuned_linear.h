#pragma once
// Private to the engine: a packed linear whose scales and kept values move while its codes stay.
#include "saliency/block_backward.h"
#include "tacq/numerics/packed.h"

namespace tacq {

/// Scales [rows · groups] and kept values [kept], float32, not rounded.
struct LinearValues {
    torch::Tensor scales, kept;
};

/// The token-last copy of a linear's input, which several linears share.
struct SharedInput {
    torch::Tensor of, turned;
    /// x [T, in] → [in, T] float32, made once for as long as the same tensor is asked about.
    const torch::Tensor& turn(const torch::Tensor& x);
};

/// How a linear holds its codes while it is trained.
enum class Codes {
    Packed,    ///< bits / 8 bytes a weight, unpacked by the host each time
    Unpacked,  ///< two bytes a weight on the device, which makes weights and gradients by itself
};

class TunedLinear {
public:
    TunedLinear(PackedLinear packed, torch::Device device, Codes codes);

    const PackedLinear& packed() const { return m_packed; }
    /// As the file has them, on the device.
    LinearValues stored() const;
    /// W [rows, columns] = scale · (code − zero), kept values in place, in `type`.
    torch::Tensor weight(const LinearValues& values, torch::ScalarType type);

    /// dL/dscales and dL/dkept, float32. With one scale a row and `linear.output` at hand no dL/dW is made:
    ///     dL/dscale_r = (1 / scale_r) · (Σ_t dy_tr · (y_tr − bias_r) − Σ over kept of value · dL/dvalue),
    /// each dL/dvalue a product of two token vectors; else dL/dW = dyᵀ · x a slice of rows at a time (METHODS section 7).
    /// `weight` and `bias` as the block has them.
    LinearValues gradients(const LinearGradient& linear, const torch::Tensor& weight, const torch::Tensor& bias, const LinearValues& values, SharedInput& input) const;

private:
    std::int64_t groups() const { return m_packed.grid.groups(m_packed.columns); }
    torch::Tensor keptGradient(const LinearGradient& linear, SharedInput& input) const;
    /// Σ over each row's or group's columns of dL/dW · W [rows · groups], and dL/dW at kept places.
    LinearValues throughWeight(const LinearGradient& linear, const torch::Tensor& weight) const;
    torch::Tensor groupSums(const torch::Tensor& product) const;

    PackedLinear m_packed;   ///< scales and kept values are overwritten by weight()
    LinearValues m_stored;
    torch::Tensor m_keptRow, m_keptColumn;  ///< int32 [kept], on the host
    torch::Tensor m_keptPlace;              ///< int64 [kept]: row · columns + column, on the device
    torch::Tensor m_keptGroup;              ///< int64 [kept]: row · groups + group, on the device
    torch::Tensor m_steps;                  ///< int16 [rows, columns], code − zero; defined where codes are unpacked
};

}  // namespace tacq
