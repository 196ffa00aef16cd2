#pragma once

#include "models/ids.hpp"

#include <cstddef>

namespace opschaling::models {

/// Cells of dwelling shape times building period, shape first: what a household cannot change.
inline constexpr std::size_t dwelling_cells{dwelling_shapes * building_periods};

constexpr std::size_t dwelling_cell(DwellingShape shape, BuildingPeriod period) {
    return static_cast<std::size_t>(shape) * building_periods + static_cast<std::size_t>(period);
}

constexpr DwellingShape shape_of_cell(std::size_t cell) {
    return static_cast<DwellingShape>(cell / building_periods);
}

/// A cell in one state of insulation: homes of one heat class ask the same heat but for size and
/// behaviour. Cell first, so that the states of a cell lie side by side.
inline constexpr std::size_t heat_classes{dwelling_cells * insulation_states};

constexpr std::size_t heat_class(std::size_t cell, Insulation insulation) {
    return cell * insulation_states + static_cast<std::size_t>(insulation);
}

constexpr std::size_t heat_class(DwellingShape shape, BuildingPeriod period,
                                 Insulation insulation) {
    return heat_class(dwelling_cell(shape, period), insulation);
}

constexpr DwellingShape shape_of_class(std::size_t heat_class) {
    return shape_of_cell(heat_class / insulation_states);
}

constexpr DwellingType type_of_class(std::size_t heat_class) {
    return type_of(shape_of_class(heat_class));
}

constexpr BuildingPeriod period_of_class(std::size_t heat_class) {
    return static_cast<BuildingPeriod>(heat_class / insulation_states % building_periods);
}

constexpr Insulation insulation_of_class(std::size_t heat_class) {
    return static_cast<Insulation>(heat_class % insulation_states);
}

} // namespace opschaling::models
