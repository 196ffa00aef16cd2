#pragma once

#include "models/intervention/scan_interventions.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

/// Windows of interventions with all levels behind them; what is not there is null.
[[nodiscard]] std::string interventions_json(std::string const& world, double homes_of_pilot,
                                             std::vector<models::ScaleFinding> const& findings);

} // namespace opschaling::app
