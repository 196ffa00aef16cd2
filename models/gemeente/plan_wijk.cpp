#include "models/gemeente/plan_wijk.hpp"

#include "models/gemeente/choose_wijken.hpp"
#include "models/gemeente/staff.hpp"
#include "models/gemeente/take_over.hpp"
#include "models/world/streams.hpp"
#include "sim/random/dice.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace opschaling::models {

namespace {

/// Homes served so far by the chain of projects that grew into one another.
double homes_in_chain(Turn const& turn, std::uint32_t project) {
    double homes{0.0};
    while (project != no_project) {
        auto const& link = turn.state.projects[project];
        homes += link.homes;
        project = link.grown ? link.source : no_project;
    }
    return homes;
}

/// A wijk next to an own project and that project.
struct NextDoor {
    WijkId wijk;
    std::uint32_t project;
};

std::optional<NextDoor> next_door(Turn const& turn, GemeenteId gemeente, Outlook const& outlook) {
    auto const& own = outlook.own[sim::position(gemeente)];
    if (own.empty()) {
        return std::nullopt;
    }
    auto const wijk = next_wijk(turn, gemeente, own);
    if (!wijk) {
        return std::nullopt;
    }
    auto const neighbours = turn.world.geography.sites.neighbours.neighbours(sim::position(*wijk));
    auto const beside = std::ranges::find_if(own, [&](std::uint32_t p) {
        return std::ranges::find(neighbours, turn.state.projects[p].wijk) != neighbours.end();
    });
    return beside == own.end() ? std::nullopt : std::optional{NextDoor{*wijk, *beside}};
}

/// A new team of the gemeente: the pool is as large as its staff, best people first.
double skill_of_next_team(Turn const& turn, GemeenteId gemeente, double staff) {
    auto const teams = static_cast<std::uint32_t>(
        std::max(turn.parameters.gemeente.smallest_pool, std::ceil(staff)));
    return skill_at_rank(turn.parameters.project, turn.state.gemeenten.projects_started[gemeente],
                         teams);
}

/// A wijk of the gemeente drawn by lot, whatever energy or trust there is.
std::optional<WijkId> wijk_by_lot(Turn const& turn, GemeenteId gemeente) {
    auto const& wijken = turn.world.geography.wijken_of_gemeente;
    std::optional<WijkId> drawn;
    std::uint32_t least{0};
    for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        if (!can_begin(turn, wijk)) {
            continue;
        }
        auto const lot =
            sim::Dice{turn.seed, stream::verification, turn.world.geography.wijk_key[wijk],
                      static_cast<std::uint32_t>(turn.state.quarter)}
                .word();
        if (!drawn || lot < least) {
            drawn = wijk;
            least = lot;
        }
    }
    return drawn;
}

} // namespace

Outlook look_around(Turn const& turn) {
    Outlook outlook{.library = library_of(turn),
                    .record = record_of(turn),
                    .peers = std::vector<double>(turn.world.regios(), 0.0),
                    .own = std::vector<std::vector<std::uint32_t>>(turn.world.gemeenten())};
    // In an order that does not depend on how places are stored.
    std::ranges::sort(outlook.library, {}, [](KnownApproach const& known) {
        return std::tuple{known.key, known.project};
    });
    std::vector<double> gemeenten(turn.world.regios(), 0.0);
    for (auto const& known : outlook.library) {
        outlook.own[known.gemeente].push_back(known.project);
    }
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const regio =
            sim::position(turn.world.geography.regio_of_gemeente[sim::id_at<GemeenteId>(g)]);
        gemeenten[regio] += 1.0;
        outlook.peers[regio] += outlook.own[g].empty() ? 0.0 : 1.0;
    }
    for (std::size_t r = 0; r < outlook.peers.size(); ++r) {
        outlook.peers[r] /= std::max(1.0, gemeenten[r]);
    }
    return outlook;
}

std::optional<ProjectPlan> plan_wijk(Turn const& turn, GemeenteId gemeente, std::size_t route,
                                     double staff, Outlook const& outlook) {
    auto const& parameters = turn.parameters;
    auto const from = static_cast<RouteSource>(parameters.route.starts_from[route]);
    ProjectPlan plan{.origin = origin_of(route), .plan_factor = plan_factor(turn, gemeente, route)};
    plan.whole = parameters.route.swaps[route] == 0 && parameters.route.tries[route] == 0;
    KnownApproach source;
    if (from == RouteSource::own_next_door) {
        auto const found = next_door(turn, gemeente, outlook);
        if (!found) {
            return std::nullopt;
        }
        auto const known =
            std::ranges::find(outlook.library, found->project, &KnownApproach::project);
        source = *known;
        auto const& project = turn.state.projects[found->project];
        double const grown =
            homes_in_chain(turn, found->project) + homes_present(turn, found->wijk);
        double const first = std::max(1.0, static_cast<double>(project.homes));
        plan.wijk = found->wijk;
        plan.grown = true;
        plan.skill = static_cast<double>(project.skill) -
                     parameters.route.overload * std::log(grown / first);
    } else {
        auto wijk = next_wijk(turn, gemeente, {});
        if (!wijk) {
            return std::nullopt;
        }
        auto const heard = heard_by(gemeente, outlook.library);
        auto const example = from_elsewhere(turn, gemeente, *wijk, from, heard);
        if (!example) {
            return std::nullopt;
        }
        if (example->to_verify) {
            wijk = wijk_by_lot(turn, gemeente);
            plan.verifies = true;
        }
        plan.wijk = *wijk;
        plan.skill = skill_of_next_team(turn, gemeente, staff);
        source = heard[example->place];
    }
    plan.source = source.project;
    plan.approach =
        take_over(turn, gemeente, route, receiver_of(turn, plan.wijk, 0), source, outlook.record);
    return plan;
}

} // namespace opschaling::models
