#pragma once

#include "models/bewoner/choose_heating.hpp"
#include "models/world/turn.hpp"

#include <cstdint>

namespace opschaling::models {

/// One wijk in one quarter, seen by the rules that decide for its homes. Rules of different wijken
/// touch different homes, projects and counts, so wijken can be worked on at the same time.
struct WijkTurn {
    Turn& turn;
    ChoiceSetting const& setting;
    WijkId wijk;
    int now; ///< quarter

    [[nodiscard]] Offer const& offer() const { return turn.workspace.offers[wijk]; }

    [[nodiscard]] Counts& counts() const { return turn.state.wijken.counts[wijk]; }

    [[nodiscard]] std::uint32_t key(std::uint32_t home) const {
        return key_of_home(turn.world.geography, wijk, home);
    }
};

/// The home as a chooser, with its ties as they stand.
[[nodiscard]] Chooser chooser_of(WijkTurn const& here, std::uint32_t straat, std::uint32_t home,
                                 bool broken);

/// The home asks for another system: a job for the queues, or a signature when it is a warmtenet
/// that is not there yet.
void ask_for(WijkTurn const& here, std::uint32_t straat, std::uint32_t home, HeatingSystem option,
             bool broken);

/// The heat class of a home as it is insulated now.
[[nodiscard]] std::size_t class_of(Turn const& turn, std::uint32_t home);

/// A gas boiler or the boiler of a hybrid is replaced by the same: done at once, first in line.
void replace_like_for_like(Turn& turn, WijkId wijk, std::uint32_t home, int now);

/// What a home adds to the counts of its wijk under a system, as it is insulated: whole m3 and kWh
/// a year.
struct Use {
    std::int64_t gas{0};
    std::int64_t electricity{0};
    std::int64_t net_heat{0};
    std::int32_t ready{0}; ///< 1 when on gas and insulated well enough to leave it
};

/// The home now adds `after` and no longer `before`.
void count_change(Counts& counts, Use const& before, Use const& after);

/// Heat demand of a home against the mean of its class: its size, and the habits of its wijk.
[[nodiscard]] double demand_of(Turn const& turn, WijkId wijk, std::uint32_t home);

/// Useful heat of a home in a whole number of kWh a year.
[[nodiscard]] std::int64_t useful_heat_of(Turn const& turn, WijkId wijk, std::uint32_t home);

[[nodiscard]] Use use_of(Turn const& turn, WijkId wijk, std::uint32_t home, HeatingSystem system);

} // namespace opschaling::models
