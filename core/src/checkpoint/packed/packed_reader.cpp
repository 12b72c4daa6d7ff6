#include "checkpoint/packed/packed_reader.h"

#include <cstring>

#include "tacq/base/half.h"

namespace tacq {
namespace {

constexpr const char* kHint = "get an undamaged copy of the checkpoint, or export it again";

Error broken(std::string what, const std::string& context) { return {ErrorCode::InvalidFile, std::move(what), context, kHint}; }

template <typename T> T valueAt(std::span<const std::byte> bytes, std::size_t index) {
    T value;
    std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof(T));
    return value;
}

template <typename T> std::vector<T> copyOut(std::span<const std::byte> bytes, std::size_t first, std::size_t count) {
    std::vector<T> values(count);
    if (count > 0) std::memcpy(values.data(), bytes.data() + first * sizeof(T), count * sizeof(T));
    return values;
}

/// One component with its dtype (one of those allowed) and shape checked.
struct Component {
    std::string dtype;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

Result<Component> component(const TensorFinder& find, const std::string& name, const std::vector<std::string>& dtypes, const std::vector<std::int64_t>& shape,
                            const std::string& context) {
    const FoundTensor found = find(name);
    if (!found.entry) return broken("\"" + name + "\" is missing", context);
    bool known = false;
    for (const std::string& dtype : dtypes) known = known || dtype == found.entry->dtype;
    if (!known) return broken("\"" + name + "\" has dtype " + found.entry->dtype, context);
    if (!shape.empty() && found.entry->shape != shape) return broken("the size of \"" + name + "\" disagrees with bits, group size or shape", context);
    return Component{found.entry->dtype, found.entry->shape, found.bytes};
}

std::int64_t columnAt(const PackedParts& parts, std::size_t index) {
    return parts.wideColumns ? valueAt<std::int32_t>(parts.columns, index) : valueAt<std::uint16_t>(parts.columns, index);
}

/// Offsets rise from 0 to the number of kept weights; columns ascend within a row and lie inside it.
Result<void> checkSparse(const PackedParts& parts, std::int64_t rows, std::int64_t columns, std::int64_t kept, const std::string& context) {
    std::int64_t begin = valueAt<std::int32_t>(parts.rowOffsets, 0);
    if (begin != 0) return broken("row offsets do not begin at 0", context);
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::int64_t end = valueAt<std::int32_t>(parts.rowOffsets, static_cast<std::size_t>(row + 1));
        if (end < begin) return broken("row offsets fall", context);
        if (end > kept) return broken("row offsets leave the kept weights", context);
        std::int64_t last = -1;
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t column = columnAt(parts, static_cast<std::size_t>(i));
            if (column < 0 || column >= columns) return broken("a kept column lies outside the row", context);
            if (column <= last) return broken("kept columns of a row do not ascend", context);
            last = column;
        }
        begin = end;
    }
    if (begin != kept) return broken("row offsets do not end at the number of kept weights", context);
    return {};
}

}  // namespace

Result<StoredTensor> findPackedLinear(const std::string& name, std::int64_t rows, std::int64_t columns, GridOptions grid, const TensorFinder& find,
                                      const std::string& context) {
    const std::string prefix = packedPrefix(name), where = context + ": " + name;
    const std::int64_t groups = grid.groups(columns), words = (columns * grid.bits + 31) / 32;
    TACQ_TRY(const Component codes, component(find, prefix + ".codes", {"I32"}, {rows, words}, where));
    TACQ_TRY(const Component scales, component(find, prefix + ".scales", {"F16", "F32"}, {rows, groups}, where));
    TACQ_TRY(const Component zeros, component(find, prefix + ".zeros", {"U8"}, {rows, groups}, where));
    TACQ_TRY(const Component offsets, component(find, prefix + ".row_offsets", {"I32"}, {rows + 1}, where));
    TACQ_TRY(const Component kept, component(find, prefix + ".values", {"F16", "BF16"}, {}, where));
    if (kept.shape.size() != 1) return broken("\"" + prefix + ".values\" is not a list", where);
    TACQ_TRY(const Component places, component(find, prefix + ".columns", {columns > 65535 ? "I32" : "U16"}, kept.shape, where));
    grid.scaleType = scales.dtype == "F16" ? ScaleType::F16 : ScaleType::F32;

    StoredTensor tensor;
    tensor.form = StoredTensor::Form::Packed;
    tensor.packed = {grid, kept.dtype == "F16" ? ValueType::F16 : ValueType::BF16, columns > 65535, codes.bytes, scales.bytes, zeros.bytes,
                     offsets.bytes, places.bytes, kept.bytes};
    TACQ_CHECK(checkSparse(tensor.packed, rows, columns, kept.shape[0], where));
    tensor.info = {name, TensorType::Packed, {rows, columns}, 0};
    for (const auto range : tensor.ranges()) tensor.info.bytes += range.size();
    return tensor;
}

