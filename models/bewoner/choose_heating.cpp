#include "models/bewoner/choose_heating.hpp"

#include "sim/random/distributions.hpp"

#include <algorithm>
#include <limits>

namespace opschaling::models {

namespace {

/// EUR invested by the household itself, after subsidy and contributions.
double own_investment(ChoiceSetting const& setting, Chooser const& chooser, Offer const& offer,
                      HeatingSystem option) {
    double investment =
        setting.costs.investment_in(chooser.heat_class, option, offer.low_temperature) *
            chooser.price_factor -
        setting.costs.subsidy_for(chooser.heat_class, option,
                                  chooser.tenure == Tenure::private_rent, offer.low_temperature);
    if (offer.open && chooser.reached && option == offer.option) {
        investment -= offer.household_money;
    } else if (is_gas_free(option)) {
        investment -= offer.standing_money;
    }
    return std::max(0.0, investment);
}

double hassle(BewonerParameters const& bewoner, HeatingSystem option) {
    switch (option) {
    case HeatingSystem::hybrid:
        return bewoner.hassle_hybrid;
    case HeatingSystem::heat_pump:
        return bewoner.hassle_heat_pump;
    case HeatingSystem::warmtenet:
        return bewoner.hassle_warmtenet;
    case HeatingSystem::gas_boiler:
        break;
    }
    return 0.0;
}

double social_pull(BewonerParameters const& bewoner, Chooser const& chooser, HeatingSystem option) {
    unsigned const with = chooser.ties[static_cast<std::size_t>(option)];
    if (chooser.degree == 0 || with < static_cast<unsigned>(bewoner.ties_needed)) {
        return 0.0;
    }
    double const share = static_cast<double>(with) / chooser.degree;
    return share >= chooser.threshold ? bewoner.social_weight * share : 0.0;
}

bool may_have(ChoiceSetting const& setting, Chooser const& chooser, Offer const& offer,
              HeatingSystem option, double awareness_throw) {
    unsigned const ties = chooser.ties[static_cast<std::size_t>(option)];
    bool const offered = offer.open && chooser.reached && option == offer.option;
    switch (option) {
    case HeatingSystem::gas_boiler:
        return !offer.gas_ends;
    case HeatingSystem::hybrid:
        return !offer.gas_ends && (ties > 0 || awareness_throw < setting.aware_hybrid);
    case HeatingSystem::heat_pump:
        return offered || ties > 0 || offer.gas_ends || awareness_throw < setting.aware_heat_pump;
    case HeatingSystem::warmtenet:
        return offered || chooser.main;
    }
    return false;
}

} // namespace

ChoiceSetting make_choice_setting(BewonerParameters const& bewoner,
                                  CorporatieParameters const& corporatie, CostTable const& costs,
                                  sim::Quarter quarter) {
    double const year = quarter.midpoint() - 0.5;
    return {.bewoner = bewoner,
            .corporatie = corporatie,
            .costs = costs,
            .aware_hybrid = sim::value_at(bewoner.awareness_hybrid, year),
            .aware_heat_pump = sim::value_at(bewoner.awareness_heat_pump, year),
            .reference_per_year = bewoner.cost_reference.canonical() * sim::hours_per_year};
}

double utility(ChoiceSetting const& setting, Chooser const& chooser, Offer const& offer,
               HeatingSystem option) {
    auto const& bewoner = setting.bewoner;
    bool const keeps = !chooser.broken && option == chooser.current;
    bool const landlord = chooser.tenure == Tenure::private_rent;
    double investment = own_investment(setting, chooser, offer, option);
    if (keeps) { // the heater works: its replacement comes when it fails
        investment *= landlord ? setting.costs.landlord_replaced_later
                               : setting.costs.replaced_later[chooser.household.discount_class()];
    }
    auto const then = setting.costs.class_under(chooser.heat_class, option, offer.low_temperature);
    double const yearly =
        setting.costs.yearly(keeps ? chooser.heat_class : then, option, chooser.demand);
    double const cost =
        landlord ? investment * setting.costs.landlord_annuity +
                       setting.corporatie.landlord_pass_through.value() * yearly
                 : investment * setting.costs.annuity[chooser.household.discount_class()] + yearly;
    double const weight =
        bewoner.cost_weight *
        (!landlord && chooser.household.low_income() ? bewoner.low_income_cost_factor : 1.0);
    double value = -weight * cost / setting.reference_per_year;
    if (keeps) {
        return value;
    }
    value -= hassle(bewoner, option) + (chooser.broken ? 0.0 : bewoner.hassle_change);
    if (!landlord) {
        double const attitude =
            bewoner.attitude_weight * bewoner.segment_attitude[chooser.household.segment()];
        value += is_gas_free(option) ? attitude
                                     : (option == HeatingSystem::hybrid ? 0.5 * attitude : 0.0);
        value += social_pull(bewoner, chooser, option);
    }
    if (offer.open && chooser.reached && option == offer.option) {
        value += offer.appeal;
    }
    return value;
}

HeatingSystem choose_heating(ChoiceSetting const& setting, Chooser const& chooser,
                             Offer const& offer, sim::Dice dice) {
    double const awareness_throw = dice.uniform();
    HeatingSystem best = chooser.current;
    double best_utility{-std::numeric_limits<double>::infinity()};
    for (std::size_t o = 0; o < heating_systems; ++o) {
        auto const option = static_cast<HeatingSystem>(o);
        double const noise = sim::gumbel(dice);
        bool const keeps = !chooser.broken && option == chooser.current;
        // A gas boiler is a choice only when the heater failed: nobody changes to gas otherwise.
        bool const possible =
            keeps || (may_have(setting, chooser, offer, option, awareness_throw) &&
                      (chooser.broken || option != HeatingSystem::gas_boiler));
        if (!possible) {
            continue;
        }
        double const value = utility(setting, chooser, offer, option) + noise;
        if (value > best_utility) {
            best_utility = value;
            best = option;
        }
    }
    return best;
}

} // namespace opschaling::models
