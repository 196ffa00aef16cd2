#include "analysis/effects/break_even.hpp"

#include "sim/contract/expects.hpp"

#include <algorithm>
#include <limits>

namespace opschaling::analysis {

std::vector<double> discounted_sums(std::span<double const> yearly, double rate) {
    std::vector<double> sums;
    double sum{0.0};
    double weight{1.0};
    for (double const amount : yearly) {
        sum += weight * amount;
        weight /= 1.0 + rate;
        sums.push_back(sum);
    }
    return sums;
}

std::optional<std::size_t> overtakes_from(std::span<double const> path,
                                          std::span<double const> other) {
    sim::expects(path.size() == other.size(), "paths have the same years");
    std::size_t from{path.size()};
    while (from > 0 && path[from - 1] > other[from - 1]) {
        --from;
    }
    return from == path.size() ? std::nullopt : std::optional{from};
}

BreakEven break_even(std::span<std::optional<std::size_t> const> places, int first_year) {
    constexpr double later{std::numeric_limits<double>::infinity()};
    constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};
    std::vector<double> years;
    for (auto const& place : places) {
        years.push_back(place ? first_year + static_cast<double>(*place) : later);
    }
    auto const never =
        static_cast<std::size_t>(std::ranges::count(places, std::optional<std::size_t>{}));
    BreakEven found;
    found.never = {.share = places.empty()
                                ? undefined
                                : static_cast<double>(never) / static_cast<double>(places.size()),
                   .interval = proportion_interval(never, places.size()),
                   .of = places.size()};
    if (years.empty()) {
        found.year = undefined;
        found.interval = {undefined, undefined};
        return found;
    }
    std::ranges::sort(years);
    found.year = years[(years.size() - 1) / 2];
    found.interval =
        years.size() == 1 ? Interval{undefined, undefined} : quantile_interval(years, 0.5);
    return found;
}

} // namespace opschaling::analysis
