#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <cstdint>

namespace opschaling::models {

/// The smallest standard size of a level that carries a load with a spare part; above the largest
/// size exactly what is wanted, by several units side by side (ruling 26).
[[nodiscard]] double standard_size(NetbeheerderParameters const& parameters, GridLevel level,
                                   double load, double spare);

/// Steps of reinforcement that bring a capacity up to a load with the planning margin, at least 1.
[[nodiscard]] std::uint16_t steps_for(NetbeheerderParameters const& parameters, GridLevel level,
                                      double load, double capacity);

/// EUR of so many steps; `cable` is the length of a feeder in m.
[[nodiscard]] double cost_of_steps(NetbeheerderParameters const& parameters, GridLevel level,
                                   unsigned steps, double cable);

/// What of the level's yearly output a job takes: m of cable, stations, m of cable, steps.
[[nodiscard]] double work_of(NetbeheerderParameters const& parameters, GridLevel level,
                             unsigned steps, double cable);

/// Jobs that end in this quarter bring their capacity.
void finish_asset_jobs(Turn& turn, sim::Quarter quarter);

/// Each netbeheerder forecasts the load of its assets and asks a job for each that will be short.
void plan_asset_jobs(Turn& turn, sim::Quarter quarter);

/// Prepared jobs begin in the order of the queue rule, as far as technicians reach; their number
/// follows the work of some time ago.
void start_asset_jobs(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
