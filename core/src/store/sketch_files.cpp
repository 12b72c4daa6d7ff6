#include "store/sketch_files.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <mutex>
#include <optional>

#include "tacq/base/parallel.h"

namespace tacq {
namespace {

constexpr auto kBins = static_cast<std::size_t>(LogHistogram::kBins);
// Sketches with more tail entries than this let their pages go once they were looked at.
constexpr std::size_t kKeptEntries = 16u << 20;

Error damaged(const std::string& what, const std::string& context) {
    return {ErrorCode::InvalidFile, what, context, "run `tacq workspace verify`, then the saliency again"};
}

std::string numbered(const char* stem, std::size_t matrix) {
    char name[48];
    std::snprintf(name, sizeof name, "%s-%04zu.safetensors", stem, matrix);
    return name;
}

template <typename T>
Result<std::span<const T>> sized(const SafetensorsFile& file, const std::string& name, const std::string& dtype, std::size_t count, const std::string& context) {
    auto values = file.typed<T>(name, dtype);
    if (!values.ok()) return damaged("\"" + name + "\" is missing or of another type", context);
    if (values.value().size() != count) return damaged("\"" + name + "\" does not have the size that the matrix asks for", context);
    return values;
}

struct Header {
    int floorBin = 0;
};

Result<Header> checkHeader(const SafetensorsFile& file, std::size_t matrices, const std::string& context) {
    const auto& metadata = file.metadata();
    const auto value = [&](const char* key) {
        const auto found = metadata.find(key);
        return found == metadata.end() ? std::string() : found->second;
    };
    if (value("format") != kSketchFormat) return damaged("not a sketch of a saliency", context);
    if (value("version") != std::to_string(kSketchVersion))
        return Error{ErrorCode::UnsupportedFormat, "the sketch has version " + value("version") + ", this program reads " + std::to_string(kSketchVersion), context,
                     "update this program, or run the saliency again"};
    if (value("matrices") != std::to_string(matrices)) return damaged("the sketch has another number of matrices than the model", context);
    Header header;
    const std::string floor = value("floor_bin");
    if (floor.empty() || floor.size() > 4 || !std::all_of(floor.begin(), floor.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
        (header.floorBin = std::stoi(floor)) >= LogHistogram::kBins)
        return damaged("the sketch's floor bin is out of range", context);
    return header;
}

Result<std::vector<LogHistogram>> readHistograms(const SafetensorsFile& file, const std::vector<LinearInfo>& linears, const std::string& context) {
    TACQ_TRY(const auto counts, sized<std::uint64_t>(file, "counts", "U64", linears.size() * kBins, context));
    TACQ_TRY(const auto sums, sized<double>(file, "sums", "F64", linears.size() * kBins, context));
    std::vector<LogHistogram> histograms(linears.size());
    for (std::size_t m = 0; m < linears.size(); ++m) {
        std::uint64_t left = static_cast<std::uint64_t>(linears[m].elements());
        for (std::size_t b = 0; b < kBins; ++b) {
            const std::uint64_t count = counts[m * kBins + b];
            if (count > left) return damaged("a histogram counts more weights than the matrix has", context);
            left -= count;
            histograms[m].counts[b] = count;
            histograms[m].sums[b] = sums[m * kBins + b];
        }
        if (left != 0) return damaged("a histogram counts fewer weights than the matrix has", context);
    }
    return histograms;
}

Result<std::vector<std::span<const double>>> readMass(const SafetensorsFile& file, std::size_t matrices, const std::string& context) {
    TACQ_TRY(const auto mass, sized<double>(file, "mass", "F64", matrices * kBins, context));
    std::vector<std::span<const double>> split;
    for (std::size_t m = 0; m < matrices; ++m) split.push_back(mass.subspan(m * kBins, kBins));
    for (const double value : mass)
        if (!(value >= 0 && std::isfinite(value))) return damaged("the sketch's sums of G·|ΔW| hold a negative value or no number", context);
    return split;
}

Result<MatrixViews> readMatrix(const SafetensorsFile& file, const LinearInfo& linear, const std::string& context) {
    const std::size_t cells = planLevels(linear.rows, linear.columns).cells;
    const auto rows = static_cast<std::size_t>(linear.rows), columns = static_cast<std::size_t>(linear.columns);
    MatrixViews views;
    for (std::size_t l = 0; l < kLayerNames.size(); ++l) {
        const std::string name = kLayerNames[l];
        TACQ_TRY(views.maximum[l], sized<float>(file, name + ".max", "F32", cells, context));
        TACQ_TRY(views.mean[l], sized<float>(file, name + ".mean", "F32", cells, context));
        if (!hasMarginals(static_cast<MatrixLayer>(l))) continue;
        auto& marginals = views.marginals[l];
        TACQ_TRY(marginals.rowSum, sized<float>(file, name + ".row_sum", "F32", rows, context));
        TACQ_TRY(marginals.rowMaximum, sized<float>(file, name + ".row_max", "F32", rows, context));
        TACQ_TRY(marginals.columnSum, sized<float>(file, name + ".column_sum", "F32", columns, context));
        TACQ_TRY(marginals.columnMaximum, sized<float>(file, name + ".column_max", "F32", columns, context));
    }
    return views;
}

/// Bins of the tail must be those of the histogram: TailCounter relies on it.
Result<TailView> readTail(const SafetensorsFile& file, int floorBin, const LogHistogram& histogram, const std::string& context) {
    TailView tail;
    tail.floorBin = floorBin;
    const std::size_t slots = kBins + 1 - static_cast<std::size_t>(floorBin);
    TACQ_TRY(tail.binStart, sized<std::uint32_t>(file, "bin_start", "U32", slots, context));
    std::uint64_t entries = 0;
    for (std::size_t i = 0; i + 1 < slots; ++i) {
        if (tail.binStart[i] != entries) return damaged("the tail's bins disagree with the histogram", context);
        entries += histogram.counts[kBins - 1 - i];
    }
    if (tail.binStart[slots - 1] != entries) return damaged("the tail's bins disagree with the histogram", context);
    TACQ_TRY(tail.position, sized<std::uint32_t>(file, "position", "U32", static_cast<std::size_t>(entries), context));
    TACQ_TRY(tail.score, sized<float>(file, "score", "F32", static_cast<std::size_t>(entries), context));
    return tail;
}

Result<void> checkEntries(const TailView& tail, const LinearInfo& linear, const std::string& context) {
    const auto elements = static_cast<std::uint64_t>(linear.elements());
    for (std::size_t i = 0; i < tail.score.size(); ++i) {
        if (tail.position[i] >= elements) return damaged("the tail names a weight outside the matrix", context);
        if (i == 0) continue;
        const std::uint32_t before = scoreRank(tail.score[i - 1]), here = scoreRank(tail.score[i]);
        if (here > before || (here == before && tail.position[i] <= tail.position[i - 1])) return damaged("the tail is out of order", context);
    }
    for (std::size_t i = 0; i + 1 < tail.binStart.size(); ++i)
        if (tail.binStart[i] < tail.binStart[i + 1]) {
            const int bin = LogHistogram::kBins - 1 - static_cast<int>(i);
            if (LogHistogram::binOf(tail.score[tail.binStart[i]]) != bin || LogHistogram::binOf(tail.score[tail.binStart[i + 1] - 1]) != bin)
                return damaged("the tail's scores disagree with its bins", context);
        }
    return {};
}

/// However many there are: what indexes a matrix must lie in it.
Result<void> checkTails(const SketchFiles& sketch, const std::filesystem::path& folder, const std::vector<LinearInfo>& linears) {
    std::size_t entries = 0;
    for (const TailView& tail : sketch.tails) entries += tail.score.size();
    std::mutex mutex;
    std::optional<Error> failure;
    parallelFor(linears.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t m = begin; m < end; ++m) {
            const auto checked = checkEntries(sketch.tails[m], linears[m], (folder / tailFileName(m)).string());
            const SafetensorsFile& file = sketch.files[2 * m + 1];
            for (const char* part : {"position", "score"})
                if (const SafetensorsEntry* entry = file.find(part); entry && entries > kKeptEntries) file.release(*entry);
            if (checked.ok()) continue;
            const std::lock_guard lock(mutex);
            if (!failure) failure = checked.error();
        }
    });
    if (failure) return *failure;
    return {};
}

}  // namespace

