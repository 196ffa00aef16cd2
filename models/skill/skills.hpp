#pragma once

#include "models/ids.hpp"
#include "models/skill/skill_parameters.hpp"
#include "sim/state/column.hpp"

#include <array>
#include <cstdint>

namespace opschaling::models {

/// Levels within a gemeente: straat and buurt, and the gemeente itself.
inline constexpr std::size_t local_levels{2};
inline constexpr std::size_t local_skills{skill_kinds * local_levels};

using LocalSkills = std::array<float, local_skills>; ///< fte, a row of two levels for each skill
using KindsOfSkill = std::array<float, skill_kinds>; ///< fte

/// Who can do what, by level: what training and moves have added to the supply of 2018, which the
/// parameters hold, so that a branch may begin with people elsewhere.
struct Skills {
    sim::Column<GemeenteId, LocalSkills> local;
    sim::Column<GemeenteId, LocalSkills> local_trainees;
    sim::Column<RegioId, KindsOfSkill> regio;
    sim::Column<RegioId, KindsOfSkill> regio_trainees;
    KindsOfSkill rijk{};
    KindsOfSkill rijk_trainees{};
    /// What the skills there are make of the execution of projects: 1 where nothing lacks.
    sim::Column<GemeenteId, float> factor;
    std::array<float, skill_places> fill{}; ///< over the world, by demand; 1 where none is asked
};

} // namespace opschaling::models
