#include "pipeline/stages/width_errors.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "pipeline/stages/stages.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/quantize/quantize.h"

namespace tacq {
namespace {

constexpr const char* kVersion = "widths/1";
constexpr const char* kFile = "mass.safetensors";
constexpr auto kBins = static_cast<std::size_t>(LogHistogram::kBins);

double sumOf(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// One matrix: `error` holds ΔW.
Result<std::vector<double>> massOf(const SaliencyArtifact& artifact, std::size_t matrix, std::span<const float> error) {
    const LinearInfo& linear = artifact.meta().linears[matrix];
    const std::int64_t step = std::max<std::int64_t>(1, (1 << 21) / linear.columns);
    std::vector<double> mass(kBins, 0);
    std::vector<float> gradient, score;
    for (std::int64_t row = 0; row < linear.rows; row += step) {
        const std::int64_t end = std::min(linear.rows, row + step);
        const auto n = static_cast<std::size_t>((end - row) * linear.columns), first = static_cast<std::size_t>(row * linear.columns);
        gradient.resize(n);
        score.resize(n);
        TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Score, row, end, score));
        TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Gradient, row, end, gradient));
        for (std::size_t i = 0; i < n; ++i)
            mass[static_cast<std::size_t>(LogHistogram::binOf(score[i]))] += static_cast<double>(gradient[i]) * std::abs(static_cast<double>(error[first + i]));
    }
    return mass;
}

/// ΔW of rounding to nearest on `grid`; nothing: of the simulation.
Result<std::vector<float>> errorsOf(const SaliencyArtifact& artifact, std::size_t matrix, const std::optional<GridOptions>& grid) {
    const LinearInfo& linear = artifact.meta().linears[matrix];
    std::vector<float> error(static_cast<std::size_t>(linear.elements()));
    if (!grid) {
        TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Delta, 0, linear.rows, error));
        return error;
    }
    std::vector<float> weight(error.size());
    TACQ_CHECK(artifact.readRows(matrix, MatrixLayer::Weight, 0, linear.rows, weight));
    TACQ_TRY(const PackedLinear packed, quantizeRtn(linear.name, weight, linear.rows, linear.columns, *grid, {}, ClipSearch::On));
    dequantizeRows(packed, 0, linear.rows, error);
    for (std::size_t i = 0; i < error.size(); ++i) error[i] = weight[i] - error[i];
    return error;
}

Result<void> writeMass(Session& session, const SaliencyArtifact& artifact, const std::optional<GridOptions>& grid, const std::filesystem::path& folder) {
    const auto& linears = artifact.meta().linears;
    const auto count = static_cast<std::int64_t>(linears.size());
    TACQ_TRY(SafetensorsWriter writer, SafetensorsWriter::create(folder / kFile, {{"mass", "F64", {count, static_cast<std::int64_t>(kBins)}}}, {{"format", kVersion}}));
    for (std::size_t i = 0; i < linears.size(); ++i) {
        TACQ_CHECK(session.context().checkpoint());
        TACQ_TRY(const std::vector<float> error, errorsOf(artifact, i, grid));
        TACQ_TRY(const std::vector<double> mass, massOf(artifact, i, error));
        TACQ_CHECK(writer.append(std::as_bytes(std::span(mass))));
        session.context().report({Stage::Widths, i + 1, linears.size(), "tensors", linears[i].name, sumOf(mass)});
    }
    return writer.finish();
}

Result<BinnedMass> massStage(Session& session, const SaliencyArtifact& artifact, const std::string& saliencyKey, const std::optional<GridOptions>& grid) {
    const std::string what = grid ? "rtn " + gridText(*grid) : "simulated";
    TACQ_TRY(const ArtifactInfo made, makeArtifact(session, hashOfParts({kVersion, saliencyKey, what}), "widths", Stage::Widths, [&](const std::filesystem::path& folder) -> Result<Json> {
                 TACQ_CHECK(writeMass(session, artifact, grid, folder));
                 return Json{{"kind", "widths"}, {"saliencyKey", saliencyKey}, {"error", what}};
             }));
    TACQ_TRY(const SafetensorsFile file, SafetensorsFile::open(made.folder / kFile));
    TACQ_TRY(const std::span<const double> values, file.typed<double>("mass", "F64"));
    const std::size_t linears = artifact.meta().linears.size();
    if (values.size() != linears * kBins) return Error{ErrorCode::InvalidFile, "the widths' figures have another size than the model", made.folder.string(), "run `tacq workspace verify`"};
    BinnedMass mass;
    for (std::size_t i = 0; i < linears; ++i) mass.emplace_back(values.begin() + static_cast<std::ptrdiff_t>(i * kBins), values.begin() + static_cast<std::ptrdiff_t>((i + 1) * kBins));
    return mass;
}

/// Σ G·|ΔW| per linear of a saliency of the same gradients on another grid, if the workspace has one.
std::optional<std::vector<double>> simulatedElsewhere(const Workspace& workspace, const SaliencyMeta& meta, const GridOptions& grid) {
    for (const ArtifactInfo& other : workspace.artifacts("saliency")) {
        const auto found = saliencyMetaFromJson(other.metaJson, other.key);
        if (!found.ok() || found.value().gradientKey != meta.gradientKey || found.value().grid != grid || found.value().figures.size() != meta.figures.size()) continue;
        std::vector<double> sums;
        for (const auto& figures : found.value().figures) sums.push_back(figures.firstOrder);
        return sums;
    }
    return std::nullopt;
}

/// GPTQ over rounding, where rounding errs at all.
double ratioOf(double gptq, double rounded) { return rounded > 0 ? gptq / rounded : 1; }

}  // namespace

Result<std::vector<std::vector<WidthChoice>>> widthChoices(Session& session, const SaliencyArtifact& artifact, const std::string& saliencyKey, const GridOptions& grid,
                                                           std::span<const std::vector<int>> widths) {
    const SaliencyMeta& meta = artifact.meta();
    const double scale = 1.0 / static_cast<double>(std::max<std::int64_t>(meta.samples, 1));
    std::set<int> wanted;
    for (const auto& list : widths) wanted.insert(list.begin(), list.end());
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const BinnedMass simulated, massStage(session, artifact, saliencyKey, std::nullopt));
    BinnedMass rounded;  // on the simulated grid, made only if some width needs the ratio
    std::vector<std::vector<WidthChoice>> choices(meta.linears.size());
    for (const int bits : wanted) {
        GridOptions own = grid;
        own.bits = bits;
        const bool same = own == meta.grid;
        BinnedMass mass = simulated;
        std::optional<std::vector<double>> measured;
        if (!same) {
            TACQ_TRY(mass, massStage(session, artifact, saliencyKey, own));
            measured = simulatedElsewhere(*workspace, meta, own);
            if (!measured && rounded.empty()) { TACQ_TRY(rounded, massStage(session, artifact, saliencyKey, meta.grid)); }
        }
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (std::find(widths[i].begin(), widths[i].end(), bits) == widths[i].end()) continue;
            const double ratio = same ? 1 : measured ? ratioOf((*measured)[i], sumOf(mass[i])) : ratioOf(sumOf(simulated[i]), sumOf(rounded[i]));
            choices[i].push_back({bits, LossCurve(artifact.histogram(i).counts, mass[i], ratio * scale), !same && !measured});
        }
    }
    return choices;
}

}  // namespace tacq