Result<std::optional<StoredTensor>> findCodes8(const ModelTensor& expected, const TensorFinder& find, const std::string& context) {
    const std::string prefix = packedPrefix(expected.name), where = context + ": " + expected.name;
    if (expected.shape.size() != 2 || !find(prefix + ".codes8").entry) return std::optional<StoredTensor>();
    TACQ_TRY(const Component codes, component(find, prefix + ".codes8", {"I8"}, expected.shape, where));
    TACQ_TRY(const Component scales, component(find, prefix + ".scales", {"F16"}, {expected.shape[0], (expected.shape[1] + 31) / 32}, where));
    StoredTensor tensor;
    tensor.form = StoredTensor::Form::Codes8;
    tensor.info = {expected.name, TensorType::Q8_0, expected.shape, codes.bytes.size() + scales.bytes.size()};
    tensor.data = codes.bytes;
    tensor.scales = scales.bytes;
    return std::optional(std::move(tensor));
}

Result<PackedLinear> readPackedRows(const StoredTensor& tensor, std::int64_t rowBegin, std::int64_t rowEnd) {
    const PackedParts& parts = tensor.packed;
    PackedLinear linear;
    linear.name = tensor.info.name;
    linear.rows = rowEnd - rowBegin;
    linear.columns = tensor.columns();
    linear.grid = parts.grid;
    linear.valueType = parts.valueType;
    const auto first = static_cast<std::size_t>(rowBegin), rows = static_cast<std::size_t>(linear.rows);
    const auto words = static_cast<std::size_t>(linear.wordsPerRow()), groups = static_cast<std::size_t>(parts.grid.groups(linear.columns));
    linear.codes = copyOut<std::uint32_t>(parts.codes, first * words, rows * words);
    linear.zeros = copyOut<std::uint8_t>(parts.zeros, first * groups, rows * groups);
    if (parts.grid.scaleType == ScaleType::F32) {
        linear.scales = copyOut<float>(parts.scales, first * groups, rows * groups);
    } else {
        linear.scales.resize(rows * groups);
        halfToFloat(copyOut<std::uint16_t>(parts.scales, first * groups, rows * groups), linear.scales);
    }
    linear.rowOffsets = copyOut<std::int32_t>(parts.rowOffsets, first, rows + 1);
    const auto keptFirst = static_cast<std::size_t>(linear.rowOffsets.front()), kept = static_cast<std::size_t>(linear.rowOffsets.back()) - keptFirst;
    for (std::int32_t& offset : linear.rowOffsets) offset -= static_cast<std::int32_t>(keptFirst);
    linear.keptColumns.resize(kept);
    for (std::size_t i = 0; i < kept; ++i) linear.keptColumns[i] = static_cast<std::uint32_t>(columnAt(parts, keptFirst + i));
    linear.keptValues.resize(kept);
    const auto bits = copyOut<std::uint16_t>(parts.values, keptFirst, kept);
    if (parts.valueType == ValueType::F16) halfToFloat(bits, linear.keptValues);
    else bfloatToFloat(bits, linear.keptValues);
    TACQ_CHECK(validate(linear));
    return linear;
}

}  // namespace tacq
