#include "app/sweep/sweep_runs.hpp"

#include "app/sweep/outcomes.hpp"
#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace opschaling::app {

/// Runs that share the parameters of their history, by their place in the plan.
struct SweepRuns::Group {
    Batch batch;
    std::vector<std::size_t> runs;
};

std::vector<SweepRuns::Group> SweepRuns::groups_of(std::span<std::size_t const> runs) const {
    auto const& plan = sweep_.plan;
    auto const& experiment = sweep_.experiment;
    auto const with_point = [&](models::Parameters const& parameters, std::size_t point) {
        return scenarios::with_point(parameters, experiment.inputs, plan.design.point(point));
    };
    std::vector<Group> groups;
    std::map<std::size_t, std::size_t> group_of_point;
    for (auto const run : runs) {
        auto const point = plan.point_of(run);
        auto const [found, is_new] = group_of_point.try_emplace(
            plan.changes_history ? point : std::size_t{0}, groups.size());
        if (is_new) {
            groups.push_back({.batch = batch_of(experiment.study, sweep_.world.world), .runs = {}});
            if (plan.changes_history) {
                groups.back().batch.history = with_point(experiment.study.parameters, point);
            }
        }
        auto& group = groups[found->second];
        auto const& policy = experiment.policies[plan.policy_of(run)];
        group.batch.runs.push_back({.replication = plan.dice_of(run),
                                    .parameters = std::make_shared<models::Parameters const>(
                                        with_point(policy.parameters, point))});
        group.runs.push_back(run);
    }
    return groups;
}

std::size_t SweepRuns::quarters_of(std::span<std::size_t const> runs) const {
    // Without parameters, so that counting costs no memory.
    auto const& plan = sweep_.plan;
    std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> histories;
    for (auto const run : runs) {
        histories[{plan.changes_history ? plan.point_of(run) : 0, plan.dice_of(run)}] += 1;
    }
    auto const& horizon = sweep_.experiment.study.horizon;
    auto const length = [](sim::Quarter from, sim::Quarter to) {
        return static_cast<std::size_t>(std::max(0, to.index() - from.index()));
    };
    return histories.size() * length(horizon.first, horizon.branch) +
           runs.size() * length(std::max(horizon.first, horizon.branch), horizon.last.next());
}

std::size_t SweepRuns::at_once() const {
    constexpr std::size_t homes_in_flight{20'000'000};
    constexpr std::size_t enough{512};
    auto const homes = std::max<std::size_t>(1, sweep_.world.world->homes());
    return std::max(4 * sim::available_threads(), std::min(enough, homes_in_flight / homes));
}

void SweepRuns::run(std::span<std::size_t const> runs, TakeRun const& take,
                    std::atomic<bool> const& stop, Progress& progress) const {
    auto const& plan = sweep_.plan;
    auto const groups = groups_of(runs);
    auto const& experiment = sweep_.experiment;
    sim::run_concurrently(groups.size(), [&](std::size_t g) {
        auto const& group = groups[g];
        auto const outcome = [&](FinishedRun const& run) {
            analysis::SweptRun swept{.run = group.runs[run.run],
                                     .status = analysis::RunStatus::done,
                                     .outcomes = measure_outcomes(experiment.outcomes, run.shape,
                                                                  run.figures,
                                                                  experiment.study.horizon.branch),
                                     .kept = sim::RunResult::of_shape(plan.kept),
                                     .seconds = 0.0,
                                     .reason = {}};
            for (double const spent : run.simulation.phase_seconds()) {
                swept.seconds += spent;
            }
            take(std::move(swept));
            return std::vector<double>{1.0};
        };
        auto const result = run_batch(group.batch, outcome, stop, progress);
        for (std::size_t i = 0; i < group.runs.size(); ++i) {
            if (!result.failures[i].empty()) {
                take(analysis::empty_run(plan, group.runs[i], analysis::RunStatus::failed,
                                         result.failures[i]));
            }
        }
    });
}

} // namespace opschaling::app
