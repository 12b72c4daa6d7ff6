#include <algorithm>
#include <atomic>
#include <cstring>

#include "checkpoint/checkpoint_data.h"
#include "checkpoint/gguf/dequantize.h"
#include "checkpoint/gguf/head_rows.h"
#include "tacq/base/half.h"
#include "tacq/base/parallel.h"

namespace tacq {
namespace {

constexpr std::size_t kElementsPerTask = std::size_t{1} << 17;

void plainRows(const StoredTensor& tensor, std::size_t first, std::size_t count, float* out) {
    const auto columns = static_cast<std::size_t>(tensor.columns());
    const BlockLayout layout = blockLayout(tensor.info.type);
    const std::size_t rowBytes = columns / layout.elements * layout.bytes;
    if (tensor.form == StoredTensor::Form::Plain)
        return dequantizeBlocks(tensor.info.type, tensor.data.subspan(first * rowBytes, count * rowBytes), {out, count * columns});
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = static_cast<std::size_t>(interleavedRow(static_cast<std::int64_t>(first + i), tensor.headDim));
        dequantizeBlocks(tensor.info.type, tensor.data.subspan(row * rowBytes, rowBytes), {out + i * columns, columns});
    }
}

/// Q8_0's arithmetic on our own layout: a row's codes, then one F16 scale per 32 columns (the last group may be short).
void codes8Rows(const StoredTensor& tensor, std::size_t first, std::size_t count, float* out) {
    const auto columns = static_cast<std::size_t>(tensor.columns());
    const std::size_t groups = (columns + 31) / 32;
    for (std::size_t row = first; row < first + count; ++row, out += columns) {
        const auto* codes = reinterpret_cast<const std::int8_t*>(tensor.data.data()) + row * columns;
        for (std::size_t g = 0; g < groups; ++g) {
            std::uint16_t bits;
            std::memcpy(&bits, tensor.scales.data() + (row * groups + g) * 2, 2);
            const float scale = halfToFloat(bits);
            const std::size_t end = std::min(columns, 32 * g + 32);
            for (std::size_t c = 32 * g; c < end; ++c) out[c] = static_cast<float>(codes[c]) * scale;
        }
    }
}

/// A 1-D tensor is one row, yet its heads may be interleaved too (biases).
void interleavedVector(const StoredTensor& tensor, std::span<float> out) {
    std::vector<float> stored(out.size());
    dequantizeBlocks(tensor.info.type, tensor.data, stored);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = stored[static_cast<std::size_t>(interleavedRow(static_cast<std::int64_t>(i), tensor.headDim))];
}

}  // namespace

std::vector<std::span<const std::byte>> StoredTensor::ranges() const {
    if (form == Form::Packed) {
        std::vector<std::span<const std::byte>> parts;
        for (const StoredPart& part : packed.parts) parts.push_back(part.bytes);
        return parts;
    }
    if (form == Form::Codes8) return {data, scales};
    if (form == Form::Words) return {words.codes, words.scales, words.zeros, words.groupIndex};
    return {data};
}

Result<void> readTensorRows(const StoredTensor& tensor, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) {
    if (tensor.form == StoredTensor::Form::Packed) {
        TACQ_TRY(const PackedLinear part, readPackedRows(tensor, rowBegin, rowEnd));
        dequantizeRows(part, 0, part.rows, out);
        return {};
    }
    if (tensor.form == StoredTensor::Form::InterleavedHeads && tensor.info.shape.size() < 2) {
        interleavedVector(tensor, out);
        return {};
    }
    const auto columns = static_cast<std::size_t>(tensor.columns());
    const std::size_t grain = std::max<std::size_t>(1, kElementsPerTask / std::max<std::size_t>(columns, 1));
    parallelFor(static_cast<std::size_t>(rowEnd - rowBegin), grain, [&](std::size_t begin, std::size_t end) {
        const std::size_t first = static_cast<std::size_t>(rowBegin) + begin;
        float* target = out.data() + begin * columns;
        if (tensor.form == StoredTensor::Form::Words) readWordRows(tensor.words, rowBegin + static_cast<std::int64_t>(begin), rowBegin + static_cast<std::int64_t>(end), {target, (end - begin) * columns});
        else if (tensor.form == StoredTensor::Form::Codes8) codes8Rows(tensor, first, end - begin, target);
        else plainRows(tensor, first, end - begin, target);
    });
    return {};
}

}  // namespace tacq
