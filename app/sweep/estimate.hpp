#pragma once

#include "app/console.hpp"
#include "app/sweep/prepare_sweep.hpp"

#include <cstddef>

namespace opschaling::app {

/// What a sweep will cost, by a few of its runs that were carried out to time them.
struct SweepEstimate {
    std::size_t runs{0}; ///< at most, under a stopping rule
    std::size_t least_runs{0};
    std::size_t timed_runs{0};
    double seconds_a_run{0.0}; ///< of one processor
    double seconds{0.0};       ///< of waiting, on `threads`
    std::size_t threads{1};
    double bytes_while_running{0.0};
    double bytes_when_finished{0.0}; ///< before compression, so at most
    double memory{0.0};              ///< in bytes, at most
};

/// Carries out runs for a second or two, and at least one; nothing is kept.
[[nodiscard]] SweepEstimate estimate_sweep(PreparedSweep const& sweep, std::size_t threads,
                                           Console const& console);

} // namespace opschaling::app
