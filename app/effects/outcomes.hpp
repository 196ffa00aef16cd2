#pragma once

#include "analysis/effects/effect_result.hpp"
#include "app/study/run_batch.hpp"

#include <string>
#include <vector>

namespace opschaling::app {

/// What is counted of a run in every experiment on the whole and its parts.
struct CountedOutcome {
    std::string key;
    analysis::BothLanguages label;
};

/// Gas-free homes at the end, home-years without gas, cost (all, and public), the peaks of stations
/// and substations, energy above capacity, and home-years of waiting; flows since the branch.
[[nodiscard]] std::vector<CountedOutcome> const& counted_outcomes();

/// Their values in a run, in that order.
[[nodiscard]] std::vector<double> count_outcomes(FinishedRun const& run, sim::Quarter branch,
                                                 sim::Quarter last);

} // namespace opschaling::app
