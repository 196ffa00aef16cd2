#pragma once

#include "app/effects/effect_runs.hpp"

namespace opschaling::app {

/// Net benefit of residual heat by the size of the unit that decides together (measurement.md 2.6),
/// with the smallest sure size, what a pilot of 760 homes cannot see, and each bound with its cause
/// taken away. Needs no runs.
[[nodiscard]] analysis::EffectResult effect_rightscaling(EffectRuns& runs);

} // namespace opschaling::app
