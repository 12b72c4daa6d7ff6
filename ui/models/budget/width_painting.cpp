#include "models/budget/width_painting.h"

#include <algorithm>
#include <map>
#include <set>

namespace tacq::ui {
namespace {

void clean(Recipe& recipe, const std::string& name) {
    const auto found = recipe.tensors.find(name);
    if (found != recipe.tensors.end() && found->second == TensorOverride{}) recipe.tensors.erase(found);
}

/// The matrices and, where they must share a width, their unit.
std::set<std::size_t> withPartners(std::span<const LinearInfo> linears, std::span<const std::size_t> matrices, bool fused) {
    std::set<std::size_t> all(matrices.begin(), matrices.end());
    if (!fused) return all;
    const std::vector<std::size_t> unit = fusedUnits(linears);
    std::set<std::size_t> units;
    for (const std::size_t m : matrices) units.insert(unit[m]);
    for (std::size_t m = 0; m < linears.size(); ++m)
        if (units.contains(unit[m])) all.insert(m);
    return all;
}

}  // namespace

TensorWidth widthOf(const Recipe& recipe, const LinearInfo& linear, const GridOptions& common) {
    TensorWidth width{common.bits, common.groupSize, false, false};
    const auto found = recipe.tensors.find(linear.name);
    if (found == recipe.tensors.end()) return width;
    width.bits = found->second.bits.value_or(common.bits);
    width.groupSize = found->second.groupSize.value_or(common.groupSize);
    width.own = width.bits != common.bits || width.groupSize != common.groupSize;
    width.locked = found->second.locked;
    return width;
}

int allowedWidth(const LinearInfo& linear, int bits, const WidthRules& rules) {
    if (!rules.ggufSafe) return bits;
    const std::vector<int> allowed = ggufWidths(linear, kPaintWidths);
    const auto wider = std::find_if(allowed.begin(), allowed.end(), [bits](int width) { return width >= bits; });
    return wider == allowed.end() ? allowed.back() : *wider;
}

Recipe painted(Recipe recipe, std::span<const LinearInfo> linears, std::span<const std::size_t> matrices, const WidthBrush& brush, const WidthRules& rules) {
    const std::set<std::size_t> all = withPartners(linears, matrices, rules.vllmSafe);
    int bits = brush.bits;
    if (brush.kind == WidthBrush::Kind::Bits)
        for (const std::size_t m : all) bits = rules.vllmSafe ? std::max(bits, allowedWidth(linears[m], brush.bits, rules)) : bits;
    for (const std::size_t m : all) {
        TensorOverride& own = recipe.tensors[linears[m].name];
        switch (brush.kind) {
            case WidthBrush::Kind::Common: own = {}; break;
            case WidthBrush::Kind::Bits: own.bits = allowedWidth(linears[m], bits, rules); break;
            case WidthBrush::Kind::Lock: own.locked = brush.lock; break;
        }
        clean(recipe, linears[m].name);
    }
    return recipe;
}

Recipe underRules(Recipe recipe, std::span<const LinearInfo> linears, const GridOptions& common, const WidthRules& rules) {
    std::vector<std::size_t> unit = fusedUnits(linears);
    if (!rules.vllmSafe)
        for (std::size_t m = 0; m < unit.size(); ++m) unit[m] = m;
    std::map<std::size_t, int> widest;
    for (std::size_t m = 0; m < linears.size(); ++m)
        widest[unit[m]] = std::max(widest[unit[m]], allowedWidth(linears[m], widthOf(recipe, linears[m], common).bits, rules));
    for (std::size_t m = 0; m < linears.size(); ++m) {
        const int bits = widest[unit[m]];
        if (widthOf(recipe, linears[m], common).bits != bits) recipe.tensors[linears[m].name].bits = bits;
    }
    return recipe;
}

std::size_t withoutGgufType(std::span<const LinearInfo> linears) {
    return static_cast<std::size_t>(std::count_if(linears.begin(), linears.end(), [](const LinearInfo& linear) { return ggufHasNoType(linear); }));
}

}  // namespace tacq::ui
