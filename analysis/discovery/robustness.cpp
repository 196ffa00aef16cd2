#include "analysis/discovery/robustness.hpp"

#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace opschaling::analysis {

namespace {

constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};
constexpr double most_of{0.9};

/// Scenarios in which every policy has a figure.
std::vector<std::vector<double>> whole_scenarios(std::vector<std::vector<double>> const& figures) {
    std::vector<std::vector<double>> whole(figures.size());
    std::size_t const scenarios = figures.empty() ? 0 : figures.front().size();
    for (std::size_t scenario = 0; scenario < scenarios; ++scenario) {
        bool const is_whole = std::ranges::all_of(
            figures, [&](auto const& policy) { return std::isfinite(policy[scenario]); });
        for (std::size_t policy = 0; policy < figures.size() && is_whole; ++policy) {
            whole[policy].push_back(figures[policy][scenario]);
        }
    }
    return whole;
}

double population_deviation(std::span<double const> values) {
    double const centre = mean(values);
    double sum{0.0};
    for (double const value : values) {
        sum += (value - centre) * (value - centre);
    }
    return std::sqrt(sum / static_cast<double>(values.size()));
}

template <typename Holds>
double share_of(std::span<double const> values, Holds&& holds) {
    return static_cast<double>(std::ranges::count_if(values, holds)) /
           static_cast<double>(values.size());
}

Robustness judge(std::span<double const> figures, std::span<double const> regrets,
                 RobustnessOptions const& options) {
    if (figures.empty()) {
        return {undefined, undefined, undefined, undefined, undefined,
                undefined, undefined, undefined, undefined, undefined};
    }
    Robustness judged;
    judged.maximin = std::ranges::min(figures);
    judged.maximax = std::ranges::max(figures);
    judged.hurwicz = options.optimism * judged.maximax + (1.0 - options.optimism) * judged.maximin;
    judged.laplace = mean(figures);
    judged.deviation = population_deviation(figures);
    judged.mean_regret = mean(regrets);
    judged.p90_regret = quantile(regrets, most_of);
    judged.max_regret = std::ranges::max(regrets);
    judged.satisficing =
        share_of(figures, [&](double figure) { return figure >= options.threshold; });
    judged.best_share = share_of(regrets, [](double regret) { return regret == 0.0; });
    return judged;
}

} // namespace

std::vector<std::vector<double>> regrets_of(std::vector<std::vector<double>> const& figures) {
    auto regrets = figures;
    std::size_t const scenarios = figures.empty() ? 0 : figures.front().size();
    for (std::size_t scenario = 0; scenario < scenarios; ++scenario) {
        double best = figures.front()[scenario];
        for (auto const& policy : figures) {
            best = std::max(best, policy[scenario]);
        }
        for (auto& policy : regrets) {
            policy[scenario] = best - policy[scenario];
        }
    }
    return regrets;
}

std::vector<Robustness> judge_policies(std::vector<std::vector<double>> const& figures,
                                       RobustnessOptions const& options) {
    auto const whole = whole_scenarios(figures);
    auto const regrets = regrets_of(whole);
    std::vector<Robustness> judged;
    for (std::size_t policy = 0; policy < whole.size(); ++policy) {
        judged.push_back(judge(whole[policy], regrets[policy], options));
    }
    return judged;
}

} // namespace opschaling::analysis
