#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "tacq/store/saliency_artifact.h"

class QObject;

namespace tacq::ui {

/// What the views read of a saliency: the sketch at once, single weights on demand. An artifact in the workspace in real life; a made-up one in
/// tests and benches; one of another computer (remote_saliency.h). Immutable but for want(), and thread-safe.
class SaliencySource {
public:
    virtual ~SaliencySource() = default;
    virtual const SaliencyMeta& meta() const = 0;
    /// Of the artifact in the engine's workspace, by which the engine finds it; empty for one that lies nowhere.
    virtual std::string key() const { return {}; }
    /// Whether level() and marginals() of this matrix can be read now. If not they are empty, and brought here; `brought` is then called once, unless
    /// `context` is gone by then or it could not be done. For the GUI thread only.
    virtual bool want(std::size_t /*matrix*/, QObject* /*context*/, std::function<void()> /*brought*/) const { return true; }
    virtual int levels(std::size_t matrix) const = 0;
    virtual SaliencyArtifact::LevelView level(std::size_t matrix, MatrixLayer layer, int level) const = 0;
    /// Sums and maxima per row and column; empty where the sketch has none.
    virtual SaliencyArtifact::MarginalView marginals(std::size_t /*matrix*/, MatrixLayer /*layer*/) const { return {}; }
    virtual Result<void> readRows(std::size_t matrix, MatrixLayer layer, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) const = 0;
    virtual CountAnswer counts(std::uint64_t k) const = 0;
    /// Counts are exact up to this many kept weights.
    virtual std::uint64_t exactUpTo() const = 0;
    virtual PackedPlan plan(const GridOptions& grid, EmbeddingBits embeddings) const = 0;
    /// Weights per score bin, and Σ G·|ΔW| of each bin: what a LossCurve is made of. Empty where the sketch has none.
    virtual std::span<const std::uint64_t> scoreCounts(std::size_t /*matrix*/) const { return {}; }
    virtual std::span<const double> lossMass(std::size_t /*matrix*/) const { return {}; }
    /// Positions and scores of the strongest weights of a matrix, strongest first, equal ones by position: the kept weights of any
    /// exact CountAnswer are the first kept[matrix] of them.
    virtual std::span<const std::uint32_t> strongest(std::size_t matrix) const = 0;
    virtual std::span<const float> strongestScores(std::size_t matrix) const = 0;
};

using SaliencyPointer = std::shared_ptr<const SaliencySource>;

/// Maps the artifact in `folder`. Cheap enough, but touches files: not for the GUI thread.
Result<SaliencyPointer> openSaliency(const std::filesystem::path& folder);

inline constexpr std::uint64_t elementsOf(const LinearInfo& linear) { return static_cast<std::uint64_t>(linear.rows) * static_cast<std::uint64_t>(linear.columns); }
std::uint64_t totalElements(const SaliencyMeta& meta);

}  // namespace tacq::ui
