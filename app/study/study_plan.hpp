#pragma once

#include "analysis/store/plan.hpp"
#include "app/study/make_world.hpp"
#include "scenarios/scenario.hpp"

#include <string>

namespace opschaling::app {

/// The study as the result file will tell it: everything that a reader of the figures must know.
[[nodiscard]] analysis::ResultPlan plan_study(scenarios::Study const& study, MadeWorld const& world,
                                              std::string const& command_line);

} // namespace opschaling::app
