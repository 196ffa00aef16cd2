#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace opschaling::analysis {

/// When a point has been run often enough: when half the width of the interval of its mean is
/// within a tolerance. Judged on its first replications in order, at `least` and its multiples, so
/// that what happens to be ready cannot change the answer (Chow and Robbins 1965; Law 2015, 9.4).
struct ReplicationRule {
    std::size_t least{10};
    std::string outcome;
    std::optional<double> relative; ///< against the size of the true mean
    std::optional<double> absolute; ///< in the outcome's unit
    double confidence{0.95};

    friend bool operator==(ReplicationRule const&, ReplicationRule const&) = default;
};

/// How many replications can be asked for at once: the first `least`, then as many again, up to
/// `most`. The checkpoint behind `done` replications.
[[nodiscard]] std::size_t next_checkpoint(ReplicationRule const& rule, std::size_t done,
                                          std::size_t most);

/// Whether these values, one a replication, are enough. A value of a run that failed is NaN and
/// left out; fewer than two values are never enough, unless all failed.
/// The mean counts against `relative` as gamma / (1 + gamma), since the true mean is not known.
[[nodiscard]] bool are_enough(ReplicationRule const& rule, std::span<double const> values);

/// The same for a policy against the reference on the same dice: the interval is that of the paired
/// differences, and a relative tolerance is against the reference's mean, since a difference may
/// well be zero.
[[nodiscard]] bool are_enough(ReplicationRule const& rule, std::span<double const> values,
                              std::span<double const> reference);

} // namespace opschaling::analysis
