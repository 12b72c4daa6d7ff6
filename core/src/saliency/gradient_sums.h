#pragma once
// Private to the engine: the sums Σ |dW| of all quantizable linears, and their files.
#include <torch/torch.h>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// float32 accumulators [out, in], one per linear in model order, on `device` (on the host where the device is full).
class GradientSums {
public:
    GradientSums(std::span<const LinearInfo> linears, torch::Device device);

    /// sums[index] += |dyᵀ · input|; dy [T, out], input [T, in]. The product exists a slice of output rows at a time.
    void add(std::size_t index, const torch::Tensor& dy, const torch::Tensor& input);
    /// Σ over the matrix in float64.
    std::vector<double> totals() const;

    /// Mean losses of the rows added so far, in order.
    std::vector<double> rowNll;
    /// Of the row after those: its layers from this one up are in the sums already (a stop came on its way back). −1: none is.
    std::int64_t begunLayer = -1;

    /// Writes `file` atomically. `fingerprint` names everything that the sums depend on.
    Result<void> save(const std::filesystem::path& file, const std::string& fingerprint) const;
    /// Takes up what save() wrote under the same fingerprint, of at most `rows` rows; false (and nothing changed) if the file is absent,
    /// damaged or another's.
    bool restore(const std::filesystem::path& file, const std::string& fingerprint, std::size_t rows);

private:
    torch::Tensor slice(std::int64_t rows, std::int64_t columns, torch::ScalarType type);

    std::span<const LinearInfo> m_linears;
    std::vector<torch::Tensor> m_sums;
    torch::Device m_device;
    torch::Tensor m_scratch;
};

}  // namespace tacq
