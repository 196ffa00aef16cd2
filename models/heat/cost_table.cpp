#include "models/heat/cost_table.hpp"

#include "models/heat/performance.hpp"

#include <cmath>

namespace opschaling::models {

namespace {

constexpr double smallest_rate{1.0e-6};

/// Years between two points at which a remaining life is weighed.
constexpr double failure_step{0.25};

/// Once fewer heaters than this part are left the rest is not weighed.
constexpr double too_few_left{1.0e-6};

/// Performances over a normal year: the same for all homes of one insulation.
struct Performances {
    std::array<double, insulation_states> heat_pump{};
    double tap_water{1.0};
    HybridYear hybrid{};
};

Performances performances_of(HeatParameters const& heat) {
    Performances made;
    for (std::size_t i = 0; i < insulation_states; ++i) {
        made.heat_pump[i] = seasonal_performance(heat, static_cast<Insulation>(i));
    }
    made.tap_water = seasonal_performance_tap(heat);
    made.hybrid = hybrid_year(heat);
    return made;
}

/// Gas and electricity of one class of dwelling under each system.
void fill_use(HeatParameters const& heat, Performances const& performances, std::size_t c,
              LastingCosts& table) {
    auto const& demand = table.heat[c];
    double const value = heat.gas_heating_value.canonical();
    double const gas_for_space = demand.space_heat / heat.boiler_space_efficiency / value;
    double const gas_for_tap = demand.tap_water / heat.boiler_tap_efficiency / value;
    double const by_pump = performances.hybrid.share_of_space_heat;
    auto const insulation = static_cast<std::size_t>(insulation_of_class(c));
    table.gas[c] = {gas_for_space + gas_for_tap, (1.0 - by_pump) * gas_for_space + gas_for_tap, 0.0,
                    0.0};
    table.electricity[c] = {0.0, by_pump * demand.space_heat / performances.hybrid.performance,
                            demand.space_heat / performances.heat_pump[insulation] +
                                demand.tap_water / performances.tap_water,
                            0.0};
}

/// Points of the dated series of costs and subsidies that all classes of dwelling share.
struct ValuesOfYear {
    double insulation_trend;
    double heat_pump_trend;
    double subsidy_hybrid;
    double subsidy_heat_pump;
    double subsidy_warmtenet;
};

ValuesOfYear values_of_year(HeatParameters const& heat, PriceParameters const& price, double year) {
    return {.insulation_trend = sim::value_at(heat.insulation_cost_trend, year),
            .heat_pump_trend = sim::value_at(heat.heat_pump_cost_trend, year),
            .subsidy_hybrid = sim::value_at(price.subsidy_hybrid, year).canonical(),
            .subsidy_heat_pump = sim::value_at(price.subsidy_heat_pump, year).canonical(),
            .subsidy_warmtenet = sim::value_at(price.subsidy_warmtenet, year).canonical()};
}

void fill_insulation(HeatParameters const& heat, ValuesOfYear const& year, std::size_t c,
                     CostTable& table) {
    auto const type = static_cast<std::size_t>(type_of_class(c));
    auto const insulation = insulation_of_class(c);
    double const trend = year.insulation_trend;
    double const good = trend * heat.insulation_to_good[type].canonical();
    double const excellent = trend * heat.insulation_to_excellent[type].canonical();
    double const done = heat.insulation_done[static_cast<std::size_t>(insulation)].value();
    table.to_good[c] = insulation >= Insulation::good ? 0.0 : (1.0 - done) * good;
    table.to_excellent[c] =
        insulation == Insulation::excellent ? 0.0 : std::max(0.0, excellent - done * good);
}

void fill_investment(HeatParameters const& heat, WarmtenetParameters const& warmtenet,
                     ValuesOfYear const& year, std::size_t c, CostTable& table) {
    auto const type = static_cast<std::size_t>(type_of_class(c));
    double const trend = year.heat_pump_trend;
    double const insulation = table.heat[c].fits_heat_pump ? 0.0 : table.to_good[c];
    double const boiler = heat.boiler_cost.canonical();
    double const cooking = heat.electric_cooking_cost.canonical();
    table.investment[c] = {boiler, boiler + trend * heat.hybrid_cost.canonical(),
                           trend * heat.heat_pump_cost.canonical() +
                               heat.emitter_cost[type].canonical() + insulation + cooking,
                           warmtenet.in_home[type].canonical() +
                               warmtenet.connection_fee.canonical() + cooking};
    table.subsidy[c] = {0.0, year.subsidy_hybrid,
                        year.subsidy_heat_pump + table.insulation_subsidy * insulation,
                        year.subsidy_warmtenet};
}

void fill_prices(HeatParameters const& heat, PriceParameters const& price, double year,
                 CostTable& table) {
    double const gas = sim::value_at(price.gas, year).canonical();
    double const electricity = sim::value_at(price.electricity, year).canonical();
    auto const net = static_cast<std::size_t>(HeatingSystem::warmtenet);
    table.heat_price = sim::value_at(price.heat, year).canonical();
    for (std::size_t c = 0; c < heat_classes; ++c) {
        for (std::size_t s = 0; s < heating_systems; ++s) {
            table.energy[c][s] = table.gas[c][s] * gas + table.electricity[c][s] * electricity;
        }
        table.energy[c][net] = table.heat[c].useful() * table.heat_price;
    }
    double const gas_standing =
        sim::value_at(price.gas_standing_charge, year).canonical() * sim::hours_per_year;
    double const heat_standing =
        sim::value_at(price.heat_standing_charge, year).canonical() * sim::hours_per_year;
    table.standing = {gas_standing, gas_standing, 0.0, heat_standing};
    for (std::size_t s = 0; s < heating_systems; ++s) {
        table.standing[s] += heat.upkeep[s].canonical() * sim::hours_per_year;
    }
}

} // namespace

std::size_t CostTable::class_under(std::size_t heat_class, HeatingSystem system,
                                   bool low_temperature) const {
    bool const needs = system == HeatingSystem::heat_pump ||
                       (system == HeatingSystem::warmtenet && low_temperature);
    if (!needs || heat[heat_class].fits_heat_pump) {
        return heat_class;
    }
    return models::heat_class(heat_class / insulation_states, Insulation::good);
}

double annuity(double rate, double life_in_years) {
    if (rate < smallest_rate) {
        return 1.0 / life_in_years;
    }
    return rate / (1.0 - std::pow(1.0 + rate, -life_in_years));
}

double value_of_next_failure(HeatParameters const& heat, double rate) {
    // The time left in a stationary stock has the survival function over the mean as its density.
    double const scale = sim::in_years(heat.boiler_life_mean);
    double const growth = std::log1p(rate);
    double survival{1.0};
    double survived{0.0};
    double discounted{0.0};
    for (int step = 0; survival > too_few_left; ++step) {
        double const years = (step + 0.5) * failure_step;
        survival = std::exp(-std::pow(years / scale, heat.boiler_life_shape));
        survived += survival;
        discounted += survival * std::exp(-growth * years);
    }
    return discounted / survived;
}

double present_value(double rate, double years) {
    return 1.0 / annuity(rate, years);
}

LastingCosts make_lasting_costs(HeatParameters const& heat, BewonerParameters const& bewoner,
                                CorporatieParameters const& corporatie) {
    LastingCosts made;
    made.heat = make_heat_demands(heat);
    auto const performances = performances_of(heat);
    for (std::size_t c = 0; c < heat_classes; ++c) {
        fill_use(heat, performances, c, made);
    }
    double const life = sim::in_years(heat.heat_pump_life);
    for (std::size_t k = 0; k < discount_classes; ++k) {
        double const quantile = (static_cast<double>(k) + 0.5) / discount_classes;
        double const rate =
            bewoner.discount_scale * std::pow(-std::log1p(-quantile), 1.0 / bewoner.discount_shape);
        made.annuity[k] = annuity(rate, life);
        made.replaced_later[k] = value_of_next_failure(heat, rate);
    }
    made.landlord_annuity = annuity(corporatie.landlord_discount_rate, life);
    made.landlord_replaced_later = value_of_next_failure(heat, corporatie.landlord_discount_rate);
    return made;
}

CostTable make_cost_table(LastingCosts const& lasting, HeatParameters const& heat,
                          PriceParameters const& price, WarmtenetParameters const& warmtenet,
                          sim::Quarter quarter) {
    CostTable table{lasting};
    double const year = quarter.midpoint() - 0.5;
    table.insulation_subsidy = sim::value_at(price.subsidy_insulation, year);
    table.rented_subsidy = sim::value_at(price.subsidy_rented_warmtenet, year).canonical();
    table.net_subsidy = sim::value_at(warmtenet.investment_subsidy, year).canonical();
    auto const yearly = values_of_year(heat, price, year);
    for (std::size_t c = 0; c < heat_classes; ++c) {
        fill_insulation(heat, yearly, c, table);
        fill_investment(heat, warmtenet, yearly, c, table);
    }
    fill_prices(heat, price, year, table);
    return table;
}

} // namespace opschaling::models
