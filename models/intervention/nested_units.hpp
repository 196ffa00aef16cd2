#pragma once

#include "models/aanpak/aanpak_parameters.hpp"
#include "models/heat/heat_parameters.hpp"
#include "models/warmtenet/net_source.hpp"
#include "models/warmtenet/warmtenet_parameters.hpp"
#include "models/world/world.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// Who decides together, smallest first: places that hold one another, with merged ones between.
enum class ScaleLevel : std::uint8_t {
    home,
    straat,
    five_straten,
    buurt,
    wijk,
    sixteen_buurten,
    gemeente,
    four_gemeenten,
    regio,
    five_regios,
    rijk
};
inline constexpr std::size_t scale_levels{11};

/// Homes of a unit that are alike: of one buurt, dwelling and tenure.
struct HomeGroup {
    std::uint32_t part{0};     ///< which buurt of the unit
    double homes{0.0};         ///< in this world
    double heat{0.0};          ///< kWh of useful heat a year, of one of them
    double metres{0.0};        ///< of main past one of them
    double far_technical{0.0}; ///< squared distance to the mean home of the unit, by what matters
    double far_social{0.0};    ///< to technical and to social modules
};

/// A source of residual heat that a unit can reach.
struct ReachedSource {
    double km{0.0};
    double capacity{0.0}; ///< kW
};

/// Homes that decide together.
struct ScaleUnit {
    std::vector<HomeGroup> groups;
    std::vector<ReachedSource> sources; ///< nearest first
    std::uint32_t parts{0};             ///< buurten
    double homes{0.0};                  ///< in this world
    double share{1.0}; ///< of the homes that decide together, the part that this world holds

    /// How many decide together: the homes here stand for those of the regio or country that the
    /// world leaves out.
    [[nodiscard]] double deciding() const { return homes / share; }
};

/// Whose decisions are looked at.
enum class Households : std::uint8_t { all, detached };

using UnitsByLevel = std::array<std::vector<ScaleUnit>, scale_levels>;

/// Units of every level, at most so many of each, spread evenly over the world. A home is where its
/// building period, kind, corporatie or VvE and place put it, in the measure of the wijken
/// (`Geography::context`); so the larger the unit, the more its homes differ. Sources are those
/// that place_net_sources gives. With `detached` the units hold the detached homes alone, and
/// decide for them.
[[nodiscard]] UnitsByLevel gather_units(World const& world, HeatParameters const& heat,
                                        AanpakParameters const& aanpak,
                                        WarmtenetParameters const& warmtenet, std::size_t at_most,
                                        Households households = Households::all);

} // namespace opschaling::models
