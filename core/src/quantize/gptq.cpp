#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>

#include "model/torch_guard.h"
#include "quantize/gptq_solver.h"
#include "quantize/kernels.h"
#include "quantize/strip.h"
#include "tacq/base/parallel.h"
#include "tacq/base/run_context.h"

namespace tacq {

Result<PackedLinear> solveGptq(const MatrixInput& input, const HessianFactor& factor, const GptqOptions& options, std::stop_token stop,
                               SolverSeconds* seconds) {
    PackedLinear packed = emptyPacked(input);
    std::atomic<bool> stopped{false};
    std::mutex mutex;
    parallelFor(static_cast<std::size_t>(input.rows), kernels::kStripRows, [&](std::size_t begin, std::size_t end) {
        Strip strip(input, factor, options, packed);
        for (std::size_t row = begin; row < end; row += kernels::kStripRows)
            if (!strip.solve(static_cast<std::int64_t>(row), stop)) stopped = true;
        if (seconds) {
            const std::lock_guard lock(mutex);
            seconds->grid += strip.seconds().grid;
            seconds->columns += strip.seconds().columns;
        }
    });
    if (stopped) return RunContext{stop, {}, {}}.checkpoint().error();
    return packed;
}

QuantizeFigures measureError(const MatrixInput& input, const PackedLinear& packed) {
    QuantizeFigures figures;
    std::vector<double> squares(static_cast<std::size_t>(input.rows)), largest(squares.size());
    parallelFor(squares.size(), 8, [&](std::size_t begin, std::size_t end) {
        std::vector<float> row(static_cast<std::size_t>(input.columns));
        for (std::size_t r = begin; r < end; ++r) {
            const auto at = static_cast<std::int64_t>(r);
            dequantizeRows(packed, at, at + 1, row);
            const auto weight = input.row(at);
            for (std::size_t c = 0; c < row.size(); ++c) {
                const double error = static_cast<double>(weight[c]) - static_cast<double>(row[c]);
                squares[r] += error * error;
                largest[r] = std::max(largest[r], std::abs(error));
            }
        }
    });
    for (std::size_t r = 0; r < squares.size(); ++r) {
        figures.squaredError += squares[r];
        figures.maxError = std::max(figures.maxError, largest[r]);
    }
    return figures;
}

Result<PackedLinear> quantizeGptq(const std::string& name, std::span<const float> weight, std::int64_t rows, std::int64_t columns,
                                  std::span<const float> hessian, const GridOptions& grid, const GptqOptions& options,
                                  std::span<const std::uint32_t> kept, QuantizeFigures* figures) {
    return guarded(name, [&]() -> Result<PackedLinear> {
        const MatrixInput input{name, weight, rows, columns, grid, kept};
        TACQ_CHECK(checkMatrix(input));
        if (hessian.size() != static_cast<std::uint64_t>(columns * columns))
            return Error{ErrorCode::Internal, "the Hessian does not have the size of the matrix's inputs", name, {}};
        if (options.blockColumns <= 0) return Error{ErrorCode::InvalidArgument, "the column block must be positive", name, {}};
        auto copy = torch::empty({columns, columns}, torch::kFloat32);
        std::copy(hessian.begin(), hessian.end(), copy.data_ptr<float>());
        TACQ_TRY(const auto factor, factorHessian(copy, options, name, {}));
        TACQ_TRY(auto packed, solveGptq(input, factor, options, {}));
        TACQ_CHECK(roundKept(packed));
        if (figures) {
            *figures = measureError(input, packed);
            figures->dampingTries = factor.tries;
        }
        return packed;
    });
}

}  // namespace tacq
