#pragma once

#include "models/intervention/find_window.hpp"
#include "models/world/parameters.hpp"
#include "sim/time/quarter.hpp"

#include <cstddef>
#include <vector>

namespace opschaling::models {

/// Homes at a bound of a window, and where 90 % of the draws have it.
struct ScaleBound {
    double homes{0.0}; ///< NaN where there is none
    double low{0.0};
    double high{0.0};
    double found_in{0.0}; ///< part of the draws that have one
};

/// One intervention over all levels: what it brings, where it is worth it, what a pilot can show.
struct ScaleFinding {
    std::size_t intervention{0};
    Households households{Households::all};
    BenefitByScale benefits{};
    ScaleWindow window{};
    ScaleBound smallest{};
    ScaleBound best{};
    ScaleBound largest{};
    bool blind{false};
    double blind_in{0.0}; ///< part of the draws in which a pilot is blind to it
};

/// All nine over the homes of a world, and the heat pump of one's own once more for detached homes
/// alone; at most so many units of each level, and so many draws of costs and judgements for the
/// intervals. A pure function: the same for every number of threads.
[[nodiscard]] std::vector<ScaleFinding> scan_interventions(World const& world,
                                                           Parameters const& parameters,
                                                           sim::Quarter quarter,
                                                           std::size_t at_most, std::size_t draws);

} // namespace opschaling::models
