#include "bench_work.h"

namespace tacq::bench {
namespace {

double quantizable(const Checkpoint& model) {
    double weights = 0;
    for (const LinearInfo& linear : model.linears()) weights += static_cast<double>(linear.elements());
    return weights;
}

double attentionWork(const Checkpoint& model, const Calibration& calibration) {
    const ModelConfig& c = model.config();
    double pairs = 0;
    for (const auto& row : calibration.rows) pairs += static_cast<double>(row.size()) * static_cast<double>(row.size()) / 2;
    return 4 * pairs * static_cast<double>(c.heads * c.headDim * c.layers);
}

double headWork(const Checkpoint& model, const Calibration& calibration) {
    const ModelConfig& c = model.config();
    return 2 * static_cast<double>(c.vocabSize * c.hiddenSize) * static_cast<double>(calibration.tokenCount);
}

/// Does this linear read an input that no earlier linear of its block reads?
bool ownInput(LinearKind kind) { return kind == LinearKind::Query || kind == LinearKind::Output || kind == LinearKind::Gate || kind == LinearKind::Down; }

}  // namespace

double forwardWork(const Checkpoint& model, const Calibration& calibration) {
    return 2 * quantizable(model) * static_cast<double>(calibration.tokenCount) + attentionWork(model, calibration) + headWork(model, calibration);
}

double gradientWork(const Checkpoint& model, const Calibration& calibration) {
    return 6 * quantizable(model) * static_cast<double>(calibration.tokenCount) + 3 * attentionWork(model, calibration) + 2 * headWork(model, calibration);
}

double gptqWork(const Checkpoint& model, const Calibration& calibration) {
    const double tokens = static_cast<double>(calibration.tokenCount);
    double work = 2 * quantizable(model) * tokens + attentionWork(model, calibration);
    for (const LinearInfo& linear : model.linears()) {
        const double n = static_cast<double>(linear.columns);
        if (ownInput(linear.kind)) work += n * n * tokens + n * n * n * 4 / 3;
        work += static_cast<double>(linear.rows) * n * n;
    }
    return work;
}

}  // namespace tacq::bench
