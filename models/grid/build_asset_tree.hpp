#pragma once

#include "models/world/world.hpp"
#include "models/world/world_parameters.hpp"

namespace opschaling::models {

/// Who runs the grid in each wijk, by its gemeente.
[[nodiscard]] sim::Column<WijkId, NetbeheerderId>
netbeheerder_of_wijken(Geography const& geography);

/// Feeders of one or two straten of a wijk, stations of feeders side by side in a gemeente, strings
/// of stations there, substations of strings in a RES-regio: as many as homes and density ask, and
/// never across two netbeheerders. The order in which wijken are stored makes no difference.
[[nodiscard]] AssetTree build_asset_tree(Geography const& geography,
                                         sim::Column<WijkId, NetbeheerderId> const& netbeheerder,
                                         WorldParameters const& parameters);

} // namespace opschaling::models
