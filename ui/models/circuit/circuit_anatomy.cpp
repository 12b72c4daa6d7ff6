#include "models/circuit/circuit_anatomy.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace tacq::ui {
namespace {

bool writesStream(LinearKind kind) { return kind == LinearKind::Output || kind == LinearKind::Down; }

/// Hits per row and per column of one matrix.
struct Hits {
    std::vector<std::uint32_t> rows, columns;
};

Hits hitsOf(const LinearInfo& linear, std::span<const std::uint32_t> kept) {
    Hits hits{std::vector<std::uint32_t>(static_cast<std::size_t>(linear.rows)), std::vector<std::uint32_t>(static_cast<std::size_t>(linear.columns))};
    const auto columns = static_cast<std::uint32_t>(linear.columns);
    for (const std::uint32_t position : kept) {
        const std::uint32_t row = position / columns;
        ++hits.rows[row];
        ++hits.columns[position - row * columns];
    }
    return hits;
}

void keepMost(std::vector<CircuitAnatomy::Line>& lines) {
    const auto more = [](const CircuitAnatomy::Line& a, const CircuitAnatomy::Line& b) { return a.kept > b.kept; };
    if (lines.size() <= CircuitAnatomy::kLines) return std::stable_sort(lines.begin(), lines.end(), more);
    std::partial_sort(lines.begin(), lines.begin() + CircuitAnatomy::kLines, lines.end(), more);
    lines.resize(CircuitAnatomy::kLines);
}

void addLines(std::vector<CircuitAnatomy::Line>& lines, std::size_t matrix, const LinearInfo& linear, const Hits& hits) {
    for (const bool isRow : {true, false}) {
        const auto& counts = isRow ? hits.rows : hits.columns;
        const auto weights = static_cast<std::uint64_t>(isRow ? linear.columns : linear.rows);
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] > 0) lines.push_back({matrix, isRow, static_cast<std::int64_t>(i), counts[i], weights});
    }
    // Kept short as it grows: a big model has millions of rows and columns.
    if (lines.size() > 64 * CircuitAnatomy::kLines) keepMost(lines);
}

void addHeads(CircuitAnatomy& anatomy, const LinearInfo& linear, const Hits& hits, int heads) {
    if (heads <= 0) return;
    const auto& counts = linear.kind == LinearKind::Output ? hits.columns : hits.rows;
    const std::size_t size = counts.size() / static_cast<std::size_t>(heads);
    if (size == 0 || size * static_cast<std::size_t>(heads) != counts.size()) return;
    for (int head = 0; head < heads; ++head) {
        CircuitAnatomy::Share share{linear.layer, static_cast<int>(linear.kind), head, 0, elementsOf(linear) / static_cast<std::uint64_t>(heads)};
        for (std::size_t i = 0; i < size; ++i) share.kept += counts[static_cast<std::size_t>(head) * size + i];
        anatomy.heads.push_back(share);
    }
}

struct Stream {
    std::vector<double> write, read;
};

double meeting(const std::vector<double>& write, const std::vector<double>& read) {
    double both = 0, w = 0, r = 0;
    for (std::size_t d = 0; d < write.size() && d < read.size(); ++d) {
        both += write[d] * read[d];
        w += write[d];
        r += read[d];
    }
    return w > 0 && r > 0 ? both * static_cast<double>(write.size()) / (w * r) : std::numeric_limits<double>::quiet_NaN();
}

void addStream(Stream& stream, const LinearInfo& linear, const Hits& hits) {
    auto& target = writesStream(linear.kind) ? stream.write : stream.read;
    const auto& counts = writesStream(linear.kind) ? hits.rows : hits.columns;
    target.resize(std::max(target.size(), counts.size()));
    for (std::size_t d = 0; d < counts.size(); ++d) target[d] += counts[d];
}

}  // namespace

std::vector<std::span<const std::uint32_t>> keptPositions(const SaliencySource& source, const CountAnswer& counts) {
    std::vector<std::span<const std::uint32_t>> kept;
    for (std::size_t i = 0; i < counts.kept.size(); ++i) {
        const auto strongest = source.strongest(i);
        if (strongest.size() < counts.kept[i]) return {};
        kept.push_back(strongest.first(static_cast<std::size_t>(counts.kept[i])));
    }
    return kept;
}

CircuitAnatomy dissect(const SaliencySource& source, const std::vector<std::span<const std::uint32_t>>& kept, const HeadCounts& heads) {
    CircuitAnatomy anatomy;
    const auto& linears = source.meta().linears;
    for (const LinearInfo& linear : linears) anatomy.layerCount = std::max(anatomy.layerCount, static_cast<int>(linear.layer) + 1);
    for (int layer = 0; layer < anatomy.layerCount; ++layer) anatomy.layers.push_back({layer, -1, -1, 0, 0});
    for (int kind = 0; kind < kLinearKinds; ++kind) anatomy.modules.push_back({-1, kind, -1, 0, 0});
    std::vector<Stream> streams(static_cast<std::size_t>(anatomy.layerCount));
    for (std::size_t i = 0; i < linears.size() && i < kept.size(); ++i) {
        const LinearInfo& linear = linears[i];
        const Hits hits = hitsOf(linear, kept[i]);
        for (CircuitAnatomy::Share* share : {&anatomy.layers[static_cast<std::size_t>(linear.layer)], &anatomy.modules[static_cast<std::size_t>(linear.kind)]}) {
            share->kept += kept[i].size();
            share->weights += elementsOf(linear);
        }
        anatomy.kept += kept[i].size();
        anatomy.weights += elementsOf(linear);
        addHeads(anatomy, linear, hits, heads.of(linear.kind));
        addLines(anatomy.lines, i, linear, hits);
        addStream(streams[static_cast<std::size_t>(linear.layer)], linear, hits);
    }
    keepMost(anatomy.lines);
    const auto n = static_cast<std::size_t>(anatomy.layerCount);
    anatomy.flow.assign(n * n, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t from = 0; from < n; ++from)
        for (std::size_t to = from + 1; to < n; ++to) anatomy.flow[from * n + to] = meeting(streams[from].write, streams[to].read);
    return anatomy;
}

}  // namespace tacq::ui
