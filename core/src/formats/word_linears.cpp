#include <algorithm>
#include <array>
#include <utility>

#include "formats/word_folder.h"

namespace tacq {
namespace {

/// What stands before and after a module's last point.
std::pair<std::string, std::string> split(const std::string& module) {
    const std::size_t point = module.rfind('.') + 1;
    return {module.substr(0, point), module.substr(point)};
}

std::string fusedName(const std::string& leaf) {
    if (leaf == "q_proj" || leaf == "k_proj" || leaf == "v_proj") return "qkv_proj";
    if (leaf == "gate_proj" || leaf == "up_proj") return "gate_up_proj";
    return {};
}

bool sameWay(const WordLinear& a, const WordLinear& b) { return a.stored == b.stored && (!a.stored || a.grid == b.grid); }

}  // namespace

GridOptions commonGrid(std::span<const WordLinear> linears) {
    GridOptions best;
    std::ptrdiff_t most = 0;
    for (const WordLinear& linear : linears) {
        if (!linear.stored || (most > 0 && linear.grid == best)) continue;
        const auto count = std::count_if(linears.begin(), linears.end(), [&](const WordLinear& other) { return other.stored && other.grid == linear.grid; });
        if (count > most) best = linear.grid;
        most = std::max(most, count);
    }
    return best;
}

bool FusedGroup::alike() const {
    return std::all_of(members.begin(), members.end(), [&](const WordLinear* member) { return sameWay(*member, *members.front()); });
}

std::vector<FusedGroup> fusedGroups(std::span<const WordLinear> linears) {
    std::vector<FusedGroup> groups;
    for (const WordLinear& linear : linears) {
        auto [prefix, leaf] = split(linear.module);
        const std::string fused = fusedName(leaf);
        const bool joins = !groups.empty() && !fused.empty() && groups.back().fused == fused && groups.back().prefix == prefix;
        if (!joins) groups.push_back({std::move(prefix), {}, fused});
        groups.back().members.push_back(&linear);
    }
    return groups;
}

PackedLinear regrouped(const PackedLinear& linear, std::int64_t groupSize) {
    PackedLinear finer = linear;
    finer.grid.groupSize = groupSize;
    const std::int64_t from = linear.grid.groups(linear.columns), to = finer.grid.groups(linear.columns);
    const std::int64_t wide = linear.grid.groupColumns(linear.columns), narrow = finer.grid.groupColumns(linear.columns);
    finer.scales.resize(static_cast<std::size_t>(linear.rows * to));
    finer.zeros.resize(finer.scales.size());
    for (std::int64_t row = 0; row < linear.rows; ++row)
        for (std::int64_t g = 0; g < to; ++g) {
            const auto source = static_cast<std::size_t>(row * from + g * narrow / wide), target = static_cast<std::size_t>(row * to + g);
            finer.scales[target] = linear.scales[source];
            finer.zeros[target] = linear.zeros[source];
        }
    return finer;
}

std::vector<std::uint32_t> transposed(std::span<const std::uint32_t> values, std::size_t rows, std::size_t columns) {
    constexpr std::size_t kTile = 16;
    std::vector<std::uint32_t> out(values.size());
    for (std::size_t row = 0; row < rows; row += kTile)
        for (std::size_t column = 0; column < columns; column += kTile)
            for (std::size_t r = row; r < std::min(rows, row + kTile); ++r)
                for (std::size_t c = column; c < std::min(columns, column + kTile); ++c) out[c * rows + r] = values[r * columns + c];
    return out;
}

}  // namespace tacq
