#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/dense_overrides.h"
#include "tacq/numerics/packed.h"

namespace tacq {

/// What a quantized artifact is on disk: `layer-NNN.safetensors`, the packed linears of a block each (writePackedLayer), and `dense.safetensors`
/// where a dense tensor has other values than the base's (writeDenseOverrides). Together with the base they are the model.

std::filesystem::path layerFile(const std::filesystem::path& folder, std::int64_t layer);
std::filesystem::path denseFile(const std::filesystem::path& folder);

/// Its packed linears, one block in memory at a time.
class QuantizedFolder {
public:
    /// `linears`: the model's, in model order.
    QuantizedFolder(std::filesystem::path folder, std::span<const LinearInfo> linears) : m_folder(std::move(folder)), m_linears(linears.begin(), linears.end()) {}
    /// In model order each block is read once.
    Result<PackedLinear> read(std::size_t index);
    /// Of all linears, in model order, from the files' headers.
    Result<std::vector<PackedShape>> shapes() const;

private:
    std::filesystem::path m_folder;
    std::vector<LinearInfo> m_linears;
    std::vector<PackedLinear> m_block;
    std::int64_t m_layer = -1;
};

/// The base with the artifact's dense tensors in the place of its own, mapped; the base itself where the artifact has none. Everything that writes a model asks
/// this one for dense tensors, types and configuration. Its identity() is that of the changed weights. InvalidFile names what does not fit the base.
Result<std::shared_ptr<const Checkpoint>> withOverrides(std::shared_ptr<const Checkpoint> base, const std::filesystem::path& folder);
/// The artifact as a model (CheckpointKind::Packed), mapped: evaluated as what a packed folder made of it would be, with nothing written.
Result<std::shared_ptr<const Checkpoint>> openQuantized(std::shared_ptr<const Checkpoint> base, const std::filesystem::path& folder);

/// What a step makes of a quantized artifact: other scales and kept values (tacq/numerics/stored_values.h), other dense tensors.
struct QuantizedChange {
    /// Changes linear `index` (model order) in place and says whether it did; name and shape stay. Empty: linears stay.
    std::function<Result<bool>(std::size_t index, PackedLinear& linear)> linear;
    DenseOverrides dense;  ///< those of the artifact that are not named here go along
};
/// Writes the changed artifact to the folder `to`, block by block: blocks that are there and whole are left as they are, so that a killed step goes on. What the change
/// leaves alone is the same byte for byte; squared errors of changed linears are measured anew against `base`. One block is in memory.
///
///     QuantizedChange change;
///     change.linear = [&](std::size_t i, PackedLinear& linear) -> Result<bool> {
///         TACQ_CHECK(storeScales(linear, trained.scales[i]));
///         return true;
///     };
///     TACQ_CHECK(rewriteQuantized(before.folder, folder, *model, change, context));
Result<void> rewriteQuantized(const std::filesystem::path& from, const std::filesystem::path& to, const Checkpoint& base, const QuantizedChange& change, const RunContext& context);

/// Metadata of a layer file: Σ (W − Ŵ)² of each of its linears, as the pass measured them.
inline constexpr const char* kSquaredErrorsKey = "squared_errors";
std::string squaredErrorsText(std::span<const double> errors);
/// Of all linears, in model order.
Result<std::vector<double>> squaredErrors(const std::filesystem::path& folder, const Checkpoint& model);

}  // namespace tacq
