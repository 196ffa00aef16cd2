#include "app/sweep/summarise_sweep.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace opschaling::app {

namespace {

OutcomeSummary summarise(analysis::SweepFile const& file, std::vector<double> const& values,
                         std::size_t policy) {
    constexpr auto nothing = std::numeric_limits<double>::quiet_NaN();
    OutcomeSummary summary{.mean = nothing, .lowest = nothing, .highest = nothing};
    double sum{0.0};
    std::size_t count{0};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (file.plan().policy_of(file.runs()[i]) != policy || !std::isfinite(values[i])) {
            continue;
        }
        summary.lowest = std::fmin(summary.lowest, values[i]);
        summary.highest = std::fmax(summary.highest, values[i]);
        sum += values[i];
        ++count;
    }
    if (count > 0) {
        summary.mean = sum / static_cast<double>(count);
    }
    return summary;
}

} // namespace

SweepSummary summarise_sweep(analysis::SweepFile const& file) {
    auto const count = [&](analysis::RunStatus wanted) {
        return static_cast<std::size_t>(std::ranges::count(file.statuses(), wanted));
    };
    SweepSummary summary{.done = count(analysis::RunStatus::done),
                         .failed = count(analysis::RunStatus::failed),
                         .skipped = count(analysis::RunStatus::skipped),
                         .outcomes = {}};
    for (auto const& outcome : file.plan().outcomes) {
        auto const values = file.outcome(outcome.name);
        auto& policies = summary.outcomes.emplace_back();
        for (std::size_t policy = 0; policy < file.plan().policies(); ++policy) {
            policies.push_back(summarise(file, values, policy));
        }
    }
    return summary;
}

} // namespace opschaling::app
