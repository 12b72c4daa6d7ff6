#include <algorithm>
#include <cmath>

#include "store/sketch_files.h"
#include "store/weight_source.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr double kTailShare = 0.05;
constexpr std::uint64_t kWholeTailBytes = 64u << 20;  // a tail down to zero scores is worth this much at most
constexpr WeightParts kAll{WeightPart::Gradient, WeightPart::Weight, WeightPart::Quantized};

/// Row and column sums of one layer.
struct Marginals {
    std::vector<float> rowSum, rowMaximum, columnSum, columnMaximum;
};

/// What one band adds to its matrix. Merged in band order, so that sums do not depend on threads.
struct BandSums {
    SaliencyMeta::MatrixFigures figures;
    LogHistogram histogram;
    std::vector<double> mass = std::vector<double>(LogHistogram::kBins, 0.0);  // Σ G·|ΔW| per score bin
    std::array<std::vector<double>, 2> columnSum;   // gradient, score
    std::array<std::vector<float>, 2> columnMaximum;
};

struct MatrixSketch {
    std::array<Pyramid, kMatrixLayers> pyramids;
    std::array<Marginals, 2> marginals;             // gradient, score
    SaliencyMeta::MatrixFigures figures;
    LogHistogram histogram;
    std::vector<double> mass = std::vector<double>(LogHistogram::kBins, 0.0);
};

void addRow(std::span<const float> values, float& rowSum, float& rowMaximum, std::vector<double>& columnSum, std::vector<float>& columnMaximum) {
    double sum = 0;
    float maximum = 0;
    for (std::size_t c = 0; c < values.size(); ++c) {
        const float value = std::fabs(values[c]);
        sum += static_cast<double>(value);
        maximum = std::max(maximum, value);
        columnSum[c] += static_cast<double>(value);
        columnMaximum[c] = std::max(columnMaximum[c], value);
    }
    rowSum = static_cast<float>(sum);
    rowMaximum = maximum;
}

void addFigures(const WeightBand& band, std::span<const float> delta, std::span<const float> score, BandSums& sums) {
    SaliencyMeta::MatrixFigures& figures = sums.figures;
    for (std::size_t i = 0; i < delta.size(); ++i) {
        const double g = static_cast<double>(band.gradient[i]), d = static_cast<double>(delta[i]);
        figures.gradientSum += g;
        figures.deltaSquared += d * d;
        figures.firstOrder += g * std::fabs(d);
        sums.mass[static_cast<std::size_t>(LogHistogram::binOf(score[i]))] += std::fabs(g * d);
        figures.saliencySum += static_cast<double>(score[i]);
    }
    if (!score.empty()) figures.saliencyMax = std::max(figures.saliencyMax, static_cast<double>(*std::max_element(score.begin(), score.end())));
}

/// Which score, as tacq::score() wants it.
struct Scorer {
    Method method;
    std::uint64_t seed;
    void operator()(std::size_t matrix, std::uint64_t first, const WeightBand& band, std::span<float> out) const {
        tacq::score(method, band.gradient, band.weight, band.quantized, seed, static_cast<std::uint32_t>(matrix), first, out);
    }
};

