#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace opschaling::models {

/// What extra tables can say of a buurt besides the figures from which its homes are made. None is
/// needed to build a world: where no table gives one it is absent, never zero.
enum class Measured : std::uint8_t {
    gas_use,
    gas_use_apartment,
    gas_use_terraced,
    gas_use_corner,
    gas_use_semi_detached,
    gas_use_detached,
    gas_use_rented,
    gas_use_owned,
    electricity_use,
    electricity_use_apartment,
    electricity_use_terraced,
    electricity_use_corner,
    electricity_use_semi_detached,
    electricity_use_detached,
    electricity_use_rented,
    electricity_use_owned,
    warmtenet_share,
    corporatie_share,
    built_since_2000_share,
    label_a_share,
    label_b_share,
    label_c_share,
    label_d_share,
    label_e_share,
    label_f_share,
    label_g_share,
    monument_share,
    heat_connection_power,
    dwellings,
    connections,
    connection_pipe,
    main_pipe,
    aquifer_heat,
    ground_heat,
    surface_water_heat,
    rd_x,
    rd_y
};
inline constexpr std::size_t measured_figures{37};

/// A figure's name in files, its unit, what it may be and what it means.
struct MeasuredDeclaration {
    std::string_view name;
    std::string_view unit;
    double lowest;
    double highest;
    std::string_view words_nl;
    std::string_view words_en;
};

inline constexpr double most_gas{50'000.0};          // m3 a home
inline constexpr double most_electricity{200'000.0}; // kWh a home
inline constexpr double most_dwellings{1.0e6};       // in a buurt
inline constexpr double most_pipe{1.0e7};            // m in a buurt
inline constexpr double most_heat{1.0e9};            // GJ in a buurt

/// In the order of Measured. Gas and electricity are means a year over the homes that use them, as
/// CBS gives them (gas corrected for weather); pipes and potentials are of the whole buurt; places
/// are of its middle, in metres of the Rijksdriehoek (EPSG 28992).
inline constexpr std::array<MeasuredDeclaration, measured_figures> measured_declarations{
    {{"gas_use", "m3", 0, most_gas, "gasverbruik per woning", "gas use of a home"},
     {"gas_use_apartment", "m3", 0, most_gas, "gasverbruik appartement", "gas use, apartment"},
     {"gas_use_terraced", "m3", 0, most_gas, "gasverbruik tussenwoning", "gas use, terraced"},
     {"gas_use_corner", "m3", 0, most_gas, "gasverbruik hoekwoning", "gas use, end of terrace"},
     {"gas_use_semi_detached", "m3", 0, most_gas, "gasverbruik twee-onder-een-kap",
      "gas use, semi-detached"},
     {"gas_use_detached", "m3", 0, most_gas, "gasverbruik vrijstaand", "gas use, detached"},
     {"gas_use_rented", "m3", 0, most_gas, "gasverbruik huurwoning", "gas use, rented"},
     {"gas_use_owned", "m3", 0, most_gas, "gasverbruik koopwoning", "gas use, owner-occupied"},
     {"electricity_use", "kWh", 0, most_electricity, "stroomverbruik per woning",
      "electricity use of a home"},
     {"electricity_use_apartment", "kWh", 0, most_electricity, "stroomverbruik appartement",
      "electricity use, apartment"},
     {"electricity_use_terraced", "kWh", 0, most_electricity, "stroomverbruik tussenwoning",
      "electricity use, terraced"},
     {"electricity_use_corner", "kWh", 0, most_electricity, "stroomverbruik hoekwoning",
      "electricity use, end of terrace"},
     {"electricity_use_semi_detached", "kWh", 0, most_electricity,
      "stroomverbruik twee-onder-een-kap", "electricity use, semi-detached"},
     {"electricity_use_detached", "kWh", 0, most_electricity, "stroomverbruik vrijstaand",
      "electricity use, detached"},
     {"electricity_use_rented", "kWh", 0, most_electricity, "stroomverbruik huurwoning",
      "electricity use, rented"},
     {"electricity_use_owned", "kWh", 0, most_electricity, "stroomverbruik koopwoning",
      "electricity use, owner-occupied"},
     {"warmtenet_share", "1", 0, 1, "stadsverwarming", "homes on a warmtenet"},
     {"corporatie_share", "1", 0, 1, "corporatiewoningen", "homes of a corporatie"},
     {"built_since_2000_share", "1", 0, 1, "gebouwd vanaf 2000", "built since 2000"},
     {"label_a_share", "1", 0, 1, "energielabel A of beter", "energy label A or better"},
     {"label_b_share", "1", 0, 1, "energielabel B", "energy label B"},
     {"label_c_share", "1", 0, 1, "energielabel C", "energy label C"},
     {"label_d_share", "1", 0, 1, "energielabel D", "energy label D"},
     {"label_e_share", "1", 0, 1, "energielabel E", "energy label E"},
     {"label_f_share", "1", 0, 1, "energielabel F", "energy label F"},
     {"label_g_share", "1", 0, 1, "energielabel G", "energy label G"},
     {"monument_share", "1", 0, 1, "monumenten", "listed buildings"},
     {"heat_connection_power", "kW", 0, 1000, "aansluitwaarde warmte per woning",
      "heat connection of a home"},
     {"dwellings", "1", 0, most_dwellings, "woningen (voorraad)", "dwellings (stock)"},
     {"connections", "1", 0, most_dwellings, "warmteaansluitingen bij aanleg",
      "heat connections if built"},
     {"connection_pipe", "m", 0, most_pipe, "aansluitleiding warmtenet bij aanleg",
      "connection pipe of a warmtenet if built"},
     {"main_pipe", "m", 0, most_pipe, "hoofdleiding warmtenet bij aanleg",
      "main pipe of a warmtenet if built"},
     {"aquifer_heat", "GJ", 0, most_heat, "potentieel WKO per jaar", "aquifer potential a year"},
     {"ground_heat", "GJ", 0, most_heat, "potentieel bodemlussen per jaar",
      "ground loop potential a year"},
     {"surface_water_heat", "GJ", 0, most_heat, "potentieel oppervlaktewater per jaar",
      "surface water potential a year"},
     {"rd_x", "m", -10'000, 320'000, "midden, RD x", "middle, RD x"},
     {"rd_y", "m", 290'000, 640'000, "midden, RD y", "middle, RD y"}}};

constexpr MeasuredDeclaration const& declaration_of(Measured figure) {
    return measured_declarations[static_cast<std::size_t>(figure)];
}

/// The measured figures of one place, each present or absent.
class MeasuredFigures {
public:
    MeasuredFigures() { values_.fill(std::numeric_limits<double>::quiet_NaN()); }

    [[nodiscard]] std::optional<double> operator[](Measured figure) const {
        double const value = values_[static_cast<std::size_t>(figure)];
        return std::isnan(value) ? std::nullopt : std::optional{value};
    }

    void set(Measured figure, double value) { values_[static_cast<std::size_t>(figure)] = value; }

private:
    std::array<double, measured_figures> values_;
};

} // namespace opschaling::models
