#include <algorithm>

#include "model/torch_guard.h"
#include "quantize/block_pass.h"
#include "quantize/stopwatch.h"
#include "tacq/base/parallel.h"

namespace tacq {
namespace {

class ModelQuantizer {
public:
    ModelQuantizer(std::shared_ptr<const Checkpoint> checkpoint, const ModelPass& pass, const Compute& compute, const RunContext& context)
        : m_checkpoint(std::move(checkpoint)), m_pass(pass), m_compute(compute), m_context(context) {}

    Result<void> run(const Calibration& calibration) {
        TACQ_CHECK(checkPass());
        TACQ_CHECK(findFinished());
        const auto missing = std::find(m_finished.rbegin(), m_finished.rend(), false);
        const auto needed = m_finished.rend() - missing;  // blocks behind the last missing one need not be run
        if (needed == 0) return {};
        auto result = !m_pass.spec.method->readsText ? roundAll(needed) : quantizeAll(needed, calibration);
        if (m_pass.seconds) *m_pass.seconds = m_seconds;
        return result;
    }

private:
    struct BlockResult {
        std::vector<PackedLinear> packed = std::vector<PackedLinear>(kLinearKinds);
        std::vector<QuantizeFigures> figures = std::vector<QuantizeFigures>(kLinearKinds);
    };

    Result<void> checkPass() const {
        const PassSpec& spec = m_pass.spec;
        const auto linears = m_checkpoint->linears().size();
        if (spec.grids.size() != linears || (!m_pass.kept.empty() && m_pass.kept.size() != linears))
            return Error{ErrorCode::InvalidArgument, "grids and kept positions must be given once per linear", {}, {}};
        std::uint64_t positions = 0;
        for (const auto& kept : m_pass.kept) positions += kept.size();
        if (positions != spec.kept)
            return Error{ErrorCode::InvalidArgument, std::to_string(positions) + " kept positions are given where the pass keeps " + std::to_string(spec.kept), {}, {}};
        for (const auto& grid : spec.grids) TACQ_CHECK(validate(grid));
        if (spec.gptq.blockColumns <= 0) return Error{ErrorCode::InvalidArgument, "the column block must be positive", {}, {}};
        if (!spec.tokenWeights.empty()) return Error{ErrorCode::UnsupportedFormat, "this version weighs all calibration tokens alike", spec.tokenWeights, ""};
        if (const auto steps = spec.effectiveSteps(); !steps.empty()) return Error{ErrorCode::UnsupportedFormat, "this version knows no such step", steps.front().name, ""};
        return {};
    }

    /// Which blocks an earlier pass left finished. Their content is read again when its turn comes: all at once would be the model.
    Result<void> findFinished() {
        m_finished.assign(static_cast<std::size_t>(m_checkpoint->config().layers), false);
        if (!m_pass.resume) return {};
        for (std::size_t layer = 0; layer < m_finished.size(); ++layer) {
            TACQ_TRY(const auto found, m_pass.resume(static_cast<std::int64_t>(layer)));
            m_finished[layer] = found.has_value();
        }
        return {};
    }

    std::span<const LinearInfo> linearsOf(std::int64_t layer) const {
        return m_checkpoint->linears().subspan(static_cast<std::size_t>(layer) * kLinearKinds, kLinearKinds);
    }
    std::size_t indexOf(const LinearInfo& linear) const { return static_cast<std::size_t>(&linear - m_checkpoint->linears().data()); }
    std::span<const std::uint32_t> keptOf(const LinearInfo& linear) const {
        return m_pass.kept.empty() ? std::span<const std::uint32_t>{} : std::span<const std::uint32_t>(m_pass.kept[indexOf(linear)]);
    }
    void report(const LinearInfo& linear, double squaredError) const {
        m_context.report({m_pass.stage, indexOf(linear) + 1, m_checkpoint->linears().size(), "tensors", linear.name, squaredError});
    }
    Result<std::vector<float>> read(const LinearInfo& linear) {
        const Stopwatch watch(m_seconds.load);
        auto weight = m_checkpoint->readAll(linear.name);
        m_checkpoint->release(linear.name);
        return weight;
    }

