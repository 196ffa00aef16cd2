#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <optional>
#include <span>

namespace opschaling::models {

/// The wijk that a gemeente takes next: where most energy is, among those where a project can
/// begin; when `near` names projects, only wijken next to theirs.
[[nodiscard]] std::optional<WijkId> next_wijk(Turn const& turn, GemeenteId gemeente,
                                              std::span<std::uint32_t const> near);

/// Once a year gemeenten with free staff decide for each route with money whether to begin a wijk.
/// Where the money does not reach, a lot decides who goes first.
void choose_wijken(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
