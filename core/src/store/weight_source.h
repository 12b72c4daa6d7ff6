#pragma once
// G, W and Ŵ of a model's linears, read in bands of rows from three places. Private to the store.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/packed_layer.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/numerics/score.h"

namespace tacq {

/// One band of rows; spans point into maps or into `storage`. Reused from band to band.
struct WeightBand {
    std::span<const float> gradient, weight, quantized;
    std::vector<float> weightStorage, quantizedStorage;
};

class WeightSource {
public:
    /// Either path may be empty: then that part cannot be read. `model` may be null likewise, and must outlive this.
    static Result<WeightSource> open(std::vector<LinearInfo> linears, const Checkpoint* model, const std::filesystem::path& gradientFile,
                                     const std::filesystem::path& simulationFolder);

    const std::vector<LinearInfo>& linears() const { return m_linears; }
    void attach(const Checkpoint* model) { m_model = model; }
    /// Rows [begin, end) of one linear. Thread-safe.
    Result<void> read(std::size_t matrix, std::int64_t begin, std::int64_t end, WeightParts wanted, WeightBand& band) const;
    /// Lets pages of a matrix go that have been read.
    void release(std::size_t matrix) const;

private:
    /// The simulation's files, mapped when they are first asked for.
    struct Blocks {
        std::mutex mutex;
        std::map<std::int64_t, PackedLayerFile> files;   ///< by layer
    };
    Result<std::span<const float>> gradientOf(const LinearInfo& linear) const;
    Result<void> readWeight(const LinearInfo& linear, std::int64_t begin, std::int64_t end, WeightBand& band) const;
    Result<void> readQuantized(const LinearInfo& linear, std::int64_t begin, std::int64_t end, WeightBand& band) const;
    Result<const PackedLayerFile*> blockOf(std::int64_t layer) const;

    std::vector<LinearInfo> m_linears;
    const Checkpoint* m_model = nullptr;
    std::optional<SafetensorsFile> m_gradient;
    std::filesystem::path m_simulation;
    std::unique_ptr<Blocks> m_blocks = std::make_unique<Blocks>();
};

/// Rows of a band: a multiple of 8, so that bands fill whole pyramid cells; about 256 K weights.
std::int64_t bandRows(const LinearInfo& linear);
/// Calls body(band index, first row, end row, scratch) for every band of a matrix in parallel; the first error wins.
Result<void> forEachBand(const LinearInfo& linear,
                         const std::function<Result<void>(std::size_t, std::int64_t, std::int64_t, WeightBand&)>& body);

}  // namespace tacq
