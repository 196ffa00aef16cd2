#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/import/import_report.hpp"
#include "scenarios/import/read_regions.hpp"

#include <optional>
#include <string>

namespace opschaling::scenarios {

/// Adds the gemeenten of the file to the table, each in its RES-regio. `regio_table` lists regio's
/// with their gemeenten by name (columns res_regio and gemeente), of 2020 or later; a gemeente that
/// it does not know is found by the names it had before, in `mergers`. Without a table, or where
/// that fails, the provincie stands in for the regio, and the report counts it.
void assign_regios(Regions const& regions, std::optional<CsvTable> const& regio_table,
                   CsvTable const& mergers, models::BuurtTable& table, ImportReport& report,
                   ImportFindings& findings);

/// Gives each gemeente the netbeheerder of its own row in `areas`, else that of its provincie. The
/// areas are an assumption, and the report counts it.
void assign_netbeheerders(Regions const& regions, CsvTable const& areas, models::BuurtTable& table,
                          ImportReport& report, ImportFindings& findings);

} // namespace opschaling::scenarios
