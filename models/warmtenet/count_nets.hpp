#pragma once

#include "models/world/turn.hpp"

#include <cstdint>

namespace opschaling::models {

/// Homes that burn gas though a warmtenet lies in front of their door.
struct Holdouts {
    std::int64_t homes{0};      ///< beside a main laid in the run
    std::int64_t last_homes{0}; ///< of straten where few are left
    double last_metres{0.0};    ///< of gas main in those straten
    /// EUR for each of the last: their straten's gas main laid anew for them alone.
    double cost_per_last_home{0.0};
};

[[nodiscard]] Holdouts count_holdouts(Turn const& turn);

/// Over all nets, those of before 2018 included.
struct NetTotals {
    double built{0.0};  ///< nets decided in the run
    double metres{0.0}; ///< of main
    double loss{0.0};   ///< kWh a year
};

[[nodiscard]] NetTotals count_nets(Turn const& turn);

} // namespace opschaling::models
