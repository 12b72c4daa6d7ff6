#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/budget/ledger.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/numerics/score.h"
#include "tacq/numerics/selection.h"
#include "tacq/numerics/sketch.h"

namespace tacq {

/// # Saliency artifact on disk, sketch version 2 (little-endian; safetensors as FORMATS section 1)
///
/// `meta.json`                  SaliencyMeta as saliencyMetaToJson() writes it, with `"sketchVersion": 2`.
/// `histograms.safetensors`     of the score (SaliencyMeta::method), all matrices: `counts` U64 [matrices, 2048], `sums` F64 [matrices, 2048];
///                              `mass` F64 [matrices, 2048]: Σ G·|ΔW| over the weights of a bin, for losses that follow a slider.
///                              `__metadata__`: format `tacq-sketch`, version `2`, matrices, floor_bin (one for all tails).
/// `matrix-NNNN.safetensors`    one per matrix, NNNN its index in model order. For each layer L of `gradient`, `delta`, `weight`, `score`:
///                              `L.max`, `L.mean` F32 [cells]: the pyramid's levels one after another, finest first, each row-major; level l has
///                              ceil(rows / 2^(l+3)) × ceil(columns / 2^(l+3)) cells, the last level has one.
///                              For L of `gradient`, `score`: marginals `L.row_sum`, `L.row_max` F32 [rows], `L.column_sum`, `L.column_max` F32 [columns].
/// `tail-NNNN.safetensors`      TailIndex of the score: `position` U32 [n], `score` F32 [n], `bin_start` U32 [2049 − floor_bin].
///
/// A reader refuses other versions (UnsupportedFormat) and files whose sizes, counts or offsets disagree (InvalidFile). The files are a matrix
/// each, so that a writer needs no more than one in memory and a reader maps only what is looked at. G itself is `gradient.safetensors` of the
/// artifact gradientKey (F32 [out, in] under each linear's name), Ŵ is `layer-NNN.safetensors` of simulationKey (writePackedLayer, NNN the block).

/// What can be shown of a matrix. All as magnitudes.
enum class MatrixLayer { Gradient, Delta, Weight, Score };
inline constexpr int kMatrixLayers = 4;

/// What a saliency artifact says about itself (meta.json).
struct SaliencyMeta {
    std::string modelIdentity, modelPath, modelName, taskName;
    std::string gradientKey, simulationKey;
    GridOptions grid;
    std::int64_t samples = 0, tokens = 0;
    std::uint64_t seed = 0;
    double calibrationMeanNll = 0;
    std::string dtype;  ///< arithmetic: `f32` or `bf16`
    Method method = Method::Tacq;         ///< what `score` is, in the histograms, pyramids and tails; always one that keeps weights. Random draws from `seed`
    std::vector<LinearInfo> linears;      ///< model order
    std::vector<TensorInfo> dense;        ///< the rest of the model, for the ledger
    struct MatrixFigures {
        double gradientSum = 0, saliencySum = 0, saliencyMax = 0;
        double deltaSquared = 0;          ///< Σ (W − Ŵ)²
        double firstOrder = 0;            ///< Σ G·|ΔW| over all weights
    };
    std::vector<MatrixFigures> figures;   ///< per linear
};

/// Read side: the sketch of a saliency (histograms, pyramids, tail index) mapped from the workspace, and single weights on demand.
/// Cheap to open (maps files, reads the meta). Thread-safe after open.
class SaliencyArtifact {
public:
    /// `folder` = artifacts/<key>; gradient and simulation artifacts are found beside it.
    static Result<SaliencyArtifact> open(const std::filesystem::path& folder);
    /// As open(), where matrix-NNNN.safetensors may be missing: they are brought from elsewhere when they are looked at. level() and marginals() of
    /// such a matrix are empty until mapMatrix().
    static Result<SaliencyArtifact> openPartial(const std::filesystem::path& folder);
    bool hasMatrix(std::size_t matrix) const;
    /// Maps the file of a matrix that has come since. Thread-safe, also beside readers; nothing happens if it is mapped already.
    Result<void> mapMatrix(std::size_t matrix) const;
    /// Name of the file that mapMatrix() looks for, and of a matrix's tail index.
    static std::string matrixFile(std::size_t matrix);
    static std::string tailFile(std::size_t matrix);
    SaliencyArtifact(SaliencyArtifact&&) noexcept;
    SaliencyArtifact& operator=(SaliencyArtifact&&) noexcept;
    ~SaliencyArtifact();

