#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <cstddef>
#include <cstdint>

namespace opschaling::models {

/// The place of a gemeente in the list of size classes, small class first.
[[nodiscard]] std::size_t size_class(Turn const& turn, GemeenteId gemeente);

/// Staff of a gemeente that can work on wijken and rules in a quarter, fte.
[[nodiscard]] double staff_of(Turn const& turn, GemeenteId gemeente, sim::Quarter quarter);

/// Shares of money and staff of the four routes in a quarter; they need not sum to 1.
[[nodiscard]] std::array<double, routes> route_shares(RijkParameters const& rijk,
                                                      sim::Quarter quarter);

/// The stable number of a gemeente for its dice: the least of its wijken's numbers.
[[nodiscard]] std::uint32_t key_of_gemeente(Geography const& geography, GemeenteId gemeente);

/// The fte that a project's full team has in its phase.
[[nodiscard]] double full_team(ProjectParameters const& parameters, Project const& project);

/// Staff that all running projects of the programme take in a gemeente at full strength, fte. A
/// proeftuin has its own grant and is not counted.
[[nodiscard]] double staff_busy(Turn const& turn, GemeenteId gemeente);

/// The place in the list of shares of the route that a project belongs to; nothing for a proeftuin.
[[nodiscard]] constexpr std::size_t route_of(ProjectOrigin origin) {
    return static_cast<std::size_t>(origin) - 1;
}

/// The other way round.
[[nodiscard]] constexpr ProjectOrigin origin_of(std::size_t route) {
    return static_cast<ProjectOrigin>(route + 1);
}

} // namespace opschaling::models
