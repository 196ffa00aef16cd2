#include "models/warmtenet/lay_mains.hpp"

#include "models/koppelkans/couple_works.hpp"
#include "models/warmtenet/signed_straten.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

/// Metres: no straat asks more.
constexpr double longest_main{30'000.0};

std::vector<double> homes_by_regio(World const& world) {
    auto const& geography = world.geography;
    std::vector<double> homes(world.regios());
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const regio = geography.regio_of_gemeente[geography.gemeente_of_wijk[wijk]];
        homes[sim::position(regio)] += geography.homes_of_wijk.count(wijk);
    }
    return homes;
}

/// Projects with a net, the oldest net first, then by the wijk's own number.
std::vector<std::uint32_t> in_order_of_decision(Turn const& turn) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t p = 0; p < turn.state.projects.size(); ++p) {
        if (turn.state.projects[p].net_built) {
            order.push_back(p);
        }
    }
    auto const rank = [&](std::uint32_t p) {
        auto const wijk = sim::id_at<WijkId>(turn.state.projects[p].wijk);
        auto const net = turn.state.wijken.net[wijk];
        return std::tuple{net == no_net ? std::uint16_t{0} : turn.state.nets[net].decided,
                          turn.world.geography.wijk_key[wijk]};
    };
    std::ranges::sort(order, {}, rank);
    return order;
}

void connect_who_signed(Turn& turn, Project& project, StraatId straat, int now) {
    auto const wijk = turn.world.geography.wijk_of_straat[straat];
    auto& counts = turn.state.wijken.counts[wijk];
    auto const& homes_of_straat = turn.world.geography.homes_of_straat;
    for (auto home = homes_of_straat.begin(straat); home < homes_of_straat.end(straat); ++home) {
        auto& bits = turn.state.homes.progress[sim::id_at<HomeId>(home)];
        if ((bits & progress::signed_up) == 0 || (bits & progress::waiting) != 0) {
            continue;
        }
        bits |= progress::waiting;
        ++counts.asked;
        ++project.pending;
        turn.workspace.new_jobs[sim::position(wijk)].push_back(
            {.home = home,
             .straat = static_cast<std::uint32_t>(straat),
             .asked = static_cast<std::uint16_t>(now),
             .option = HeatingSystem::warmtenet,
             .broken = false,
             .by_project = true});
    }
}

void lay_main(Turn& turn, Project& project, StraatId straat, int now) {
    auto const wijk = turn.world.geography.wijk_of_straat[straat];
    double const metres = static_cast<double>(main_in(turn.world.geography, straat));
    double const paid = 1.0 - static_cast<double>(couplings_of(turn, project).dig_saved);
    auto const cost =
        std::llround(metres * turn.parameters.warmtenet.pipe_per_metre.canonical() * paid);
    auto& counts = turn.state.wijken.counts[wijk];
    counts.private_cost += cost;
    counts.total_cost += cost;
    counts.net_cost += cost;
    turn.state.straten.pipe[straat] = Pipe::laid;
    if (auto const n = turn.state.wijken.net[wijk]; n != no_net) {
        ++turn.state.nets[n].straten;
        turn.state.nets[n].metres += static_cast<float>(metres);
    }
    connect_who_signed(turn, project, straat, now);
}

/// Mains for the straten of a project of which the signatures carry their own, as long as the
/// source has room.
void order_straten_that_pay(Turn& turn, Project const& project) {
    auto const number = turn.state.wijken.net[sim::id_at<WijkId>(project.wijk)];
    if (number == no_net) {
        return;
    }
    auto const& net = turn.state.nets[number];
    for (auto const& straat : signed_straten(turn, project)) {
        if (value_of_straat(turn, straat, net.kind) <= 0.0) {
            continue;
        }
        if (net.source != no_source) {
            auto plan = straat.plan;
            plan.kind = net.kind;
            auto const power =
                source_power(turn.parameters.warmtenet, turn.workspace.warmtebedrijf, plan);
            auto& source = turn.state.net_sources[net.source];
            if (power > source.left()) {
                continue;
            }
            source.used += static_cast<float>(power);
        }
        turn.state.straten.pipe[straat.straat] = Pipe::ordered;
    }
}

} // namespace

void order_mains(Turn& turn) {
    for (auto const p : in_order_of_decision(turn)) {
        order_straten_that_pay(turn, turn.state.projects[p]);
    }
}

void lay_mains(Turn& turn, sim::Quarter quarter) {
    auto const& geography = turn.world.geography;
    auto const& parameters = turn.parameters.warmtenet;
    auto const order = in_order_of_decision(turn);
    double const national =
        sim::value_at(parameters.mains_per_year, quarter.midpoint() - 0.5) / quarters_per_year;
    auto& left = turn.state.metres_to_lay;
    auto const homes = homes_by_regio(turn.world);
    for (std::size_t r = 0; r < turn.world.regios(); ++r) {
        auto const regio = sim::id_at<RegioId>(r);
        double const capacity = national * turn.world.share_of_country * homes[r] /
                                static_cast<double>(turn.world.homes());
        // What is left can be used within a year, or is kept until it reaches for a whole straat.
        left[regio] =
            std::min(left[regio], std::max(quarters_per_year * capacity, longest_main)) + capacity;
    }
    std::vector<bool> full(turn.world.regios(), false);
    for (auto const p : order) {
        auto& project = turn.state.projects[p];
        auto const site = sim::id_at<WijkId>(project.wijk);
        auto const regio = geography.regio_of_gemeente[geography.gemeente_of_wijk[site]];
        for (auto const straat : straten_reached(geography, project)) {
            if (turn.state.straten.pipe[straat] != Pipe::ordered) {
                continue;
            }
            double const metres = static_cast<double>(main_in(geography, straat));
            if (full[sim::position(regio)] || left[regio] < metres) {
                full[sim::position(regio)] = true;
                continue;
            }
            left[regio] -= metres;
            lay_main(turn, project, straat, quarter.index());
        }
    }
}

} // namespace opschaling::models
