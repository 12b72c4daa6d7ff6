#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "tacq/base/result.h"
#include "tacq/checkpoint/packed_folder.h"

namespace tacq {

/// What one tensor gets instead of the common grid.
struct TensorOverride {
    std::optional<int> bits;                ///< 2 … 8
    std::optional<std::int64_t> groupSize;  ///< −1: a whole row; else a multiple of 8
    bool locked = false;                    ///< the allocator leaves this tensor as it is; changes no byte of a result
    bool operator==(const TensorOverride&) const = default;
};

/// Overrides by tensor name (`model.layers.3.self_attn.q_proj.weight`). Which weights are kept is not a recipe's business: the circuit comes
/// from the saliency of the common grid, so a recipe changes widths and sizes and never the kept counts of a given k.
struct Recipe {
    std::map<std::string, TensorOverride, std::less<>> tensors;
    bool empty() const { return tensors.empty(); }
    bool operator==(const Recipe&) const = default;
};

/// # Recipe file, version 1
///
/// `{"format": "tacq-recipe", "version": 1, "tensors": {NAME: 4, NAME: {"bits": 4, "groupSize": 64, "locked": true}, …}}`
///
/// A number is short for `{"bits": …}`; what an entry leaves out stays as the command's own options say. `format` and `version` may be left out.
/// Refused, each by name: other formats and versions, members that are not known, bits outside 2 … 8, group sizes that are neither −1 nor a positive
/// multiple of 8. `wrong`: the code such an error carries (InvalidFile for a file, InvalidArgument for text given as an option).
Result<Recipe> parseRecipe(const std::string& json, const std::string& context, ErrorCode wrong = ErrorCode::InvalidFile);
/// In version 1, tensors by name. indent −1: one line.
std::string recipeToJson(const Recipe& recipe, int indent = 1);

/// Puts the overrides into a plan whose linears have the common grid. InvalidArgument names a tensor that the plan does not quantize.
Result<void> applyRecipe(const Recipe& recipe, PackedPlan& plan);
/// The part of a recipe that shapes a result: without locks, and without what the common grid says anyway. Equal effects compare equal.
Recipe effectiveRecipe(const Recipe& recipe, const GridOptions& common);

}  // namespace tacq
