#pragma once

#include "app/canvas/weigh_pilot.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

/// The canvas of a pilot for other programs: what it is, what each subject is worth, what it does.
[[nodiscard]] std::string canvas_json(scenarios::Pilot const& pilot,
                                      std::vector<SetLever> const& levers,
                                      WeighedPilot const& weighed);

} // namespace opschaling::app
