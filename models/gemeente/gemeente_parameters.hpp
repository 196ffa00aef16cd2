#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

inline constexpr std::size_t gemeente_classes{4};

/// Staff of a gemeente for wijken, and how it picks the wijk that comes first.
struct GemeenteParameters {
    std::array<double, gemeente_classes> class_from_homes;
    std::array<double, gemeente_classes> staff;
    sim::YearSeries<double> staff_for_wijken;
    sim::EuroPerYear staff_cost;
    double energy_first;
    double smallest_pool;
    double adopt_base;
    double adopt_fit;
    double adopt_peers;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::GemeenteParameters> {
    using Gemeente = models::GemeenteParameters;
    static constexpr std::string_view name{"gemeente"};
    static constexpr std::tuple lines{
        Parameter{&Gemeente::class_from_homes, "class_from_homes", "home", 0, 1.0e7,
                  "Smallest number of homes of a gemeente in each size class, small class first"},
        Parameter{&Gemeente::staff, "staff", "fte", 0, 1000,
                  "Staff for the built environment in a gemeente of each size class, in 2024"},
        Parameter{&Gemeente::staff_for_wijken, "staff_for_wijken", "1", 0, 3,
                  "Part of that staff at work on wijken, by year"},
        Parameter{&Gemeente::staff_cost, "staff_cost", "EUR/year", 10000, 500000,
                  "What a staff member costs in a year"},
        Parameter{&Gemeente::energy_first, "energy_first", "1", 0, 5,
                  "Weight of energy in the wijk when a gemeente picks the next one"},
        Parameter{&Gemeente::smallest_pool, "smallest_pool", "1", 1, 100,
                  "Teams to pick from in a gemeente with little staff; else one for each fte"},
        Parameter{
            &Gemeente::adopt_base, "adopt_base", "1", -10, 10,
            "Log-odds that a gemeente with free staff starts a wijk in a year, all else neutral"},
        Parameter{&Gemeente::adopt_fit, "adopt_fit", "1", 0, 10,
                  "Weight of the expected fit (logit F) in that choice"},
        Parameter{&Gemeente::adopt_peers, "adopt_peers", "1", 0, 10,
                  "Weight of the part of the gemeenten in the RES-regio with a project"},
    };
};
