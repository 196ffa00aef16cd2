#include "analysis/sensitivity/elementary_effects.hpp"

#include "analysis/sensitivity/resample.hpp"
#include "analysis/statistics/moments.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace opschaling::analysis {

namespace {

constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};

/// The effects of one trajectory on one replication, by input.
std::vector<double> effects_along(Design const& design, std::span<double const> figures,
                                  std::size_t row, std::size_t scramble) {
    std::vector<double> effects(design.shape.inputs, undefined);
    for (std::size_t member = 1; member < design.shape.members(); ++member) {
        std::size_t const point = design.shape.point_of(row, scramble, member);
        std::size_t const before = design.shape.point_of(row, scramble, member - 1);
        effects[static_cast<std::size_t>(design.moved[point])] =
            (figures[point] - figures[before]) / design.moved_by[point];
    }
    return effects;
}

std::optional<std::size_t> gap_along(Design const& design,
                                     std::vector<std::vector<double>> const& figures,
                                     std::size_t row, std::size_t scramble) {
    for (std::size_t member = 0; member < design.shape.members(); ++member) {
        std::size_t const point = design.shape.point_of(row, scramble, member);
        for (auto const& replication : figures) {
            if (!std::isfinite(replication[point])) {
                return point;
            }
        }
    }
    return std::nullopt;
}

/// Effects by input, [input][trajectory]: means over replications, and the variance of those means.
struct Effects {
    std::vector<std::vector<double>> means;
    double noise{0.0}; ///< sum of variances of a mean
    std::size_t judged{0};
};

void add_trajectory(Design const& design, std::vector<std::vector<double>> const& figures,
                    std::size_t row, std::size_t scramble, Effects& effects) {
    std::vector<std::vector<double>> by_replication;
    by_replication.reserve(figures.size());
    for (auto const& replication : figures) {
        by_replication.push_back(effects_along(design, replication, row, scramble));
    }
    for (std::size_t input = 0; input < design.shape.inputs; ++input) {
        std::vector<double> values;
        values.reserve(figures.size());
        for (auto const& replication : by_replication) {
            values.push_back(replication[input]);
        }
        effects.means[input].push_back(mean(values));
        if (values.size() >= 2) {
            double const deviation = standard_deviation(values);
            effects.noise += deviation * deviation / static_cast<double>(values.size());
            ++effects.judged;
        }
    }
}

double mean_size(std::vector<double> const& values, std::span<std::size_t const> chosen) {
    double sum{0.0};
    for (std::size_t const place : chosen) {
        sum += std::abs(values[place]);
    }
    return sum / static_cast<double>(chosen.size());
}

EffectOfInput summarise(std::vector<double> const& values) {
    EffectOfInput effect{.mean = mean(values),
                         .magnitude = {},
                         .spread = standard_deviation(values),
                         .effects = values.size()};
    double sum{0.0};
    for (double const value : values) {
        sum += std::abs(value);
    }
    effect.magnitude = {sum / static_cast<double>(values.size()), {undefined, undefined}};
    return effect;
}

} // namespace

ElementaryEffects estimate_effects(Design const& design,
                                   std::vector<std::vector<double>> const& figures,
                                   IndexOptions const& options) {
    sim::expects(design.shape.kind == DesignKind::morris, "elementary effects are of morris");
    ElementaryEffects all;
    Effects effects;
    effects.means.resize(design.shape.inputs);
    for (std::size_t row = 0; row < design.shape.rows; ++row) {
        for (std::size_t scramble = 0; scramble < design.shape.scrambles; ++scramble) {
            if (auto const gap = gap_along(design, figures, row, scramble)) {
                all.dropped.push_back({.row = row, .scramble = scramble, .point = *gap});
                continue;
            }
            add_trajectory(design, figures, row, scramble, effects);
            ++all.trajectories;
        }
    }
    for (auto const& values : effects.means) {
        all.inputs.push_back(summarise(values));
    }
    if (all.trajectories >= 2) {
        auto const intervals =
            bootstrap_intervals(all.trajectories, options.resamples, options.seed,
                                options.confidence, [&](std::span<std::size_t const> chosen) {
                                    std::vector<double> sizes;
                                    sizes.reserve(effects.means.size());
                                    for (auto const& values : effects.means) {
                                        sizes.push_back(mean_size(values, chosen));
                                    }
                                    return sizes;
                                });
        for (std::size_t input = 0; input < intervals.size(); ++input) {
            all.inputs[input].magnitude.interval = intervals[input];
        }
    }
    // The mean size of a normal variable is its deviation times the root of 2/pi.
    all.noise_floor = effects.judged == 0 ? undefined
                                          : std::sqrt(2.0 * std::numbers::inv_pi * effects.noise /
                                                      static_cast<double>(effects.judged));
    return all;
}

} // namespace opschaling::analysis
