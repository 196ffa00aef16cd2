#pragma once

#include "models/heat/cost_table.hpp"
#include "models/warmtenet/nets.hpp"
#include "models/warmtenet/warmtenet_parameters.hpp"

namespace opschaling::models {

/// What a warmtebedrijf counts with in one quarter: thirty years of dated prices at its own return.
struct WarmtebedrijfPrices {
    double years_of_income{0.0};   ///< present value of 1 a year
    double heat_per_kWh{0.0};      ///< EUR, present value of a kWh sold in each year, no tax
    double standing_per_home{0.0}; ///< EUR, present value, less operation and upkeep
    double fee_per_home{0.0};      ///< EUR once, without tax, with the national subsidy
    double kW_per_kWh{0.0};        ///< peak of the source per yearly useful heat
    std::array<double, source_kinds>
        making_per_kWh{}; ///< EUR, present value of making a kWh a year
};

[[nodiscard]] WarmtebedrijfPrices make_warmtebedrijf_prices(HeatParameters const& heat,
                                                            PriceParameters const& price,
                                                            WarmtenetParameters const& warmtenet,
                                                            sim::Quarter quarter);

/// A net, or an addition to one, as the warmtebedrijf sees it.
struct NetPlan {
    double homes{0.0};        ///< signed
    double heat{0.0};         ///< kWh a year of useful heat of those homes
    double metres{0.0};       ///< of main in the street
    double money{0.0};        ///< EUR from projects
    double transport_km{0.0}; ///< from the source
    SourceKind kind{SourceKind::local};
    bool coupled{false}; ///< the source is paid for: an addition, or another net takes from it
};

/// Heat that the mains of a net lose in a year, kWh.
[[nodiscard]] double yearly_loss(WarmtenetParameters const& parameters, SourceKind kind,
                                 double metres);

/// Peak that the net asks of its source, kW.
[[nodiscard]] double source_power(WarmtenetParameters const& parameters,
                                  WarmtebedrijfPrices const& prices, NetPlan const& plan);

/// EUR to bring heat of so many kW over a kilometre.
[[nodiscard]] double transport_cost_per_km(WarmtenetParameters const& parameters, double power);

/// EUR of source, coupling and transport pipe.
[[nodiscard]] double source_cost(WarmtenetParameters const& parameters,
                                 WarmtebedrijfPrices const& prices, NetPlan const& plan);

/// What the warmtebedrijf earns less what it lays out over its horizon, EUR (ruling 30): it builds
/// where this is not negative.
[[nodiscard]] double net_present_value(WarmtenetParameters const& parameters,
                                       WarmtebedrijfPrices const& prices, NetPlan const& plan);

/// EUR for each home that stays on gas when so many metres of gas main are laid anew for them
/// alone.
[[nodiscard]] double gas_main_cost_per_home(WarmtenetParameters const& parameters, double metres,
                                            double homes);

} // namespace opschaling::models
