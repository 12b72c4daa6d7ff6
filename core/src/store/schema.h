#pragma once
#include "store/database.h"

namespace tacq {

/// WAL, foreign keys, checks that the database is ours and undamaged, creates or migrates the tables.
/// UnsupportedFormat for a newer schema, InvalidFile for a damaged or foreign database. True: the tables were made just now.
Result<bool> prepareSchema(const Database& database, const std::string& context);
/// The same checks where nothing can be written.
Result<void> checkSchema(const Database& database, const std::string& context);

}  // namespace tacq
