#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// Owners, tenants of a corporatie, other tenants, owners in a VvE, and of all of these those who
/// are hard to reach.
inline constexpr std::size_t resident_groups{5};

/// Work, phases and stalls of a wijkaanpak (rulings 6, 15, 16).
struct ProjectParameters {
    bool staff_binds;
    double reference_homes;
    double size_exponent;
    sim::Share least_on_gas;
    sim::Duration plan_work;
    double plan_team;
    sim::Duration execution_work;
    double execution_team;
    sim::Duration start_delay;
    sim::Duration longest_project;
    double support_trust;
    double support_fit;
    double support_unheard;
    double participation_effort;
    std::array<double, resident_groups> participation_by_group;
    sim::Share hard_to_reach;
    sim::Share volunteer_part;
    sim::Rate volunteer_turnover;
    sim::Rate volunteer_fatigue;
    bool volunteers_paid;
    sim::Rate stall_base;
    sim::Rate stall_behind;
    sim::Share resume_relieved;
    sim::Share resume_blocked;
    sim::Duration longest_pause;
    sim::Rate trust_participation;
    sim::Rate trust_hindrance;
    sim::Duration hindrance_time;
    double trust_cold_handover;
    double trust_broken;
    sim::Rate trust_return;
    double trust_spread;
    double team_spread;
    double learning_by_doing;
    sim::Share tacit_part;
    double reinvention;
    sim::Duration ramp_time;
    double departments;
    double silo_friction;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::ProjectParameters> {
    using Project = models::ProjectParameters;
    static constexpr std::string_view name{"project"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Project::staff_binds, "staff_binds", "1", 0, 1,
             "Whether a gemeente can run out of staff; false gives every project its full team");
        each(&Project::reference_homes, "reference_homes", "home", 50, 5000,
             "Size of wijk to which the work contents belong");
        each(&Project::size_exponent, "size_exponent", "1", 0, 1.5,
             "Work grows with homes to this power");
        each(&Project::least_on_gas, "least_on_gas", "1", 0, 1,
             "A project begins only where more than this part of the homes is still on gas");
        each(&Project::plan_work, "plan_work", "fte*year", 0, 50,
             "Work of a plan for a wijk of the reference size");
        each(&Project::plan_team, "plan_team", "fte", 0.1, 50,
             "Full team while planning, at the reference size");
        each(&Project::execution_work, "execution_work", "fte*year", 0, 200,
             "Work of the execution for a wijk of the reference size");
        each(&Project::execution_team, "execution_team", "fte", 0.1, 50,
             "Full team in execution, at the reference size");
        each(&Project::start_delay, "start_delay", "year", 0, 5,
             "From the choice of a wijk to the first work on its plan");
        each(&Project::longest_project, "longest_project", "year", 1, 40,
             "A project ends after this time, ready or not");
        each(&Project::support_trust, "support_trust", "1", 0, 20,
             "Weight of trust in the local decision on the plan");
        each(&Project::support_fit, "support_fit", "1", 0, 20,
             "Weight of the fit of the approach in that decision, for residents in touch with it");
        each(&Project::support_unheard, "support_unheard", "1", -10, 10,
             "Log-odds of support that residents out of touch give beside their trust");
        each(&Project::participation_effort, "participation_effort", "1", 0, 10,
             "Effort for participation, 1 being common practice");
        each(&Project::participation_by_group, "participation_by_group", "1", 0, 5,
             "How well effort reaches owners, tenants of corporaties, other tenants, owners in "
             "a VvE, those hard to reach");
        each(&Project::hard_to_reach, "hard_to_reach", "1", 0, 1,
             "Part of the households of low income who are hard to reach");
        each(&Project::volunteer_part, "volunteer_part", "1", 0, 1,
             "Part of the effort that rests on residents themselves");
        each(&Project::volunteer_turnover, "volunteer_turnover", "1/year", 0, 2,
             "Residents who leave their group; trust decides who takes their place");
        each(&Project::volunteer_fatigue, "volunteer_fatigue", "1/year", 0, 2,
             "Residents who grow tired and are not replaced, unless they are paid");
        each(&Project::volunteers_paid, "volunteers_paid", "1", 0, 1,
             "Whether residents who carry a project are paid, so that none grows tired");
        each(&Project::stall_base, "stall_base", "1/quarter", 0, 1,
             "Hazard of a stall without barriers");
        each(&Project::stall_behind, "stall_behind", "1/quarter", 0, 1,
             "Added hazard while progress is below a third of the plan");
        each(&Project::resume_relieved, "resume_relieved", "1", 0, 1,
             "Chance in a quarter that a paused project resumes once its cause is relieved");
        each(&Project::resume_blocked, "resume_blocked", "1", 0, 1,
             "The same while its cause stands");
        each(&Project::longest_pause, "longest_pause", "year", 0.25, 20,
             "A project paused longer is stranded");
        each(&Project::trust_participation, "trust_participation", "1/year", 0, 2,
             "Growth of trust by participation, times the part of all residents in touch");
        each(&Project::trust_hindrance, "trust_hindrance", "1/year", 0, 2,
             "Loss of trust while works go on in the whole wijk at once");
        each(&Project::hindrance_time, "hindrance_time", "year", 0, 10,
             "How long works go on in a straat");
        each(&Project::trust_cold_handover, "trust_cold_handover", "1", 0, 1,
             "Loss of trust when the leader goes without any handover");
        each(&Project::trust_broken, "trust_broken", "1", 0, 1,
             "Loss of trust at once when a project strands");
        each(&Project::trust_return, "trust_return", "1/year", 0, 2,
             "Speed at which trust returns to what it was at the start");
        each(&Project::trust_spread, "trust_spread", "1", 0, 0.45,
             "Standard deviation of trust between wijken at the start, around one half");
        each(&Project::team_spread, "team_spread", "1", 0, 2,
             "Standard deviation of skill between teams and between people (sigma_q)");
        each(&Project::learning_by_doing, "learning_by_doing", "1", 0, 0.9,
             "Project time saved for each doubling of a gemeente's own experience");
        each(&Project::tacit_part, "tacit_part", "1", 0, 1,
             "Part of the knowledge of a wijk that is in heads and not on paper");
        each(&Project::reinvention, "reinvention", "1", 0, 5,
             "Part of the plan made again when the leader goes without any handover");
        each(&Project::ramp_time, "ramp_time", "year", 0.01, 10,
             "Time in which new people come to know the wijk");
        each(&Project::departments, "departments", "1", 1, 10,
             "Departments that work on a wijkaanpak without any koppelkans");
        each(&Project::silo_friction, "silo_friction", "1", 0, 1,
             "Time lost for each pair of departments that do not cooperate (kappa_s)");
    }
};
