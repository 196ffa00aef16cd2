#include "models/heat/heat_demand.hpp"

#include <algorithm>

namespace opschaling::models {

namespace {

constexpr double kelvin_of_zero_celsius{273.15};
constexpr double hours_per_day{24.0};

double celsius(sim::Temperature temperature) {
    return temperature.canonical() - kelvin_of_zero_celsius;
}

} // namespace

std::array<DayKind, day_kinds> day_kinds_of(HeatParameters const& heat) {
    std::array<DayKind, day_kinds> kinds{};
    for (std::size_t k = 0; k < day_kinds; ++k) {
        kinds[k] = {celsius(heat.day_temperature[k]),
                    heat.day_count[k].canonical() / hours_per_day};
    }
    return kinds;
}

double degree_hours(HeatParameters const& heat) {
    double sum{0.0};
    for (auto const& day : day_kinds_of(heat)) {
        sum += day.days * hours_per_day * heat_at(heat, 1.0, day.temperature);
    }
    return sum / 1000.0;
}

double heat_at(HeatParameters const& heat, double heat_loss, double outdoor) {
    return heat_loss * std::max(0.0, celsius(heat.base_temperature) - outdoor);
}

double heat_loss_of(HeatParameters const& heat, std::size_t heat_class, double floor_area) {
    auto const shape = static_cast<std::size_t>(shape_of_class(heat_class));
    auto const insulation = static_cast<std::size_t>(insulation_of_class(heat_class));
    return heat.heat_loss_per_area[shape * insulation_states + insulation].canonical() *
           floor_area * heat.heat_loss_by_period[heat_class / insulation_states];
}

double space_heat_of(HeatParameters const& heat, double heat_loss, Insulation insulation) {
    return 1000.0 * degree_hours(heat) * heat_loss *
           heat.behaviour[static_cast<std::size_t>(insulation)];
}

HeatDemand heat_demand_of(HeatParameters const& heat, std::size_t heat_class) {
    auto const shape = static_cast<std::size_t>(shape_of_class(heat_class));
    auto const type = static_cast<std::size_t>(type_of_class(heat_class));
    auto const insulation = insulation_of_class(heat_class);
    HeatDemand demand;
    demand.heat_loss = heat_loss_of(heat, heat_class, heat.floor_area[shape]);
    demand.design_heat = heat_at(heat, demand.heat_loss, celsius(heat.design_temperature));
    demand.space_heat = space_heat_of(heat, demand.heat_loss, insulation);
    demand.tap_water = heat.tap_water[type].canonical();
    demand.fits_heat_pump =
        insulation >= Insulation::good || demand.heat_loss <= heat.heat_pump_limit.canonical();
    return demand;
}

HeatDemands make_heat_demands(HeatParameters const& heat) {
    HeatDemands demands;
    for (std::size_t c = 0; c < heat_classes; ++c) {
        demands[c] = heat_demand_of(heat, c);
    }
    return demands;
}

} // namespace opschaling::models
