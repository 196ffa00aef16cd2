#pragma once

#include "models/skill/skills.hpp"
#include "models/world/turn.hpp"

#include <span>

namespace opschaling::models {

/// How far what is asked of each place of a skill is filled, 0 to 1; 1 where nothing is asked.
/// Every place first serves itself; what it has too much then does the work of other places as far
/// as `can(lacking, there)` says, shared in proportion to what they lack.
void fill_places(std::span<double const> asked, std::span<double const> there,
                 double (*can)(SkillParameters const&, std::size_t lacking, std::size_t there),
                 SkillParameters const& parameters, std::span<double> filled);

/// Within a gemeente: skills by levels straat and gemeente, two for each skill.
[[nodiscard]] double can_locally(SkillParameters const& parameters, std::size_t lacking,
                                 std::size_t there);
/// At one level: a place for each skill.
[[nodiscard]] double can_at_level(SkillParameters const& parameters, std::size_t lacking,
                                  std::size_t there);

/// The mean of fills with these weights and exponent rho (CES); 1 where all are filled.
[[nodiscard]] double execution_factor(SkillParameters const& parameters,
                                      std::span<double const> weights,
                                      std::span<double const> fills);

/// What projects in execution ask by skill and level is held against what is there: the execution
/// factor of each gemeente follows, who is lacking is trained, who is too many moves.
void fill_skills(Turn& turn, sim::Quarter quarter);

/// What the skills there are make of the execution of a project: 1 where nothing lacks.
[[nodiscard]] inline double skill_factor(Turn const& turn, std::uint32_t gemeente) {
    return static_cast<double>(turn.state.skills.factor[sim::id_at<GemeenteId>(gemeente)]);
}

void start_skills(World const& world, State& state);

} // namespace opschaling::models
