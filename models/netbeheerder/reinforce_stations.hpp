#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Capacity that a station has at the start: the smallest standard size that carries the load of
/// 2018 with its spare part (ruling 26).
[[nodiscard]] float size_of_station(NetbeheerderParameters const& parameters, double load,
                                    double spare);

/// Station jobs that end in this quarter bring their capacity.
void finish_station_jobs(Turn& turn, sim::Quarter quarter);

/// Each netbeheerder starts jobs at stations that refused homes, the longest refusal first and of
/// those the largest, as far as its yearly build rate reaches.
void start_station_jobs(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
