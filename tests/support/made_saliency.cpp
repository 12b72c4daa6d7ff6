#include "made_saliency.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tacq/budget/ledger.h"

namespace tacq::ui {
namespace {

constexpr double kTailShare = 0.05;
constexpr std::int64_t kBand = 64;

std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ x >> 27) * 0x94d049bb133111ebull;
    return x ^ x >> 31;
}

/// Uniform in (0, 1], from position and stream.
float uniform(std::uint64_t position, std::uint64_t stream) {
    return static_cast<float>((mixed(position * 0x9e3779b97f4a7c15ull + stream) >> 40) + 1) * 0x1p-24f;
}

float heat(std::uint64_t index, std::uint64_t stream) { return uniform(index, stream) > 0.985f ? 6.0f : 1.0f; }

}  // namespace

SaliencyPointer MadeSaliency::small() {
    const std::vector<TensorInfo> dense{{"model.embed_tokens.weight", TensorType::F32, {512, 64}, 512 * 64 * 4}};
    return std::make_shared<MadeSaliency>(geometry(3, 64, 32, 176), dense, GridOptions());
}

std::vector<LinearInfo> MadeSaliency::geometry(std::int64_t layers, std::int64_t hidden, std::int64_t keyValue, std::int64_t inner) {
    std::vector<LinearInfo> linears;
    for (std::int64_t layer = 0; layer < layers; ++layer) {
        const std::array<std::pair<std::int64_t, std::int64_t>, kLinearKinds> shapes{
            {{hidden, hidden}, {keyValue, hidden}, {keyValue, hidden}, {hidden, hidden}, {inner, hidden}, {inner, hidden}, {hidden, inner}}};
        for (int kind = 0; kind < kLinearKinds; ++kind) {
            const auto name = linearKindName(static_cast<LinearKind>(kind));
            linears.push_back({"model.layers." + std::to_string(layer) + "." + std::string(name) + "_proj.weight", layer, static_cast<LinearKind>(kind),
                               shapes[static_cast<std::size_t>(kind)].first, shapes[static_cast<std::size_t>(kind)].second});
        }
    }
    return linears;
}

MadeSaliency::MadeSaliency(std::vector<LinearInfo> linears, std::vector<TensorInfo> dense, const GridOptions& grid) {
    m_meta.modelName = "made";
    m_meta.taskName = "made";
    m_meta.grid = grid;
    m_meta.samples = 32;
    m_meta.tokens = 4096;
    m_meta.calibrationMeanNll = 1.5;
    m_meta.linears = std::move(linears);
    m_meta.dense = std::move(dense);
    m_meta.figures.resize(m_meta.linears.size());
    m_matrices.resize(m_meta.linears.size());
    LogHistogram all;
    for (std::size_t m = 0; m < m_matrices.size(); ++m) {
        build(m);
        all.add(m_matrices[m].histogram);
    }
    int floor = LogHistogram::kBins;
    for (std::uint64_t above = 0; floor > 0 && static_cast<double>(above) < kTailShare * static_cast<double>(all.total());) above += all.counts[static_cast<std::size_t>(--floor)];
    std::vector<TailView> tails;
    for (std::size_t m = 0; m < m_matrices.size(); ++m) {
        buildTail(m, floor);
        m_histograms.push_back(&m_matrices[m].histogram);
        tails.emplace_back(m_matrices[m].tail);
    }
    m_counter = TailCounter(m_histograms, tails);
}

void MadeSaliency::build(std::size_t matrix) {
    const LinearInfo& linear = m_meta.linears[matrix];
    Matrix& made = m_matrices[matrix];
    auto& figures = m_meta.figures[matrix];
    made.pyramids.resize(kMatrixLayers);
    for (Pyramid& pyramid : made.pyramids) pyramid.begin(linear.rows, linear.columns);
    std::vector<float> band;
    std::vector<double> loss;  // G·|ΔW| of the band
    for (std::int64_t row = 0; row < linear.rows; row += kBand) {
        const std::int64_t end = std::min(row + kBand, linear.rows);
        band.resize(static_cast<std::size_t>((end - row) * linear.columns));
        loss.assign(band.size(), 1.0);
        for (int layer = 0; layer < kMatrixLayers; ++layer) {
            static_cast<void>(readRows(matrix, static_cast<MatrixLayer>(layer), row, end, band).ok());
            made.pyramids[static_cast<std::size_t>(layer)].addRows(row, band);
            for (std::size_t i = 0; i < band.size(); ++i) {
                const double v = std::fabs(static_cast<double>(band[i]));
                if (layer == static_cast<int>(MatrixLayer::Gradient)) figures.gradientSum += v;
                if (layer == static_cast<int>(MatrixLayer::Delta)) figures.deltaSquared += v * v;
                if (layer == static_cast<int>(MatrixLayer::Gradient) || layer == static_cast<int>(MatrixLayer::Delta)) loss[i] *= v;
                if (layer != static_cast<int>(MatrixLayer::Score)) continue;
                figures.firstOrder += loss[i];
                made.mass[static_cast<std::size_t>(LogHistogram::binOf(band[i]))] += loss[i];
                figures.saliencySum += v;
                figures.saliencyMax = std::max(figures.saliencyMax, v);
            }
        }
        made.histogram.add(band);  // the score is the last layer read
    }
    for (Pyramid& pyramid : made.pyramids) pyramid.finish();
}

