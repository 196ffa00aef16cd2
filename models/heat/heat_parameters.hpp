#pragma once

#include "models/ids.hpp"
#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// Cells of dwelling type times building period, type first.
inline constexpr std::size_t dwelling_cells{dwelling_types * building_periods};

constexpr std::size_t dwelling_cell(DwellingType type, BuildingPeriod period) {
    return static_cast<std::size_t>(type) * building_periods + static_cast<std::size_t>(period);
}

/// What heat a dwelling asks, with what efficiency a system gives it, and what systems cost.
struct HeatParameters {
    std::array<sim::Energy, dwelling_cells> useful_space_heat;
    std::array<sim::Energy, dwelling_types> tap_water;
    double boiler_space_efficiency;
    double boiler_tap_efficiency;
    sim::EnergyPerGas gas_heating_value;
    std::array<double, building_periods> heat_pump_performance;
    double heat_pump_tap_performance;
    double hybrid_performance;
    sim::Share hybrid_share_of_space_heat;

    sim::Euro boiler_cost;
    sim::Euro hybrid_cost;
    sim::Euro heat_pump_cost;
    std::array<sim::Euro, dwelling_types> emitter_cost;
    std::array<sim::Euro, dwelling_types> insulation_cost;
    std::array<sim::Share, building_periods> insulation_needed;
    sim::Euro electric_cooking_cost;
    std::array<sim::EuroPerYear, heating_systems> upkeep;
    sim::YearSeries<double> heat_pump_cost_trend;
    sim::Duration boiler_life_mean;
    double boiler_life_shape;
    sim::Duration heat_pump_life;
    sim::Share heat_pump_share_2018;
    sim::Share hybrid_share_2018;
    sim::PerGas gas_emission;
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
    static constexpr std::tuple lines{
        Parameter{&Heat::useful_space_heat, "useful_space_heat", "kWh", 500, 60000,
                  "Useful space heat of a dwelling in a year, by type (apartment, terraced, "
                  "semi-detached, detached) and within it by building period"},
        Parameter{&Heat::tap_water, "tap_water", "kWh", 0, 6000,
                  "Useful heat for tap water in a year, by type"},
        Parameter{&Heat::boiler_space_efficiency, "boiler_space_efficiency", "1", 0.5, 1.1,
                  "Useful space heat per higher heating value of gas"},
        Parameter{&Heat::boiler_tap_efficiency, "boiler_tap_efficiency", "1", 0.4, 1.1,
                  "Useful tap water heat per higher heating value of gas"},
        Parameter{&Heat::gas_heating_value, "gas_heating_value", "kWh/m3", 8, 11,
                  "Higher heating value of natural gas"},
        Parameter{
            &Heat::heat_pump_performance, "heat_pump_performance", "1", 1.5, 7,
            "Seasonal performance of an air-water heat pump on space heat, by building period"},
        Parameter{&Heat::heat_pump_tap_performance, "heat_pump_tap_performance", "1", 1, 5,
                  "Performance of a heat pump on tap water"},
        Parameter{&Heat::hybrid_performance, "hybrid_performance", "1", 1.5, 7,
                  "Seasonal performance of the heat pump in a hybrid"},
        Parameter{&Heat::hybrid_share_of_space_heat, "hybrid_share_of_space_heat", "1", 0, 1,
                  "Part of the space heat that a hybrid makes with its heat pump"},
        Parameter{&Heat::boiler_cost, "boiler_cost", "EUR", 500, 6000, "A gas boiler, installed"},
        Parameter{&Heat::hybrid_cost, "hybrid_cost", "EUR", 1000, 15000,
                  "The heat pump of a hybrid, installed, without the boiler beside it"},
        Parameter{&Heat::heat_pump_cost, "heat_pump_cost", "EUR", 2000, 30000,
                  "An air-water heat pump for a whole home, installed, in prices of 2020"},
        Parameter{&Heat::emitter_cost, "emitter_cost", "EUR", 0, 10000,
                  "Low-temperature radiators for a heat pump, by type"},
        Parameter{&Heat::insulation_cost, "insulation_cost", "EUR", 0, 60000,
                  "Insulation from a low to a medium level, by type"},
        Parameter{
            &Heat::insulation_needed, "insulation_needed", "1", 0, 1,
            "Part of that insulation still missing before a heat pump fits, by building period"},
        Parameter{&Heat::electric_cooking_cost, "electric_cooking_cost", "EUR", 0, 5000,
                  "Induction hob, group and change to the connection when a home leaves gas"},
        Parameter{&Heat::upkeep, "upkeep", "EUR/year", 0, 2000,
                  "Yearly service of a gas boiler, hybrid, heat pump and warmtenet connection"},
        Parameter{&Heat::heat_pump_cost_trend, "heat_pump_cost_trend", "1", 0.1, 2,
                  "Heat pump and hybrid cost against 2020, by year"},
        Parameter{&Heat::boiler_life_mean, "boiler_life_mean", "year", 5, 40,
                  "Scale of the Weibull life of a gas boiler"},
        Parameter{&Heat::boiler_life_shape, "boiler_life_shape", "1", 1, 12,
                  "Shape of the Weibull life of a gas boiler"},
        Parameter{&Heat::heat_pump_life, "heat_pump_life", "year", 5, 40,
                  "Years over which an investment in a heating system is spread"},
        Parameter{&Heat::heat_pump_share_2018, "heat_pump_share_2018", "1", 0, 1,
                  "Part of the homes with a heat pump alone at the start of 2018"},
        Parameter{&Heat::hybrid_share_2018, "hybrid_share_2018", "1", 0, 1,
                  "Part of the homes with a hybrid at the start of 2018"},
        Parameter{&Heat::gas_emission, "gas_emission", "kg/m3", 1, 3,
                  "CO2 from burning a cubic metre of natural gas"},
    };
};

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::PriceParameters> {
    using Price = models::PriceParameters;
    static constexpr std::string_view name{"price"};
    static constexpr std::tuple lines{
        Parameter{&Price::gas, "gas", "EUR/m3", 0, 10, "Gas, all taxes and delivery included"},
        Parameter{&Price::electricity, "electricity", "EUR/kWh", 0, 3,
                  "Electricity, all taxes and delivery included"},
        Parameter{&Price::heat, "heat", "EUR/GJ", 0, 300, "Heat from a warmtenet, taxes included"},
        Parameter{&Price::gas_standing_charge, "gas_standing_charge", "EUR/year", 0, 2000,
                  "What a gas connection costs in a year before any use"},
        Parameter{&Price::heat_standing_charge, "heat_standing_charge", "EUR/year", 0, 3000,
                  "What a warmtenet connection costs in a year before any use"},
        Parameter{&Price::subsidy_heat_pump, "subsidy_heat_pump", "EUR", 0, 20000,
                  "National subsidy (ISDE) on a heat pump"},
        Parameter{&Price::subsidy_hybrid, "subsidy_hybrid", "EUR", 0, 20000,
                  "National subsidy (ISDE) on a hybrid"},
        Parameter{&Price::subsidy_warmtenet, "subsidy_warmtenet", "EUR", 0, 20000,
                  "National subsidy (ISDE) on a connection to a warmtenet"},
        Parameter{&Price::subsidy_rented_warmtenet, "subsidy_rented_warmtenet", "EUR", 0, 20000,
                  "National subsidy (SAH) to a landlord or corporatie for the same, beside it"},
        Parameter{&Price::subsidy_insulation, "subsidy_insulation", "1", 0, 1,
                  "Part of the insulation cost that the national subsidy pays"},
        Parameter{&Price::electricity_emission, "electricity_emission", "kg/kWh", 0, 1,
                  "CO2 from a kWh of electricity, by year"},
    };
};