/// Sketches eight rows at a time: what is read stays in the cache for all that is made of it.
void sketchRows(const Scorer& scorer, std::size_t matrix, const LinearInfo& linear, std::int64_t first, const WeightBand& band, MatrixSketch& sketch, BandSums& sums) {
    const auto columns = static_cast<std::size_t>(linear.columns);
    std::vector<float> delta, score;
    for (std::size_t at = 0; at < band.weight.size(); at += 8 * columns) {
        const std::size_t count = std::min(8 * columns, band.weight.size() - at);
        const WeightBand part{band.gradient.subspan(at, count), band.weight.subspan(at, count), band.quantized.subspan(at, count), {}, {}};
        delta.resize(count);
        score.resize(count);
        std::transform(part.weight.begin(), part.weight.end(), part.quantized.begin(), delta.begin(), std::minus<>());
        scorer(matrix, static_cast<std::uint64_t>(first) * columns + at, part, score);
        const std::int64_t row = first + static_cast<std::int64_t>(at / columns);
        const std::array<std::span<const float>, kMatrixLayers> layers{part.gradient, delta, part.weight, score};
        for (std::size_t l = 0; l < layers.size(); ++l) sketch.pyramids[l].addRows(row, layers[l]);
        addFigures(part, delta, score, sums);
        sums.histogram.add(score);
        for (std::size_t r = 0; r < count / columns; ++r) {
            const std::size_t target = static_cast<std::size_t>(row) + r;
            for (const std::size_t which : {0u, 1u}) {
                const auto values = (which == 0 ? part.gradient : std::span<const float>(score)).subspan(r * columns, columns);
                addRow(values, sketch.marginals[which].rowSum[target], sketch.marginals[which].rowMaximum[target], sums.columnSum[which], sums.columnMaximum[which]);
            }
        }
    }
}

void merge(const std::vector<BandSums>& bands, MatrixSketch& sketch) {
    for (const BandSums& band : bands) {
        sketch.histogram.add(band.histogram);
        for (std::size_t bin = 0; bin < band.mass.size(); ++bin) sketch.mass[bin] += band.mass[bin];
        sketch.figures.gradientSum += band.figures.gradientSum;
        sketch.figures.saliencySum += band.figures.saliencySum;
        sketch.figures.saliencyMax = std::max(sketch.figures.saliencyMax, band.figures.saliencyMax);
        sketch.figures.deltaSquared += band.figures.deltaSquared;
        sketch.figures.firstOrder += band.figures.firstOrder;
    }
    for (const std::size_t which : {0u, 1u}) {
        Marginals& marginals = sketch.marginals[which];
        for (std::size_t c = 0; c < marginals.columnSum.size(); ++c) {
            double sum = 0;
            for (const BandSums& band : bands) {
                sum += band.columnSum[which][c];
                marginals.columnMaximum[c] = std::max(marginals.columnMaximum[c], band.columnMaximum[which][c]);
            }
            marginals.columnSum[c] = static_cast<float>(sum);
        }
    }
}

Result<MatrixSketch> sketchMatrix(const Scorer& scorer, const WeightSource& source, std::size_t matrix) {
    const LinearInfo& linear = source.linears()[matrix];
    const auto rows = static_cast<std::size_t>(linear.rows), columns = static_cast<std::size_t>(linear.columns);
    MatrixSketch sketch;
    for (Pyramid& pyramid : sketch.pyramids) pyramid.begin(linear.rows, linear.columns);
    for (Marginals& m : sketch.marginals) m = {std::vector<float>(rows), std::vector<float>(rows), std::vector<float>(columns), std::vector<float>(columns)};
    std::vector<BandSums> bands(static_cast<std::size_t>((linear.rows + bandRows(linear) - 1) / bandRows(linear)));
    const auto done = forEachBand(linear, [&](std::size_t index, std::int64_t begin, std::int64_t end, WeightBand& band) -> Result<void> {
        TACQ_CHECK(source.read(matrix, begin, end, kAll, band));
        BandSums& sums = bands[index];
        for (auto& sum : sums.columnSum) sum.assign(columns, 0.0);
        for (auto& maximum : sums.columnMaximum) maximum.assign(columns, 0.0f);
        sketchRows(scorer, matrix, linear, begin, band, sketch, sums);
        return {};
    });
    if (!done.ok()) return done.error();
    merge(bands, sketch);
    for (Pyramid& pyramid : sketch.pyramids) pyramid.finish();
    const auto& f = sketch.figures;
    if (!std::isfinite(f.gradientSum + f.saliencySum + f.deltaSquared + f.firstOrder))
        return Error{ErrorCode::NonFinite, "weights, gradients or simulated weights hold NaN or infinity", linear.name, "check the model; try --dtype f32"};
    return sketch;
}

