#pragma once

#include "models/world/world.hpp"
#include "models/world/world_parameters.hpp"

namespace opschaling::models {

/// Who knows whom. Within a straat every home is tied to the nearest `straat_ties` homes, half on
/// each side, on a ring (Watts and Strogatz 1998); in a short straat everyone knows everyone.
/// A keyed `homes_with_weak_tie` of the homes have one tie elsewhere in the gemeente: a keyed
/// matching, `tenure_homophily` of it within the same tenure, the rest across tenures as far as
/// the numbers allow. A pair that turns out to live in one straat has no weak tie.
[[nodiscard]] sim::Graph tie_neighbours(WorldParameters const& parameters,
                                        Geography const& geography, Dwellings const& dwellings);

} // namespace opschaling::models
