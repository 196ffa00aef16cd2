#pragma once

#include "models/world/parameters.hpp"
#include "scenarios/workshop/workshop.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::app {

/// The parameters of each draw: the base, with every uncertain parameter at its own place in its
/// plausible range. A Latin hypercube: each of as many slices as there are draws is met once.
[[nodiscard]] std::vector<models::Parameters>
draw_parameters(models::Parameters const& base,
                std::span<scenarios::UncertainParameter const> uncertain, int draws,
                std::uint32_t seed);

/// The parameters with the stops laid over them, lever by lever.
[[nodiscard]] models::Parameters
at_stops(models::Parameters base, scenarios::LeverSet const& levers, scenarios::Stops const& stops);

} // namespace opschaling::app
