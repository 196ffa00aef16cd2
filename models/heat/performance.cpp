#include "models/heat/performance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace opschaling::models {

namespace {

constexpr double kelvin_of_zero_celsius{273.15};
/// No compressor does worse than an electric element.
constexpr double element{1.0};

double celsius(sim::Temperature temperature) {
    return temperature.canonical() - kelvin_of_zero_celsius;
}

double on_line(std::array<double, 2> const& line, double outdoor) {
    return std::max(element, line[0] + line[1] * outdoor);
}

/// Part of a day that is warmer than `limit`, when the day swings as a cosine about its mean.
double part_of_day_above(double limit, double mean, double swing) {
    if (swing <= 0.0) {
        return mean >= limit ? 1.0 : 0.0;
    }
    return std::acos(std::clamp((limit - mean) / swing, -1.0, 1.0)) / std::numbers::pi;
}

} // namespace

double cop_space(HeatParameters const& heat, Insulation insulation, double outdoor) {
    return on_line(insulation >= Insulation::good ? heat.cop_low_temperature
                                                  : heat.cop_middle_temperature,
                   outdoor);
}

double cop_tap(HeatParameters const& heat, double outdoor) {
    return on_line(heat.cop_tap_water, outdoor);
}

double cop_hybrid(HeatParameters const& heat, double outdoor) {
    return on_line(heat.cop_hybrid, outdoor);
}

HeatPumpSize size_of_heat_pump(HeatParameters const& heat, Insulation insulation,
                               double design_heat) {
    double const cop = cop_space(heat, insulation, celsius(heat.design_temperature));
    return {.pump = heat.heat_pump_sizing * design_heat / cop,
            .backup = std::min(heat.largest_backup.canonical(), design_heat)};
}

HeatPumpSize size_of_heat_pump(HeatParameters const& heat, std::size_t heat_class) {
    return size_of_heat_pump(heat, insulation_of_class(heat_class),
                             heat_demand_of(heat, heat_class).design_heat);
}

double size_of_hybrid(HeatParameters const& heat, double heat_loss) {
    return hybrid_draw(heat, heat_loss, celsius(heat.hybrid_bivalent_point));
}

double heat_pump_draw(HeatParameters const& heat, Insulation insulation, HeatPumpSize size,
                      double heat_loss, double outdoor) {
    double const asked = heat_at(heat, heat_loss, outdoor);
    double const cop = cop_space(heat, insulation, outdoor);
    double const by_pump = std::min(asked, size.pump * cop);
    return by_pump / cop + std::min(size.backup, asked - by_pump);
}

double hybrid_draw(HeatParameters const& heat, double heat_loss, double outdoor) {
    if (outdoor < celsius(heat.hybrid_bivalent_point)) {
        return 0.0;
    }
    return heat_at(heat, heat_loss, outdoor) / cop_hybrid(heat, outdoor);
}

double unmet_heat(HeatParameters const& heat, Insulation insulation, HeatPumpSize size,
                  double heat_loss, double outdoor) {
    double const most = size.pump * cop_space(heat, insulation, outdoor) + size.backup;
    return std::max(0.0, heat_at(heat, heat_loss, outdoor) - most);
}

double seasonal_performance(HeatParameters const& heat, Insulation insulation) {
    double useful{0.0};
    double electric{0.0};
    for (auto const& day : day_kinds_of(heat)) {
        double const asked = day.days * heat_at(heat, 1.0, day.temperature);
        useful += asked;
        electric += asked / cop_space(heat, insulation, day.temperature);
    }
    return useful / electric;
}

double seasonal_performance_tap(HeatParameters const& heat) {
    double days{0.0};
    double electric{0.0};
    for (auto const& day : day_kinds_of(heat)) {
        days += day.days;
        electric += day.days / cop_tap(heat, day.temperature);
    }
    return days / electric;
}

HybridYear hybrid_year(HeatParameters const& heat) {
    double const bivalent = celsius(heat.hybrid_bivalent_point);
    double const swing = heat.day_swing.canonical();
    double useful{0.0};
    double by_pump{0.0};
    double electric{0.0};
    for (auto const& day : day_kinds_of(heat)) {
        double const asked = day.days * heat_at(heat, 1.0, day.temperature);
        double const part = asked * part_of_day_above(bivalent, day.temperature, swing);
        useful += asked;
        by_pump += part;
        electric += part / cop_hybrid(heat, std::max(bivalent, day.temperature));
    }
    return {.share_of_space_heat = by_pump / useful,
            .performance = electric > 0.0 ? by_pump / electric : element};
}

} // namespace opschaling::models
