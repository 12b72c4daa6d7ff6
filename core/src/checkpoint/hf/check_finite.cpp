#include <algorithm>
#include <atomic>
#include <bit>

#include "tacq/base/parallel.h"
#include "tacq/checkpoint/hf_folder.h"

namespace tacq {
namespace {

bool allFinite(std::span<const float> values) {
    std::atomic<bool> finite{true};
    parallelFor(values.size(), std::size_t{1} << 16, [&](std::size_t begin, std::size_t end) {
        // Without the sign, infinity and every NaN lie at or above the bits of infinity; an integer maximum vectorizes.
        std::uint32_t largest = 0;
        for (std::size_t i = begin; i < end; ++i) largest = std::max(largest, std::bit_cast<std::uint32_t>(values[i]) & 0x7fffffffu);
        if (largest >= 0x7f800000u) finite = false;
    });
    return finite;
}

}  // namespace

Result<void> checkFinite(const Checkpoint& checkpoint, const RunContext& context) {
    constexpr std::int64_t kElements = std::int64_t{1} << 21;
    std::vector<float> piece;
    for (const TensorInfo& tensor : checkpoint.tensors()) {
        const std::int64_t rows = tensor.shape.size() < 2 ? 1 : tensor.shape[0], columns = tensor.shape.back();
        const std::int64_t step = std::max<std::int64_t>(1, kElements / std::max<std::int64_t>(1, columns));
        for (std::int64_t row = 0; row < rows; row += step) {
            TACQ_CHECK(context.checkpoint());
            const std::int64_t end = std::min(rows, row + step);
            piece.resize(static_cast<std::size_t>((end - row) * columns));
            TACQ_CHECK(checkpoint.readRows(tensor.name, row, end, piece));
            if (!allFinite(piece))
                return Error{ErrorCode::NonFinite, "tensor \"" + tensor.name + "\" holds NaN or infinity", checkpoint.path().string(), "get an undamaged copy of the model"};
        }
        checkpoint.release(tensor.name);
    }
    return {};
}

}  // namespace tacq
