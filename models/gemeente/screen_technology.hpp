#pragma once

#include "models/aanpak/compose.hpp"
#include "models/world/turn.hpp"

namespace opschaling::models {

/// Whether mains could pay for themselves in the wijken of a site when as many sign as is hoped for
/// (`warmtenet.uptake_at_door`): what a gemeente finds out beforehand. Source and transport, which
/// hang on how many wijken take part, are left out.
[[nodiscard]] bool mains_could_pay(Turn const& turn, WijkId site);

/// The approach with the all-electric technology that promises most in the place of a warmtenet
/// whose mains could not pay there; else as it was.
[[nodiscard]] Approach with_technology_that_fits(Turn const& turn, Receiver const& receiver,
                                                 Approach const& approach, Judge const& judge);

} // namespace opschaling::models
