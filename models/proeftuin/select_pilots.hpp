#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// In the rounds of 2018, 2020 and 2022 gemeenten apply with the wijk where the energy is: a logit
/// of energy, capacity and ambition that loses with each round. Those picked become proeftuin, with
/// money, exemptions, attention and the best team until they end.
void select_pilots(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
