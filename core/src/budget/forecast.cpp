#include "tacq/budget/forecast.h"

#include <algorithm>
#include <map>
#include <set>

namespace tacq {
namespace {

constexpr std::uint64_t kProgramBytes = 250u << 20;  // LibTorch's own pages and kernels' scratch
// Histogram, tail of 5 % at 8 bytes, and four pyramids (2 floats for 64 weights, and a third of that again above): per weight.
constexpr double kSketchBytesPerWeight = 0.05 * 8 + 4 * 8.0 / 64 * 4 / 3;
// 8 bits of code, scales and kept values at most; 3 bits are typical.
constexpr double kPackedBytesPerWeight = 0.6;

constexpr double kTapeBytes = 384.0 * (1 << 20);  // of circuit tuning at most

constexpr double kSpread = 1.1;        // how much longer than its arithmetic a stage may take
constexpr double kStartSeconds = 1.0;  // opening files, tokenizing, choosing weights, writing

struct Sizes {
    double linear = 0, largestBlock = 0, largestColumns = 0, dense = 0;
    double hessianFlops = 0, solveFlops = 0;
};

Sizes measure(const ModelGeometry& model, double tokens) {
    Sizes sizes;
    std::map<std::int64_t, double> blocks;
    std::set<std::string> names;
    for (const LinearInfo& linear : model.linears) {
        const auto n = static_cast<double>(linear.elements()), columns = static_cast<double>(linear.columns), rows = static_cast<double>(linear.rows);
        sizes.linear += n;
        blocks[linear.layer] += n;
        sizes.largestColumns = std::max(sizes.largestColumns, columns);
        // One Hessian serves q, k, v and one serves gate, up; half of it is enough.
        if (linear.kind != LinearKind::Key && linear.kind != LinearKind::Value && linear.kind != LinearKind::Up) sizes.hessianFlops += tokens * columns * columns;
        sizes.solveFlops += rows * columns * columns + columns * columns * columns;
        names.insert(linear.name);
    }
    for (const auto& [layer, elements] : blocks) sizes.largestBlock = std::max(sizes.largestBlock, elements);
    for (const TensorInfo& tensor : model.tensors)
        if (!names.contains(tensor.name)) sizes.dense += static_cast<double>(tensor.elements());
    return sizes;
}

}  // namespace

ModelGeometry geometryOf(const Checkpoint& model) { return {model.linears(), model.tensors(), &model.config()}; }

Forecast forecast(const ModelGeometry& model, const WorkSize& work) {
    const ModelConfig& config = *model.config;
    const auto tokens = static_cast<double>(work.calibrationTokens), row = static_cast<double>(work.longestRow);
    const Sizes sizes = measure(model, tokens);
    const auto hidden = static_cast<double>(config.hiddenSize), inner = static_cast<double>(config.intermediateSize);
    const double weights = 4 * (sizes.dense + sizes.largestBlock);
    const double gradient = work.gradient ? 4 * sizes.linear + 4 * row * (static_cast<double>(config.layers + 8) * hidden + 3 * inner) : 0;
    const double pass = work.passes > 0 ? 4 * (tokens * (3 * hidden + inner) + 3 * sizes.largestColumns * sizes.largestColumns) : 0;
    // Codes stay packed; a late block's tape is kept where it fits, and so are the float model's hidden states.
    const bool tunes = work.tuningEpochs > 0;
    const double tuning = tunes ? kPackedBytesPerWeight * sizes.linear + kTapeBytes + 4 * (tokens * hidden + row * (static_cast<double>(config.layers + 8) * hidden + 3 * inner)) : 0;
    Forecast need;
    need.memoryBytes = kProgramBytes + static_cast<std::uint64_t>(weights + std::max({gradient, pass, tuning}));
    need.workspaceBytes = static_cast<std::uint64_t>((work.gradient ? (4 + kSketchBytesPerWeight) * sizes.linear : 0) + (work.passes + (tunes ? 1 : 0)) * kPackedBytesPerWeight * sizes.linear);
    need.outputBytes = work.outputBytes;
    // Forward 2, backward 4, recomputed forward 2 operations a weight and token; head included, embeddings not.
    const double head = static_cast<double>(config.vocabSize) * hidden;
    need.gradientFlops = work.gradient ? tokens * (8 * sizes.linear + 6 * head) : 0;
    need.quantizeFlops = work.passes * (2 * tokens * sizes.linear + sizes.hessianFlops + sizes.solveFlops);
    // Once the float model forwards; each epoch forwards, records again and goes back, without weights' gradients where a row has one scale, and makes both
    // models' logits.
    const double way = (work.tuningInGroups ? 8 : 6) * sizes.linear + 6 * head;
    need.tuneFlops = tunes ? tokens * (2 * sizes.linear + static_cast<double>(work.tuningEpochs) * way) : 0;
    need.evaluateFlops = 2 * static_cast<double>(work.scoredTokens) * (sizes.linear + head);
    return need;
}

double forecastSeconds(double flops, double flopsPerSecond) { return flopsPerSecond > 0 ? kStartSeconds + kSpread * flops / flopsPerSecond : 0; }

}  // namespace tacq
