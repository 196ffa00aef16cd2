#include "analysis/effects/chance.hpp"

#include "analysis/statistics/moments.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr double surely{0.95};

double normal_probability(double z) {
    return std::erfc(-z / std::numbers::sqrt2) / 2.0;
}

double normal_density(double z) {
    return std::exp(-z * z / 2.0) / std::sqrt(2.0 * std::numbers::pi);
}

/// E g(Z) for Z the largest of n standard normal values.
template <typename Function>
double expected_of_largest(std::size_t n, Function&& g) {
    constexpr double step{0.005};
    constexpr int lowest{-1600};
    constexpr int highest{2000};
    double sum{0.0};
    double all{0.0};
    for (int i = lowest; i <= highest; ++i) {
        double const z = i * step;
        double const density = static_cast<double>(n) *
                               std::pow(normal_probability(z), static_cast<double>(n) - 1.0) *
                               normal_density(z);
        sum += density * g(z);
        all += density;
    }
    return sum / all;
}

/// What is believed of an advantage after its pilot and so many fresh sites.
struct Belief {
    double mean;
    double spread;
};

Belief believe(PilotTrial const& trial, std::size_t approach, std::size_t verifications,
               AdvantagePrior const& prior) {
    double sum = trial.seen[approach];
    for (std::size_t k = 0; k < verifications; ++k) {
        sum += trial.verified[approach][k];
    }
    double const sites = 1.0 + static_cast<double>(verifications);
    if (prior.noise <= 0.0) {
        return {sum / sites, 0.0};
    }
    if (prior.spread <= 0.0) {
        return {prior.mean, 0.0};
    }
    double const of_prior = 1.0 / (prior.spread * prior.spread);
    double const of_sites = 1.0 / (prior.noise * prior.noise);
    double const precision = of_prior + sites * of_sites;
    return {(prior.mean * of_prior + sum * of_sites) / precision, 1.0 / std::sqrt(precision)};
}

bool surely_positive(Belief const& belief) {
    return belief.spread > 0.0 ? normal_probability(belief.mean / belief.spread) >= surely
                               : belief.mean > 0.0;
}

Proportion proportion_of(std::size_t hits, std::size_t of) {
    return {.share = of > 0 ? static_cast<double>(hits) / static_cast<double>(of) : 0.0,
            .interval = proportion_interval(hits, of),
            .of = of};
}

double luck_in(std::span<PilotTrial const> trials) {
    std::vector<double> truth;
    std::vector<double> seen;
    for (auto const& trial : trials) {
        truth.insert(truth.end(), trial.truth.begin(), trial.truth.end());
        seen.insert(seen.end(), trial.seen.begin(), trial.seen.end());
    }
    double const spread = standard_deviation(seen);
    double const together = correlation(truth, seen);
    return std::isfinite(together) && spread > 0.0
               ? 1.0 - together * standard_deviation(truth) / spread
               : 0.0;
}

} // namespace

ChanceFigures scaling_by_chance(AdvantagePrior const& prior, std::size_t pilots) {
    sim::expects(pilots > 0 && prior.spread > 0.0, "the best pilot is of some that differ");
    double const of_truth = prior.spread * prior.spread;
    double const of_noise = prior.noise * prior.noise;
    double const reliability = of_truth / (of_truth + of_noise);
    double const of_seen = std::sqrt(of_truth + of_noise);
    double const left = prior.spread * std::sqrt(1.0 - reliability);
    // The chance that the truth is below a bound, given how far above the mean the pilot came out.
    auto const below = [&](double bound, double above) {
        double const expected = prior.mean + reliability * above;
        return left > 0.0 ? normal_probability((bound - expected) / left)
                          : static_cast<double>(expected <= bound);
    };
    ChanceFigures figures;
    figures.worthless =
        expected_of_largest(pilots, [&](double z) { return below(0.0, z * of_seen); });
    figures.half = expected_of_largest(
        pilots, [&](double z) { return below(0.5 * (prior.mean + z * of_seen), z * of_seen); });
    double const largest = expected_of_largest(pilots, [](double z) { return z; });
    figures.luck_share = 1.0 - reliability;
    figures.expected_seen = prior.mean + largest * of_seen;
    figures.expected_true = prior.mean + reliability * largest * of_seen;
    return figures;
}

std::optional<std::size_t> scale_up(PilotTrial const& trial, ScalingRule rule,
                                    std::size_t verifications, AdvantagePrior const& prior) {
    if (trial.seen.empty()) {
        return std::nullopt;
    }
    std::vector<std::size_t> order(trial.seen.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return trial.seen[i]; });
    switch (rule) {
    case ScalingRule::naive:
        return order.front();
    case ScalingRule::shrinkage:
        if (believe(trial, order.front(), 0, prior).mean > 0.0) {
            return order.front();
        }
        return std::nullopt;
    case ScalingRule::verified:
        break;
    }
    auto const passes = [&](std::size_t approach) {
        return surely_positive(believe(trial, approach, verifications, prior));
    };
    auto const first = std::ranges::find_if(order, passes);
    return first == order.end() ? std::nullopt : std::optional{*first};
}

ScalingRecord judge_scaling(std::span<PilotTrial const> trials, ScalingRule rule,
                            std::size_t verifications, AdvantagePrior const& prior) {
    std::size_t scaled{0};
    std::size_t worthless{0};
    std::size_t half{0};
    double regret{0.0};
    for (auto const& trial : trials) {
        auto const chosen = scale_up(trial, rule, verifications, prior);
        double got{0.0};
        if (chosen) {
            got = trial.truth[*chosen];
            ++scaled;
            worthless += got <= 0.0 ? 1U : 0U;
            half += got < 0.5 * trial.seen[*chosen] ? 1U : 0U;
        }
        double const best =
            trial.truth.empty() ? 0.0 : std::max(0.0, *std::ranges::max_element(trial.truth));
        regret += best - got;
    }
    return {.scales = proportion_of(scaled, trials.size()),
            .worthless = proportion_of(worthless, scaled),
            .half = proportion_of(half, scaled),
            .regret = trials.empty() ? 0.0 : regret / static_cast<double>(trials.size()),
            .luck_share = luck_in(trials)};
}

AdvantagePrior estimate_prior(std::span<PilotTrial const> trials) {
    std::vector<double> sites;
    double within{0.0};
    double degrees{0.0};
    for (auto const& trial : trials) {
        for (auto const& repeated : trial.verified) {
            sites.insert(sites.end(), repeated.begin(), repeated.end());
            if (repeated.size() >= 2) {
                double const spread = standard_deviation(repeated);
                auto const freedom = static_cast<double>(repeated.size() - 1);
                within += freedom * spread * spread;
                degrees += freedom;
            }
        }
    }
    AdvantagePrior prior;
    prior.mean = mean(sites);
    double const noise = degrees > 0.0 ? within / degrees : 0.0;
    double const all = standard_deviation(sites);
    prior.noise = std::sqrt(noise);
    prior.spread = std::sqrt(std::max(0.0, all * all - noise));
    return prior;
}

} // namespace opschaling::analysis
