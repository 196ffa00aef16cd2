#pragma once

#include "models/world/turn.hpp"

#include <cstdint>

namespace opschaling::models {

/// The ties of a home have one system less and another more among theirs. Ties lie within a
/// gemeente, so gemeenten can do this at the same time.
void tell_neighbours(Turn& turn, std::uint32_t home, HeatingSystem from, HeatingSystem to);

/// The home gets the system it asked for: its own state, the counts of its wijk, the ties of its
/// neighbours, the load of its station, the money and what the crews of its RES-regio installed all
/// change together. RES-regio's can do this at the same time, gemeenten of one cannot.
void install(Turn& turn, WijkId wijk, Job const& job, int now);

} // namespace opschaling::models