    Result<void> roundAll(std::ptrdiff_t blocks) {
        for (std::int64_t layer = 0; layer < blocks; ++layer) {
            if (m_finished[static_cast<std::size_t>(layer)]) continue;
            std::vector<PackedLinear> packed;
            std::vector<QuantizeFigures> figures;
            for (const auto& linear : linearsOf(layer)) {
                TACQ_CHECK(m_context.checkpoint());
                TACQ_TRY(const auto weight, read(linear));
                const Stopwatch watch(m_seconds.solve);
                const auto& grid = m_pass.spec.grids[indexOf(linear)];
                TACQ_TRY(auto result, quantizeRtn(linear.name, weight, linear.rows, linear.columns, grid, keptOf(linear), ClipSearch::Off));
                figures.push_back(measureError({linear.name, weight, linear.rows, linear.columns, grid, keptOf(linear)}, result));
                packed.push_back(std::move(result));
                report(linear, figures.back().squaredError);
            }
            if (m_pass.sink) TACQ_CHECK(m_pass.sink(layer, packed, figures));
        }
        return {};
    }

    Result<void> quantizeAll(std::ptrdiff_t blocks, const Calibration& calibration) {
        const torch::NoGradGuard noGrad;
        TACQ_TRY(const auto model, CausalLm::load(m_checkpoint, m_compute, Residency::Streamed));
        for (const auto& row : calibration.rows)
            if (!row.empty()) m_lengths.push_back(static_cast<std::int64_t>(row.size()));
        BlockPass pass(model, m_context, m_seconds);
        TACQ_CHECK(pass.begin(calibration));
        for (std::int64_t layer = 0; layer < blocks; ++layer) TACQ_CHECK(runBlock(model, pass, layer, layer + 1 == blocks));
        return {};
    }

    Result<void> runBlock(const CausalLm& model, BlockPass& pass, std::int64_t layer, bool last) {
        TACQ_TRY(auto weights, readBlock(model, layer));
        BlockResult result;
        const bool finished = m_finished[static_cast<std::size_t>(layer)];
        const bool reuse = finished && !runsOnUnrounded(layer);
        if (reuse) {
            TACQ_TRY(auto earlier, m_pass.resume(layer));
            if (!earlier || earlier->size() != static_cast<std::size_t>(kLinearKinds))
                return Error{ErrorCode::Internal, "a finished block is gone or incomplete", "layer " + std::to_string(layer), "run the command again"};
            result.packed = std::move(*earlier);
        }
        const auto quantize = [&](std::span<const LinearKind> kinds, const torch::Tensor& input, BlockWeights& block) -> Result<void> {
            if (!reuse) return quantizeGroup(linearsOf(layer), kinds, input, block, result);
            for (const auto kind : kinds) {
                put(block, kind, result.packed[static_cast<std::size_t>(kind)]);
                report(linearsOf(layer)[static_cast<std::size_t>(kind)], 0);
            }
            return {};
        };
        TACQ_CHECK(pass.run(layer, weights, quantize, last));
        if (finished || !m_pass.sink) return {};
        return m_pass.sink(layer, result.packed, result.figures);
    }

    /// Equality runs (float32 scales) let the text see kept values before their rounding to 16 bit, as the reference does: rounding
    /// them flips codes of later blocks. What an earlier pass stored is rounded, so such a block is computed again to go on alike.
    bool runsOnUnrounded(std::int64_t layer) const {
        const auto linears = linearsOf(layer);
        return std::any_of(linears.begin(), linears.end(), [&](const LinearInfo& linear) {
            return m_pass.spec.grids[indexOf(linear)].scaleType == ScaleType::F32 && !keptOf(linear).empty();
        });
    }

    static void put(BlockWeights& block, LinearKind kind, const PackedLinear& packed) {
        auto& weight = block[kind].weight;
        weight = dequantize(packed).to(weight.options());
    }

    Result<BlockWeights> readBlock(const CausalLm& model, std::int64_t layer) {
        const Stopwatch watch(m_seconds.load);
        return model.block(layer);
    }

