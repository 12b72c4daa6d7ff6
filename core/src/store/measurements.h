#pragma once
// Private to the store: the table of measurements.
#include <vector>

#include "store/database.h"
#include "tacq/store/measurement.h"

namespace tacq {

/// SQL of the table, as of schema version 2.
extern const char* const kMeasurementsTable;

/// A figure that is not finite is no measurement: nothing is written. The same metric of the same subject on the same text is replaced.
Result<void> writeMeasurement(const Database& database, const Measurement& measurement);
/// Oldest run first, by metric within a run. None where the database is of schema 1 and may not be written.
Result<std::vector<Measurement>> readMeasurements(const Database& database);
/// The same of one run, and of what the run of this key made.
Result<std::vector<Measurement>> readMeasurementsOf(const Database& database, std::int64_t run, const std::string& key);

}  // namespace tacq
