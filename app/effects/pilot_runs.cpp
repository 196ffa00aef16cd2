#include "app/effects/pilot_runs.hpp"

#include "analysis/statistics/moments.hpp"
#include "app/study/read_figures.hpp"
#include "models/world/state.hpp"

#include <algorithm>

namespace opschaling::app {

namespace {

/// Cost in the sites that count, since the experiment began, from the yearly series of wijken.
double cost_of_sites(FinishedRun const& run, models::Experiment const& experiment) {
    auto const& world = run.simulation.world();
    auto const last = sim::Quarter::at(run.simulation.next_quarter().index() - 1);
    double cost{0.0};
    for (auto const* name : {"wijk_public_cost", "wijk_private_cost"}) {
        auto const series = series_named(run.shape, name);
        for (auto const& site : experiment.evaluated) {
            for (auto const wijk : world.geography.sites.wijken(site.site)) {
                cost += sum_over(run.shape, run.figures, series, sim::position(wijk),
                                 sim::Quarter::at(experiment.began), last);
            }
        }
    }
    return cost;
}

} // namespace

BatchRun run_of(EffectRuns const& runs, std::uint32_t replication,
                models::PilotWorld const& world) {
    auto parameters = std::make_shared<models::Parameters>(runs.study().parameters);
    return {.replication = replication,
            .parameters = parameters,
            .enter =
                [world, parameters](models::Simulation& simulation) {
                    simulation.begin_experiment([&](models::Turn const& turn) {
                        return models::make_pilot_world(turn, world);
                    });
                    auto withheld = *parameters;
                    models::withhold(withheld, world);
                    simulation.adopt(withheld);
                },
            .draw = {}};
}

BatchRun run_of(EffectRuns const& runs, std::uint32_t replication,
                models::Followers const& followers) {
    return {.replication = replication,
            .parameters = std::make_shared<models::Parameters const>(runs.study().parameters),
            .enter = {},
            .draw = [followers](models::Turn const& turn) {
                return models::follow_pilot(turn, followers);
            }};
}

std::vector<double> gains(FinishedRun const& run) {
    auto const* experiment = run.simulation.experiment();
    std::vector<double> of_sites;
    for (auto const& site : experiment->evaluated) {
        of_sites.push_back(models::gain_of(run.simulation.world(), run.simulation.state(), site));
    }
    return of_sites;
}

std::vector<double> gain_and_cost(FinishedRun const& run) {
    auto const& experiment = *run.simulation.experiment();
    auto const& world = run.simulation.world();
    double left{0.0};
    for (auto const& site : experiment.evaluated) {
        left += models::gain_of(world, run.simulation.state(), site) *
                models::homes_of_site(world, run.simulation.state(), site.site);
    }
    return {analysis::mean(gains(run)), cost_of_sites(run, experiment) / std::max(1.0, left)};
}

std::uint32_t best_of_pilots(std::vector<double> const& gains) {
    return static_cast<std::uint32_t>(std::ranges::max_element(gains) - gains.begin());
}

std::vector<std::vector<double>> gains_of_pilots(EffectRuns& runs, Round round) {
    std::vector<BatchRun> batch;
    for (std::uint32_t r = round.from; r < round.to; ++r) {
        batch.push_back(run_of(runs, r, models::all_as_pilot));
    }
    return runs.run(round.part("pilots"), std::move(batch), gains);
}

} // namespace opschaling::app
