#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::models {

/// Units for which a warmtenet on residual heat could be decided on together.
enum class UnitLevel : std::uint8_t { straat, wijk, four_wijken, gemeente, regio };
inline constexpr std::size_t unit_levels{5};

/// What residual heat is worth to a unit, over the units of one level (measurement.md 2.6).
struct NetBenefit {
    UnitLevel level{UnitLevel::straat};
    std::size_t units{0};      ///< looked at
    double homes{0.0};         ///< in the mean unit
    double mean{0.0};          ///< EUR for each home past which mains lie, net present
    double half_interval{0.0}; ///< of 95 %, between units, normal
    double positive{0.0};      ///< part of the units where it is above zero
};

/// Switches that take a cause away, for the tests of what each one does.
struct BenefitSwitches {
    bool fixed_cost{true};
    bool transport{true};
    bool distance_between_resident_and_decision{true};
};

/// Net present value per home served of a net on the residual heat nearest to it, if its homes
/// decide together: the uptake falls with the logarithm of their number (lambda), sources are taken
/// nearest first until their power reaches, and what they lack is not served; mains lie only in
/// wijken whose heat carries them, or in the one that comes nearest to it. The value of heat is
/// its price, which stands beside that of gas; no subsidy. At most `at_most` units of each level,
/// spread evenly over the world, at the prices of one quarter.
[[nodiscard]] std::vector<NetBenefit>
net_benefit_of_residual_heat(World const& world, Parameters const& parameters, sim::Quarter quarter,
                             std::size_t at_most, BenefitSwitches switches = {});

/// The smallest level from which on residual heat is surely worth it: its lower bound is above
/// zero, and that of the next level too where there is one. Past the end where there is none.
[[nodiscard]] std::size_t smallest_sure_level(std::vector<NetBenefit> const& benefits);

} // namespace opschaling::models
