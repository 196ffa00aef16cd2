#pragma once

#include "sim/parameters/declaration.hpp"

namespace opschaling::models {

/// Installers of a RES-regio as one pool of crews (ruling 22).
struct InstallerParameters {
    bool capacity_binds;
    sim::Duration boiler_days;
    sim::Duration hybrid_days;
    sim::Duration heat_pump_days;
    sim::Duration warmtenet_days;
    double start_utilisation;
    double start_other_work;
    sim::YearSeries<double> other_work;
    bool refused_work_counts;
    double learning_rate;
    sim::Rate entry_speed;
    double entry_target;
    double entry_lowest;
    double entry_highest;
    sim::Duration training_lag;
    double price_response;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::InstallerParameters> {
    using Installer = models::InstallerParameters;
    static constexpr std::string_view name{"installer"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Installer::capacity_binds, "capacity_binds", "1", 0, 1,
             "Whether installers can be fully booked; false gives every job its slot at once");
        each(&Installer::boiler_days, "boiler_days", "day", 0.1, 30,
             "Crew days to replace a gas boiler");
        each(&Installer::hybrid_days, "hybrid_days", "day", 0.1, 30,
             "Crew days to install a hybrid");
        each(&Installer::heat_pump_days, "heat_pump_days", "day", 0.1, 60,
             "Crew days to install a heat pump with what belongs to it");
        each(&Installer::warmtenet_days, "warmtenet_days", "day", 0.1, 30,
             "Crew days in the home to connect it to a warmtenet");
        each(&Installer::start_utilisation, "start_utilisation", "1", 0.1, 1,
             "Work asked against capacity at the start of 2018");
        each(&Installer::start_other_work, "start_other_work", "1", 0, 5,
             "Crew days for heat pumps and hybrids at the start, against those for boilers");
        each(&Installer::other_work, "other_work", "1", 0, 5,
             "Crew days for heat pumps in new homes and other buildings, against those for "
             "boilers at the start, by year; they come before heat pumps in homes");
        each(&Installer::refused_work_counts, "refused_work_counts", "1", 0, 1,
             "Whether requests that the grid refuses count as work asked of installers");
        each(&Installer::learning_rate, "learning_rate", "1", 0, 0.5,
             "Price that installation loses with each doubling of the heat pumps in the "
             "RES-regio");
        each(&Installer::entry_speed, "entry_speed", "1/year", 0, 1,
             "Yearly growth of capacity per unit of utilisation above the target");
        each(&Installer::entry_target, "entry_target", "1", 0.1, 1,
             "Utilisation at which capacity neither grows nor shrinks");
        each(&Installer::entry_lowest, "entry_lowest", "1", -1, 0,
             "Lowest deviation of utilisation that capacity responds to");
        each(&Installer::entry_highest, "entry_highest", "1", 0, 5,
             "Highest deviation of utilisation that capacity responds to");
        each(&Installer::training_lag, "training_lag", "year", 0, 5,
             "From a shortage to the crews that it attracts; rounded to quarters");
        each(&Installer::price_response, "price_response", "1", 0, 3,
             "Rise of the installation price when utilisation goes from the target to 1");
    }
};
