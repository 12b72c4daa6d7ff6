#pragma once
// Private to the store: what people write on their runs.
#include <vector>

#include "store/database.h"
#include "tacq/store/workspace.h"

namespace tacq {

/// Made beside the tables of the schema, whose version it does not change: programs that do not know of it leave it alone.
extern const char* const kRunLabelsTable;

/// An empty label is removed.
Result<void> writeLabel(const Database& database, std::int64_t run, const RunLabel& label);
/// Of one run, and of all of these. A database that has no labels gives none.
Result<void> readLabel(const Database& database, RunInfo& run);
Result<void> readLabels(const Database& database, std::vector<RunInfo>& runs);

}  // namespace tacq
