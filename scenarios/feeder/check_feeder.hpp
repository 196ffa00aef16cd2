#pragma once

#include "scenarios/feeder/read_feeder.hpp"
#include "scenarios/feeder/read_solutions.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// How far the linearised voltages of models/grid are from a published solution.
struct SolutionCheck {
    FeederSolution const* solution{nullptr};
    std::size_t compared{0};
    std::size_t unknown{0};    ///< buses or loads of the solution that the feeder does not have
    double largest_error{0.0}; ///< of the rated voltage, or of the largest power
    double mean_error{0.0};
    double lowest{0.0}; ///< voltage against the rated one; nought of powers
};

/// The worst that the feeder itself meets in its day.
struct FeederDay {
    double peak_kilowatt{0.0};
    std::size_t peak_minute{0};   ///< from 1
    double lowest_voltage{0.0};   ///< against the rated one
    std::size_t lowest_minute{0}; ///< from 1
    std::string lowest_bus;
};

[[nodiscard]] FeederDay day_of(Feeder const& feeder);

[[nodiscard]] std::vector<SolutionCheck>
check_solutions(Feeder const& feeder, std::vector<FeederSolution> const& solutions);

} // namespace opschaling::scenarios
