#include <algorithm>

#include "quantize/grid.h"
#include "model/torch_guard.h"
#include "quantize/kernels.h"
#include "quantize/packing.h"
#include "tacq/base/parallel.h"

namespace tacq {
namespace {

/// Works on rows of one matrix; one per thread.
class RowRounder {
public:
    RowRounder(const MatrixInput& input, ClipSearch clip, PackedLinear& out)
        : m_input(input), m_out(out), m_finder(input.grid, clip), m_codes(static_cast<std::size_t>(input.columns) + 8) {}

    void round(std::int64_t row) {
        const auto values = m_input.row(row);
        const auto kept = keptOfRow(m_out, row);
        const std::int64_t width = m_input.grid.groupColumns(m_input.columns), groups = m_input.grid.groups(m_input.columns);
        for (std::int64_t g = 0; g < groups; ++g) {
            const std::int64_t begin = g * width, end = std::min(m_input.columns, begin + width);
            roundGroup(static_cast<std::size_t>(row * groups + g), values, kept, static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
        }
        for (std::size_t i = 0; i < kept.size(); ++i)
            m_out.keptValues[static_cast<std::size_t>(m_out.rowOffsets[static_cast<std::size_t>(row)]) + i] = values[kept[i]];
        const auto words = static_cast<std::size_t>(m_out.wordsPerRow());
        packRow(std::span(m_codes).first(values.size()), m_input.grid.bits, std::span(m_out.codes).subspan(static_cast<std::size_t>(row) * words, words));
    }

private:
    void roundGroup(std::size_t group, std::span<const float> row, std::span<const std::uint32_t> kept, std::size_t begin, std::size_t end) {
        m_keptHere.clear();
        for (auto at = std::lower_bound(kept.begin(), kept.end(), begin); at != kept.end() && *at < end; ++at)
            m_keptHere.push_back(*at - static_cast<std::uint32_t>(begin));
        const auto values = m_finder.values(end - begin);
        std::copy(row.begin() + static_cast<std::ptrdiff_t>(begin), row.begin() + static_cast<std::ptrdiff_t>(end), values.begin());
        m_finder.replaceKept(m_keptHere);
        const StepAndZero grid = m_finder.find();
        // The finder's values are padded to whole steps; kept ones are replaced there and their codes overwritten below.
        kernels::roundRow(values.data(), (values.size() + 7) / 8 * 8, grid.scale, grid.zero, maxCode(m_input.grid), m_codes.data() + begin);
        const auto zero = static_cast<std::uint8_t>(grid.zero);
        for (const auto i : m_keptHere) m_codes[begin + i] = zero;
        m_out.scales[group] = grid.scale;
        m_out.zeros[group] = zero;
    }

    const MatrixInput& m_input;
    PackedLinear& m_out;
    GridFinder m_finder;
    std::vector<std::uint8_t> m_codes;
    std::vector<std::uint32_t> m_keptHere;
};

}  // namespace

Result<PackedLinear> quantizeRtn(const std::string& name, std::span<const float> weight, std::int64_t rows, std::int64_t columns,
                                 const GridOptions& grid, std::span<const std::uint32_t> kept, ClipSearch clipSearch) {
    return guarded(name, [&]() -> Result<PackedLinear> {
        const MatrixInput input{name, weight, rows, columns, grid, kept};
        TACQ_CHECK(checkMatrix(input));
        PackedLinear packed = emptyPacked(input);
        parallelFor(static_cast<std::size_t>(rows), 8, [&](std::size_t begin, std::size_t end) {
            RowRounder rounder(input, clipSearch, packed);
            for (std::size_t r = begin; r < end; ++r) rounder.round(static_cast<std::int64_t>(r));
        });
        TACQ_CHECK(roundKept(packed));
        return packed;
    });
}

}  // namespace tacq
