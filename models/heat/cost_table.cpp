#include "models/heat/cost_table.hpp"

#include <cmath>

namespace opschaling::models {

namespace {

constexpr double smallest_rate{1.0e-6};

/// Gas and electricity of one kind of dwelling under each system.
void fill_use(HeatParameters const& heat, std::size_t type, std::size_t period, CostTable& table) {
    std::size_t const cell = type * building_periods + period;
    double const space = heat.useful_space_heat[cell].canonical();
    double const tap = heat.tap_water[type].canonical();
    double const value = heat.gas_heating_value.canonical();
    double const gas_for_space = space / heat.boiler_space_efficiency / value;
    double const gas_for_tap = tap / heat.boiler_tap_efficiency / value;
    double const by_pump = heat.hybrid_share_of_space_heat.value();

    table.useful_heat[cell] = space + tap;
    table.gas[cell] = {gas_for_space + gas_for_tap, (1.0 - by_pump) * gas_for_space + gas_for_tap,
                       0.0, 0.0};
    table.electricity[cell] = {
        0.0, by_pump * space / heat.hybrid_performance,
        space / heat.heat_pump_performance[period] + tap / heat.heat_pump_tap_performance, 0.0};
}

void fill_investment(HeatParameters const& heat, PriceParameters const& price,
                     WarmtenetParameters const& warmtenet, double year, std::size_t type,
                     std::size_t period, CostTable& table) {
    std::size_t const cell = type * building_periods + period;
    double const trend = sim::value_at(heat.heat_pump_cost_trend, year);
    double const insulation =
        heat.insulation_needed[period].value() * heat.insulation_cost[type].canonical();
    double const boiler = heat.boiler_cost.canonical();
    double const cooking = heat.electric_cooking_cost.canonical();
    table.investment[cell] = {boiler, boiler + trend * heat.hybrid_cost.canonical(),
                              trend * heat.heat_pump_cost.canonical() +
                                  heat.emitter_cost[type].canonical() + insulation + cooking,
                              warmtenet.in_home[type].canonical() +
                                  warmtenet.connection_fee.canonical() + cooking};
    table.subsidy[cell] = {0.0, sim::value_at(price.subsidy_hybrid, year).canonical(),
                           sim::value_at(price.subsidy_heat_pump, year).canonical() +
                               sim::value_at(price.subsidy_insulation, year) * insulation,
                           sim::value_at(price.subsidy_warmtenet, year).canonical()};
}

} // namespace

double annuity(double rate, double life_in_years) {
    if (rate < smallest_rate) {
        return 1.0 / life_in_years;
    }
    return rate / (1.0 - std::pow(1.0 + rate, -life_in_years));
}

double present_value(double rate, double years) {
    return 1.0 / annuity(rate, years);
}

CostTable make_cost_table(HeatParameters const& heat, PriceParameters const& price,
                          WarmtenetParameters const& warmtenet, BewonerParameters const& bewoner,
                          sim::Quarter quarter) {
    CostTable table;
    double const year = quarter.midpoint() - 0.5;
    double const gas = sim::value_at(price.gas, year).canonical();
    double const electricity = sim::value_at(price.electricity, year).canonical();
    table.heat_price = sim::value_at(price.heat, year).canonical();
    table.net_subsidy = sim::value_at(warmtenet.investment_subsidy, year).canonical();
    for (std::size_t type = 0; type < dwelling_types; ++type) {
        for (std::size_t period = 0; period < building_periods; ++period) {
            std::size_t const cell = type * building_periods + period;
            fill_use(heat, type, period, table);
            fill_investment(heat, price, warmtenet, year, type, period, table);
            for (std::size_t system = 0; system < heating_systems; ++system) {
                table.energy[cell][system] =
                    table.gas[cell][system] * gas + table.electricity[cell][system] * electricity;
            }
            table.energy[cell][static_cast<std::size_t>(HeatingSystem::warmtenet)] =
                table.useful_heat[cell] * table.heat_price;
        }
    }
    double const gas_standing =
        sim::value_at(price.gas_standing_charge, year).canonical() * sim::hours_per_year;
    double const heat_standing =
        sim::value_at(price.heat_standing_charge, year).canonical() * sim::hours_per_year;
    table.standing = {gas_standing, gas_standing, 0.0, heat_standing};
    for (std::size_t system = 0; system < heating_systems; ++system) {
        table.standing[system] += heat.upkeep[system].canonical() * sim::hours_per_year;
    }
    table.rented_subsidy = sim::value_at(price.subsidy_rented_warmtenet, year).canonical();
    double const life = sim::in_years(heat.heat_pump_life);
    for (std::size_t k = 0; k < discount_classes; ++k) {
        double const quantile = (static_cast<double>(k) + 0.5) / discount_classes;
        double const rate =
            bewoner.discount_scale * std::pow(-std::log1p(-quantile), 1.0 / bewoner.discount_shape);
        table.annuity[k] = annuity(rate, life);
    }
    return table;
}

} // namespace opschaling::models