void MadeSaliency::buildTail(std::size_t matrix, int floor) {
    const LinearInfo& linear = m_meta.linears[matrix];
    Matrix& made = m_matrices[matrix];
    std::vector<float> band, values;
    std::vector<std::uint32_t> positions;
    for (std::int64_t row = 0; row < linear.rows; row += kBand) {
        const std::int64_t end = std::min(row + kBand, linear.rows);
        band.resize(static_cast<std::size_t>((end - row) * linear.columns));
        static_cast<void>(readRows(matrix, MatrixLayer::Score, row, end, band).ok());
        for (std::size_t i = 0; i < band.size(); ++i) {
            if (LogHistogram::binOf(band[i]) < floor) continue;
            positions.push_back(static_cast<std::uint32_t>(row * linear.columns) + static_cast<std::uint32_t>(i));
            values.push_back(band[i]);
        }
    }
    made.tail = makeTailIndex(floor, std::move(positions), std::move(values));
}

SaliencyArtifact::LevelView MadeSaliency::level(std::size_t matrix, MatrixLayer layer, int level) const {
    const auto& l = m_matrices[matrix].pyramids[static_cast<std::size_t>(layer)].levels[static_cast<std::size_t>(level)];
    return {l.rows, l.columns, l.maximum, l.mean};
}

Result<void> MadeSaliency::readRows(std::size_t matrix, MatrixLayer layer, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) const {
    const LinearInfo& linear = m_meta.linears[matrix];
    const std::uint64_t stream = mixed(matrix + 1) ^ static_cast<std::uint64_t>(m_meta.grid.bits);
    const float step = 0.5f / static_cast<float>((1 << m_meta.grid.bits) - 1);
    for (std::int64_t r = rowBegin; r < rowEnd; ++r) {
        const float rowHeat = heat(static_cast<std::uint64_t>(r), stream + 7);
        for (std::int64_t c = 0; c < linear.columns; ++c) {
            const auto position = static_cast<std::uint64_t>(r * linear.columns + c);
            const float weight = 0.2f * (uniform(position, stream) - 0.5f) * heat(static_cast<std::uint64_t>(c), stream + 8);
            const float gradient = rowHeat * heat(static_cast<std::uint64_t>(c), stream + 9) * -0.01f * std::log(uniform(position, stream + 1));
            const float delta = step * 0.2f * (uniform(position, stream + 2) - 0.5f);
            float& value = out[static_cast<std::size_t>((r - rowBegin) * linear.columns + c)];
            switch (layer) {
                case MatrixLayer::Gradient: value = gradient; break;
                case MatrixLayer::Delta: value = delta; break;
                case MatrixLayer::Weight: value = weight; break;
                case MatrixLayer::Score: value = std::fabs((gradient * delta) * weight); break;
            }
        }
    }
    return {};
}

std::uint64_t keptOf(double fraction, std::uint64_t weights) {
    return keptForFraction(fraction, static_cast<std::int64_t>(weights)).value();
}

CountAnswer MadeSaliency::counts(std::uint64_t k) const { return m_counter.counts(k); }

PackedPlan MadeSaliency::plan(const GridOptions& grid, EmbeddingBits embeddings) const {
    PackedPlan plan;
    plan.embeddingBits = embeddings;
    plan.dense = m_meta.dense;
    for (const LinearInfo& linear : m_meta.linears) plan.linears.push_back({linear.name, linear.rows, linear.columns, grid, 0, ValueType::F16});
    return plan;
}

}  // namespace tacq::ui