    const SaliencyMeta& meta() const;
    const LogHistogram& histogram(std::size_t matrix) const;  ///< of the score
    /// Σ G·|ΔW| per score bin, over all samples; with the histogram's counts a LossCurve. Its sum is figures[matrix].firstOrder. Points into the map.
    std::span<const double> lossMass(std::size_t matrix) const;
    TailView tail(std::size_t matrix) const;                  ///< of the score, strongest first; points into the map
    /// Pyramid level of a layer: level 0 has cells of 8 × 8 weights. Spans point into the map.
    struct LevelView { std::int64_t rows = 0, columns = 0; std::span<const float> maximum, mean; };
    int levels(std::size_t matrix) const;
    LevelView level(std::size_t matrix, MatrixLayer layer, int level) const;
    /// Sums and maxima of magnitudes per row and per column; empty for Delta and Weight. Spans point into the map.
    struct MarginalView { std::span<const float> rowSum, rowMaximum, columnSum, columnMaximum; };
    MarginalView marginals(std::size_t matrix, MatrixLayer layer) const;

    /// Lets readRows() reach W: the checkpoint at meta().modelPath, if it is still the same model: same linears, and the first eight rows of each
    /// give the pyramid's maxima to the bit (hashing a big model would take too long to open a page). InvalidFile if not. Not needed for
    /// sketches. Not thread-safe: attach before sharing.
    Result<void> attachModel();
    /// Rows of one layer at full resolution (float32 magnitudes for Score, signed values for Weight and Delta = W − Ŵ, G as is).
    Result<void> readRows(std::size_t matrix, MatrixLayer layer, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) const;

    CountAnswer counts(std::uint64_t k) const;  ///< exact up to exactUpTo(), at least 5 % of all weights (TailCounter)
    std::uint64_t exactUpTo() const;
    /// Plan for ledger and size; kept counts are left 0.
    PackedPlan plan(const GridOptions& grid, EmbeddingBits embeddingBits, const std::string& tensorDtype) const;

private:
    struct State;
    explicit SaliencyArtifact(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Makes the sketch files of a saliency artifact in `folder` (a partial folder) by streaming G, W and Ŵ once or twice, matrix by matrix;
/// fills meta.figures; the score is meta.method's. `gradientFile`: gradient.safetensors (F32 per linear); `simulationFolder`: layer-NNN.safetensors (writePackedLayer).
/// Peak memory: the packed linears of one block, column sums (24 bytes for each column and 64 rows of one matrix), histograms (48 KiB a matrix, 16 more for each 64 rows of one),
/// one pyramid, and one matrix's tail at 24 bytes an entry. Sums are taken over fixed bands in order: the bytes do not depend on threads.
/// NonFinite (names the tensor) if G, W or Ŵ holds NaN or infinity. Reports `sketch` in tensors.
Result<void> writeSaliencySketch(const std::filesystem::path& folder, SaliencyMeta& meta, const Checkpoint& model,
                                 const std::filesystem::path& gradientFile, const std::filesystem::path& simulationFolder, const RunContext& context);
std::string saliencyMetaToJson(const SaliencyMeta& meta);
Result<SaliencyMeta> saliencyMetaFromJson(const std::string& json, const std::string& context);

/// Exact selection by any method over (G, W, Ŵ); gradientFile and simulationFolder may be empty where the method needs none.
Result<Selection> selectKept(Method method, std::uint64_t k, std::uint64_t seed, const Checkpoint& model, const std::filesystem::path& gradientFile,
                             const std::filesystem::path& simulationFolder, const RunContext& context);

}  // namespace tacq
