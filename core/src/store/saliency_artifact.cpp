#include "tacq/store/saliency_artifact.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>

#include "base/mapped_guard.h"
#include "store/artifact_folder.h"
#include "store/sketch_files.h"
#include "store/weight_source.h"
#include "tacq/base/file_io.h"
#include "tacq/base/names.h"

namespace tacq {
namespace fs = std::filesystem;

struct SaliencyArtifact::State {
    SaliencyMeta meta;
    SketchFiles sketch;
    std::vector<LevelPlan> levels;
    TailCounter counter;
    WeightSource source;
    std::optional<Checkpoint> model;
    fs::path folder;
    std::mutex mapping;
    std::unique_ptr<std::atomic<bool>[]> there;   ///< per matrix: its views may be read

    static Result<std::unique_ptr<State>> open(const fs::path& folder, MissingMatrices policy);
};

namespace {

std::size_t indexOf(MatrixLayer layer) { return static_cast<std::size_t>(layer); }

Error otherModel(const SaliencyMeta& meta, const std::string& tensor) {
    return {ErrorCode::InvalidFile, "the model at this path is not the one this saliency was made from" + (tensor.empty() ? "" : ": \"" + tensor + "\" differs"),
            meta.modelPath, "put the model back, or run the saliency again"};
}

bool sameLinears(std::span<const LinearInfo> a, const std::vector<LinearInfo>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const LinearInfo& x, const LinearInfo& y) { return x.name == y.name && x.rows == y.rows && x.columns == y.columns; });
}

/// The artifact beside this one, if it is still there.
fs::path besides(const fs::path& folder, const std::string& key) {
    if (!ArtifactKey::isKey(key)) return {};
    std::error_code ec;
    const fs::path path = fs::absolute(folder, ec).lexically_normal().parent_path() / key;
    return fs::is_directory(path, ec) ? path : fs::path();
}

/// What a layer's values are made of.
WeightParts partsOf(MatrixLayer layer, Method method) {
    switch (layer) {
        case MatrixLayer::Gradient: return {WeightPart::Gradient};
        case MatrixLayer::Delta: return {WeightPart::Weight, WeightPart::Quantized};
        case MatrixLayer::Weight: return {WeightPart::Weight};
        case MatrixLayer::Score: break;
    }
    return method->needs;
}

/// Largest magnitudes of the top row of cells, to compare with the pyramid.
bool firstCellsMatch(std::span<const float> rows, std::int64_t columns, std::span<const float> maxima) {
    Pyramid pyramid;
    pyramid.begin(static_cast<std::int64_t>(rows.size()) / columns, columns);
    pyramid.addRows(0, rows);
    const auto& found = pyramid.levels.front().maximum;
    return found.size() <= maxima.size() && std::equal(found.begin(), found.end(), maxima.begin());
}

}  // namespace

