#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "tacq/budget/mixed.h"
#include "tacq/budget/recipe.h"

namespace tacq::ui {

/// What a click on a cell of the widths map does: gives the common width back, gives another, or turns the lock.
struct WidthBrush {
    enum class Kind { Common, Bits, Lock };
    Kind kind = Kind::Bits;
    int bits = 4;
    bool lock = true;            ///< for Lock: what to set
    bool operator==(const WidthBrush&) const = default;
};

/// What other programs ask of widths.
struct WidthRules {
    bool vllmSafe = false;       ///< q, k, v and gate, up take one width each
    bool ggufSafe = false;       ///< only widths that a quantized GGUF type has for rows of this length
};

inline constexpr int kPaintWidths[] = {2, 3, 4, 8};

/// How a tensor is stored under a recipe.
struct TensorWidth {
    int bits = 0;
    std::int64_t groupSize = -1;
    bool own = false;            ///< another width or group than the common one
    bool locked = false;
};
TensorWidth widthOf(const Recipe& recipe, const LinearInfo& linear, const GridOptions& common);

/// The nearest width that a rule allows: the same, else the next wider one, else the widest there is.
int allowedWidth(const LinearInfo& linear, int bits, const WidthRules& rules);

/// Overrides after painting these matrices, and with them those that must share their width. A width equal to the common one is an override all the
/// same: it stays when the common one changes.
Recipe painted(Recipe recipe, std::span<const LinearInfo> linears, std::span<const std::size_t> matrices, const WidthBrush& brush, const WidthRules& rules);

/// The recipe brought under the rules: fused groups take the widest of their widths, widths without a GGUF type the next wider one. Locked tensors too:
/// a file that cannot be made is of no use. Tensors without an override keep none where the common width suits them.
Recipe underRules(Recipe recipe, std::span<const LinearInfo> linears, const GridOptions& common, const WidthRules& rules);

/// How many tensors no quantized GGUF type takes, whatever the width.
std::size_t withoutGgufType(std::span<const LinearInfo> linears);

}  // namespace tacq::ui
