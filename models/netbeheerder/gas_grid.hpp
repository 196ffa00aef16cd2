#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// A home leaves gas: its netbeheerder takes the connection away.
void remove_gas_connection(Turn& turn, WijkId wijk, std::uint32_t home);

/// m of gas main in each netbeheerder's streets of which at least one home still uses gas.
[[nodiscard]] sim::Column<NetbeheerderId, double>
gas_mains_in_use(World const& world, WorldParameters const& parameters, Grid const& grid);

/// Once a year mains that nobody uses any more are taken away.
void remove_gas_mains(Turn& turn, sim::Quarter quarter);

/// What the gas grid costs in a year for each home that still uses it, in EUR: the fewer remain,
/// the dearer for each.
[[nodiscard]] double gas_grid_cost_per_home(NetbeheerderParameters const& parameters, double mains,
                                            double homes_on_gas);

} // namespace opschaling::models
