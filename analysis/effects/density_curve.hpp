#pragma once

#include "analysis/statistics/intervals.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// Parts of the players that a density curve is measured at.
inline constexpr std::array<double, 11> density_nodes{0.0, 0.02, 0.05, 0.1, 0.2, 0.35,
                                                      0.5, 0.65, 0.8,  0.9, 1.0};

/// What one replication gives for the curve: worths of nested coalitions, one a node (0 first, 1
/// last), and its estimate of V'(0).
struct CurveReplication {
    std::vector<double> worths;
    double slope{0.0};
    /// The control variate: what the players of each node's coalition are expected to add, one by
    /// one; the last entry is of all. Empty: none.
    std::vector<double> expected{};
};

/// A mean over replications with its interval.
struct Estimate {
    double mean{0.0};
    Interval interval{};
    std::vector<double> values{}; ///< by replication
};

struct CurvePoint {
    double p{0.0};
    Estimate added;          ///< V(p) - V(0)
    Estimate non_additivity; ///< N(p) = V(p) - V(0) - p V'(0)
};

/// The whole against the sum of its parts.
struct DensityCurve {
    std::vector<CurvePoint> points;
    Estimate sum_of_parts;                  ///< V'(0)
    Estimate non_additivity;                ///< N
    double share{0.0};                      ///< N over V'(0)
    std::optional<Interval> share_interval; ///< Fieller's; nothing where V'(0) may be 0
};

/// Estimates over replications. The coalition of a node holds a part p of the players to within
/// one, and not the average ones: with the control variate, V(p) - V(0) is estimated by u(S_p) -
/// expected(S_p) + p expected(all), which leaves out what that composition does.
[[nodiscard]] DensityCurve estimate_curve(std::span<double const> nodes,
                                          std::span<CurveReplication const> replications);

/// Mean and t-interval.
[[nodiscard]] Estimate estimate_of(std::span<double const> values);

} // namespace opschaling::analysis
