#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// How homes, straten, stations and ties are made from a table of buurten.
struct WorldParameters {
    int homes_per_straat;
    int smallest_site;
    double homes_per_feeder;
    std::array<double, 5> homes_per_station;
    double stations_per_string;
    double strings_per_substation;
    double cable_per_street;
    int straat_ties;
    sim::Share homes_with_weak_tie;
    sim::Share tenure_homophily;
    double demand_spread;
    std::array<sim::Share, 5> high_flats;
    std::array<sim::Share, 5> ends_of_terraces;
    sim::Share warmtenet_share_2018;
    double national_homes;
    double new_homes_per_year;
    sim::YearSeries<double> new_homes_on_gas;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::WorldParameters> {
    using World = models::WorldParameters;
    static constexpr std::string_view name{"world"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&World::homes_per_straat, "homes_per_straat", "home", 5, 200,
             "Mean number of homes in a straat, the block in which neighbours know each other");
        each(&World::smallest_site, "smallest_site", "home", 1, 1000,
             "Wijken below this size join a neighbour for projects");
        each(&World::homes_per_feeder, "homes_per_feeder", "home", 10, 500,
             "Homes fed by one cable of a station");
        each(&World::homes_per_station, "homes_per_station", "home", 10, 1000,
             "Homes fed by one MV/LV station, from very urban to rural");
        each(&World::stations_per_string, "stations_per_string", "station", 1, 100,
             "Stations along one cable of a substation");
        each(&World::strings_per_substation, "strings_per_substation", "1", 1, 200,
             "Such cables from one HV/MV substation");
        each(&World::cable_per_street, "cable_per_street", "1", 0.3, 4,
             "Low-voltage cable per length of street");
        each(&World::straat_ties, "straat_ties", "1", 0, 12,
             "Ties of a home with neighbours in its straat; even, half on each side");
        each(&World::homes_with_weak_tie, "homes_with_weak_tie", "1", 0, 1,
             "Part of the homes with one tie elsewhere in the gemeente");
        each(&World::tenure_homophily, "tenure_homophily", "1", 0, 1,
             "Part of the weak ties that stay within the same tenure");
        each(&World::demand_spread, "demand_spread", "1", 0, 1,
             "Standard deviation of the logarithm of heat demand within a type and period");
        each(
            &World::high_flats, "high_flats", "1", 0, 1,
            "Part of the apartments in buildings of five layers or more, from very urban to rural");
        each(&World::ends_of_terraces, "ends_of_terraces", "1", 0, 1,
             "Part of the homes counted as semi-detached that stand at an end of a terrace, from "
             "very urban to rural");
        each(&World::warmtenet_share_2018, "warmtenet_share_2018", "1", 0, 1,
             "Part of the homes on a warmtenet at the start of 2018");
        each(&World::national_homes, "national_homes", "home", 1, 2.0e7,
             "Homes in the Netherlands, against which national capacities are shared out");
        each(&World::new_homes_per_year, "new_homes_per_year", "home/year", 0, 3.0e5,
             "Homes that joined the national stock in each year from 2018 up to 2023");
        each(&World::new_homes_on_gas, "new_homes_on_gas", "1", 0, 1,
             "Part of the new homes without a warmtenet that still get a gas connection");
    }
};
