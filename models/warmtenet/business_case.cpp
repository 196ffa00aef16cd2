#include "models/warmtenet/business_case.hpp"

#include <cmath>

namespace opschaling::models {

namespace {

constexpr double kW_per_MW{1000.0};

/// Present values of yearly amounts from this year on, each paid at the end of its year.
struct YearlyIncome {
    double one{0.0};      ///< of 1 EUR a year
    double heat{0.0};     ///< of a kWh a year
    double standing{0.0}; ///< of a home's standing charge
};

YearlyIncome present_values(PriceParameters const& price, WarmtenetParameters const& warmtenet,
                            double year) {
    YearlyIncome sum;
    auto const years = static_cast<int>(std::lround(sim::in_years(warmtenet.horizon)));
    for (int y = 0; y < years; ++y) {
        double const growth = std::pow(1.0 + warmtenet.required_return, y + 1);
        sum.one += 1.0 / growth;
        sum.heat += sim::value_at(price.heat, year + y).canonical() / growth;
        sum.standing += sim::value_at(price.heat_standing_charge, year + y).canonical() *
                        sim::hours_per_year / growth;
    }
    return sum;
}

} // namespace

WarmtebedrijfPrices make_warmtebedrijf_prices(HeatParameters const& heat,
                                              PriceParameters const& price,
                                              WarmtenetParameters const& warmtenet,
                                              sim::Quarter quarter) {
    double const year = quarter.midpoint() - 0.5;
    auto const income = present_values(price, warmtenet, year);
    double const untaxed = 1.0 / (1.0 + warmtenet.tax.value());
    WarmtebedrijfPrices made;
    made.years_of_income = income.one;
    made.heat_per_kWh = untaxed * income.heat;
    made.standing_per_home =
        untaxed * income.standing -
        made.years_of_income * warmtenet.operation_per_home.canonical() * sim::hours_per_year;
    made.fee_per_home = untaxed * warmtenet.connection_fee.canonical() +
                        sim::value_at(warmtenet.investment_subsidy, year).canonical();
    double const cold = (heat.base_temperature - heat.design_temperature).canonical();
    made.kW_per_kWh = warmtenet.coincidence.value() * cold / (1000.0 * degree_hours(heat));
    for (std::size_t k = 0; k < source_kinds; ++k) {
        made.making_per_kWh[k] = made.years_of_income * warmtenet.heat_cost[k].canonical();
    }
    return made;
}

double yearly_loss(WarmtenetParameters const& parameters, SourceKind kind, double metres) {
    return parameters.loss_per_metre[static_cast<std::size_t>(kind)].canonical() *
           sim::hours_per_year * metres;
}

double source_power(WarmtenetParameters const& parameters, WarmtebedrijfPrices const& prices,
                    NetPlan const& plan) {
    return prices.kW_per_kWh * plan.heat +
           yearly_loss(parameters, plan.kind, plan.metres) / sim::hours_per_year;
}

double transport_cost_per_km(WarmtenetParameters const& parameters, double power) {
    return 1000.0 * (parameters.transport_fixed.canonical() +
                     parameters.transport_by_power.canonical() *
                         std::pow(power / kW_per_MW, parameters.transport_exponent));
}

double source_cost(WarmtenetParameters const& parameters, WarmtebedrijfPrices const& prices,
                   NetPlan const& plan) {
    auto const kind = static_cast<std::size_t>(plan.kind);
    double const power = source_power(parameters, prices, plan);
    double cost = parameters.source_by_power[kind].canonical() * power;
    if (!plan.coupled) {
        cost += parameters.source_fixed[kind].canonical();
    }
    if (plan.transport_km > 0.0) {
        cost += plan.transport_km * transport_cost_per_km(parameters, power);
    }
    return cost;
}

double net_present_value(WarmtenetParameters const& parameters, WarmtebedrijfPrices const& prices,
                         NetPlan const& plan) {
    auto const kind = static_cast<std::size_t>(plan.kind);
    double const made = plan.heat + yearly_loss(parameters, plan.kind, plan.metres);
    double const income = plan.heat * prices.heat_per_kWh +
                          plan.homes * (prices.standing_per_home + prices.fee_per_home) +
                          plan.money - made * prices.making_per_kWh[kind];
    double const outlay = source_cost(parameters, prices, plan) +
                          plan.metres * parameters.pipe_per_metre.canonical() +
                          plan.homes * parameters.connection_pipe.canonical();
    return income - outlay;
}

double gas_main_cost_per_home(WarmtenetParameters const& parameters, double metres, double homes) {
    return homes > 0.0 ? metres * parameters.gas_main_per_metre.canonical() / homes : 0.0;
}

} // namespace opschaling::models
