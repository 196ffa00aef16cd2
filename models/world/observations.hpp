#pragma once

#include "models/world/turn.hpp"
#include "sim/results/series.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Writes the figures of a quarter that has just ended into the result of its run.
void observe(Turn const& turn, sim::Quarter quarter, sim::ResultShape const& shape,
             sim::RunResult& result);

} // namespace opschaling::models
