#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/scenario.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// The row of a gemeente by name or code; an ImportError with the nearest when there is none.
[[nodiscard]] std::size_t find_gemeente(models::BuurtTable const& table, std::string const& name);

/// The gemeenten of a country that a study names, as a world of their own: whole gemeenten, with
/// their shares of what their regio's and netbeheerders have. Every name that is not there is a
/// finding at its place in the study.
[[nodiscard]] models::BuurtTable select_gemeenten(models::BuurtTable const& country,
                                                  std::vector<PlacedName> const& names);

/// The wijken that a study names, each as one wijk of the world. Where the country is real and has
/// its CBS codes, homes and figures are those of its buurten together; elsewhere its homes are its
/// inhabitants over the mean household, and its figures are means of its gemeente, or of the
/// country where that is not known either.
[[nodiscard]] models::BuurtTable select_wijken(models::BuurtTable const& country,
                                               std::vector<NamedWijk> const& wijken);

} // namespace opschaling::scenarios
