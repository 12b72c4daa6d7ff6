#pragma once
#include <string>
#include <utility>
#include <vector>

#include "models/saliency/saliency_source.h"

namespace tacq::ui {

/// A saliency that was never computed: every value follows from its position, so that matrices of any size need no storage but their sketches.
/// Heavy-tailed, with a few hot rows and columns, as real ones are.
class MadeSaliency : public SaliencySource {
public:
    MadeSaliency(std::vector<LinearInfo> linears, std::vector<TensorInfo> dense, const GridOptions& grid);
    /// Three layers of a few thousand weights each, for tests that need some model.
    static SaliencyPointer small();
    static std::vector<LinearInfo> geometry(std::int64_t layers, std::int64_t hidden, std::int64_t keyValue, std::int64_t inner);

    const SaliencyMeta& meta() const override { return m_meta; }
    std::string key() const override { return m_key; }
    /// As if it lay in the engine's workspace under this key.
    void setKey(std::string key) { m_key = std::move(key); }
    int levels(std::size_t matrix) const override { return static_cast<int>(m_matrices[matrix].pyramids[0].levels.size()); }
    SaliencyArtifact::LevelView level(std::size_t matrix, MatrixLayer layer, int level) const override;
    Result<void> readRows(std::size_t matrix, MatrixLayer layer, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) const override;
    CountAnswer counts(std::uint64_t k) const override;
    std::uint64_t exactUpTo() const override { return m_counter.exactUpTo(); }
    PackedPlan plan(const GridOptions& grid, EmbeddingBits embeddings) const override;
    std::span<const std::uint64_t> scoreCounts(std::size_t matrix) const override { return m_matrices[matrix].histogram.counts; }
    std::span<const double> lossMass(std::size_t matrix) const override { return m_matrices[matrix].mass; }
    std::span<const std::uint32_t> strongest(std::size_t matrix) const override { return m_matrices[matrix].tail.position; }
    std::span<const float> strongestScores(std::size_t matrix) const override { return m_matrices[matrix].tail.score; }

private:
    struct Matrix {
        std::vector<Pyramid> pyramids;   ///< per MatrixLayer
        LogHistogram histogram;
        std::vector<double> mass = std::vector<double>(LogHistogram::kBins, 0.0);  ///< Σ G·|ΔW| per score bin
        TailIndex tail;
    };
    void build(std::size_t matrix);
    void buildTail(std::size_t matrix, int floor);
    SaliencyMeta m_meta;
    std::string m_key;
    std::vector<Matrix> m_matrices;
    std::vector<const LogHistogram*> m_histograms;
    TailCounter m_counter;
};

/// k of a fraction of all weights of a source, by the core's rule.
std::uint64_t keptOf(double fraction, std::uint64_t weights);

}  // namespace tacq::ui
