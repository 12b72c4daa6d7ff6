#include "quantize/strip.h"

#include <algorithm>

#include "quantize/kernels.h"
#include "quantize/stopwatch.h"

namespace tacq {
namespace {

using kernels::kStripRows;

std::size_t at(std::int64_t index) { return static_cast<std::size_t>(index); }

}  // namespace

Strip::Strip(const MatrixInput& input, const HessianFactor& factor, const GptqOptions& options, PackedLinear& out)
    : m_input(input), m_factor(factor), m_options(options), m_out(out), m_finder(input.grid, options.clipSearch) {
    const std::size_t columns = at(input.columns), groups = at(input.grid.groups(input.columns));
    m_weights.resize(columns * kStripRows);
    m_errors.resize(at(std::min(options.blockColumns, input.columns)) * kStripRows);
    m_scales.resize(groups * kStripRows);
    m_zeros.resize(groups * kStripRows);
    m_codes.resize(columns * kStripRows);
    m_rowCodes.resize(columns);
}

bool Strip::solve(std::int64_t firstRow, const std::stop_token& stop) {
    load(firstRow);
    loadKept();
    const bool perRow = m_input.grid.groupSize <= 0;
    if (perRow) findRowGrids();
    // Columns whose input is never active carry nothing. Row grids come first: there they still count.
    for (std::int64_t c = 0; c < m_input.columns; ++c)
        if (m_factor.dead[at(c)]) std::fill_n(m_weights.begin() + c * static_cast<std::int64_t>(kStripRows), kStripRows, 0.0f);
    for (std::int64_t begin = 0; begin < m_input.columns; begin += m_options.blockColumns) {
        if (stop.stop_requested()) return false;
        const std::int64_t end = std::min(m_input.columns, begin + m_options.blockColumns);
        if (!perRow) findGroupGrids(begin, end);
        solveBlock(begin, end);
    }
    store();
    return true;
}

void Strip::load(std::int64_t firstRow) {
    m_firstRow = firstRow;
    m_lanes = at(std::min<std::int64_t>(kStripRows, m_input.rows - firstRow));
    std::fill(m_weights.begin(), m_weights.end(), 0.0f);
    std::fill(m_scales.begin(), m_scales.end(), 1.0f);
    std::fill(m_zeros.begin(), m_zeros.end(), 0.0f);
    for (std::size_t lane = 0; lane < m_lanes; ++lane) {
        const auto row = m_input.row(firstRow + static_cast<std::int64_t>(lane));
        for (std::size_t c = 0; c < row.size(); ++c) m_weights[c * kStripRows + lane] = row[c];
    }
}

void Strip::loadKept() {
    m_kept.clear();
    m_nextKept = 0;
    for (std::size_t lane = 0; lane < m_lanes; ++lane) {
        const std::size_t row = at(m_firstRow) + lane, begin = at(m_out.rowOffsets[row]), end = at(m_out.rowOffsets[row + 1]);
        for (std::size_t i = begin; i < end; ++i) m_kept.push_back({m_out.keptColumns[i], static_cast<std::uint32_t>(lane), i});
    }
    std::sort(m_kept.begin(), m_kept.end(), [](const Kept& a, const Kept& b) { return a.column < b.column; });
}

void Strip::findRowGrids() {
    const Stopwatch watch(m_seconds.grid);
    for (std::size_t lane = 0; lane < m_lanes; ++lane) {
        const std::int64_t row = m_firstRow + static_cast<std::int64_t>(lane);
        const auto source = m_input.row(row);
        std::copy(source.begin(), source.end(), m_finder.values(source.size()).begin());
        m_finder.replaceKept(keptOfRow(m_out, row));
        storeGrid(lane, 0, m_finder.find());
    }
}

/// Grids of the groups that begin in this block, from the weights as they stand before any of its columns is quantized.
void Strip::findGroupGrids(std::int64_t blockBegin, std::int64_t blockEnd) {
    const Stopwatch watch(m_seconds.grid);
    const std::int64_t width = m_input.grid.groupSize;
    for (std::int64_t group = (blockBegin + width - 1) / width; group * width < blockEnd; ++group) {
        const std::int64_t begin = group * width, end = std::min(m_input.columns, begin + width);
        for (std::size_t lane = 0; lane < m_lanes; ++lane) {
            const auto values = m_finder.values(at(end - begin));
            for (std::size_t i = 0; i < values.size(); ++i) values[i] = m_weights[(at(begin) + i) * kStripRows + lane];
            const auto kept = keptOfRow(m_out, m_firstRow + static_cast<std::int64_t>(lane));
            m_keptInGroup.clear();
            for (auto k = std::lower_bound(kept.begin(), kept.end(), static_cast<std::uint32_t>(begin)); k != kept.end() && *k < end; ++k)
                m_keptInGroup.push_back(*k - static_cast<std::uint32_t>(begin));
            m_finder.replaceKept(m_keptInGroup);
            storeGrid(lane, group, m_finder.find());
        }
    }
}

void Strip::storeGrid(std::size_t lane, std::int64_t group, const StepAndZero& grid) {
    m_scales[at(group) * kStripRows + lane] = grid.scale;
    m_zeros[at(group) * kStripRows + lane] = grid.zero;
    const std::size_t place = (at(m_firstRow) + lane) * at(m_input.grid.groups(m_input.columns)) + at(group);
    m_out.scales[place] = grid.scale;
    m_out.zeros[place] = static_cast<std::uint8_t>(grid.zero);
}

void Strip::solveBlock(std::int64_t begin, std::int64_t end) {
    const Stopwatch watch(m_seconds.columns);
    const std::size_t n = at(m_input.columns);
    const float* lower = m_factor.lower.data_ptr<float>();
    for (std::int64_t c = begin; c < end; ++c) {
        const std::size_t group = at(c / m_input.grid.groupColumns(m_input.columns)) * kStripRows;
        float* errors = m_errors.data() + at(c - begin) * kStripRows;
        kernels::quantizeColumn({m_weights.data() + at(c) * kStripRows, m_errors.data(), m_codes.data() + at(c) * kStripRows,
                                 m_scales.data() + group, m_zeros.data() + group, lower + at(c) * n + at(begin), at(c - begin),
                                 maxCode(m_input.grid)});
        restoreKept(c, errors);
    }
    kernels::propagate(m_weights.data() + at(end) * kStripRows, at(m_input.columns - end), m_errors.data(), at(end - begin),
                       lower + at(end) * n + at(begin), n);
}

/// Kept weights take their value as the columns before have changed it, and pass no error on. Their code adds nothing.
void Strip::restoreKept(std::int64_t column, float* errors) {
    for (; m_nextKept < m_kept.size() && m_kept[m_nextKept].column == column; ++m_nextKept) {
        const Kept& kept = m_kept[m_nextKept];
        const std::size_t group = at(column / m_input.grid.groupColumns(m_input.columns)) * kStripRows;
        errors[kept.lane] = 0;
        m_codes[at(column) * kStripRows + kept.lane] = static_cast<std::uint8_t>(m_zeros[group + kept.lane]);
        m_out.keptValues[kept.index] = m_weights[at(column) * kStripRows + kept.lane];
    }
}

void Strip::store() {
    const std::size_t words = at(m_out.wordsPerRow());
    for (std::size_t lane = 0; lane < m_lanes; ++lane) {
        for (std::size_t c = 0; c < m_rowCodes.size(); ++c) m_rowCodes[c] = m_codes[c * kStripRows + lane];
        packRow(m_rowCodes, m_input.grid.bits, std::span(m_out.codes).subspan((at(m_firstRow) + lane) * words, words));
    }
}

}  // namespace tacq
