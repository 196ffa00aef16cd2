#pragma once

#include "models/heat/heat_class.hpp"
#include "models/ids.hpp"
#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// Kinds of day by mean outdoor temperature that make up a normal year.
inline constexpr std::size_t day_kinds{9};

/// What heat a dwelling asks, with what efficiency a system gives it, and what systems cost.
struct HeatParameters {
    bool measured_weather;
    std::array<sim::Temperature, day_kinds> day_temperature;
    std::array<sim::Duration, day_kinds> day_count;
    sim::Temperature day_swing;
    sim::Temperature base_temperature;
    sim::Temperature design_temperature;
    std::array<double, dwelling_shapes> floor_area; ///< m2
    std::array<sim::HeatLoss, dwelling_shapes * insulation_states> heat_loss_per_area;
    std::array<double, dwelling_cells> heat_loss_by_period;
    std::array<double, insulation_states> behaviour;
    double behaviour_lowest;
    double behaviour_highest;
    std::array<sim::Share, building_periods * insulation_states> insulation_2018;
    sim::HeatLoss heat_pump_limit;
    std::array<sim::Energy, dwelling_types> tap_water;
    double boiler_space_efficiency;
    double boiler_tap_efficiency;
    sim::EnergyPerGas gas_heating_value;
    std::array<double, 2> cop_low_temperature;
    std::array<double, 2> cop_middle_temperature;
    std::array<double, 2> cop_tap_water;
    std::array<double, 2> cop_hybrid;
    double heat_pump_sizing;
    sim::Power largest_backup;
    sim::Temperature hybrid_bivalent_point;

    sim::Euro boiler_cost;
    sim::Euro hybrid_cost;
    sim::Euro heat_pump_cost;
    std::array<sim::Euro, dwelling_types> emitter_cost;
    std::array<sim::Euro, dwelling_types> insulation_to_good;
    std::array<sim::Euro, dwelling_types> insulation_to_excellent;
    std::array<sim::Share, insulation_states> insulation_done;
    sim::YearSeries<double> insulation_cost_trend;
    sim::Euro electric_cooking_cost;
    std::array<sim::EuroPerYear, heating_systems> upkeep;
    sim::YearSeries<double> heat_pump_cost_trend;
    sim::Duration boiler_life_mean;
    double boiler_life_shape;
    sim::Duration heat_pump_life;
    sim::Share heat_pump_share_2018;
    sim::Share hybrid_share_2018;
    sim::PerGas gas_emission;

    friend bool operator==(HeatParameters const&, HeatParameters const&) = default;
};

