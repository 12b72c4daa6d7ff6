#pragma once
#include <filesystem>
#include <string>
#include <utility>

#include "models/saliency/saliency_source.h"

namespace tacq::ui {

/// A saliency artifact in a folder of this computer.
class ArtifactSource : public SaliencySource {
public:
    /// `folder` is named by the key.
    ArtifactSource(SaliencyArtifact artifact, const std::filesystem::path& folder) : m_artifact(std::move(artifact)), m_key(folder.filename().string()) {}
    const SaliencyMeta& meta() const override { return m_artifact.meta(); }
    std::string key() const override { return m_key; }
    int levels(std::size_t matrix) const override { return m_artifact.levels(matrix); }
    SaliencyArtifact::LevelView level(std::size_t matrix, MatrixLayer layer, int level) const override { return m_artifact.level(matrix, layer, level); }
    SaliencyArtifact::MarginalView marginals(std::size_t matrix, MatrixLayer layer) const override { return m_artifact.marginals(matrix, layer); }
    Result<void> readRows(std::size_t matrix, MatrixLayer layer, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) const override {
        return m_artifact.readRows(matrix, layer, rowBegin, rowEnd, out);
    }
    CountAnswer counts(std::uint64_t k) const override { return m_artifact.counts(k); }
    std::uint64_t exactUpTo() const override { return m_artifact.exactUpTo(); }
    PackedPlan plan(const GridOptions& grid, EmbeddingBits embeddings) const override { return m_artifact.plan(grid, embeddings, "source"); }
    std::span<const std::uint64_t> scoreCounts(std::size_t matrix) const override { return m_artifact.histogram(matrix).counts; }
    std::span<const double> lossMass(std::size_t matrix) const override { return m_artifact.lossMass(matrix); }
    std::span<const std::uint32_t> strongest(std::size_t matrix) const override { return m_artifact.tail(matrix).position; }
    std::span<const float> strongestScores(std::size_t matrix) const override { return m_artifact.tail(matrix).score; }

protected:
    const SaliencyArtifact& artifact() const { return m_artifact; }

private:
    SaliencyArtifact m_artifact;
    std::string m_key;
};

}  // namespace tacq::ui
