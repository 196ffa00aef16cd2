#pragma once

#include "models/experiment/experiment.hpp"

#include <cstdint>
#include <span>

namespace opschaling::models {

/// The wijkaanpakken of the wijken that take part (an entry a wijk, 1 or 0), as they would be
/// whoever else takes part: quarter, route, approach, team and money of a wijk depend on the state
/// at this moment and on throws of its own.
[[nodiscard]] Experiment assign_projects(Turn const& turn,
                                         std::span<std::uint8_t const> takes_part);

} // namespace opschaling::models
