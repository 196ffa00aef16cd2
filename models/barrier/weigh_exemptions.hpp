#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Legitimacy of getting round a barrier by an experiment: less as years pass and as more do so.
[[nodiscard]] double legitimacy_of(ExemptionParameters const& parameters, double years,
                                   double part_exempt);

/// Part of the other actors that puts up with it: their thresholds are lognormal.
[[nodiscard]] double acceptance_of(ExemptionParameters const& parameters, double part_exempt,
                                   double legitimacy);

/// Those who are not exempt weigh each barrier that others get round; the fewer accept it, the
/// sooner the exemption is withdrawn. Then all who used it stall and lose trust, and nobody gets it
/// again: only a rule takes the barrier away (model.md 1.10).
void weigh_exemptions(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
