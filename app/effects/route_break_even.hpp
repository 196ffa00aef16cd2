#pragma once

#include "analysis/effects/effect_result.hpp"
#include "app/effects/effect_runs.hpp"
#include "app/effects/route_mixtures.hpp"

#include <array>
#include <vector>

namespace opschaling::app {

/// Gas-free homes at the end of each year from the branch on.
[[nodiscard]] std::vector<double> homes_by_year(FinishedRun const& run,
                                                scenarios::Horizon const& horizon);

/// Such a path for each pure route and replication.
using PurePaths = std::array<std::vector<std::vector<double>>, route_count>;

/// From which year on institutionalisering has brought more than each other route, for good: in
/// homes and in home-years since the branch, discounted or not, and in homes at half and twice the
/// money; how often never; and its lead year by year. `paths` are those at the study's own money;
/// the others are run here, in as many replications.
[[nodiscard]] std::vector<analysis::EffectTable> break_even_tables(EffectRuns& runs,
                                                                   PurePaths const& paths);

} // namespace opschaling::app
