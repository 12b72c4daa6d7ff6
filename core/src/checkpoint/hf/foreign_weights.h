#pragma once
#include <optional>
#include <string>

#include "checkpoint/hf/weight_files.h"

namespace tacq {

/// The error for a folder (or a file in it) that holds an adapter instead of a model; empty for anything else.
std::optional<Error> adapterInstead(const std::filesystem::path& folder, const std::filesystem::path& asked);
/// The error for tensors of an adapter that was never merged.
std::optional<Error> unmergedAdapter(const TensorMap& tensors, const std::filesystem::path& asked);

/// The tool that packed the weights, as the tensors' names and types give it away, and a tensor to show for it. Empty: plain weights.
struct PackedBy {
    std::string tool, tensor;
};
std::optional<PackedBy> packedBy(const TensorMap& tensors);
/// `claimed`: what config.json says, may be empty.
Error quantizedElsewhere(const std::string& claimed, const std::optional<PackedBy>& evidence, const std::filesystem::path& asked);

}  // namespace tacq
