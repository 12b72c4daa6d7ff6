#include "checkpoint/packed/packed_reader.h"

#include <algorithm>
#include <cstring>

#include "checkpoint/packed/packed_layout.h"
#include "tacq/numerics/packed_part.h"

namespace tacq {
namespace {

constexpr const char* kHint = "get an undamaged copy of the checkpoint, or export it again";

Error broken(std::string what, const std::string& context) { return {ErrorCode::InvalidFile, std::move(what), context, kHint}; }

template <typename T> T valueAt(std::span<const std::byte> bytes, std::size_t index) {
    T value;
    std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof(T));
    return value;
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

/// One part with its type (one of those allowed) and shape checked.
Result<StoredPart> storedPart(const FoundTensor& found, const PackedPart& part, PackedShape& shape, const std::string& name, const std::string& context) {
    const auto type = partTypeNamed(found.entry->dtype);
    if (!type || !part.accept(*type, shape)) return broken("\"" + name + "\" has dtype " + found.entry->dtype, context);
    const StoredPart stored{{&part, *type, found.entry->shape}, found.bytes};
    // The first list of kept weights says how many there are.
    if (part.axis == PartAxis::Kept && shape.kept < 0) {
        if (stored.shape.size() != 1) return broken("\"" + name + "\" is not a list", context);
        shape.kept = stored.shape.front();
    }
    const bool wide = part.required && part.axis == PartAxis::Rows;
    const bool fits = fitsAxis(stored, shape) && (!wide || (part.width ? stored.shape == std::vector<std::int64_t>{shape.rows, part.width(shape)} : stored.shape.size() == 1));
    if (!fits) return broken("the size of \"" + name + "\" disagrees with bits, group size or shape", context);
    return stored;
}

/// Offsets rise from 0 to the number of kept weights; columns ascend within a row and lie inside it.
Result<void> checkSparse(const StoredLinear& linear, const std::string& context) {
    const std::int64_t rows = linear.shape.rows, columns = linear.shape.columns, kept = linear.shape.kept;
    const std::span<const std::byte> rowOffsets = linear.of(packed_parts::row_offsets).bytes;
    const StoredPart& places = linear.of(packed_parts::columns);
    const auto columnAt = [&places](std::size_t index) -> std::int64_t {
        return places.type == PartType::I32 ? valueAt<std::int32_t>(places.bytes, index) : valueAt<std::uint16_t>(places.bytes, index);
    };
    std::int64_t begin = valueAt<std::int32_t>(rowOffsets, 0);
    if (begin != 0) return broken("row offsets do not begin at 0", context);
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::int64_t end = valueAt<std::int32_t>(rowOffsets, static_cast<std::size_t>(row + 1));
        if (end < begin) return broken("row offsets fall", context);
        if (end > kept) return broken("row offsets leave the kept weights", context);
        std::int64_t last = -1;
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t column = columnAt(static_cast<std::size_t>(i));
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

const StoredPart& StoredLinear::of(const PackedPart& part) const {
    return *std::find_if(parts.begin(), parts.end(), [&part](const StoredPart& stored) { return stored.part == &part; });
}

Result<StoredTensor> findPackedLinear(const std::string& name, std::int64_t rows, std::int64_t columns, GridOptions grid, const TensorFinder& find,
                                      const std::string& context) {
    const std::string where = context + ": " + name;
    StoredTensor tensor;
    tensor.form = StoredTensor::Form::Packed;
    PackedShape& shape = tensor.packed.shape = {name, rows, columns, grid, -1, ValueType::F16};
    for (const PackedPart* part : packedParts()) {
        const std::string own = partName(name, *part);
        const FoundTensor found = find(own);
        if (!found.entry && !part->required) continue;
        if (!found.entry) return broken("\"" + own + "\" is missing", where);
        TACQ_TRY(StoredPart stored, storedPart(found, *part, shape, own, where));
        if (!part->required) shape.extra.push_back(stored);
        tensor.packed.parts.push_back(std::move(stored));
    }
    TACQ_CHECK(checkSparse(tensor.packed, where));
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

namespace {

/// The bytes of a part that belong to rows [begin, end), whose kept weights are [keptBegin, keptEnd).
std::span<const std::byte> bytesOfRows(const StoredPart& stored, std::int64_t rows, std::size_t begin, std::size_t end, std::size_t keptBegin, std::size_t keptEnd) {
    const std::size_t element = partTypeBytes(stored.type), row = stored.bytes.size() / static_cast<std::size_t>(rows);
    switch (stored.part->axis) {
        case PartAxis::Rows: return stored.bytes.subspan(begin * row, (end - begin) * row);
        case PartAxis::RowEnds: return stored.bytes.subspan(begin * element, (end - begin + 1) * element);
        case PartAxis::Kept: return stored.bytes.subspan(keptBegin * element, (keptEnd - keptBegin) * element);
        case PartAxis::Whole: break;
    }
    return stored.bytes;
}

}  // namespace

Result<PackedLinear> readPackedRows(const StoredTensor& tensor, std::int64_t rowBegin, std::int64_t rowEnd) {
    const PackedShape& shape = tensor.packed.shape;
    PackedLinear linear;
    linear.name = shape.name;
    linear.rows = rowEnd - rowBegin;
    linear.columns = shape.columns;
    linear.grid = shape.grid;
    linear.valueType = shape.valueType;
    const auto begin = static_cast<std::size_t>(rowBegin), end = static_cast<std::size_t>(rowEnd);
    const std::span<const std::byte> offsets = tensor.packed.of(packed_parts::row_offsets).bytes;
    const auto keptBegin = static_cast<std::size_t>(valueAt<std::int32_t>(offsets, begin)), keptEnd = static_cast<std::size_t>(valueAt<std::int32_t>(offsets, end));
    for (const StoredPart& stored : tensor.packed.parts) {
        const auto bytes = bytesOfRows(stored, shape.rows, begin, end, keptBegin, keptEnd);
        if (stored.part->required) {
            stored.part->decode(stored.type, bytes, linear);
            continue;
        }
        PartContent& extra = linear.extra.emplace_back(PartContent{stored, {bytes.begin(), bytes.end()}});
        if (stored.part->axis == PartAxis::Rows) extra.shape.front() = linear.rows;
        if (stored.part->axis == PartAxis::RowEnds) extra.shape.front() = linear.rows + 1;
        if (stored.part->axis == PartAxis::Kept) extra.shape.front() = static_cast<std::int64_t>(keptEnd - keptBegin);
    }
    TACQ_CHECK(validate(linear));
    return linear;
}

}  // namespace tacq
