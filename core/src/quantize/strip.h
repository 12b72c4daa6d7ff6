#pragma once
// Private to quantize: kStripRows rows on their way through masked GPTQ. Rows do not depend on one another, so a strip is all a
// thread needs; its weights stay in the second-level cache from the first column to the last.
#include <cstdint>
#include <stop_token>
#include <vector>

#include "quantize/grid.h"
#include "quantize/gptq_solver.h"

namespace tacq {

class Strip {
public:
    Strip(const MatrixInput& input, const HessianFactor& factor, const GptqOptions& options, PackedLinear& out);

    /// Quantizes rows [firstRow, firstRow + kStripRows), as far as the matrix goes, into the result. False once stopped.
    bool solve(std::int64_t firstRow, const std::stop_token& stop);
    const SolverSeconds& seconds() const { return m_seconds; }

private:
    struct Kept {
        std::uint32_t column, lane;
        std::size_t index;  ///< into keptValues
    };
    void load(std::int64_t firstRow);
    void loadKept();
    void findRowGrids();
    void findGroupGrids(std::int64_t blockBegin, std::int64_t blockEnd);
    void solveBlock(std::int64_t begin, std::int64_t end);
    void restoreKept(std::int64_t column, float* errors);
    void storeGrid(std::size_t lane, std::int64_t group, const StepAndZero& grid);
    void store();

    const MatrixInput& m_input;
    const HessianFactor& m_factor;
    const GptqOptions& m_options;
    PackedLinear& m_out;
    GridFinder m_finder;
    std::int64_t m_firstRow = 0;
    std::size_t m_lanes = 0;
    std::vector<float> m_weights, m_errors, m_scales, m_zeros;  ///< [columns | block | groups | groups][kStripRows]
    std::vector<std::uint8_t> m_codes, m_rowCodes;
    std::vector<Kept> m_kept;      ///< by column
    std::size_t m_nextKept = 0;
    std::vector<std::uint32_t> m_keptInGroup;
    SolverSeconds m_seconds;
};

}  // namespace tacq
