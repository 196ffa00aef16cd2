#pragma once

#include <cstddef>
#include <cstdint>

namespace opschaling::models {

/// A home: an occupied dwelling with its household, one agent. Homes of one straat lie side by
/// side, straten of one wijk too, wijken of one gemeente too.
enum class HomeId : std::uint32_t {};
/// A block of about thirty homes: where ties are and where a complex or VvE decides.
enum class StraatId : std::uint32_t {};
/// The unit that a wijkaanpak targets: a CBS buurt by default.
enum class WijkId : std::uint32_t {};
enum class GemeenteId : std::uint32_t {};
enum class RegioId : std::uint32_t {};
enum class NetbeheerderId : std::uint32_t {};
/// A part of the electricity grid: all of one level side by side, feeders first.
enum class AssetId : std::uint32_t {};

/// From the cable in the street up: LV feeder, MV/LV station, MV string, HV/MV substation, and the
/// region of a netbeheerder, which has no limit of its own.
enum class GridLevel : std::uint8_t { feeder, station, string, substation, region };
inline constexpr std::size_t grid_levels{5};
/// Those that can be full.
inline constexpr std::size_t limited_levels{4};

enum class DwellingType : std::uint8_t { apartment, terraced, semi_detached, detached };
inline constexpr std::size_t dwelling_types{4};

/// What of a dwelling lies open to the weather, within its type: what its heat loss depends on.
/// Shapes of one type lie side by side. The stock of the Netherlands counts a home at the end of a
/// terrace as semi-detached (G12), so that its type is that.
enum class DwellingShape : std::uint8_t {
    low_flat,  ///< an apartment in a building of at most four layers
    high_flat, ///< an apartment in a higher one
    terraced,  ///< between two neighbours
    end_of_terrace,
    semi_detached, ///< two under one roof
    detached
};
inline constexpr std::size_t dwelling_shapes{6};

constexpr DwellingType type_of(DwellingShape shape) {
    switch (shape) {
    case DwellingShape::low_flat:
    case DwellingShape::high_flat:
        return DwellingType::apartment;
    case DwellingShape::terraced:
        return DwellingType::terraced;
    case DwellingShape::end_of_terrace:
    case DwellingShape::semi_detached:
        return DwellingType::semi_detached;
    case DwellingShape::detached:
        break;
    }
    return DwellingType::detached;
}

/// The shape of a type before anything finer is known.
constexpr DwellingShape plain_shape(DwellingType type) {
    switch (type) {
    case DwellingType::apartment:
        return DwellingShape::low_flat;
    case DwellingType::terraced:
        return DwellingShape::terraced;
    case DwellingType::semi_detached:
        return DwellingShape::semi_detached;
    case DwellingType::detached:
        break;
    }
    return DwellingShape::detached;
}

enum class BuildingPeriod : std::uint8_t {
    before_1945,
    from_1945_to_1964,
    from_1965_to_1984,
    from_1985_to_2004,
    since_2005
};
inline constexpr std::size_t building_periods{5};

/// How well a home keeps its heat, after energy label: E to G, D, C, B, A and better.
enum class Insulation : std::uint8_t { poor, fair, moderate, good, excellent };
inline constexpr std::size_t insulation_states{5};

enum class Tenure : std::uint8_t { owner, owner_in_vve, corporatie, private_rent };
inline constexpr std::size_t tenures{4};

enum class HeatingSystem : std::uint8_t { gas_boiler, hybrid, heat_pump, warmtenet };
inline constexpr std::size_t heating_systems{4};

/// No gas connection at all, cooking included.
constexpr bool is_gas_free(HeatingSystem system) {
    return system == HeatingSystem::heat_pump || system == HeatingSystem::warmtenet;
}

} // namespace opschaling::models
