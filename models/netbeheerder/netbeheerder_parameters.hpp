#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

inline constexpr std::size_t station_sizes{9};

/// MV/LV stations and those who reinforce them. The load per home is a planning figure here.
struct NetbeheerderParameters {
    bool capacity_binds;
    sim::Power base_load;
    sim::Power hybrid_load;
    sim::Power heat_pump_load;
    sim::Power warmtenet_load;
    double spare_mean;
    double spare_spread;
    std::array<sim::Power, station_sizes> station_size;
    sim::YearSeries<double> stations_per_year;
    sim::Share stations_for_homes;
    sim::Duration credit_time;
    sim::Duration lead_time;
    sim::Euro station_cost;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::NetbeheerderParameters> {
    using Netbeheerder = models::NetbeheerderParameters;
    static constexpr std::string_view name{"netbeheerder"};
    static constexpr std::tuple lines{
        Parameter{&Netbeheerder::capacity_binds, "capacity_binds", "1", 0, 1,
                  "Whether a full station makes connections wait"},
        Parameter{&Netbeheerder::base_load, "base_load", "kW", 0, 10,
                  "Planning load at a station per home without electric heating"},
        Parameter{&Netbeheerder::hybrid_load, "hybrid_load", "kW", 0, 10,
                  "Planning load that a hybrid adds"},
        Parameter{&Netbeheerder::heat_pump_load, "heat_pump_load", "kW", 0, 20,
                  "Planning load that a heat pump adds"},
        Parameter{&Netbeheerder::warmtenet_load, "warmtenet_load", "kW", 0, 10,
                  "Planning load that a warmtenet connection adds: pumps and electric cooking"},
        Parameter{&Netbeheerder::spare_mean, "spare_mean", "1", 0, 0.9,
                  "Mean spare part of a station's capacity in 2018"},
        Parameter{&Netbeheerder::spare_spread, "spare_spread", "1", 0, 0.4,
                  "Standard deviation of that part between stations"},
        Parameter{&Netbeheerder::station_size, "station_size", "kVA", 10, 100000,
                  "Standard sizes of a station, rising"},
        Parameter{&Netbeheerder::stations_per_year, "stations_per_year", "station", 0, 1.0e6,
                  "Stations that all netbeheerders together build or enlarge in a year"},
        Parameter{&Netbeheerder::stations_for_homes, "stations_for_homes", "1", 0, 1,
                  "Part of those stations that serves existing homes"},
        Parameter{&Netbeheerder::credit_time, "credit_time", "year", 0.25, 10,
                  "For how long an unused build rate is kept"},
        Parameter{&Netbeheerder::lead_time, "lead_time", "year", 0, 10,
                  "From the start of a station job to more capacity"},
        Parameter{&Netbeheerder::station_cost, "station_cost", "EUR", 0, 1.0e6,
                  "One station with its share of low-voltage works"},
    };
};
