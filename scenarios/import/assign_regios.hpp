#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/import/gemeente_finder.hpp"
#include "scenarios/import/import_report.hpp"
#include "scenarios/import/layout.hpp"
#include "scenarios/import/read_regions.hpp"

#include <optional>
#include <vector>

namespace opschaling::scenarios {

/// A table with the layout by which it was read.
struct LayoutTable {
    Layout layout;
    CsvTable table;
};

/// Adds the gemeenten of the file to the table, each in its RES-regio. The list may be of any year
/// since 2017: a gemeente that it does not know is found by the names that its parts had before.
/// Without a list, or where that fails, the provincie stands in for the regio, and the report
/// counts it.
void assign_regios(Regions const& regions, std::optional<LayoutTable> const& regio_table,
                   GemeenteFinder const& gemeenten, models::BuurtTable& table, ImportReport& report,
                   ImportFindings& findings);

/// Gives each gemeente the netbeheerder of its own row in `areas`, else that of its provincie: an
/// assumption, which the report counts, unless a list of a netbeheerder's area confirms it. Such a
/// list mixes gas and electricity; where it names a gemeente that `areas` gives to another, the
/// report lists it and `areas` holds.
void assign_netbeheerders(CsvTable const& areas, std::vector<LayoutTable> const& area_tables,
                          GemeenteFinder const& gemeenten, models::BuurtTable& table,
                          ImportReport& report, ImportFindings& findings);

} // namespace opschaling::scenarios
