#include "models/bewoner/ask.hpp"

#include "models/bewoner/schedule_moments.hpp"
#include "models/warmtenet/lay_mains.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr double mean_demand{128.0};

/// What ties are held against.
struct Circle {
    double threshold{0.0}; ///< share of ties that must have an option before it counts
    unsigned degree{0};
};

/// The threshold belongs to the household, so it is drawn when asked for instead of kept; and it is
/// asked for, like the number of ties, only where enough of them have an option.
Circle circle_of(WijkTurn const& here, std::uint32_t home,
                 std::array<unsigned, heating_systems> const& ties) {
    auto const& bewoner = here.turn.parameters.bewoner;
    if (std::ranges::max(ties) < static_cast<unsigned>(bewoner.ties_needed)) {
        return {};
    }
    auto const moves = here.turn.state.homes.moves[sim::id_at<HomeId>(home)];
    return {.threshold = draw_threshold(bewoner, here.turn.seed, here.key(home), moves) / 255.0,
            .degree = static_cast<unsigned>(here.turn.world.ties.neighbours(home).size())};
}

} // namespace

Chooser chooser_of(WijkTurn const& here, std::uint32_t straat, std::uint32_t home, bool broken) {
    auto const& dwellings = here.turn.world.dwellings;
    auto const& homes = here.turn.state.homes;
    auto const id = sim::id_at<HomeId>(home);
    auto const& geography = here.turn.world.geography;
    auto const regio = geography.regio_of_gemeente[geography.gemeente_of_wijk[here.wijk]];
    std::array<unsigned, heating_systems> const ties{
        0, homes.ties_hybrid[id], homes.ties_heat_pump[id], homes.ties_warmtenet[id]};
    auto const circle = circle_of(here, home, ties);
    return {.tenure = dwellings.tenure[id],
            .heat_class = class_of(here.turn, home),
            .demand = demand_of(here.turn, here.wijk, home),
            .household = homes.household[id],
            .threshold = circle.threshold,
            .ties = ties,
            .degree = circle.degree,
            .current = homes.heating[id],
            .broken = broken,
            .reached = (homes.progress[id] & progress::reached) != 0,
            .main = has_main(here.turn.state, sim::id_at<StraatId>(straat)),
            .price_factor = here.turn.state.installers.price_factor[regio]};
}

void ask_for(WijkTurn const& here, std::uint32_t straat, std::uint32_t home, HeatingSystem option,
             bool broken) {
    auto& state = here.turn.state;
    auto const id = sim::id_at<HomeId>(home);
    auto const& offer = here.offer();
    bool const on_offer =
        offer.open && option == offer.option && (state.homes.progress[id] & progress::reached) != 0;
    if (option == HeatingSystem::warmtenet && on_offer) {
        auto const project = state.wijken.project[here.wijk];
        if ((state.homes.progress[id] & progress::signed_up) == 0) {
            auto& p = state.projects[project];
            ++p.signed_up;
        }
        if (!has_main(state, sim::id_at<StraatId>(straat))) {
            if ((state.homes.progress[id] & progress::signed_up) == 0) {
                state.homes.progress[id] |= progress::signed_up;
                ++here.counts().signed_up;
            }
            if (broken) {
                state.homes.heater_fails[id] = quarters_later(
                    here.now, 4.0 * sim::in_years(here.turn.parameters.bewoner.bridging_time));
            }
            return;
        }
    }
    state.homes.progress[id] |= progress::waiting;
    ++here.counts().asked;
    if (on_offer) {
        ++state.projects[state.wijken.project[here.wijk]].pending;
    }
    here.turn.workspace.new_jobs[sim::position(here.wijk)].push_back(
        {.home = home,
         .straat = straat,
         .asked = static_cast<std::uint16_t>(here.now),
         .option = option,
         .broken = broken,
         .by_project = on_offer});
}

void replace_like_for_like(Turn& turn, WijkId wijk, std::uint32_t home, int now) {
    auto const id = sim::id_at<HomeId>(home);
    bool const hybrid = turn.state.homes.heating[id] == HeatingSystem::hybrid;
    auto const system = static_cast<std::size_t>(turn.state.homes.heating[id]);
    auto const cost = std::llround(turn.workspace.costs.investment[class_of(turn, home)][system]);
    auto& counts = turn.state.wijken.counts[wijk];
    counts.private_cost += cost;
    counts.total_cost += cost;
    ++counts.boilers_replaced;
    turn.workspace.boiler_days[wijk] += static_cast<float>(
        (hybrid ? turn.parameters.installer.hybrid_days : turn.parameters.installer.boiler_days)
            .canonical() /
        24.0);
    turn.state.homes.heater_fails[id] = schedule_failure(
        turn.parameters.heat, turn.seed, key_of_home(turn.world.geography, wijk, home), now);
}

std::size_t class_of(Turn const& turn, std::uint32_t home) {
    auto const id = sim::id_at<HomeId>(home);
    auto const& dwellings = turn.world.dwellings;
    return heat_class(dwellings.shape[id], dwellings.period[id], turn.state.homes.insulation[id]);
}

double demand_of(Turn const& turn, WijkId wijk, std::uint32_t home) {
    return turn.world.dwellings.demand_factor[sim::id_at<HomeId>(home)] / mean_demand *
           static_cast<double>(turn.state.wijken.behaviour[wijk]);
}

std::int64_t useful_heat_of(Turn const& turn, WijkId wijk, std::uint32_t home) {
    return std::llround(turn.workspace.costs.heat[class_of(turn, home)].useful() *
                        demand_of(turn, wijk, home));
}

Use use_of(Turn const& turn, WijkId wijk, std::uint32_t home, HeatingSystem system) {
    auto const c = class_of(turn, home);
    auto const& costs = turn.workspace.costs;
    double const demand = demand_of(turn, wijk, home);
    auto const s = static_cast<std::size_t>(system);
    return {.gas = std::llround(costs.gas[c][s] * demand),
            .electricity = std::llround(costs.electricity[c][s] * demand),
            .net_heat = system == HeatingSystem::warmtenet
                            ? std::llround(costs.heat[c].useful() * demand)
                            : 0,
            .ready = !is_gas_free(system) && costs.heat[c].fits_heat_pump ? 1 : 0};
}

void count_change(Counts& counts, Use const& before, Use const& after) {
    counts.gas += after.gas - before.gas;
    counts.electricity += after.electricity - before.electricity;
    counts.net_heat += after.net_heat - before.net_heat;
    counts.ready += after.ready - before.ready;
}

} // namespace opschaling::models
