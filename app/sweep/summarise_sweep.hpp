#pragma once

#include "analysis/store/sweep_file.hpp"

#include <cstddef>
#include <vector>

namespace opschaling::app {

/// One outcome under one policy, over all points and replications that are done.
struct OutcomeSummary {
    double mean{0.0};
    double lowest{0.0};
    double highest{0.0};
};

/// What a sweep came to in a few figures. NaN where no run is done.
struct SweepSummary {
    std::size_t done{0};
    std::size_t failed{0};
    std::size_t skipped{0};
    std::vector<std::vector<OutcomeSummary>> outcomes; ///< [outcome][policy]
};

[[nodiscard]] SweepSummary summarise_sweep(analysis::SweepFile const& file);

} // namespace opschaling::app
