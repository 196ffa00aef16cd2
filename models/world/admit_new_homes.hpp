#pragma once

#include "models/world/world.hpp"
#include "models/world/world_parameters.hpp"

namespace opschaling::models {

/// The quarters after the start in which homes of 2018-2023 join: 1 to 23.
inline constexpr std::uint8_t last_entry{23};

/// Lets the homes built in 2018-2023 enter in their quarter: of the homes built since 2005, straat
/// by straat in a keyed order, as many in each year as this part of the country has of
/// `new_homes_per_year`, evenly over its quarters (2018 has three: what stood at its start is
/// stock). Where fewer exist, each year gets an equal part of them.
void admit_new_homes(WorldParameters const& parameters, World& world);

} // namespace opschaling::models
