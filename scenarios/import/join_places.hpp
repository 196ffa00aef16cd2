#pragma once

#include "models/world/surroundings.hpp"
#include "scenarios/import/gemeente_finder.hpp"
#include "scenarios/import/layout.hpp"
#include "scenarios/import/read_regions.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

/// A row of an extra table that found its region, with the figures that it gives.
struct JoinedRow {
    RegionKind kind{RegionKind::buurt};
    std::size_t region{0}; ///< its place among the regions of that kind
    Place place;
    std::vector<std::pair<RegionColumn, double>> figures;
};

/// What became of an extra table.
struct JoinedTable {
    models::InputTable input;
    double weight{1.0};
    std::vector<JoinedRow> rows;
    /// "Uden, Centrum (line 12)": rows that no region of this import answers to, or more than one.
    std::vector<std::string> unmatched;
    std::vector<std::string> ambiguous;
    /// Rows without a figure, of the country as a whole, and of gemeenten that are not imported.
    std::size_t outside{0};
    /// Rows found under an older code or name of their gemeente.
    std::size_t by_older_name{0};
};

/// Reads a table of places and finds the region of each row: by code, by gemeente and name, or in
/// the order of CBS. A gemeente that no year knows is a mistake; so is a region that is not found,
/// unless the layout has such rows reported.
[[nodiscard]] JoinedTable join_places(CsvTable const& table, Layout const& layout,
                                      Regions const& regions, GemeenteFinder const& gemeenten,
                                      CsvTable const& wijk_changes, ImportFindings& findings);

} // namespace opschaling::scenarios
