#include "evaluate/finite.h"

#include <algorithm>
#include <cmath>

namespace tacq {
namespace {

constexpr std::int64_t kPieceElements = 1 << 20;

bool holdsNonFinite(const Checkpoint& checkpoint, const TensorInfo& tensor) {
    const std::int64_t rows = tensor.shape.size() > 1 ? tensor.shape[0] : 1;
    const std::int64_t columns = tensor.elements() / std::max<std::int64_t>(rows, 1);
    const std::int64_t piece = std::max<std::int64_t>(1, kPieceElements / std::max<std::int64_t>(columns, 1));
    std::vector<float> values;
    for (std::int64_t row = 0; row < rows; row += piece) {
        const std::int64_t end = std::min(rows, row + piece);
        values.resize(static_cast<std::size_t>((end - row) * columns));
        if (!checkpoint.readRows(tensor.name, row, end, values).ok()) return false;
        if (!std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); })) return true;
    }
    return false;
}

}  // namespace

Error nonFiniteError(const CausalLm& model) {
    const Checkpoint& checkpoint = model.checkpoint();
    for (const auto& tensor : checkpoint.tensors()) {
        const bool bad = holdsNonFinite(checkpoint, tensor);
        checkpoint.release(tensor.name);
        if (bad)
            return {ErrorCode::NonFinite, "tensor '" + tensor.name + "' holds NaN or infinite values", checkpoint.displayName(),
                    "the checkpoint is damaged: download or export it again"};
    }
    return {ErrorCode::NonFinite, "the model's logits are NaN or infinite although all its weights are finite", checkpoint.displayName(),
            model.type() == torch::kFloat32 ? "activations overflow float32: the weights are not those of a trained model" : "try again with --dtype f32"};
}

}  // namespace tacq
