#include "analysis/sensitivity/given_data.hpp"

#include "analysis/sensitivity/resample.hpp"
#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};
constexpr std::size_t shuffles{100};
constexpr double chance_share{0.95};
constexpr double most_groups{128.0};

/// The variance around a mean that was taken off, divided by n.
double mean_square(std::span<double const> centred) {
    double sum{0.0};
    for (double const value : centred) {
        sum += value * value;
    }
    return sum / static_cast<double>(centred.size());
}

/// Figures, centred, in the order of an input, and where each group of it ends.
struct Ordered {
    std::vector<double> figures;
    std::vector<std::size_t> ends;
};

double by_groups(std::span<double const> figures, std::vector<std::size_t> const& ends) {
    double between{0.0};
    double within{0.0};
    std::size_t begin{0};
    for (std::size_t const end : ends) {
        auto const group = figures.subspan(begin, end - begin);
        double const centre = mean(group);
        between += static_cast<double>(group.size()) * centre * centre;
        for (double const figure : group) {
            within += (figure - centre) * (figure - centre);
        }
        begin = end;
    }
    auto const groups = static_cast<double>(ends.size());
    double const error = within / (static_cast<double>(figures.size()) - groups);
    return (between - (groups - 1.0) * error) / (between + within);
}

double index_of(std::span<double const> figures, std::vector<std::size_t> const& ends) {
    if (2 * ends.size() > figures.size() || !(mean_square(figures) > 0.0)) {
        return undefined;
    }
    return by_groups(figures, ends);
}

/// Ends of groups of equal size, about as many as there are points in one.
std::vector<std::size_t> even_ends(std::size_t count) {
    auto const groups = static_cast<std::size_t>(
        std::clamp(std::round(std::sqrt(static_cast<double>(count))), 1.0, most_groups));
    std::vector<std::size_t> ends;
    for (std::size_t group = 1; group <= groups; ++group) {
        ends.push_back(count * group / groups);
    }
    return ends;
}

Ordered put_in_order(std::span<double const> x, std::span<double const> y) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (std::isfinite(x[i]) && std::isfinite(y[i])) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return x[i]; });
    Ordered ordered;
    for (std::size_t i = 0; i < order.size(); ++i) {
        ordered.figures.push_back(y[order[i]]);
        if (i + 1 == order.size() || x[order[i]] != x[order[i + 1]]) {
            ordered.ends.push_back(i + 1);
        }
    }
    // A value that comes back on average is a level and a group of its own.
    if (2 * ordered.ends.size() > order.size()) {
        ordered.ends = even_ends(order.size());
    }
    double const centre = mean(ordered.figures);
    for (double& figure : ordered.figures) {
        figure -= centre;
    }
    // Figures that differ by rounding alone do not vary.
    constexpr double rounding{1.0e-12};
    if (!ordered.figures.empty() &&
        std::sqrt(mean_square(ordered.figures)) <= rounding * std::abs(centre)) {
        std::ranges::fill(ordered.figures, 0.0);
    }
    return ordered;
}

} // namespace

double first_order_index(std::span<double const> x, std::span<double const> y) {
    auto const ordered = put_in_order(x, y);
    return index_of(ordered.figures, ordered.ends);
}

std::vector<GivenDataIndex> given_data_indices(std::span<double const> values, std::size_t inputs,
                                               std::span<double const> figures,
                                               std::uint32_t seed) {
    std::vector<GivenDataIndex> indices;
    std::vector<double> column(figures.size());
    for (std::size_t input = 0; input < inputs; ++input) {
        for (std::size_t point = 0; point < figures.size(); ++point) {
            column[point] = values[point * inputs + input];
        }
        auto ordered = put_in_order(column, figures);
        GivenDataIndex index{.first = index_of(ordered.figures, ordered.ends),
                             .chance_level = undefined};
        if (!std::isnan(index.first)) {
            std::vector<double> by_chance;
            for (std::uint32_t shuffle = 0; shuffle < shuffles; ++shuffle) {
                for (std::size_t left = ordered.figures.size(); left > 1; --left) {
                    std::swap(ordered.figures[left - 1],
                              ordered.figures[resampled(seed, shuffle,
                                                        static_cast<std::uint32_t>(left), left)]);
                }
                by_chance.push_back(index_of(ordered.figures, ordered.ends));
            }
            index.chance_level = quantile(by_chance, chance_share);
        }
        indices.push_back(index);
    }
    return indices;
}

} // namespace opschaling::analysis
