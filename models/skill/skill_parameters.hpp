#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>
#include <cstddef>

namespace opschaling::models {

/// Intensive talks, a vision across borders, design of heat, load balancing, process management and
/// coupling, law and finance, monitoring and learning, configuring.
inline constexpr std::size_t skill_kinds{8};

/// Straat and buurt, gemeente, RES-regio, Rijk and market.
inline constexpr std::size_t skill_levels{4};
inline constexpr std::size_t skill_places{skill_kinds * skill_levels};

/// Who can do what at which level, and who must (rightskilling).
struct SkillParameters {
    bool binds;
    std::array<double, skill_places> demand;
    std::array<double, skill_places> supply;
    std::array<double, skill_kinds * skill_kinds> substitution;
    double level_substitution;
    sim::Share reference_share;
    sim::Rate training_rate;
    sim::Duration training_time;
    sim::Rate transfer;
    double complementarity;
    double appeal;
    sim::Share least_fill;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::SkillParameters> {
    using Skill = models::SkillParameters;
    static constexpr std::string_view name{"skill"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Skill::binds, "binds", "1", 0, 1,
             "Whether projects can lack skills; false gives every skill at every level");
        each(&Skill::demand, "demand", "1", 0, 100,
             "Fte for a thousand homes in execution, a row of four levels for each skill (d)");
        each(&Skill::supply, "supply", "1", 0, 100,
             "Fte there are before training, for a thousand homes in execution at the "
             "reference volume "
             "(S)");
        each(&Skill::substitution, "substitution", "1", 0, 1,
             "How far who has one skill can do the work of another, a row for each that is "
             "lacking (T_sub)");
        each(&Skill::level_substitution, "level_substitution", "1", 0, 1,
             "The same for who works at another level of the same gemeente");
        each(&Skill::reference_share, "reference_share", "1", 0.001, 1,
             "Part of all homes in execution to which the supply belongs");
        each(&Skill::training_rate, "training_rate", "1/year", 0, 10,
             "Part of a shortage that goes into training in a year");
        each(&Skill::training_time, "training_time", "year", 0.25, 20, "Mean time in training");
        each(&Skill::transfer, "transfer", "1/year", 0, 10,
             "Part of what one level has too much that moves to where it is lacking in a year");
        each(&Skill::complementarity, "complementarity", "1", -20, 1,
             "Exponent of the mean over skills and levels: 1 adds (rho_skill)");
        each(&Skill::appeal, "appeal", "1", 0, 10,
             "Weight of the logarithm of the execution factor in the offer (q_exec)");
        each(&Skill::least_fill, "least_fill", "1", 0.0001, 1,
             "A skill that is wholly lacking counts for this much");
    }
};
