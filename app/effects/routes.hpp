#pragma once

#include "app/effects/effect_runs.hpp"

namespace opschaling::app {

/// All 35 mixtures of the four routes in quarters at equal money and staff (measurement.md 2.8):
/// homes, cost and spread of each, the best mixture against the best pure route, synergy, and the
/// shares of routes by Shapley over which are at hand. Endogenous choice and rationing are on.
[[nodiscard]] analysis::EffectResult effect_routes(EffectRuns& runs);

/// The value of learning (2.7): the programme as it is against one in which results are not seen,
/// on common random numbers.
[[nodiscard]] analysis::EffectResult effect_learning(EffectRuns& runs);

} // namespace opschaling::app
