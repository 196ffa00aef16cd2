#pragma once

#include "models/grid/load_class.hpp"
#include "models/ids.hpp"

#include <array>
#include <cstddef>

namespace opschaling::models {

/// What a level of the grid shows in a quarter, over all its assets.
struct LevelFigures {
    double capacity{0.0};     ///< kW
    double energy{0.0};       ///< kWh a year
    double peak{0.0};         ///< kW, the sum of each asset's own
    double together{0.0};     ///< kW, the peak of all homes and firms of the level at one moment
    double feed_in{0.0};      ///< kW, the sum of each asset's own
    double overload{0.0};     ///< kWh a year
    double spare{0.0};        ///< sum of 1 - peak / capacity
    double overloaded{0.0};   ///< assets
    double refused{0.0};      ///< homes
    double low_voltage{0.0};  ///< feeders
    double high_voltage{0.0}; ///< feeders

    LevelFigures& operator+=(LevelFigures const& other) {
        capacity += other.capacity;
        peak += other.peak;
        feed_in += other.feed_in;
        overload += other.overload;
        spare += other.spare;
        overloaded += other.overloaded;
        refused += other.refused;
        low_voltage += other.low_voltage;
        high_voltage += other.high_voltage;
        return *this;
    }
};

using GridFigures = std::array<LevelFigures, grid_levels>;

} // namespace opschaling::models
