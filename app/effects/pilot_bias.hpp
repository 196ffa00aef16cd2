#pragma once

#include "app/effects/effect_runs.hpp"

namespace opschaling::app {

/// Pilot bias (measurement.md 2.4): what pilots show against what comes of their approach at scale,
/// for the mean pilot and the showcase, shared out over seven causes by Shapley's values over all
/// 128 worlds of each; vital signs; what of it would surprise whoever scales.
[[nodiscard]] analysis::EffectResult effect_pilot_bias(EffectRuns& runs);

/// Scaling by chance (2.5): how often something worthless, or worth less than half of what its
/// pilot showed, is scaled, after 0 to 8 verifications, against the normal case.
[[nodiscard]] analysis::EffectResult effect_chance(EffectRuns& runs);

} // namespace opschaling::app
