#include <algorithm>
#include <cmath>

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

}  // namespace tacq
