#pragma once

#include "models/grid/grid_state.hpp"
#include "models/ids.hpp"
#include "models/warmtenet/nets.hpp"
#include "sim/state/column.hpp"

#include <cstdint>
#include <limits>

namespace opschaling::models {

/// A quarter that never comes.
inline constexpr std::uint16_t never{std::numeric_limits<std::uint16_t>::max()};

/// How far a home is, one bit each.
namespace progress {
inline constexpr std::uint8_t present{1};     ///< in the stock
inline constexpr std::uint8_t reached{2};     ///< a project has made its offer at the door
inline constexpr std::uint8_t waiting{4};     ///< has asked for an installation
inline constexpr std::uint8_t signed_up{8};   ///< has signed for a warmtenet that is not there yet
inline constexpr std::uint8_t by_project{16}; ///< left gas on a project's offer
} // namespace progress

/// A household in one byte: attitude segment, class of discount rate, income.
struct Household {
    std::uint8_t bits{0};

    [[nodiscard]] constexpr unsigned segment() const { return bits & 7U; }

    [[nodiscard]] constexpr unsigned discount_class() const { return (bits >> 3U) & 7U; }

    [[nodiscard]] constexpr bool low_income() const { return (bits & 64U) != 0; }

    static constexpr Household of(unsigned segment, unsigned discount_class, bool low_income) {
        return {
            static_cast<std::uint8_t>(segment | (discount_class << 3U) | (low_income ? 64U : 0U))};
    }
};

inline constexpr std::size_t discount_classes{8};

/// What changes about a home and its household: one row a home, narrow columns. Moments that nature
/// brings are scheduled ahead as quarter numbers, so that a quarter only looks who is due.
struct Homes {
    sim::Column<HomeId, HeatingSystem> heating;
    sim::Column<HomeId, Household> household;
    sim::Column<HomeId, std::uint8_t> moves;
    sim::Column<HomeId, Insulation> insulation;
    sim::Column<HomeId, std::uint8_t> progress;
    sim::Column<HomeId, Connection> connection;
    sim::Column<HomeId, std::uint16_t> next_move;
    sim::Column<HomeId, std::uint16_t> next_renovation;
    sim::Column<HomeId, std::uint16_t> heater_fails;
    /// Ties that have each option, kept up to date when a neighbour changes.
    sim::Column<HomeId, std::uint8_t> ties_hybrid;
    sim::Column<HomeId, std::uint8_t> ties_heat_pump;
    sim::Column<HomeId, std::uint8_t> ties_warmtenet;
};

/// The moments at which a straat's corporatie homes, or its VvE, come up for a common decision.
struct Straten {
    sim::Column<StraatId, std::uint16_t> corporatie_moment;
    sim::Column<StraatId, std::uint16_t> vve_moment;
    /// Quarter in which works that a VvE decided on begin.
    sim::Column<StraatId, std::uint16_t> vve_works;
    sim::Column<StraatId, HeatingSystem> vve_option;
    sim::Column<StraatId, Pipe> pipe; ///< main of a warmtenet
};

} // namespace opschaling::models
