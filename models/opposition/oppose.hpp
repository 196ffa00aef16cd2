#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Part of the companies of a branch whose loss, as a part of its market, passed their threshold.
[[nodiscard]] double part_resisting(Turn const& turn, std::size_t branch, double loss);

/// Part of the wijken whose residents protest, when gas ends by law in a part of all and so many
/// protested before.
[[nodiscard]] double part_protesting(OppositionParameters const& parameters, double forced,
                                     double before);

/// Those who lose by the transition resist once their loss passes their threshold: companies by
/// what is gone of their market since 2018, residents by where gas ends by law (model.md 1.9).
void oppose(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
