#include "models/installer/install.hpp"

#include "models/bewoner/ask.hpp"
#include "models/bewoner/schedule_moments.hpp"
#include "models/grid/connect.hpp"
#include "models/netbeheerder/gas_grid.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

sim::Column<HomeId, std::uint8_t>* ties_with(Homes& homes, HeatingSystem system) {
    switch (system) {
    case HeatingSystem::hybrid:
        return &homes.ties_hybrid;
    case HeatingSystem::heat_pump:
        return &homes.ties_heat_pump;
    case HeatingSystem::warmtenet:
        return &homes.ties_warmtenet;
    case HeatingSystem::gas_boiler:
        break;
    }
    return nullptr;
}

/// Who pays: national subsidy, the programme, and the owner (with the warmtebedrijf) for the rest.
/// The fee for a connection goes from owner to warmtebedrijf, which lays out the connection and the
/// source: what both lay out together has it once.
void pay(Turn& turn, WijkId wijk, Job const& job) {
    auto const id = sim::id_at<HomeId>(job.home);
    auto const& dwellings = turn.world.dwellings;
    auto const& geography = turn.world.geography;
    auto& state = turn.state;
    auto const& costs = turn.workspace.costs;
    auto const& offer = turn.workspace.offers[wijk];
    auto const heat_class = class_of(turn, job.home);
    bool const low_temperature = state.wijken.low_temperature[wijk] != 0;
    auto const regio = geography.regio_of_gemeente[geography.gemeente_of_wijk[wijk]];
    auto const tenure = dwellings.tenure[id];
    bool const rented = tenure == Tenure::corporatie || tenure == Tenure::private_rent;
    std::int64_t total = std::llround(costs.investment_in(heat_class, job.option, low_temperature) *
                                      state.installers.price_factor[regio]);
    std::int64_t fee{0};
    std::int64_t subsidy = std::min<std::int64_t>(
        total, std::llround(costs.subsidy_for(heat_class, job.option, rented, low_temperature)));
    if (job.option == HeatingSystem::warmtenet) {
        auto const& parameters = turn.parameters.warmtenet;
        auto const number = state.wijken.net[wijk];
        auto const kind = number == no_net ? SourceKind::local : state.nets[number].kind;
        double const power = turn.workspace.warmtebedrijf.kW_per_kWh *
                             static_cast<double>(useful_heat_of(turn, wijk, job.home));
        auto const laid_out = std::llround(
            parameters.connection_pipe.canonical() +
            power * parameters.source_by_power[static_cast<std::size_t>(kind)].canonical());
        total += laid_out;
        fee = std::llround(parameters.connection_fee.canonical() *
                           state.installers.price_factor[regio]);
        subsidy += std::llround(costs.net_subsidy);
        state.wijken.counts[wijk].net_cost += laid_out;
    }
    subsidy = std::min(subsidy, total);
    std::int64_t programme{0};
    if (job.by_project) {
        auto& project = state.projects[state.wijken.project[wijk]];
        --project.pending;
        if (is_gas_free(job.option)) {
            programme = std::min({project.contribution, total - subsidy, project.reserve});
            project.reserve -= programme;
            ++project.left_gas;
        }
    } else if (is_gas_free(job.option) && offer.standing_money > 0.0) {
        programme = std::min<std::int64_t>(std::llround(offer.standing_money), total - subsidy);
        turn.workspace.standing_spent[wijk] += programme;
    }
    auto& counts = state.wijken.counts[wijk];
    counts.total_cost += total - fee;
    counts.subsidy_cost += subsidy;
    counts.programme_cost += programme;
    counts.private_cost += total - fee - subsidy - programme;
}

/// A home that signed for a warmtenet and took something else no longer carries its net.
void withdraw_signature(Turn& turn, WijkId wijk) {
    --turn.state.projects[turn.state.wijken.project[wijk]].signed_up;
}

} // namespace

void tell_neighbours(Turn& turn, std::uint32_t home, HeatingSystem from, HeatingSystem to) {
    auto* const losing = ties_with(turn.state.homes, from);
    auto* const gaining = ties_with(turn.state.homes, to);
    for (auto const neighbour : turn.world.ties.neighbours(home)) {
        auto const id = sim::id_at<HomeId>(neighbour);
        if (losing != nullptr) {
            --(*losing)[id];
        }
        if (gaining != nullptr) {
            ++(*gaining)[id];
        }
    }
}

void install(Turn& turn, WijkId wijk, Job const& job, int now) {
    auto& state = turn.state;
    auto const id = sim::id_at<HomeId>(job.home);
    auto const from = state.homes.heating[id];
    auto const to = job.option;
    pay(turn, wijk, job);
    if (to == HeatingSystem::heat_pump || to == HeatingSystem::hybrid) {
        auto const& geography = turn.world.geography;
        state.installers.installed[geography.regio_of_gemeente[geography.gemeente_of_wijk[wijk]]] +=
            1.0;
    }

    auto& counts = state.wijken.counts[wijk];
    --counts.homes[static_cast<std::size_t>(from)];
    ++counts.homes[static_cast<std::size_t>(to)];
    ++counts.installed[static_cast<std::size_t>(to)];
    ++counts.granted;
    auto const before = use_of(turn, wijk, job.home, from);
    // A heat pump comes with the insulation that it needs, a net of low temperature too.
    state.homes.insulation[id] = insulation_of_class(turn.workspace.costs.class_under(
        class_of(turn, job.home), to, state.wijken.low_temperature[wijk] != 0));
    auto const counted = state.homes.connection[id];
    state.homes.connection[id] = heat_connection(turn.workspace.loads.counting, turn.world,
                                                 job.home, class_of(turn, job.home), counted);
    auto const after = use_of(turn, wijk, job.home, to);
    count_change(counts, before, after);

    if (is_gas_free(to) && !is_gas_free(from)) {
        remove_gas_connection(turn, wijk, job.home);
    }
    auto& bits = state.homes.progress[id];
    if (job.by_project && is_gas_free(to)) {
        bits |= progress::by_project;
        ++counts.gas_free_by_project;
    }
    if ((bits & progress::signed_up) != 0) {
        --counts.signed_up;
        if (to != HeatingSystem::warmtenet) {
            withdraw_signature(turn, wijk);
        }
    }
    bits &= static_cast<std::uint8_t>(~(progress::waiting | progress::signed_up));
    state.homes.heating[id] = to;
    state.homes.heater_fails[id] =
        is_gas_free(to) ? never
                        : schedule_failure(turn.parameters.heat, turn.seed,
                                           key_of_home(turn.world.geography, wijk, job.home), now);
    put_on_grid(turn, job.straat, change_of({from, counted}, {to, state.homes.connection[id]}));
    tell_neighbours(turn, job.home, from, to);
}

} // namespace opschaling::models