std::span<const std::byte> bytesOf(std::span<const float> values) { return std::as_bytes(values); }

Result<void> writeMatrix(const fs::path& file, const LinearInfo& linear, const MatrixSketch& sketch) {
    using Declaration = SafetensorsWriter::Declaration;
    const auto cells = static_cast<std::int64_t>(planLevels(linear.rows, linear.columns).cells);
    std::map<std::string, std::vector<std::span<const float>>> content;
    std::vector<Declaration> declarations;
    const auto declare = [&](const std::string& name, std::int64_t size) { declarations.push_back({name, "F32", {size}}); };
    for (std::size_t l = 0; l < kLayerNames.size(); ++l) {
        const std::string name = kLayerNames[l];
        declare(name + ".max", cells);
        declare(name + ".mean", cells);
        for (const Pyramid::Level& level : sketch.pyramids[l].levels) {
            content[name + ".max"].push_back(level.maximum);
            content[name + ".mean"].push_back(level.mean);
        }
        if (!hasMarginals(static_cast<MatrixLayer>(l))) continue;
        const Marginals& marginals = sketch.marginals[static_cast<MatrixLayer>(l) == MatrixLayer::Gradient ? 0 : 1];
        for (const auto& [part, values] : {std::pair{".row_sum", &marginals.rowSum}, {".row_max", &marginals.rowMaximum},
                                           {".column_sum", &marginals.columnSum}, {".column_max", &marginals.columnMaximum}}) {
            declare(name + part, static_cast<std::int64_t>(values->size()));
            content[name + part].push_back(*values);
        }
    }
    TACQ_TRY(SafetensorsWriter writer, SafetensorsWriter::create(file, std::move(declarations), {{"format", kSketchFormat}}));
    for (const Declaration& declaration : writer.order())
        for (const auto& piece : content[declaration.name]) TACQ_CHECK(writer.append(bytesOf(piece)));
    return writer.finish();
}

/// The lowest bin that a tail of the top 5 % needs.
int floorBinOf(const std::vector<LogHistogram>& histograms) {
    LogHistogram all;
    for (const LogHistogram& histogram : histograms) all.add(histogram);
    const auto wanted = static_cast<std::uint64_t>(std::ceil(kTailShare * static_cast<double>(all.total())));
    std::uint64_t above = 0;
    for (int bin = LogHistogram::kBins - 1; bin > 0; --bin) {
        above += all.counts[static_cast<std::size_t>(bin)];
        if (above >= wanted) return bin;
    }
    // Most scores vanish (the model already lies on this grid): zeros need no ranking, unless they are few.
    return all.counts[0] * 8 <= kWholeTailBytes ? 0 : 1;
}

Result<TailIndex> tailOf(const Scorer& scorer, const WeightSource& source, std::size_t matrix, int floorBin) {
    const LinearInfo& linear = source.linears()[matrix];
    struct Part {
        std::vector<std::uint32_t> position;
        std::vector<float> score;
    };
    std::vector<Part> parts(static_cast<std::size_t>((linear.rows + bandRows(linear) - 1) / bandRows(linear)));
    const auto done = forEachBand(linear, [&](std::size_t index, std::int64_t begin, std::int64_t end, WeightBand& band) -> Result<void> {
        TACQ_CHECK(source.read(matrix, begin, end, kAll, band));
        std::vector<float> scores(band.weight.size());
        const auto first = static_cast<std::uint32_t>(begin * linear.columns);
        scorer(matrix, first, band, scores);
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if (LogHistogram::binOf(scores[i]) < floorBin) continue;
            parts[index].position.push_back(first + static_cast<std::uint32_t>(i));
            parts[index].score.push_back(scores[i]);
        }
        return {};
    });
    if (!done.ok()) return done.error();
    Part all;
    for (const Part& part : parts) {
        all.position.insert(all.position.end(), part.position.begin(), part.position.end());
        all.score.insert(all.score.end(), part.score.begin(), part.score.end());
    }
    return makeTailIndex(floorBin, std::move(all.position), std::move(all.score));
}

