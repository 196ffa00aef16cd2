#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Once a year households get a car that charges at home or PV, by their own lot, and what heat
/// pumps draw follows the insulation of the year before.
void add_cars_and_roofs(Turn& turn, sim::Quarter quarter);

/// Contents are added up the tree and every asset whose contents changed is weighed anew.
void weigh_grid(Turn& turn, sim::Quarter quarter);

/// What firms ask in a quarter against 2018.
[[nodiscard]] double growth_of_firms(Turn const& turn, sim::Quarter quarter);

/// kW of firms on an asset at their peak hour in a quarter.
[[nodiscard]] double firms_on(Turn const& turn, AssetId asset, sim::Quarter quarter);

/// Contents of all assets, from the homes alone: what following every change must give.
[[nodiscard]] sim::Column<AssetId, Contents> count_contents(World const& world, Homes const& homes);

} // namespace opschaling::models
