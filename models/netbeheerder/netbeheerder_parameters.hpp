#pragma once

#include "models/ids.hpp"
#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

inline constexpr std::size_t feeder_sizes{3};
inline constexpr std::size_t station_sizes{9};
inline constexpr std::size_t string_sizes{5};
inline constexpr std::size_t substation_sizes{6};

/// How a netbeheerder sizes its grid, what its work costs and how fast it goes, electricity and
/// gas. Lists of four go by level: feeder, station, string, substation.
struct NetbeheerderParameters {
    bool capacity_binds;
    double spare_mean;
    double spare_spread;
    std::array<sim::Power, feeder_sizes> feeder_size;
    std::array<sim::Power, station_sizes> station_size;
    std::array<sim::Power, string_sizes> string_size;
    std::array<sim::Power, substation_sizes> substation_size;

    std::array<sim::Power, limited_levels> step_size;
    sim::Euro cable_cost;
    std::array<sim::Euro, limited_levels> step_cost;
    sim::Share planning_margin;
    bool anticipates;
    int warmteprogramma_from;
    sim::Share planned_uptake;

    std::array<sim::Duration, limited_levels> permit_time;
    sim::YearSeries<sim::Duration> transformer_wait;
    std::array<sim::Duration, limited_levels> build_time;
    int queue_rule;

    double cable_per_year;
    double stations_per_year;
    double string_cable_per_year;
    double string_length;
    double substations_per_year;
    sim::Share work_for_homes;
    sim::Duration credit_time;
    double workforce_2018;
    double workforce_highest;
    sim::Rate workforce_growth;
    sim::Rate workforce_decline;
    double workforce_target;
    sim::Duration training_lag;

    sim::Euro gas_connection_removal;
    sim::Euro gas_connection_removal_flat;
    sim::Euro gas_main_removal;
    sim::EuroPerYear gas_main_upkeep;
    sim::EuroPerYear gas_connection_upkeep;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::NetbeheerderParameters> {
    using Netbeheerder = models::NetbeheerderParameters;
    static constexpr std::string_view name{"netbeheerder"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Netbeheerder::capacity_binds, "capacity_binds", "1", 0, 1,
             "Whether a full asset makes connections wait; false is room without end");
        each(&Netbeheerder::spare_mean, "spare_mean", "1", 0, 0.9,
             "Mean spare part of the capacity in 2018, at every level");
        each(&Netbeheerder::spare_spread, "spare_spread", "1", 0, 0.4,
             "Standard deviation of that part between assets of a level");
        each(&Netbeheerder::feeder_size, "feeder_size", "kVA", 10, 10000,
             "Standard sizes of a feeder, rising");
        each(&Netbeheerder::station_size, "station_size", "kVA", 10, 100000,
             "Standard sizes of an MV/LV station, rising");
        each(&Netbeheerder::string_size, "string_size", "MW", 0.1, 1000,
             "Standard sizes of an MV string, rising");
        each(&Netbeheerder::substation_size, "substation_size", "MW", 1, 10000,
             "Standard sizes of an HV/MV substation, rising");
        each(&Netbeheerder::step_size, "step_size", "MW", 0.01, 1000,
             "Capacity that one step of reinforcement adds, by level");
        each(&Netbeheerder::cable_cost, "cable_cost", "EUR/m", 0, 5000,
             "Low-voltage cable laid beside the old one; a feeder's step is its length");
        each(&Netbeheerder::step_cost, "step_cost", "EUR", 0, 1.0e9,
             "Cost of one step besides cable in the street, by level");
        each(&Netbeheerder::planning_margin, "planning_margin", "1", 0, 1,
             "Room that a reinforcement leaves above the load foreseen");
        each(&Netbeheerder::anticipates, "anticipates", "1", 0, 1,
             "Whether wijkaanpakken under way count in the forecast; false sees only what is "
             "there or was refused");
        each(&Netbeheerder::warmteprogramma_from, "warmteprogramma_from", "1", 2018, 2100,
             "Year from which gemeenten publish which wijken are next");
        each(&Netbeheerder::planned_uptake, "planned_uptake", "1", 0, 1,
             "Part of the homes on gas in such a wijk that the forecast sees leave it");
        each(&Netbeheerder::permit_time, "permit_time", "year", 0, 20,
             "Route, permit and design before work can begin, by level");
        each(&Netbeheerder::transformer_wait, "transformer_wait", "year", 0, 10,
             "Delivery time of a transformer, by year of ordering");
        each(&Netbeheerder::build_time, "build_time", "year", 0, 10,
             "From the start of the work to more capacity, by level");
        each(&Netbeheerder::queue_rule, "queue_rule", "1", 0, 2,
             "Which job is first: 0 the oldest request, 1 the worst shortage, 2 wijken with a "
             "wijkaanpak under way");
        each(&Netbeheerder::cable_per_year, "cable_per_year", "km", 0, 1.0e6,
             "Low-voltage cable that all netbeheerders laid in 2024");
        each(&Netbeheerder::stations_per_year, "stations_per_year", "station", 0, 1.0e6,
             "MV/LV stations that they built or enlarged in 2024");
        each(&Netbeheerder::string_cable_per_year, "string_cable_per_year", "km", 0, 1.0e6,
             "Medium-voltage cable that they laid in 2024");
        each(&Netbeheerder::string_length, "string_length", "km", 0.01, 100,
             "Medium-voltage cable in one step of a string");
        each(&Netbeheerder::substations_per_year, "substations_per_year", "1", 0, 1.0e4,
             "Steps of substations that they finished in 2024");
        each(&Netbeheerder::work_for_homes, "work_for_homes", "1", 0, 1,
             "Part of all that work that serves existing homes");
        each(&Netbeheerder::credit_time, "credit_time", "year", 0.25, 10,
             "For how long output that found no job ready is kept");
        each(&Netbeheerder::workforce_2018, "workforce_2018", "1", 0, 10,
             "Technicians in 2018 against 2024");
        each(&Netbeheerder::workforce_highest, "workforce_highest", "1", 0, 20,
             "Most technicians that can be had, against 2024");
        each(&Netbeheerder::workforce_growth, "workforce_growth", "1/year", 0, 1,
             "Fastest growth of the number of technicians");
        each(&Netbeheerder::workforce_decline, "workforce_decline", "1/year", 0, 1,
             "Fastest decline when there is no work");
        each(&Netbeheerder::workforce_target, "workforce_target", "1", 0, 2,
             "Work ready against output at which the number stays as it is");
        each(&Netbeheerder::training_lag, "training_lag", "year", 0, 5.75,
             "From work too much to a trained technician");
        each(&Netbeheerder::gas_connection_removal, "gas_connection_removal", "EUR", 0, 10000,
             "Removal of a gas connection of a house");
        each(&Netbeheerder::gas_connection_removal_flat, "gas_connection_removal_flat", "EUR", 0,
             10000, "Removal of a gas connection of an apartment");
        each(&Netbeheerder::gas_main_removal, "gas_main_removal", "EUR/m", 0, 5000,
             "Removal of a gas main that no home uses any more");
        each(&Netbeheerder::gas_main_upkeep, "gas_main_upkeep", "EUR/m/year", 0, 200,
             "Yearly cost of a gas main in use, capital included");
        each(&Netbeheerder::gas_connection_upkeep, "gas_connection_upkeep", "EUR/year", 0, 1000,
             "Yearly cost of a gas connection besides the main");
    }
};