/// What a household pays and gets, year by year; flat after the last year given.
struct PriceParameters {
    sim::YearSeries<sim::EuroPerGas> gas;
    sim::YearSeries<sim::EuroPerKWh> electricity;
    sim::YearSeries<sim::EuroPerKWh> heat;
    sim::YearSeries<sim::EuroPerYear> gas_standing_charge;
    sim::YearSeries<sim::EuroPerYear> heat_standing_charge;
    sim::YearSeries<sim::Euro> subsidy_heat_pump;
    sim::YearSeries<sim::Euro> subsidy_hybrid;
    sim::YearSeries<sim::Euro> subsidy_warmtenet;
    sim::YearSeries<sim::Euro> subsidy_rented_warmtenet;
    sim::YearSeries<double> subsidy_insulation;
    sim::YearSeries<sim::PerKWh> electricity_emission;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::HeatParameters> {
    using Heat = models::HeatParameters;
    static constexpr std::string_view name{"heat"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Heat::measured_weather, "measured_weather", "1", 0, 1,
             "Whether the days of each kind are counted in the hourly temperatures that were "
             "imported with the world; false takes day_count");
        each(&Heat::day_temperature, "day_temperature", "degC", -25, 35,
             "Mean outdoor temperature of the kinds of day that make up a year, coldest first");
        each(&Heat::day_count, "day_count", "day", 0, 366,
             "Days of each kind in a normal year; together 365");
        each(&Heat::day_swing, "day_swing", "K", 0, 12,
             "How far the temperature of a day swings about its mean, to either side");
        each(&Heat::base_temperature, "base_temperature", "degC", 8, 20,
             "Mean outdoor temperature from which a home needs no space heat");
        each(&Heat::design_temperature, "design_temperature", "degC", -20, 0,
             "Outdoor temperature for which heating is sized");
        each(&Heat::floor_area, "floor_area", "m2", 20, 500,
             "Mean floor area of a dwelling, by shape (low flat, high flat, terraced, end of "
             "terrace, semi-detached, detached)");
        each(&Heat::heat_loss_per_area, "heat_loss_per_area", "W/K/m2", 0.1, 10,
             "Heat loss of a dwelling of 1965-1984 per floor area, by shape and within it by "
             "insulation (poor, fair, moderate, good, excellent)");
        each(&Heat::heat_loss_by_period, "heat_loss_by_period", "1", 0.2, 3,
             "Heat loss against one of 1965-1984 of the same shape and insulation, by shape and "
             "within it by building period");
        each(&Heat::behaviour, "behaviour", "1", 0.3, 2,
             "Space heat used against heat loss times degree hours, by insulation");
        each(&Heat::behaviour_lowest, "behaviour_lowest", "1", 0, 1,
             "Least that the habits of a wijk can be against what its dwellings lead to expect, "
             "where gas use is measured");
        each(&Heat::behaviour_highest, "behaviour_highest", "1", 1, 20, "Most that they can be");
        each(&Heat::insulation_2018, "insulation_2018", "1", 0, 1,
             "Parts of the homes in each state of insulation at the start of 2018, by building "
             "period; each period together 1");
        each(&Heat::heat_pump_limit, "heat_pump_limit", "W/K", 10, 1000,
             "Heat loss up to which a home needs no insulation before a heat pump");
        each(&Heat::tap_water, "tap_water", "kWh", 0, 6000,
             "Useful heat for tap water in a year, by type");
        each(&Heat::boiler_space_efficiency, "boiler_space_efficiency", "1", 0.5, 1.1,
             "Useful space heat per higher heating value of gas");
        each(&Heat::boiler_tap_efficiency, "boiler_tap_efficiency", "1", 0.4, 1.1,
             "Useful tap water heat per higher heating value of gas");
        each(&Heat::gas_heating_value, "gas_heating_value", "kWh/m3", 8, 11,
             "Higher heating value of natural gas");
        each(&Heat::cop_low_temperature, "cop_low_temperature", "1", 0, 7,
             "Performance of a heat pump on water of 35 degC at 0 degC outdoors, and its gain "
             "per kelvin");
        each(&Heat::cop_middle_temperature, "cop_middle_temperature", "1", 0, 7,
             "The same on water of 45 to 50 degC");
        each(&Heat::cop_tap_water, "cop_tap_water", "1", 0, 7, "The same on tap water");
        each(&Heat::cop_hybrid, "cop_hybrid", "1", 0, 7, "The same of the pump of a hybrid");
        each(&Heat::heat_pump_sizing, "heat_pump_sizing", "1", 0.5, 2,
             "Rated power of a heat pump against what the design heat demand asks of it");
        each(&Heat::largest_backup, "largest_backup", "kW", 0, 12,
             "Most that the electric element beside a heat pump gives");
        each(&Heat::hybrid_bivalent_point, "hybrid_bivalent_point", "degC", -15, 20,
             "Outdoor temperature below which the boiler of a hybrid heats alone");
        each(&Heat::boiler_cost, "boiler_cost", "EUR", 500, 6000, "A gas boiler, installed");
        each(&Heat::hybrid_cost, "hybrid_cost", "EUR", 1000, 15000,
             "The heat pump of a hybrid, installed, without the boiler beside it");
        each(&Heat::heat_pump_cost, "heat_pump_cost", "EUR", 2000, 30000,
             "An air-water heat pump for a whole home, installed, in prices of 2020");
        each(&Heat::emitter_cost, "emitter_cost", "EUR", 0, 10000,
             "Low-temperature radiators for a heat pump, by type");
        each(&Heat::insulation_to_good, "insulation_to_good", "EUR", 0, 60000,
             "Insulation from a poor to a good state, by type");
        each(&Heat::insulation_to_excellent, "insulation_to_excellent", "EUR", 0, 120000,
             "Insulation from a poor to an excellent state, by type");
        each(&Heat::insulation_done, "insulation_done", "1", 0, 1,
             "Part of the cost from poor to good that a state already has behind it");
        each(&Heat::insulation_cost_trend, "insulation_cost_trend", "1", 0.1, 3,
             "Insulation cost against 2020, by year");
        each(&Heat::electric_cooking_cost, "electric_cooking_cost", "EUR", 0, 5000,
             "Induction hob, group and change to the connection when a home leaves gas");
        each(&Heat::upkeep, "upkeep", "EUR/year", 0, 2000,
             "Yearly service of a gas boiler, hybrid, heat pump and warmtenet connection");
        each(&Heat::heat_pump_cost_trend, "heat_pump_cost_trend", "1", 0.1, 2,
             "Heat pump and hybrid cost against 2020, by year");
        each(&Heat::boiler_life_mean, "boiler_life_mean", "year", 5, 40,
             "Scale of the Weibull life of a gas boiler");
        each(&Heat::boiler_life_shape, "boiler_life_shape", "1", 1, 12,
             "Shape of the Weibull life of a gas boiler");
        each(&Heat::heat_pump_life, "heat_pump_life", "year", 5, 40,
             "Years over which an investment in a heating system is spread");
        each(&Heat::heat_pump_share_2018, "heat_pump_share_2018", "1", 0, 1,
             "Part of the homes with a heat pump alone at the start of 2018");
        each(&Heat::hybrid_share_2018, "hybrid_share_2018", "1", 0, 1,
             "Part of the homes with a hybrid at the start of 2018");
        each(&Heat::gas_emission, "gas_emission", "kg/m3", 1, 3,
             "CO2 from burning a cubic metre of natural gas");
    }
};

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::PriceParameters> {
    using Price = models::PriceParameters;
    static constexpr std::string_view name{"price"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Price::gas, "gas", "EUR/m3", 0, 10, "Gas, all taxes and delivery included");
        each(&Price::electricity, "electricity", "EUR/kWh", 0, 3,
             "Electricity, all taxes and delivery included");
        each(&Price::heat, "heat", "EUR/GJ", 0, 300, "Heat from a warmtenet, taxes included");
        each(&Price::gas_standing_charge, "gas_standing_charge", "EUR/year", 0, 2000,
             "What a gas connection costs in a year before any use");
        each(&Price::heat_standing_charge, "heat_standing_charge", "EUR/year", 0, 3000,
             "What a warmtenet connection costs in a year before any use");
        each(&Price::subsidy_heat_pump, "subsidy_heat_pump", "EUR", 0, 20000,
             "National subsidy (ISDE) on a heat pump");
        each(&Price::subsidy_hybrid, "subsidy_hybrid", "EUR", 0, 20000,
             "National subsidy (ISDE) on a hybrid");
        each(&Price::subsidy_warmtenet, "subsidy_warmtenet", "EUR", 0, 20000,
             "National subsidy (ISDE) on a connection to a warmtenet");
        each(&Price::subsidy_rented_warmtenet, "subsidy_rented_warmtenet", "EUR", 0, 20000,
             "National subsidy (SAH) to a landlord or corporatie for the same, beside it");
        each(&Price::subsidy_insulation, "subsidy_insulation", "1", 0, 1,
             "Part of the insulation cost that the national subsidy pays");
        each(&Price::electricity_emission, "electricity_emission", "kg/kWh", 0, 1,
             "CO2 from a kWh of electricity, by year");
    }
};
