#pragma once

#include "models/aanpak/compose.hpp"
#include "models/learning/pick_example.hpp"
#include "models/world/turn.hpp"

#include <optional>
#include <span>
#include <vector>

namespace opschaling::models {

/// The whole approaches that a gemeente hears of: its own and what was published.
[[nodiscard]] std::vector<KnownApproach> heard_by(GemeenteId gemeente,
                                                  std::span<KnownApproach const> library);

/// From where a wijk starts that does not extend an own project. Nothing was heard of, or the rule
/// for examples asks to wait: nothing.
[[nodiscard]] std::optional<Example> from_elsewhere(Turn const& turn, GemeenteId gemeente,
                                                    WijkId wijk, RouteSource from,
                                                    std::span<KnownApproach const> heard);

/// Takes over the approach of a source and works on it as far as the route does: errors of copying,
/// swaps, modules made to measure; where a rule sets a standard contract, that.
[[nodiscard]] Approach take_over(Turn const& turn, GemeenteId gemeente, std::size_t route,
                                 Receiver const& receiver, KnownApproach const& source,
                                 TechnologyRecord const& record);

/// Plan work of a route in a gemeente against a plan from scratch.
[[nodiscard]] double plan_factor(Turn const& turn, GemeenteId gemeente, std::size_t route);

} // namespace opschaling::models
