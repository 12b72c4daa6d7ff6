#include <algorithm>
#include <cmath>
#include <vector>

#include "tacq/exporting/export.h"

namespace tacq {
namespace {

constexpr std::int64_t kChunkElements = 1 << 22;

/// The head of a model with tied embeddings may be stored or not: both are the same model.
bool mayBeAbsent(const TensorInfo& tensor, const ModelConfig& config) { return config.tiedEmbeddings && tensor.name == "lm_head.weight"; }

Result<double> tensorDifference(const TensorInfo& tensor, const Checkpoint& truth, const Checkpoint& written) {
    const std::int64_t rows = tensor.shape.size() == 2 ? tensor.shape[0] : 1;
    const std::int64_t columns = tensor.elements() / std::max<std::int64_t>(rows, 1);
    const std::int64_t chunk = std::max<std::int64_t>(1, kChunkElements / std::max<std::int64_t>(columns, 1));
    std::vector<float> a, b;
    double worst = 0;
    for (std::int64_t row = 0; row < rows; row += chunk) {
        const std::int64_t end = std::min(rows, row + chunk);
        a.resize(static_cast<std::size_t>((end - row) * columns));
        b.resize(a.size());
        TACQ_CHECK(truth.readRows(tensor.name, row, end, a));
        TACQ_CHECK(written.readRows(tensor.name, row, end, b));
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double difference = std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i]));
            if (!std::isfinite(difference))
                return Error{ErrorCode::NonFinite, "a weight does not fit the tensor type", tensor.name, "export with --tensor-dtype bf16 or f32"};
            worst = std::max(worst, difference);
        }
    }
    truth.release(tensor.name);
    written.release(tensor.name);
    return worst;
}

}  // namespace

Result<Readback> readBack(const std::filesystem::path& folder, std::shared_ptr<const Checkpoint> truth, const TokenRows& probe, const Compute& compute,
                          const RunContext& context) {
    TACQ_TRY(Checkpoint opened, Checkpoint::open(folder));
    const auto written = std::make_shared<const Checkpoint>(std::move(opened));
    Readback result;
    std::uint64_t done = 0;
    for (const TensorInfo& tensor : truth->tensors()) {
        TACQ_CHECK(context.checkpoint());
        const TensorInfo* there = written->find(tensor.name);
        if (there == nullptr && mayBeAbsent(tensor, truth->config())) continue;
        if (there == nullptr || there->shape != tensor.shape)
            return Error{ErrorCode::InvalidFile, "the written tensor is missing or has another shape", tensor.name, "report this defect"};
        TACQ_TRY(const double difference, tensorDifference(tensor, *truth, *written));
        result.maxAbsDiff = std::max(result.maxAbsDiff, difference);
        context.report({Stage::Verify, ++done, truth->tensors().size(), "tensors", tensor.name, difference});
    }
    // Equal weights are the same function: logits need no look.
    if (result.maxAbsDiff == 0 || probe.empty()) return result;
    TACQ_TRY(const CompareResult compared, compare(truth, written, probe, compute, context));
    result.klMean = compared.klMean;
    result.top1 = compared.top1Agreement;
    return result;
}

}  // namespace tacq
