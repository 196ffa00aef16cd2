#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Once a year what is held to be normal in a gemeente follows what is done there, and falls back
/// where no approach is anchored; other domains take over anchored modules that are of use to them,
/// which is counted and has no effect on heating (model.md 1.14).
void follow_norms(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
