#pragma once

#include "models/ids.hpp"

#include <cstdint>

namespace opschaling::models {

/// What a wijkaanpak, or what it left behind, means for the homes of its wijk in this quarter.
struct Offer {
    bool open{false};            ///< a project in execution makes its offer to homes it has reached
    bool net_built{false};       ///< there is a warmtenet that takes new homes
    bool low_temperature{false}; ///< that warmtenet needs insulated homes
    bool gas_ends{false};        ///< the designated date has passed: no new gas boiler or hybrid
    HeatingSystem option{HeatingSystem::warmtenet};
    double appeal{0.0};            ///< what equation (4) adds to the utility of the option
    double household_money{0.0};   ///< EUR for a home that takes the option
    double net_money{0.0};         ///< EUR for the warmtebedrijf, for each such home
    double standing_money{0.0};    ///< EUR for any home that leaves gas, outside projects
    std::uint32_t first_straat{0}; ///< straten reached in this quarter: from here
    std::uint32_t last_straat{0};  ///< up to but not including this one
};

} // namespace opschaling::models
