#pragma once

#include "scenarios/import/import_report.hpp"
#include "scenarios/import/join_places.hpp"
#include "scenarios/import/read_regions.hpp"

#include <string>
#include <vector>

namespace opschaling::scenarios {

/// Adds the figures of extra tables to the regions. What a region lacks it gets from the table of
/// the nearest year. Where two tables say what part of the homes is single-family, owner-occupied,
/// a corporatie's or of a low income, the part is their mean, each weighed by the weight of its
/// table times 0.9 for each year between it and the file of regions (assumption). Everything else
/// that is in the file of regions stays as it is, households above all. Where two tables are
/// further apart than ten points, or a quarter of the figure, the report counts it.
void reconcile_figures(Layout const& base, std::vector<JoinedTable> const& tables, Regions& regions,
                       ImportReport& report);

} // namespace opschaling::scenarios