Result<void> writeTail(const fs::path& file, const TailIndex& tail) {
    const auto entries = static_cast<std::int64_t>(tail.score.size());
    TACQ_TRY(SafetensorsWriter writer, SafetensorsWriter::create(file, {{"position", "U32", {entries}}, {"score", "F32", {entries}},
                                                                       {"bin_start", "U32", {static_cast<std::int64_t>(tail.binStart.size())}}},
                                                                 {{"format", kSketchFormat}}));
    for (const auto& declaration : writer.order()) {
        if (declaration.name == "position") TACQ_CHECK(writer.append(std::as_bytes(std::span(tail.position))));
        else if (declaration.name == "score") TACQ_CHECK(writer.append(std::as_bytes(std::span(tail.score))));
        else TACQ_CHECK(writer.append(std::as_bytes(std::span(tail.binStart))));
    }
    return writer.finish();
}

Result<void> writeHistograms(const fs::path& file, const std::vector<LogHistogram>& histograms, const std::vector<std::vector<double>>& mass, int floorBin) {
    const auto matrices = static_cast<std::int64_t>(histograms.size());
    TACQ_TRY(SafetensorsWriter writer,
             SafetensorsWriter::create(file, {{"counts", "U64", {matrices, LogHistogram::kBins}}, {"sums", "F64", {matrices, LogHistogram::kBins}}, {"mass", "F64", {matrices, LogHistogram::kBins}}},
                                       {{"format", kSketchFormat}, {"version", std::to_string(kSketchVersion)},
                                        {"matrices", std::to_string(matrices)}, {"floor_bin", std::to_string(floorBin)}}));
    for (const auto& declaration : writer.order())
        for (std::size_t m = 0; m < histograms.size(); ++m)
            TACQ_CHECK(writer.append(declaration.name == "counts" ? std::as_bytes(std::span(histograms[m].counts))
                                     : declaration.name == "sums" ? std::as_bytes(std::span(histograms[m].sums))
                                                                  : std::as_bytes(std::span(mass[m]))));
    return writer.finish();
}

}  // namespace

Result<void> writeSaliencySketch(const fs::path& folder, SaliencyMeta& meta, const Checkpoint& model, const fs::path& gradientFile,
                                 const fs::path& simulationFolder, const RunContext& context) {
    TACQ_TRY(const WeightSource source, WeightSource::open({model.linears().begin(), model.linears().end()}, &model, gradientFile, simulationFolder));
    const std::size_t matrices = source.linears().size();
    const Scorer scorer{meta.method, meta.seed};
    std::vector<LogHistogram> histograms;
    std::vector<std::vector<double>> mass;
    meta.figures.clear();
    for (std::size_t m = 0; m < matrices; ++m) {
        TACQ_CHECK(context.checkpoint());
        TACQ_TRY(const MatrixSketch sketch, sketchMatrix(scorer, source, m));
        TACQ_CHECK(writeMatrix(folder / matrixFileName(m), source.linears()[m], sketch));
        histograms.push_back(sketch.histogram);
        mass.push_back(sketch.mass);
        meta.figures.push_back(sketch.figures);
        source.release(m);
        context.report({Stage::Sketch, m + 1, 2 * matrices, "tensors", source.linears()[m].name, sketch.figures.saliencySum});
    }
    const int floorBin = floorBinOf(histograms);
    for (std::size_t m = 0; m < matrices; ++m) {
        TACQ_CHECK(context.checkpoint());
        TACQ_TRY(const TailIndex tail, tailOf(scorer, source, m, floorBin));
        TACQ_CHECK(writeTail(folder / tailFileName(m), tail));
        source.release(m);
        context.report({Stage::Sketch, matrices + m + 1, 2 * matrices, "tensors", source.linears()[m].name, 0});
    }
    return writeHistograms(folder / kHistogramsFile, histograms, mass, floorBin);
}

}  // namespace tacq
