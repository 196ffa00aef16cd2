#pragma once

#include "models/world/turn.hpp"

#include <optional>

namespace opschaling::models {

/// The load class of a heating system, nothing for a gas boiler.
[[nodiscard]] std::optional<std::size_t> load_class_of(HeatingSystem system, Connection connection);

/// All that a home puts on its feeder.
[[nodiscard]] Contents contents_of(DwellingType type, HeatingSystem system, Connection connection);

/// A heating system and how it counts on the grid.
struct Heating {
    HeatingSystem system;
    Connection connection;
};

/// What changes on its feeder when a home goes from one to the other.
[[nodiscard]] Contents change_of(Heating from, Heating to);

/// How the home's heating counts when it is in a heat class, its own demand considered.
[[nodiscard]] Connection heat_connection(HeatDemands const& demands, World const& world,
                                         std::uint32_t home, std::size_t heat_class,
                                         Connection connection);

/// Whether a home charges a car and has PV in a year, by its own lot: who has it once keeps it
/// while the shares rise.
[[nodiscard]] Connection device_connection(GridParameters const& grid, World const& world,
                                           sim::Seed seed, WijkId wijk, std::uint32_t home,
                                           double year, Connection connection);

/// A home appears on the grid, or changes: its feeder and station know at once.
void put_on_grid(Turn& turn, std::uint32_t straat, Contents const& change);

/// Whether every asset above the home carries it under the system that it asks; if not, each that
/// does not notes the refusal for its netbeheerder.
[[nodiscard]] bool grid_carries(Turn& turn, std::uint32_t straat, std::uint32_t home,
                                HeatingSystem option);

} // namespace opschaling::models
