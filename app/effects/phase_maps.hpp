#pragma once

#include "analysis/effects/effect_result.hpp"
#include "app/effects/effect_runs.hpp"

#include <vector>

namespace opschaling::app {

/// Where circulatie brings more homes than replicatie at equal money and staff, and where fewer:
/// over how much wijken differ and how tightly modules hang together, and over that difference and
/// what planning costs (measurement.md 2.8). Two replications a cell at most.
[[nodiscard]] std::vector<analysis::EffectTable> phase_maps(EffectRuns& runs);

} // namespace opschaling::app
