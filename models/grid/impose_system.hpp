#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <vector>

namespace opschaling::models {

/// Which wijken an experiment picks: under each substation the same part of them, by a lot of their
/// own, so that a larger part holds the smaller one.
[[nodiscard]] std::vector<WijkId> imposed_wijken(World const& world, sim::Seed seed, double share);

/// In the quarter that the study names, the homes of those wijken get the system that it names. The
/// grid does not refuse them: what they do to it is the question.
void impose_system(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
