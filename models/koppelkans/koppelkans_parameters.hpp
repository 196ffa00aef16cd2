#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>
#include <cstddef>

namespace opschaling::models {

/// Sewers and other works in the ground; renovation; climate adaptation and green; work and
/// training; liveability and provisions; energy poverty; circular building; homes for later life.
inline constexpr std::size_t coupling_types{8};
inline constexpr std::size_t work_and_training{3};

/// Afstemming, meekoppelkans, koppelkans: from telling each other to one project of several
/// departments.
inline constexpr std::size_t coupling_modes{3};

/// Works of others that a wijkaanpak can be joined to, what that takes and what it brings. How many
/// couplings are best is no parameter: it follows.
struct KoppelkansParameters {
    bool couples;
    double most_couplings;
    double connect_from;
    std::array<sim::Rate, coupling_types> arrivals;
    std::array<double, coupling_types> departments;
    std::array<double, coupling_types> physical;
    std::array<sim::Share, coupling_types> dig_saved;
    std::array<sim::Share, coupling_types> work_saved;
    std::array<sim::Share, coupling_types> hindrance_shared;
    std::array<double, coupling_types> energy_hook;
    std::array<double, coupling_types> trust_hook;
    std::array<double, coupling_modes> work_by_department;
    std::array<double, coupling_modes> most_departments;
    std::array<sim::Share, coupling_modes> part_gained;
    sim::Duration slack;
    double urgency;
    double schedule_variance;
    double complexity;
    sim::Share product_part;
    double crews_trained;
    sim::Duration training_time;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::KoppelkansParameters> {
    using Koppelkans = models::KoppelkansParameters;
    static constexpr std::string_view name{"koppelkans"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Koppelkans::couples, "couples", "1", 0, 1,
             "Whether projects look for works of others at all");
        each(&Koppelkans::most_couplings, "most_couplings", "1", 0, 100,
             "Couplings that a project takes on at most (n_k); 0 is «niet verbinden»");
        each(&Koppelkans::connect_from, "connect_from", "1", 0, 1,
             "A gemeente whose departments work less as one than this does not connect, and "
             "grows together first");
        each(&Koppelkans::arrivals, "arrivals", "1/year", 0, 10,
             "Works of others in a wijk of the reference size, by type; energy poverty: where "
             "as many have a low income as in the country");
        each(&Koppelkans::departments, "departments", "1", 1, 10,
             "Departments that each type takes as a koppelkans (D)");
        each(&Koppelkans::physical, "physical", "1", 0, 1,
             "1 where framework contracts of contractors bind, by type");
        each(&Koppelkans::dig_saved, "dig_saved", "1", 0, 1,
             "Part of the cost of mains saved by digging once (b_o), by type");
        each(&Koppelkans::work_saved, "work_saved", "1", 0, 1,
             "Part of the work of execution saved (b_o), by type");
        each(&Koppelkans::hindrance_shared, "hindrance_shared", "1", 0, 1,
             "Part of the hindrance that residents would have had anyhow, by type");
        each(&Koppelkans::energy_hook, "energy_hook", "1", -2, 2,
             "Energy that the other subject gives the offer, in standard deviations");
        each(&Koppelkans::trust_hook, "trust_hook", "1", -1, 1,
             "Trust gained when the coupling is made, by type");
        each(&Koppelkans::work_by_department, "work_by_department", "1", 0, 20,
             "Fte years for each department: afstemming, meekoppelkans, koppelkans");
        each(&Koppelkans::most_departments, "most_departments", "1", 1, 10,
             "Departments involved at most, by those modes");
        each(&Koppelkans::part_gained, "part_gained", "1", 0, 1,
             "Part of the benefit of a coupling that each mode brings");
        each(&Koppelkans::slack, "slack", "year", 0, 50,
             "How far two plans may lie apart and still be joined");
        each(&Koppelkans::urgency, "urgency", "1", -10, 20,
             "Log-odds that the other party and residents feel urgency, where energy is mean");
        each(&Koppelkans::schedule_variance, "schedule_variance", "1", 1, 10,
             "Factor on the base hazard of a stall for each coupling");
        each(&Koppelkans::complexity, "complexity", "1", 0, 1,
             "Part that the square of the number of couplings adds to work and team");
        each(&Koppelkans::product_part, "product_part", "1", 0, 1,
             "Part of a social coupling that is left where products take the place of services "
             "that nobody is there to give");
        each(&Koppelkans::crews_trained, "crews_trained", "1", 0, 10,
             "Installers that a coupling with work and training adds to the RES-regio in a "
             "year");
        each(&Koppelkans::training_time, "training_time", "year", 0, 10,
             "Time before the first of them work");
    }
};
