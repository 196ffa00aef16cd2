#pragma once

#include <cstddef>
#include <span>

namespace opschaling::analysis {

/// When a mean is known well enough: its half-width is at most a part of it or an amount in its own
/// unit, whichever is more; or as many replications as allowed have been run (measurement.md 2.1).
struct StoppingRule {
    std::size_t first{32};
    std::size_t most{1024};
    double part{0.05};
    double amount{0.005};
};

/// Replications still to run before looking again: 0 when enough, else as many as there are
/// already (so that the number doubles), up to the most allowed.
[[nodiscard]] std::size_t more_replications(std::span<double const> values,
                                            StoppingRule const& rule);

} // namespace opschaling::analysis