SaliencyArtifact::SaliencyArtifact(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SaliencyArtifact::SaliencyArtifact(SaliencyArtifact&&) noexcept = default;
SaliencyArtifact& SaliencyArtifact::operator=(SaliencyArtifact&&) noexcept = default;
SaliencyArtifact::~SaliencyArtifact() = default;

Result<std::unique_ptr<SaliencyArtifact::State>> SaliencyArtifact::State::open(const fs::path& folder, MissingMatrices policy) {
    auto state = std::make_unique<State>();
    state->folder = folder;
    TACQ_TRY(const std::string text, readText(folder / kMetaName, 256u << 20));
    TACQ_TRY(state->meta, saliencyMetaFromJson(text, (folder / kMetaName).string()));
    TACQ_TRY(state->sketch, SketchFiles::open(folder, state->meta.linears, policy));
    state->there = std::make_unique<std::atomic<bool>[]>(state->meta.linears.size());
    for (std::size_t m = 0; m < state->meta.linears.size(); ++m) state->there[m] = !state->sketch.missing[m];
    for (const LinearInfo& linear : state->meta.linears) state->levels.push_back(planLevels(linear.rows, linear.columns));
    std::vector<const LogHistogram*> histograms;
    for (const LogHistogram& histogram : state->sketch.histograms) histograms.push_back(&histogram);
    state->counter = TailCounter(histograms, state->sketch.tails);
    const fs::path gradient = besides(folder, state->meta.gradientKey);
    TACQ_TRY(state->source, WeightSource::open(state->meta.linears, nullptr, gradient.empty() ? fs::path() : gradient / "gradient.safetensors",
                                               besides(folder, state->meta.simulationKey)));
    return state;
}

Result<SaliencyArtifact> SaliencyArtifact::open(const fs::path& folder) {
    TACQ_TRY(auto state, State::open(folder, MissingMatrices::Refuse));
    return SaliencyArtifact(std::move(state));
}

Result<SaliencyArtifact> SaliencyArtifact::openPartial(const fs::path& folder) {
    TACQ_TRY(auto state, State::open(folder, MissingMatrices::Allow));
    return SaliencyArtifact(std::move(state));
}

bool SaliencyArtifact::hasMatrix(std::size_t matrix) const { return matrix < m_state->levels.size() && m_state->there[matrix].load(std::memory_order_acquire); }
std::string SaliencyArtifact::matrixFile(std::size_t matrix) { return matrixFileName(matrix); }
std::string SaliencyArtifact::tailFile(std::size_t matrix) { return tailFileName(matrix); }

Result<void> SaliencyArtifact::mapMatrix(std::size_t matrix) const {
    const std::scoped_lock lock(m_state->mapping);
    if (hasMatrix(matrix)) return {};
    TACQ_TRY(MappedMatrix mapped, MappedMatrix::open(m_state->folder / matrixFileName(matrix), m_state->meta.linears.at(matrix)));
    // Nobody reads the slots before the flag is up.
    m_state->sketch.matrices[matrix] = mapped.views;
    m_state->sketch.files[2 * matrix] = std::move(mapped.file);
    m_state->there[matrix].store(true, std::memory_order_release);
    return {};
}

const SaliencyMeta& SaliencyArtifact::meta() const { return m_state->meta; }
const LogHistogram& SaliencyArtifact::histogram(std::size_t matrix) const { return m_state->sketch.histograms.at(matrix); }
std::span<const double> SaliencyArtifact::lossMass(std::size_t matrix) const { return m_state->sketch.mass.at(matrix); }
TailView SaliencyArtifact::tail(std::size_t matrix) const { return m_state->sketch.tails.at(matrix); }
int SaliencyArtifact::levels(std::size_t matrix) const { return static_cast<int>(m_state->levels.at(matrix).levels.size()); }
CountAnswer SaliencyArtifact::counts(std::uint64_t k) const { return m_state->counter.counts(k); }
std::uint64_t SaliencyArtifact::exactUpTo() const { return m_state->counter.exactUpTo(); }

SaliencyArtifact::LevelView SaliencyArtifact::level(std::size_t matrix, MatrixLayer layer, int level) const {
    const auto& plan = m_state->levels.at(matrix).levels.at(static_cast<std::size_t>(level));
    const auto cells = static_cast<std::size_t>(plan.rows * plan.columns);
    if (!hasMatrix(matrix)) return {plan.rows, plan.columns, {}, {}};
    const MatrixViews& views = m_state->sketch.matrices[matrix];
    return {plan.rows, plan.columns, views.maximum[indexOf(layer)].subspan(plan.first, cells), views.mean[indexOf(layer)].subspan(plan.first, cells)};
}

SaliencyArtifact::MarginalView SaliencyArtifact::marginals(std::size_t matrix, MatrixLayer layer) const {
    return hasMatrix(matrix) ? m_state->sketch.matrices[matrix].marginals[indexOf(layer)] : MarginalView{};
}

Result<void> SaliencyArtifact::attachModel() {
    TACQ_TRY(Checkpoint model, Checkpoint::open(m_state->meta.modelPath));
    if (!sameLinears(model.linears(), m_state->meta.linears)) return otherModel(m_state->meta, "");
    std::vector<float> rows;
    for (std::size_t m = 0; m < m_state->meta.linears.size(); ++m) {
        const LinearInfo& linear = m_state->meta.linears[m];
        const std::int64_t height = std::min<std::int64_t>(8, linear.rows);
        rows.resize(static_cast<std::size_t>(height * linear.columns));
        TACQ_CHECK(model.readRows(linear.name, 0, height, rows));
        if (!firstCellsMatch(rows, linear.columns, level(m, MatrixLayer::Weight, 0).maximum)) return otherModel(m_state->meta, linear.name);
    }
    m_state->model.emplace(std::move(model));
    m_state->source.attach(&*m_state->model);
    return {};
}

Result<void> SaliencyArtifact::readRows(std::size_t matrix, MatrixLayer layer, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) const {
    const LinearInfo& linear = m_state->meta.linears.at(matrix);
    if (rowBegin < 0 || rowEnd < rowBegin || rowEnd > linear.rows || out.size() != static_cast<std::size_t>((rowEnd - rowBegin) * linear.columns))
        return Error{ErrorCode::InvalidArgument, "rows outside the matrix, or a buffer of another size", linear.name, ""};
    if (rowBegin == rowEnd) return {};
    const bool score = layer == MatrixLayer::Score, delta = layer == MatrixLayer::Delta;
    WeightBand band;
    TACQ_CHECK(m_state->source.read(matrix, rowBegin, rowEnd, partsOf(layer, m_state->meta.method), band));
    if (score) tacq::score(m_state->meta.method, band.gradient, band.weight, band.quantized, m_state->meta.seed, static_cast<std::uint32_t>(matrix), static_cast<std::uint64_t>(rowBegin * linear.columns), out);
    else if (delta) std::transform(band.weight.begin(), band.weight.end(), band.quantized.begin(), out.begin(), std::minus<>());
    else std::copy_n((layer == MatrixLayer::Gradient ? band.gradient : band.weight).begin(), out.size(), out.begin());
    // The quantized part asked for itself.
    TACQ_CHECK(checkMapped(std::as_bytes(band.gradient)));
    TACQ_CHECK(checkMapped(std::as_bytes(band.weight)));
    // Whoever reads a whole matrix ends at its last row. Pages that stay count as this process's memory: for all matrices that is the model
    // and its gradients. The system still holds them; to read them again costs little.
    if (rowEnd == linear.rows) m_state->source.release(matrix);
    return {};
}

PackedPlan SaliencyArtifact::plan(const GridOptions& grid, EmbeddingBits embeddingBits, const std::string& tensorDtype) const {
    const SaliencyMeta& meta = m_state->meta;
    return uniformPlan(meta.linears, meta.dense, grid, embeddingBits, tensorDtype, meta.modelIdentity, std::string(64, '0'));
}

}  // namespace tacq