std::string matrixFileName(std::size_t matrix) { return numbered("matrix", matrix); }
std::string tailFileName(std::size_t matrix) { return numbered("tail", matrix); }

LevelPlan planLevels(std::int64_t rows, std::int64_t columns) {
    LevelPlan plan;
    const auto halve = [](std::int64_t n, std::int64_t by) { return (n + by - 1) / by; };
    rows = halve(rows, 1 << Pyramid::kFirstLog2);
    columns = halve(columns, 1 << Pyramid::kFirstLog2);
    while (true) {
        plan.levels.push_back({rows, columns, plan.cells});
        plan.cells += static_cast<std::size_t>(rows * columns);
        if (rows <= 1 && columns <= 1) return plan;
        rows = halve(rows, 2);
        columns = halve(columns, 2);
    }
}

Result<MappedMatrix> MappedMatrix::open(const std::filesystem::path& path, const LinearInfo& linear) {
    MappedMatrix matrix;
    TACQ_TRY(matrix.file, SafetensorsFile::open(path));
    TACQ_TRY(matrix.views, readMatrix(matrix.file, linear, path.string()));
    return matrix;
}

Result<SketchFiles> SketchFiles::open(const std::filesystem::path& folder, const std::vector<LinearInfo>& linears, MissingMatrices policy) {
    SketchFiles sketch;
    const std::string context = (folder / kHistogramsFile).string();
    TACQ_TRY(SafetensorsFile histograms, SafetensorsFile::open(folder / kHistogramsFile));
    TACQ_TRY(const Header header, checkHeader(histograms, linears.size(), context));
    TACQ_TRY(sketch.histograms, readHistograms(histograms, linears, context));
    TACQ_TRY(sketch.mass, readMass(histograms, linears.size(), context));
    sketch.files.reserve(2 * linears.size() + 1);
    for (std::size_t m = 0; m < linears.size(); ++m) {
        const auto matrixPath = folder / matrixFileName(m), tailPath = folder / tailFileName(m);
        std::error_code ec;
        sketch.missing.push_back(policy == MissingMatrices::Allow && !std::filesystem::exists(matrixPath, ec));
        MappedMatrix matrix;
        if (!sketch.missing.back()) { TACQ_TRY(matrix, MappedMatrix::open(matrixPath, linears[m])); }
        TACQ_TRY(SafetensorsFile tail, SafetensorsFile::open(tailPath));
        TACQ_TRY(const TailView view, readTail(tail, header.floorBin, sketch.histograms[m], tailPath.string()));
        sketch.matrices.push_back(matrix.views);
        sketch.tails.push_back(view);
        sketch.files.push_back(std::move(matrix.file));
        sketch.files.push_back(std::move(tail));
    }
    sketch.files.push_back(std::move(histograms));  // last: a matrix finds its own by number
    TACQ_CHECK(checkTails(sketch, folder, linears));
    return sketch;
}

}  // namespace tacq
