#pragma once

#include "models/world/turn.hpp"

#include <optional>

namespace opschaling::models {

/// The load class of a heating system, nothing for a gas boiler.
[[nodiscard]] std::optional<std::size_t> load_class_of(HeatingSystem system, Connection connection);

/// Whether the load of a heating system depends on the home's heat loss.
[[nodiscard]] constexpr bool is_counted_by_heat(HeatingSystem system) {
    return system == HeatingSystem::hybrid || system == HeatingSystem::heat_pump;
}

/// A heating system and how it counts on the grid.
struct Heating {
    HeatingSystem system;
    Connection connection;
};

/// Counts all that a home puts on its feeder, once (1) or off again (-1).
void count_home(Contents& contents, DwellingType type, Heating heating, std::int32_t times);

/// All that a home puts on its feeder.
[[nodiscard]] Contents contents_of(DwellingType type, Heating heating);

/// What changes on its feeder when a home goes from one to the other.
[[nodiscard]] Contents change_of(Heating from, Heating to);

/// How the home's heating counts when it is in a heat class, its own demand considered.
[[nodiscard]] Connection heat_connection(HeatCounting const& counting, World const& world,
                                         std::uint32_t home, std::size_t heat_class,
                                         Connection connection);

/// A home appears on the grid, or changes: its feeder and station know at once.
void put_on_grid(Turn& turn, std::uint32_t straat, Contents const& change);

/// Whether every asset above the home carries it under the system that it asks; if not, each that
/// does not notes the refusal for its netbeheerder.
[[nodiscard]] bool grid_carries(Turn& turn, std::uint32_t straat, std::uint32_t home,
                                HeatingSystem option);

} // namespace opschaling::models
