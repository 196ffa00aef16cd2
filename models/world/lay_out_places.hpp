#pragma once

#include "models/world/buurt_table.hpp"
#include "models/world/world.hpp"
#include "models/world/world_parameters.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::models {

/// The places of the world in order of code: regio's, netbeheerders, gemeenten, wijken and how many
/// homes, straten and stations each has. `order` holds the rows of the table in that order.
[[nodiscard]] Geography lay_out_places(BuurtTable const& table,
                                       std::vector<std::uint32_t> const& order,
                                       WorldParameters const& parameters);

} // namespace opschaling::models
