#include "checkpoint/packed/packed_grid.h"

#include "tacq/numerics/grid_range.h"

namespace tacq {

Json packedGridJson(const GridOptions& grid) {
    return {{"bits", grid.bits}, {"group_size", grid.groupSize}, {"symmetric", grid.symmetry == Symmetry::Symmetric}};
}

GridOptions readPackedGrid(Fields& fields, const std::optional<GridOptions>& fallback) {
    GridOptions grid = fallback.value_or(GridOptions{});
    const auto bits = fallback ? std::optional<std::int64_t>(grid.bits) : std::nullopt;
    const auto group = fallback ? std::optional<std::int64_t>(grid.groupSize) : std::nullopt;
    grid.bits = static_cast<int>(fields.integer("bits", bits, kLeastBits, kMostBits));
    grid.groupSize = fields.integer("group_size", group, -1, kMostGroupSize);
    grid.symmetry = fields.flag("symmetric", grid.symmetry == Symmetry::Symmetric) ? Symmetry::Symmetric : Symmetry::Asymmetric;
    return grid;
}

}  // namespace tacq
