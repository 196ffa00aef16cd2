#pragma once

#include "models/heat/heat_parameters.hpp"
#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

inline constexpr std::size_t hours_a_day{24};
using DayShape = std::array<double, hours_a_day>;

/// What homes and others put on the grid, on which days and at which hours.
struct GridParameters {
    bool is_on;
    bool measured_profiles;
    double quantile;

    std::array<double, day_kinds> day_base;
    std::array<double, day_kinds> day_sun;

    std::array<sim::Energy, dwelling_types> base_use;
    double velander_mean;
    double velander_spread;
    sim::Power base_connection;
    DayShape base_shape;

    double setback;
    sim::Power cooking;
    sim::Power warmtenet_pump;

    sim::Power ev_charger;
    sim::Energy ev_use;
    DayShape ev_shape;
    sim::YearSeries<double> ev_share;

    sim::Power pv_power;
    double pv_coincidence;
    double pv_yield;
    DayShape pv_shape;
    sim::YearSeries<double> pv_share;

    std::array<sim::Power, 3> other_load;
    DayShape other_shape;
    sim::YearSeries<double> other_growth;

    double cable_resistance;
    double cable_reactance;
    double power_factor;
    double unbalance;
    sim::Share voltage_drop;
    sim::Share voltage_rise;

    sim::Share imposed_share;
    int imposed_system;
    int imposed_from;

    friend bool operator==(GridParameters const&, GridParameters const&) = default;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::GridParameters> {
    using Grid = models::GridParameters;
    static constexpr std::string_view name{"grid"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Grid::is_on, "is_on", "1", 0, 1,
             "Whether loads are weighed; false leaves the grid out of the run altogether");
        each(&Grid::measured_profiles, "measured_profiles", "1", 0, 1,
             "Whether load by hour of the day follows the profiles that were imported with the "
             "world; false takes base_shape, other_shape, ev_shape and pv_shape");
        each(&Grid::quantile, "quantile", "1", 0, 5,
             "Standard deviations above the mean that count as the peak");
        each(&Grid::day_base, "day_base", "1", 0, 2,
             "Base load of households on each kind of day against its winter peak day");
        each(&Grid::day_sun, "day_sun", "1", 0, 1,
             "Output of PV on each kind of day against a clear spring day");
        each(&Grid::base_use, "base_use", "kWh", 200, 10000,
             "Gross electricity use of a household in a year, without heating and car, by "
             "type of dwelling");
        each(&Grid::velander_mean, "velander_mean", "kW/kWh", 0, 0.001,
             "Velander's first coefficient: peak load per kWh of yearly use in large numbers");
        each(&Grid::velander_spread, "velander_spread", "1", 0, 0.2,
             "Velander's second coefficient, kW per root of kWh");
        each(&Grid::base_connection, "base_connection", "kW", 1, 50,
             "Power that a household connection can draw besides heat pump and car");
        each(&Grid::base_shape, "base_shape", "1", 0, 5,
             "Base load by hour of the day; only the shape counts");
        each(&Grid::setback, "setback", "1", 1, 1.4,
             "Heat at 6 to 9 in the morning against the day's mean, after a cooler night");
        each(&Grid::cooking, "cooking", "kW", 0, 3,
             "Mean load of electric cooking at its peak hour, per home without gas");
        each(&Grid::warmtenet_pump, "warmtenet_pump", "kW", 0, 1,
             "Electricity of pumps in a warmtenet at the design temperature, per home");
        each(&Grid::ev_charger, "ev_charger", "kW", 1, 22, "Power of a car charger at home");
        each(&Grid::ev_use, "ev_use", "kWh", 0, 10000,
             "Electricity that a car takes at home in a year");
        each(&Grid::ev_shape, "ev_shape", "1", 0, 10,
             "Charging by hour of the day; only the shape counts");
        each(&Grid::ev_share, "ev_share", "1", 0, 2,
             "Part of the households that charge a car at home, by year");
        each(&Grid::pv_power, "pv_power", "kW", 0.3, 20, "PV on the roof of a home that has it");
        each(&Grid::pv_coincidence, "pv_coincidence", "1", 0, 1,
             "Feed-in of many roofs at the best hour against their power");
        each(&Grid::pv_yield, "pv_yield", "hour", 0, 2000, "Yearly output of PV: full-load hours");
        each(&Grid::pv_shape, "pv_shape", "1", 0, 10,
             "Output of PV by hour of a clear spring day; only the shape counts");
        each(&Grid::pv_share, "pv_share", "1", 0, 1,
             "Part of the homes other than apartments with PV, by year");
        each(&Grid::other_load, "other_load", "kW", 0, 10,
             "Peak of firms and services per home in 2018: at strings, at substations, and "
             "besides them in a region");
        each(&Grid::other_shape, "other_shape", "1", 0, 10,
             "That load by hour of a winter day; only the shape counts");
        each(&Grid::other_growth, "other_growth", "1", 0, 10, "That load against 2018, by year");
        each(&Grid::cable_resistance, "cable_resistance", "Ohm/km", 0.01, 5,
             "Resistance of the cable in the street, one phase");
        each(&Grid::cable_reactance, "cable_reactance", "Ohm/km", 0, 1,
             "Reactance of that cable, one phase");
        each(&Grid::power_factor, "power_factor", "1", 0.5, 1,
             "Active against apparent power of load");
        each(&Grid::unbalance, "unbalance", "1", 1, 3,
             "Current in the fullest phase of a feeder against the mean of three");
        each(&Grid::voltage_drop, "voltage_drop", "1", 0, 0.2,
             "Part of the voltage that may be lost in the street's cable at full load");
        each(&Grid::voltage_rise, "voltage_rise", "1", 0, 0.2,
             "Part of the voltage that PV may add in the street's cable");
        each(&Grid::imposed_share, "imposed_share", "1", 0, 1,
             "Experiment: part of the wijken under each substation that gets one heating "
             "system at one moment, whatever bewoners choose");
        each(&Grid::imposed_system, "imposed_system", "1", 1, 3,
             "Which system: 1 hybrid, 2 heat pump, 3 warmtenet");
        each(&Grid::imposed_from, "imposed_from", "1", 2018, 2100,
             "Year at the beginning of which they get it");
    }
};
