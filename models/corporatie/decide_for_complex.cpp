#include "models/corporatie/decide_for_complex.hpp"

#include "models/bewoner/insulate.hpp"
#include "models/bewoner/schedule_moments.hpp"
#include "models/warmtenet/lay_mains.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace opschaling::models {

namespace {

/// Homes of one tenure in a straat that still burn gas and have not asked for anything.
std::vector<std::uint32_t> homes_on_gas(WijkTurn const& here, std::uint32_t straat, Tenure tenure) {
    auto const& geography = here.turn.world.geography;
    auto const& homes = here.turn.state.homes;
    auto const straat_id = sim::id_at<StraatId>(straat);
    std::vector<std::uint32_t> found;
    for (auto home = geography.homes_of_straat.begin(straat_id);
         home < geography.homes_of_straat.end(straat_id); ++home) {
        auto const id = sim::id_at<HomeId>(home);
        bool const free = (homes.progress[id] & (progress::waiting | progress::signed_up)) == 0;
        if (here.turn.world.dwellings.tenure[id] == tenure && free &&
            (homes.progress[id] & progress::present) != 0 && !is_gas_free(homes.heating[id])) {
            found.push_back(home);
        }
    }
    return found;
}

bool on_offer(WijkTurn const& here, std::uint32_t home, HeatingSystem option) {
    return here.offer().open && here.offer().option == option &&
           (here.turn.state.homes.progress[sim::id_at<HomeId>(home)] & progress::reached) != 0;
}

bool within_reach(WijkTurn const& here, std::uint32_t straat, std::uint32_t home,
                  HeatingSystem option) {
    return option != HeatingSystem::warmtenet ||
           has_main(here.turn.state, sim::id_at<StraatId>(straat)) || on_offer(here, home, option);
}

/// EUR that the owner of the complex invests in one home.
double investment_in(WijkTurn const& here, Chooser const& home, std::uint32_t number,
                     HeatingSystem option) {
    auto const& costs = here.setting.costs;
    bool const low_temperature = here.offer().low_temperature;
    double investment =
        costs.investment_in(home.heat_class, option, low_temperature) * home.price_factor -
        costs.subsidy_for(home.heat_class, option, true, low_temperature);
    if (on_offer(here, number, option)) {
        investment -= here.offer().household_money;
    } else if (is_gas_free(option)) {
        investment -= here.offer().standing_money;
    }
    return std::max(0.0, investment);
}

/// Net present cost of one home under an option to the corporatie: investment now, upkeep over the
/// horizon, the same heater again when its life is over (boilers and heat pumps alike: once at
/// mid-horizon), and as much of the tenant's bill as the corporatie counts as its own.
double present_cost(WijkTurn const& here, Chooser const& home, std::uint32_t number,
                    HeatingSystem option) {
    auto const& corporatie = here.turn.parameters.corporatie;
    double const horizon = sim::in_years(corporatie.horizon);
    double const life = sim::in_years(here.turn.parameters.heat.heat_pump_life);
    double const upkeep =
        here.turn.parameters.heat.upkeep[static_cast<std::size_t>(option)].canonical() *
        sim::hours_per_year;
    double const bill =
        here.setting.costs.yearly(
            here.setting.costs.class_under(home.heat_class, option, here.offer().low_temperature),
            option, home.demand) -
        upkeep;
    double cost = investment_in(here, home, number, option) +
                  (upkeep + corporatie.energy_counted.value() * bill) *
                      present_value(corporatie.discount_rate, horizon);
    if (option != HeatingSystem::warmtenet && horizon > life) {
        double const again =
            option == HeatingSystem::heat_pump
                ? sim::value_at(here.turn.parameters.heat.heat_pump_cost_trend,
                                sim::Quarter::at(here.now).midpoint()) *
                      here.turn.parameters.heat.heat_pump_cost.canonical()
                : here.setting.costs.investment[home.heat_class][static_cast<std::size_t>(option)];
        cost += again * std::pow(1.0 + corporatie.discount_rate, -life);
    }
    return cost;
}

HeatingSystem cheapest_for_complex(WijkTurn const& here, std::uint32_t straat,
                                   std::vector<std::uint32_t> const& block) {
    HeatingSystem best = HeatingSystem::gas_boiler;
    double best_cost{0.0};
    bool first{true};
    for (auto const option : {HeatingSystem::gas_boiler, HeatingSystem::hybrid,
                              HeatingSystem::heat_pump, HeatingSystem::warmtenet}) {
        double cost{0.0};
        double investment{0.0};
        bool possible{true};
        for (auto const home : block) {
            auto const chooser = chooser_of(here, straat, home, false);
            possible = possible && within_reach(here, straat, home, option);
            cost += present_cost(here, chooser, home, option);
            investment += investment_in(here, chooser, home, option);
        }
        double const cap = here.turn.parameters.corporatie.investment_cap.canonical() *
                           static_cast<double>(block.size());
        if (possible && investment <= cap && (first || cost < best_cost)) {
            best = option;
            best_cost = cost;
            first = false;
        }
    }
    return best;
}

/// Bringing the complex to good insulation costs the corporatie less than the energy that it saves
/// over its horizon, and is within its cap.
bool insulation_pays(WijkTurn const& here, std::uint32_t straat,
                     std::vector<std::uint32_t> const& block) {
    auto const& corporatie = here.turn.parameters.corporatie;
    auto const& costs = here.setting.costs;
    double const years = present_value(corporatie.discount_rate, sim::in_years(corporatie.horizon));
    double investment{0.0};
    double saved{0.0};
    for (auto const home : block) {
        auto const chooser = chooser_of(here, straat, home, false);
        if (insulation_of_class(chooser.heat_class) >= Insulation::good) {
            continue;
        }
        auto const then = heat_class(chooser.heat_class / insulation_states, Insulation::good);
        investment += (1.0 - costs.insulation_subsidy) * costs.to_good[chooser.heat_class];
        saved += years * (costs.yearly(chooser.heat_class, chooser.current, chooser.demand) -
                          costs.yearly(then, chooser.current, chooser.demand));
    }
    return saved > investment &&
           investment <= corporatie.investment_cap.canonical() * static_cast<double>(block.size());
}

/// A tenant weighs the change of its yearly bill, its attitude and its trust.
bool tenant_consents(WijkTurn const& here, std::uint32_t straat, std::uint32_t home,
                     HeatingSystem option) {
    auto const& bewoner = here.turn.parameters.bewoner;
    auto const chooser = chooser_of(here, straat, home, false);
    auto const& costs = here.setting.costs;
    double const saving =
        costs.yearly(chooser.heat_class, chooser.current, chooser.demand) -
        costs.yearly(costs.class_under(chooser.heat_class, option, here.offer().low_temperature),
                     option, chooser.demand);
    double const trust = static_cast<double>(here.turn.state.wijken.trust[here.wijk]);
    double const odds =
        here.turn.parameters.corporatie.consent_base +
        bewoner.cost_weight * saving / here.setting.reference_per_year +
        bewoner.attitude_weight * bewoner.segment_attitude[chooser.household.segment()] +
        bewoner.trust_weight * (trust - 0.5);
    return sim::Dice{here.turn.seed, stream::complex_vote, here.key(home),
                     static_cast<std::uint32_t>(here.now)}
        .lands_below(sim::logistic(odds));
}

} // namespace

