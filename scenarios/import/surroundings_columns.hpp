#pragma once

#include "scenarios/import/import_error.hpp"
#include "scenarios/import/world_columns.hpp"

#include <string>

namespace opschaling::scenarios {

/// Adds heat sources, borders, series and inputs, each as a table when there are any.
void add_surroundings(models::BuurtTable const& table, WorldTables& tables);

/// Reads them back; what is not there is empty.
void read_surroundings(WorldTables const& tables, std::string const& file,
                       models::BuurtTable& table, ImportFindings& findings);

} // namespace opschaling::scenarios
