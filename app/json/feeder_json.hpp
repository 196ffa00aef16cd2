#pragma once

#include "scenarios/feeder/check_feeder.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

[[nodiscard]] std::string feeder_json(scenarios::Feeder const& feeder,
                                      scenarios::FeederDay const& day,
                                      std::vector<scenarios::SolutionCheck> const& checks);

} // namespace opschaling::app
