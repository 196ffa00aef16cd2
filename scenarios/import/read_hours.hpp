#pragma once

#include "models/world/surroundings.hpp"
#include "scenarios/import/import_report.hpp"
#include "scenarios/import/layout.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// Weather in KNMI's own text format: comment lines that begin with #, the last of them the header,
/// hours 1 to 24 as hours that end then (UT), no figure where a field is empty. Up to six hours
/// without a figure are drawn straight between their neighbours and counted; more are a mistake,
/// and so is an hour that is missing, comes twice or belongs to another station.
[[nodiscard]] std::vector<models::HourlySeries>
read_knmi(std::string const& file, std::string_view text, Layout const& layout,
          std::vector<Repair>& repairs, ImportFindings& findings);

/// The same from a table with a moment in each row.
[[nodiscard]] std::vector<models::HourlySeries> read_weather(CsvTable const& table,
                                                             Layout const& layout,
                                                             std::vector<Repair>& repairs,
                                                             ImportFindings& findings);

/// 8760 or 8784 numbers, one a line: weather as it is, a profile divided by its sum. `name` is the
/// file's own.
[[nodiscard]] std::vector<models::HourlySeries>
read_hours(std::string const& file, std::string_view text, std::string const& name,
           Layout const& layout, ImportFindings& findings);

/// The hourly profile of a year of charging sessions: the energy of each spread evenly over its
/// charging time, or over its time connected where that is negative. A session that ends before it
/// begins because the year turned is mended; one with an impossible moment or number is left out.
/// All are counted, and a file with more than one in a hundred left out is refused.
[[nodiscard]] std::vector<models::HourlySeries> read_sessions(CsvTable const& table,
                                                              Layout const& layout,
                                                              std::vector<Repair>& repairs,
                                                              ImportFindings& findings);

} // namespace opschaling::scenarios
