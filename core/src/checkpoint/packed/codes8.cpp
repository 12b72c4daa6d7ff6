#include "checkpoint/packed/codes8.h"

#include <algorithm>
#include <cmath>

#include "checkpoint/packed/packed_reader.h"
#include "tacq/base/half.h"
#include "tacq/base/parallel.h"
#include "tacq/checkpoint/packed_folder.h"

namespace tacq {

void quantizeCodes8(std::span<const float> values, std::int64_t columns, std::span<std::int8_t> codes, std::span<std::uint16_t> scales) {
    const auto width = static_cast<std::size_t>(columns), groups = (width + 31) / 32;
    const std::size_t rows = width == 0 ? 0 : values.size() / width;
    parallelFor(rows * groups, 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g) {
            const std::size_t first = g / groups * width + g % groups * 32, count = std::min<std::size_t>(32, width - g % groups * 32);
            float largest = 0;
            for (std::size_t i = first; i < first + count; ++i) largest = std::max(largest, std::abs(values[i]));
            const float scale = largest / 127.0f, inverse = scale > 0 ? 1.0f / scale : 0.0f;
            scales[g] = floatToHalf(scale);
            // A scale below 2^-128 has no finite inverse: such a group is zero in F16 anyway.
            for (std::size_t i = first; i < first + count; ++i)
                codes[i] = std::isfinite(inverse) ? static_cast<std::int8_t>(std::clamp(std::round(values[i] * inverse), -127.0f, 127.0f)) : std::int8_t{0};
        }
    });
}

void roundTripCodes8(std::span<float> values, std::int64_t columns) {
    const auto width = static_cast<std::size_t>(columns), groups = (width + 31) / 32;
    std::vector<std::int8_t> codes(values.size());
    std::vector<std::uint16_t> scales(width == 0 ? 0 : values.size() / width * groups);
    quantizeCodes8(values, columns, codes, scales);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(codes[i]) * halfToFloat(scales[i / width * groups + i % width / 32]);
}

std::vector<SafetensorsWriter::Declaration> declareCodes8(const TensorInfo& tensor) {
    const std::string prefix = packedPrefix(tensor.name);
    return {{prefix + ".codes8", "I8", tensor.shape}, {prefix + ".scales", "F16", {tensor.shape[0], (tensor.shape[1] + 31) / 32}}};
}

Result<void> writeCodes8(SafetensorsWriter& writer, const TensorInfo& tensor, const RowReader& read, const RunContext& context) {
    constexpr std::int64_t kElements = std::int64_t{1} << 21;
    const std::string prefix = packedPrefix(tensor.name);
    const std::int64_t columns = tensor.shape[1], groups = (columns + 31) / 32, step = std::max<std::int64_t>(1, kElements / std::max<std::int64_t>(columns, 1));
    for (std::int64_t row = 0; row < tensor.shape[0]; row += step) {
        TACQ_CHECK(context.checkpoint());
        const std::int64_t count = std::min(step, tensor.shape[0] - row);
        std::vector<float> values(static_cast<std::size_t>(count * columns));
        std::vector<std::int8_t> codes(values.size());
        std::vector<std::uint16_t> scales(static_cast<std::size_t>(count * groups));
        TACQ_CHECK(read(tensor.name, row, row + count, values));
        quantizeCodes8(values, columns, codes, scales);
        if (std::any_of(scales.begin(), scales.end(), [](std::uint16_t s) { return (s & 0x7c00u) == 0x7c00u; }))
            return Error{ErrorCode::InvalidArgument, "a weight is too large for 8-bit embeddings (its scale does not fit in F16)", tensor.name, "use --embedding-bits 16"};
        TACQ_CHECK(writer.appendTo(prefix + ".codes8", std::as_bytes(std::span(codes))));
        TACQ_CHECK(writer.appendTo(prefix + ".scales", std::as_bytes(std::span(scales))));
    }
    return {};
}

}  // namespace tacq
