#include <algorithm>
#include <array>

#include "numerics/parts/part_list.h"

namespace tacq {
namespace {

struct TypeEntry {
    std::string_view name;
    std::size_t bytes;
};
constexpr std::array<TypeEntry, 7> kTypes{{{"I32", 4}, {"U16", 2}, {"U8", 1}, {"I8", 1}, {"F16", 2}, {"BF16", 2}, {"F32", 4}}};
static_assert(static_cast<std::size_t>(PartType::F32) + 1 == kTypes.size());

std::vector<const PackedPart*>& table() {
#define TACQ_PART_ENTRY(name) &packed_parts::name,
    static std::vector<const PackedPart*> entries{TACQ_PACKED_PARTS(TACQ_PART_ENTRY)};
#undef TACQ_PART_ENTRY
    return entries;
}

/// Of a required part.
std::vector<std::int64_t> sizes(const PackedPart& part, const PackedShape& shape) {
    switch (part.axis) {
        case PartAxis::Rows: return part.width ? std::vector<std::int64_t>{shape.rows, part.width(shape)} : std::vector<std::int64_t>{shape.rows};
        case PartAxis::RowEnds: return {shape.rows + 1};
        case PartAxis::Kept: return {shape.kept};
        case PartAxis::Whole: break;
    }
    return {};
}

std::int64_t elements(const PackedPart& part, const PackedShape& shape) {
    switch (part.axis) {
        case PartAxis::Rows: return shape.rows * (part.width ? part.width(shape) : 1);
        case PartAxis::RowEnds: return shape.rows + 1;
        case PartAxis::Kept: return shape.kept;
        case PartAxis::Whole: break;
    }
    return 1;
}

}  // namespace

std::string_view partTypeName(PartType type) { return kTypes.at(static_cast<std::size_t>(type)).name; }
std::size_t partTypeBytes(PartType type) { return kTypes.at(static_cast<std::size_t>(type)).bytes; }

std::optional<PartType> partTypeNamed(std::string_view name) {
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeEntry& entry) { return entry.name == name; });
    return found == kTypes.end() ? std::nullopt : std::optional(static_cast<PartType>(found - kTypes.begin()));
}

std::uint64_t PartShape::bytes() const {
    std::uint64_t count = partTypeBytes(type);
    for (const std::int64_t size : shape) count *= static_cast<std::uint64_t>(size);
    return count;
}

std::span<const PackedPart* const> packedParts() { return table(); }

const PackedPart* findPackedPart(std::string_view suffix) {
    const auto found = std::find_if(table().begin(), table().end(), [&](const PackedPart* part) { return part->suffix == suffix; });
    return found == table().end() ? nullptr : *found;
}

Result<void> addPackedPart(const PackedPart& part) {
    if (findPackedPart(part.suffix)) return Error{ErrorCode::AlreadyExists, "there is a part of this name", std::string(part.suffix), "choose another name"};
    table().push_back(&part);
    return {};
}

std::vector<PartShape> partShapes(const PackedShape& shape, PartTypes types) {
    std::vector<PartShape> parts;
    for (const PackedPart* part : table()) {
        if (part->required) {
            const bool planned = types == PartTypes::Planned && part->planned;
            parts.push_back({part, planned ? part->planned(shape) : part->type(shape), sizes(*part, shape)});
            continue;
        }
        const auto own = std::find_if(shape.extra.begin(), shape.extra.end(), [&](const PartShape& extra) { return extra.part == part; });
        if (own != shape.extra.end()) parts.push_back(*own);
    }
    return parts;
}

bool fitsAxis(const PartShape& part, const PackedShape& linear) {
    const std::vector<std::int64_t>& shape = part.shape;
    switch (part.part->axis) {
        case PartAxis::Rows: return !shape.empty() && shape.front() == linear.rows;
        case PartAxis::RowEnds: return shape.size() == 1 && shape.front() == linear.rows + 1;
        case PartAxis::Kept: return shape.size() == 1 && shape.front() == linear.kept;
        case PartAxis::Whole: return !shape.empty();
    }
    return false;
}

std::uint64_t partBytes(const PackedPart& part, const PackedShape& shape) {
    if (part.required) return static_cast<std::uint64_t>(elements(part, shape)) * partTypeBytes(part.type(shape));
    const auto own = std::find_if(shape.extra.begin(), shape.extra.end(), [&](const PartShape& extra) { return extra.part == &part; });
    return own == shape.extra.end() ? 0 : own->bytes();
}

std::uint64_t keptBytes(const PackedShape& shape) {
    std::uint64_t bytes = 0;
    for (const PackedPart* part : table())
        if (part->required && part->axis == PartAxis::Kept) bytes += partTypeBytes(part->type(shape));
    for (const PartShape& extra : shape.extra)
        if (extra.part->axis == PartAxis::Kept) bytes += partTypeBytes(extra.type);
    return bytes;
}

std::vector<LedgerLine> ledgerLines() {
    std::vector<const PackedPart*> parts = table();
    std::stable_sort(parts.begin(), parts.end(), [](const PackedPart* a, const PackedPart* b) { return a->place < b->place; });
    std::vector<LedgerLine> lines;
    for (const PackedPart* part : parts)
        if (std::none_of(lines.begin(), lines.end(), [&](const LedgerLine& line) { return line.name == part->line; }))
            lines.push_back({part->line, part->title, part->required, part->file == PartFile::Outliers});
    return lines;
}

const PartContent* findExtra(const PackedLinear& linear, const PackedPart& part) {
    const auto found = std::find_if(linear.extra.begin(), linear.extra.end(), [&](const PartContent& content) { return content.part == &part; });
    return found == linear.extra.end() ? nullptr : &*found;
}

std::string extraParts(std::span<const PackedShape> linears) {
    std::string names;
    for (const PackedPart* part : table()) {
        const auto has = [part](const PackedShape& shape) { return std::any_of(shape.extra.begin(), shape.extra.end(), [&](const PartShape& extra) { return extra.part == part; }); };
        if (!part->required && std::any_of(linears.begin(), linears.end(), has)) names.append(names.empty() ? "" : ",").append(part->suffix);
    }
    return names;
}

}  // namespace tacq