void decide_for_corporatie(WijkTurn const& here, std::uint32_t straat) {
    auto const id = sim::id_at<StraatId>(straat);
    auto& straten = here.turn.state.straten;
    if (straten.corporatie_moment[id] == static_cast<std::uint16_t>(here.now)) {
        // The next renovation is a whole cycle away.
        straten.corporatie_moment[id] = quarters_later(
            here.now,
            4.0 / std::max(1.0e-6, sim::per_year(here.turn.parameters.corporatie.renovation)));
    }
    auto const block = homes_on_gas(here, straat, Tenure::corporatie);
    if (block.empty()) {
        return;
    }
    auto const option = cheapest_for_complex(here, straat, block);
    bool const insulates = insulation_pays(here, straat, block);
    if (option == HeatingSystem::gas_boiler && !insulates) {
        return;
    }
    std::size_t consenting{0};
    for (auto const home : block) {
        consenting += tenant_consents(here, straat, home, option) ? 1U : 0U;
    }
    double const needed = here.turn.parameters.corporatie.consent_needed.value();
    if (static_cast<double>(consenting) < needed * static_cast<double>(block.size())) {
        return;
    }
    for (auto const home : block) {
        if (insulates) {
            insulate(here.turn, here.wijk, home, Insulation::good);
        }
        if (option != HeatingSystem::gas_boiler &&
            here.turn.state.homes.heating[sim::id_at<HomeId>(home)] != option) {
            ask_for(here, straat, home, option, false);
        }
    }
}

void vote_in_vve(WijkTurn const& here, std::uint32_t straat) {
    auto const id = sim::id_at<StraatId>(straat);
    auto& straten = here.turn.state.straten;
    auto const& corporatie = here.turn.parameters.corporatie;
    auto const& geography = here.turn.world.geography;
    auto const key = here.key(geography.homes_of_straat.begin(id));
    if (straten.vve_moment[id] == static_cast<std::uint16_t>(here.now)) {
        straten.vve_moment[id] = quarters_later(
            here.now, 4.0 / std::max(1.0e-6, sim::per_year(corporatie.vve_renovation)));
    }
    if (straten.vve_works[id] != never) {
        return; // a decision is still being prepared
    }
    auto const block = homes_on_gas(here, straat, Tenure::owner_in_vve);
    if (block.empty()) {
        return;
    }
    auto const step = static_cast<std::uint32_t>(here.now);
    if (sim::Dice{here.turn.seed, stream::vve_procedure, key, step}.lands_below(
            corporatie.vve_decision_fails.value())) {
        return;
    }
    std::array<std::size_t, heating_systems> votes{};
    for (auto const home : block) {
        auto const wanted =
            choose_heating(here.setting, chooser_of(here, straat, home, false), here.offer(),
                           sim::Dice{here.turn.seed, stream::complex_vote, here.key(home), step});
        ++votes[static_cast<std::size_t>(wanted)];
    }
    for (auto const option : {HeatingSystem::warmtenet, HeatingSystem::heat_pump}) {
        auto const in_favour = static_cast<double>(votes[static_cast<std::size_t>(option)]);
        if (in_favour >= corporatie.vve_majority.value() * static_cast<double>(block.size())) {
            straten.vve_option[id] = option;
            straten.vve_works[id] =
                quarters_later(here.now, 4.0 * sim::in_years(corporatie.vve_lead_time));
            return;
        }
    }
}

void carry_out_vve_decision(WijkTurn const& here, std::uint32_t straat) {
    auto const id = sim::id_at<StraatId>(straat);
    auto& straten = here.turn.state.straten;
    straten.vve_works[id] = never;
    auto const option = straten.vve_option[id];
    for (auto const home : homes_on_gas(here, straat, Tenure::owner_in_vve)) {
        if (within_reach(here, straat, home, option)) {
            ask_for(here, straat, home, option, false);
        }
    }
}

} // namespace opschaling::models
