#pragma once
#include "store/database.h"

namespace tacq {

/// From schema version 1 to 2, inside the caller's transaction: figures that runs kept under names of their own (`meanNll:TEXT` with the run that made the
/// model, `perplexity` and `klMean` in results) become measurements; the rows that carried a text in their name go.
Result<void> migrateToMeasurements(const Database& database);

}  // namespace tacq
