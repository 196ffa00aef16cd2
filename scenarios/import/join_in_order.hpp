#pragma once

#include "scenarios/import/join_places.hpp"

namespace opschaling::scenarios {

/// Reads a table without codes whose rows stand in the order of CBS: the country, then each
/// gemeente, its CBS wijken and their buurten (columns `gemeente` and `name`). Within a gemeente
/// the names must follow those of the regions one by one, cut off at 40 letters as StatLine does;
/// where they do not, the rows of that gemeente are reported as unmatched.
[[nodiscard]] JoinedTable join_in_order(CsvTable const& table, Layout const& layout,
                                        Regions const& regions, GemeenteFinder const& gemeenten,
                                        ImportFindings& findings);

} // namespace opschaling::scenarios