    /// The linears of one group share their input, hence Hessian and factor.
    Result<void> quantizeGroup(std::span<const LinearInfo> linears, std::span<const LinearKind> kinds, const torch::Tensor& input,
                               BlockWeights& block, BlockResult& result) {
        TACQ_CHECK(m_context.checkpoint());
        TACQ_TRY(const auto factor, makeFactor(input, linears[static_cast<std::size_t>(kinds.front())].name));
        for (const auto kind : kinds) TACQ_CHECK(quantizeOne(linears[static_cast<std::size_t>(kind)], factor, block, result));
        return {};
    }

    Result<void> quantizeOne(const LinearInfo& linear, const HessianFactor& factor, BlockWeights& block, BlockResult& result) {
        TACQ_CHECK(m_context.checkpoint());
        // The block holds this very matrix where it computes in float32 here; else its values are rounded or elsewhere, and the file is asked.
        const torch::Tensor there = block[linear.kind].weight;
        const bool exact = there.is_cpu() && there.scalar_type() == torch::kFloat32 && there.is_contiguous();
        std::vector<float> own;
        if (!exact) { TACQ_TRY(own, read(linear)); }
        const auto weight = exact ? std::span<const float>(there.const_data_ptr<float>(), static_cast<std::size_t>(there.numel())) : std::span<const float>(own);
        const auto& grid = m_pass.spec.grids[indexOf(linear)];
        const MatrixInput matrix{linear.name, weight, linear.rows, linear.columns, grid, keptOf(linear)};
        const Stopwatch watch(m_seconds.solve);
        TACQ_CHECK(checkMatrix(matrix));
        SolverSeconds parts;
        TACQ_TRY(auto packed, solveGptq(matrix, factor, m_pass.spec.gptq, m_context.stop, &parts));
        m_seconds.grid += parts.grid;
        m_seconds.columns += parts.columns;
        if (grid.scaleType == ScaleType::F32) put(block, linear.kind, packed);
        TACQ_CHECK(roundKept(packed));
        if (grid.scaleType != ScaleType::F32) put(block, linear.kind, packed);
        const auto at = static_cast<std::size_t>(linear.kind);
        result.figures[at] = measureError(matrix, packed);
        result.figures[at].dampingTries = factor.tries;
        result.packed[at] = std::move(packed);
        m_checkpoint->release(linear.name);
        report(linear, result.figures[at].squaredError);
        return {};
    }

    Result<HessianFactor> makeFactor(const torch::Tensor& input, const std::string& name) {
        Result<torch::Tensor> hessian = torch::Tensor();
        {
            const Stopwatch watch(m_seconds.hessian);
            hessian = inputHessian(input, m_lengths, m_context.stop);
        }
        if (!hessian.ok()) return hessian.error();
        const Stopwatch watch(m_seconds.factor);
        return factorHessian(std::move(hessian).value(), m_pass.spec.gptq, name, m_context.stop);
    }

    static torch::Tensor dequantize(const PackedLinear& packed) {
        auto weight = torch::empty({packed.rows, packed.columns}, torch::kFloat32);
        const std::span<float> values(weight.data_ptr<float>(), static_cast<std::size_t>(packed.rows * packed.columns));
        const auto columns = static_cast<std::size_t>(packed.columns);
        parallelFor(static_cast<std::size_t>(packed.rows), 16, [&](std::size_t begin, std::size_t end) {
            dequantizeRows(packed, static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end), values.subspan(begin * columns, (end - begin) * columns));
        });
        return weight;
    }

    std::shared_ptr<const Checkpoint> m_checkpoint;
    const ModelPass& m_pass;
    const Compute& m_compute;
    const RunContext& m_context;
    std::vector<bool> m_finished;  ///< per block
    std::vector<std::int64_t> m_lengths;  ///< of the calibration rows that have tokens
    PassSeconds m_seconds;
};

}  // namespace

Result<void> quantizeModel(std::shared_ptr<const Checkpoint> model, const Calibration& calibration, const ModelPass& pass,
                           const Compute& compute, const RunContext& context) {
    return guarded(std::string(stageName(pass.stage)), [&] { return ModelQuantizer(std::move(model), pass, compute, context).run(calibration); });
}

}  // namespace tacq
