#pragma once

#include "scenarios/import/import_report.hpp"
#include "scenarios/import/read_regions.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::scenarios {

/// Homes of each buurt, in the order of the regions: the published households where there are any.
/// CBS leaves the number blank where there are fewer than five; what such a buurt gets is a
/// `BlankRule`, and each one is listed in the report.
[[nodiscard]] std::vector<std::uint32_t> count_homes(Regions const& regions, ImportReport& report);

/// The sums of the homes beside the published figures of wijken, gemeenten and NL. For NL, which
/// the file may not hold, the published figures of the gemeenten are added.
[[nodiscard]] std::vector<TotalDifference> compare_totals(Regions const& regions,
                                                          std::vector<std::uint32_t> const& homes);

} // namespace opschaling::scenarios
