#pragma once

#include "models/world/surroundings.hpp"
#include "scenarios/import/geojson.hpp"

#include <map>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// The borders between features by the code under which each is known: two that share at least two
/// places of their lines, and the metres of line that they share. Places are the same when their
/// whole metres are, so that the map must have been simplified as one; in degrees nothing is found.
[[nodiscard]] std::vector<models::WijkBorder> find_borders(std::vector<Feature> const& features,
                                                           std::vector<std::string> const& codes);

} // namespace opschaling::scenarios
