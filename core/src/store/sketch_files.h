#pragma once
// Names and checked views of the sketch files (layout: tacq/store/saliency_artifact.h). Private to the store.
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "tacq/checkpoint/safetensors.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

inline constexpr int kSketchVersion = 2;
inline constexpr const char* kSketchFormat = "tacq-sketch";
inline constexpr const char* kHistogramsFile = "histograms.safetensors";
inline constexpr std::array<const char*, kMatrixLayers> kLayerNames{"gradient", "delta", "weight", "score"};
std::string matrixFileName(std::size_t matrix);
std::string tailFileName(std::size_t matrix);
/// Whether a layer has row and column sums.
constexpr bool hasMarginals(MatrixLayer layer) { return layer == MatrixLayer::Gradient || layer == MatrixLayer::Score; }

/// Cells of each pyramid level and where they begin in the concatenation.
struct LevelPlan {
    struct Level {
        std::int64_t rows, columns;
        std::size_t first;
    };
    std::vector<Level> levels;
    std::size_t cells = 0;
};
LevelPlan planLevels(std::int64_t rows, std::int64_t columns);

struct MatrixViews {
    std::array<std::span<const float>, kMatrixLayers> maximum, mean;  ///< all levels
    std::array<SaliencyArtifact::MarginalView, kMatrixLayers> marginals;
};

enum class MissingMatrices { Refuse, Allow };

/// The sketch of a whole model, mapped; every position, count and offset in it is checked.
struct SketchFiles {
    std::vector<LogHistogram> histograms;
    std::vector<std::span<const double>> mass;  ///< per matrix: Σ G·|ΔW| per bin
    std::vector<MatrixViews> matrices;
    std::vector<TailView> tails;
    std::vector<SafetensorsFile> files;  ///< own the maps
    std::vector<bool> missing;           ///< matrices without their file
    static Result<SketchFiles> open(const std::filesystem::path& folder, const std::vector<LinearInfo>& linears, MissingMatrices policy = MissingMatrices::Refuse);
};

/// A matrix's pyramids and marginals, checked.
struct MappedMatrix {
    SafetensorsFile file;
    MatrixViews views;
    static Result<MappedMatrix> open(const std::filesystem::path& path, const LinearInfo& linear);
};

}  // namespace tacq
