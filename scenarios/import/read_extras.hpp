#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/import/gemeente_finder.hpp"
#include "scenarios/import/layout.hpp"

#include <map>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// Dwellings by type and period, by code of the gemeente of today. A gemeente that no year knows is
/// a mistake; of one that went up in a larger one the dwellings are added there.
[[nodiscard]] std::map<std::string, models::StockTable> read_stock(CsvTable const& table,
                                                                   Layout const& layout,
                                                                   GemeenteFinder const& gemeenten,
                                                                   ImportFindings& findings);

[[nodiscard]] std::vector<models::HeatSource>
read_heat_sources(CsvTable const& table, Layout const& layout, ImportFindings& findings);

/// Gives each source the gemeente of the buurt whose middle is nearest; without middles none.
void place_heat_sources(models::BuurtTable const& table, std::vector<models::HeatSource>& sources);

/// Codes of today, each with the text of a column.
[[nodiscard]] std::map<std::string, std::string>
read_gemeente_words(CsvTable const& table, Layout const& layout, std::string_view column,
                    GemeenteFinder const& gemeenten, ImportFindings& findings);

/// A name with a value, as a table of properties lists them.
struct Property {
    std::string name;
    double value{0.0};
    std::string unit;
};

[[nodiscard]] std::vector<Property> read_properties(CsvTable const& table, Layout const& layout,
                                                    ImportFindings& findings);

} // namespace opschaling::scenarios
