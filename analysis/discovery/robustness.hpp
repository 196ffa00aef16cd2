#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// How one policy does over many scenarios by one figure of which more is better (McPhail and
/// others 2018, doi:10.1002/2017EF000649). A figure of which less is better goes in with its sign
/// turned.
struct Robustness {
    double maximin{0.0};   ///< its worst scenario
    double maximax{0.0};   ///< its best
    double hurwicz{0.0};   ///< a part `optimism` of the best and the rest of the worst
    double laplace{0.0};   ///< the mean
    double deviation{0.0}; ///< over scenarios, of the population
    /// Regret: how much less than the best policy of the same scenario.
    double mean_regret{0.0};
    double p90_regret{0.0};
    double max_regret{0.0};
    /// The share of scenarios in which it reaches the threshold (Starr's domain criterion).
    double satisficing{0.0};
    /// The share of scenarios in which no policy is better.
    double best_share{0.0};
};

struct RobustnessOptions {
    double optimism{0.6}; ///< a of Hurwicz
    double threshold{0.0};
};

/// `figures` as [policy][scenario]; a scenario in which any policy has NaN is left out for all.
[[nodiscard]] std::vector<Robustness>
judge_policies(std::vector<std::vector<double>> const& figures, RobustnessOptions const& options);

/// By scenario, the regret of each policy: [policy][scenario].
[[nodiscard]] std::vector<std::vector<double>>
regrets_of(std::vector<std::vector<double>> const& figures);

} // namespace opschaling::analysis
