#pragma once
// Private to core/src: the one JSON form of a grid, as commands take and give it and as runs and artifacts keep it:
// {"bits": 3, "groupSize": -1, "symmetric": false, "scaleDtype": "f16"}. (Packed checkpoints have their own: checkpoint/packed/packed_grid.h.)
#include <optional>
#include <string>

#include "base/json.h"
#include "tacq/numerics/packed.h"

namespace tacq {

Json gridJson(const GridOptions& grid);
/// Other members are not looked at. A missing one is `defaults`'; without defaults every one must be there. InvalidFile, with `context`: members of
/// another type, or a grid that validate() refuses.
Result<GridOptions> gridOf(const Json& json, const std::string& context, const std::optional<GridOptions>& defaults = std::nullopt);

}  // namespace tacq
