#pragma once

#include "models/ids.hpp"

#include <cstddef>

namespace opschaling::models {

/// Cells of dwelling type times building period, type first: what a household cannot change.
inline constexpr std::size_t dwelling_cells{dwelling_types * building_periods};

constexpr std::size_t dwelling_cell(DwellingType type, BuildingPeriod period) {
    return static_cast<std::size_t>(type) * building_periods + static_cast<std::size_t>(period);
}

/// A cell in one state of insulation: homes of one heat class ask the same heat but for size and
/// behaviour. Cell first, so that the states of a cell lie side by side.
inline constexpr std::size_t heat_classes{dwelling_cells * insulation_states};

constexpr std::size_t heat_class(std::size_t cell, Insulation insulation) {
    return cell * insulation_states + static_cast<std::size_t>(insulation);
}

constexpr std::size_t heat_class(DwellingType type, BuildingPeriod period, Insulation insulation) {
    return heat_class(dwelling_cell(type, period), insulation);
}

constexpr DwellingType type_of_class(std::size_t heat_class) {
    return static_cast<DwellingType>(heat_class / (building_periods * insulation_states));
}

constexpr BuildingPeriod period_of_class(std::size_t heat_class) {
    return static_cast<BuildingPeriod>(heat_class / insulation_states % building_periods);
}

constexpr Insulation insulation_of_class(std::size_t heat_class) {
    return static_cast<Insulation>(heat_class % insulation_states);
}

} // namespace opschaling::models
