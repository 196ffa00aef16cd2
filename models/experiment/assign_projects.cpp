#include "models/experiment/assign_projects.hpp"

#include "models/gemeente/plan_wijk.hpp"
#include "models/gemeente/screen_technology.hpp"
#include "models/gemeente/staff.hpp"
#include "models/gemeente/take_over.hpp"
#include "models/learning/judge_here.hpp"
#include "models/world/streams.hpp"
#include "sim/contract/expects.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

/// The project route that a throw lands on.
std::size_t route_at(ExperimentParameters const& experiment, double at) {
    auto const& mix = experiment.route_mix;
    double const all = mix[0].value() + mix[1].value() + mix[2].value();
    double sum{0.0};
    for (std::size_t route = 0; route + 1 < mix.size(); ++route) {
        sum += mix.at(route).value();
        if (at * all < sum) {
            return route;
        }
    }
    return mix.size() - 1;
}

/// Where a route starts from when each wijk must have a plan whatever others do: the nearest wijk
/// at work stands for the own one next door.
std::size_t source_of(Turn const& turn, RouteSource from, Receiver const& receiver,
                      Outlook const& outlook) {
    auto const& library = outlook.library;
    if (from == RouteSource::best) {
        return best_result(library);
    }
    if (from == RouteSource::own_next_door) {
        auto const own = std::ranges::find(library, receiver.gemeente, &KnownApproach::gemeente);
        if (own != library.end()) {
            return static_cast<std::size_t>(own - library.begin());
        }
    }
    return most_similar(turn.parameters.aanpak, mean_relevance(turn.parameters.aanpak), library,
                        receiver.site);
}

/// The plan of one wijk by a route, from what is known at this moment.
ProjectPlan plan_for(Turn const& turn, WijkId wijk, std::size_t route, Outlook const& outlook) {
    auto const& parameters = turn.parameters;
    auto const receiver = receiver_of(turn, wijk, 0);
    sim::Dice team{turn.seed, stream::assigned_team, receiver.site.wijk_key, 0};
    ProjectPlan plan{.wijk = wijk,
                     .origin = origin_of(route),
                     .approach = receiver.routine,
                     .plan_factor =
                         plan_factor(turn, turn.world.geography.gemeente_of_wijk[wijk], route),
                     .skill = parameters.project.team_spread * sim::normal(team),
                     .contribution = std::llround(parameters.rijk.contribution.canonical())};
    if (!outlook.library.empty()) {
        auto const from = static_cast<RouteSource>(parameters.route.starts_from[route]);
        auto const& source = outlook.library[source_of(turn, from, receiver, outlook)];
        plan.source = source.project;
        plan.approach = take_over(turn, turn.world.geography.gemeente_of_wijk[wijk], route,
                                  receiver, source, outlook.record);
    } else {
        plan.approach = with_technology_that_fits(turn, receiver, plan.approach,
                                                  JudgeHere{turn, receiver, outlook.record, true});
    }
    return plan;
}

} // namespace

Experiment assign_projects(Turn const& turn, std::span<std::uint8_t const> takes_part) {
    sim::expects(takes_part.size() == turn.world.wijken(), "who takes part is said of each wijk");
    auto const outlook = look_around(turn);
    double const spread =
        sim::in_years(turn.parameters.experiment.start_spread) * quarters_per_year;
    Experiment experiment;
    for (auto const wijk : eligible_sites(turn)) {
        if (takes_part[sim::position(wijk)] == 0) {
            continue;
        }
        sim::Dice dice{turn.seed, stream::assigned_start, turn.world.geography.wijk_key[wijk], 0};
        auto const wait = static_cast<int>(std::floor(dice.uniform() * spread));
        auto const route = route_at(turn.parameters.experiment, dice.uniform());
        experiment.projects.push_back(
            {.plan = plan_for(turn, wijk, route, outlook),
             .starts = static_cast<std::uint16_t>(turn.state.quarter + wait)});
    }
    return experiment;
}

} // namespace opschaling::models
