#pragma once
// Private to the engine: tensors of a checkpoint as LibTorch tensors.
#include <torch/torch.h>

#include <memory>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// Reads tensors in one compute type. float32 sources on the CPU are not copied at all: the tensor is the file's map, read-only,
/// and keeps the checkpoint alive. Everything else is dequantized by rows on all cores straight into its destination, after which
/// the source's pages are given back to the system.
class WeightReader {
public:
    WeightReader(std::shared_ptr<const Checkpoint> checkpoint, torch::Device device, torch::ScalarType type);
    /// NotFound if absent, InvalidFile if the shape is another.
    Result<torch::Tensor> read(const std::string& name, const std::vector<std::int64_t>& shape) const;

private:
    torch::Tensor mapped(const std::string& name, std::span<const float> values, const std::vector<std::int64_t>& shape) const;
    Result<torch::Tensor> converted(const std::string& name, const std::vector<std::int64_t>& shape) const;
    std::shared_ptr<const Checkpoint> m_checkpoint;
    torch::Device m_device;
    torch::ScalarType m_type;
};

}  // namespace tacq
