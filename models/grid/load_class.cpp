#include "models/grid/load_class.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace opschaling::models {

namespace {

/// Smallest class from here, each so much wider: 0.04 to 0.39 kW/K holds nearly every dwelling
/// (H7).
constexpr double narrowest{0.04};
constexpr double ratio{1.33};

} // namespace

double heat_loss_of_class(std::size_t heat_loss_class) {
    return narrowest * std::pow(ratio, static_cast<double>(heat_loss_class) + 0.5);
}

double heat_loss_of_load(std::size_t load) {
    return heat_loss_of_class((load - load_class::heat_pump) % heat_loss_classes);
}

Insulation insulation_of_load(std::size_t load) {
    return load >= load_class::cool_heat_pump && load < load_class::hybrid ? Insulation::good
                                                                           : Insulation::moderate;
}

std::string name_of_load_class(std::size_t load) {
    constexpr std::array<std::string_view, dwelling_types> dwellings{
        "household, apartment", "household, terraced", "household, semi-detached",
        "household, detached"};
    if (load < load_class::heat_pump) {
        return std::string{dwellings.at(load - load_class::base)};
    }
    if (load < load_class::hybrid) {
        return fmt::format("heat pump {}, {:.2f} kW/K",
                           load < load_class::cool_heat_pump ? "45-50 °C" : "35 °C",
                           heat_loss_of_load(load));
    }
    if (load < load_class::warmtenet) {
        return fmt::format("hybrid {:.2f} kW/K", heat_loss_of_load(load));
    }
    return load == load_class::warmtenet ? "warmtenet" : load == load_class::ev ? "EV" : "PV";
}

std::size_t class_of_heat_loss(double heat_loss) {
    double edge = narrowest * ratio;
    std::size_t heat_loss_class{0};
    while (heat_loss >= edge && heat_loss_class + 1 < heat_loss_classes) {
        edge *= ratio;
        ++heat_loss_class;
    }
    return heat_loss_class;
}

} // namespace opschaling::models
