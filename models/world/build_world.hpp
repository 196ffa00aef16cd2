#pragma once

#include "models/world/buurt_table.hpp"
#include "models/world/world.hpp"
#include "models/world/world_parameters.hpp"

#include <cstdint>

namespace opschaling::models {

/// Makes homes, straten, stations, contexts and ties from the table: marginals reconciled by
/// iterative proportional fitting and integerised so that each buurt has exactly its homes.
/// The same table and parameters give the same world, on any number of threads.
[[nodiscard]] World build_world(BuurtTable const& table, WorldParameters const& parameters);

/// The synthetic Netherlands or a smaller one: `share` of the country's homes in whole gemeenten
/// and whole buurten; share 1 is all of it, 0.1 three whole RES-regio's, 0.01 a few gemeenten,
/// 0 one wijk. Sizes and shares follow the published distributions G1-G20.
[[nodiscard]] BuurtTable synthetic_netherlands(double share, std::uint32_t seed);

} // namespace opschaling::models
