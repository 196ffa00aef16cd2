#pragma once

#include "models/heat/cost_table.hpp"
#include "models/project/projects.hpp"
#include "models/warmtenet/warmtenet_parameters.hpp"

namespace opschaling::models {

/// Net present value of a warmtenet for those who have signed, past all homes that have had an
/// offer: what the warmtebedrijf earns less what it lays out, EUR (ruling 30).
/// `money_per_home` is what project and subsidy give the warmtebedrijf for each connection.
[[nodiscard]] double net_present_value(WarmtenetParameters const& parameters,
                                       CostTable const& costs, double pipe_per_home,
                                       double money_per_home, Project const& project);

} // namespace opschaling::models
