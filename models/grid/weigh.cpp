#include "models/grid/weigh.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

template <std::size_t Hours>
struct Sums {
    ByHour<Hours> mean{};
    ByHour<Hours> variance{};
    ByHour<Hours> power{};
};

/// Always in the order of the classes: the same bytes whoever asks.
template <std::size_t Hours>
Sums<Hours> add_up(HourTable<Hours> const& table, Contents const& contents) {
    Sums<Hours> sums;
    for (std::size_t c = 0; c < load_classes; ++c) {
        if (contents.count[c] == 0) {
            continue;
        }
        auto const n = static_cast<float>(contents.count[c]);
        for (std::size_t h = 0; h < Hours; ++h) {
            sums.mean[h] += n * table.mean[c][h];
            sums.variance[h] += n * table.variance[c][h];
            sums.power[h] += n * table.power[c][h];
        }
    }
    return sums;
}

/// Load and feed-in at one hour.
Weight at_hour(double mean, double variance, double power, double quantile, double roofs) {
    double const spread = quantile * std::sqrt(std::max(variance, 0.0));
    return {.peak = std::min(mean + spread, power),
            .feed_in = std::clamp(spread - mean, 0.0, roofs)};
}

template <std::size_t Hours>
Weight worst(Sums<Hours> const& sums, double quantile, double roofs,
             std::array<double, Hours> const& other) {
    Weight found;
    for (std::size_t h = 0; h < Hours; ++h) {
        auto const here = at_hour(static_cast<double>(sums.mean[h]) + other[h],
                                  static_cast<double>(sums.variance[h]),
                                  static_cast<double>(sums.power[h]) + other[h], quantile, roofs);
        found.peak = std::max(found.peak, here.peak);
        found.feed_in = std::max(found.feed_in, here.feed_in);
    }
    return found;
}

std::array<double, design_hours> of_firms(LoadTable const& table, double other) {
    auto by_hour = table.other;
    for (auto& value : by_hour) {
        value *= other;
    }
    return by_hour;
}

double roofs_of(LoadTable const& table, Contents const& contents) {
    return table.pv_power * contents.count[load_class::pv];
}

} // namespace

Weight weigh(LoadTable const& table, Contents const& contents) {
    return worst<candidate_hours>(add_up(table.candidates, contents), table.quantile,
                                  roofs_of(table, contents), {});
}

Weight weigh_all_hours(LoadTable const& table, Contents const& contents, double other) {
    return worst<design_hours>(add_up(table.all, contents), table.quantile,
                               roofs_of(table, contents), of_firms(table, other));
}

std::array<double, design_hours> load_by_hour(LoadTable const& table, Contents const& contents,
                                              double other) {
    auto const sums = add_up(table.all, contents);
    auto load = of_firms(table, other);
    for (std::size_t h = 0; h < design_hours; ++h) {
        load[h] = at_hour(static_cast<double>(sums.mean[h]) + load[h],
                          static_cast<double>(sums.variance[h]),
                          static_cast<double>(sums.power[h]) + load[h], table.quantile, 0.0)
                      .peak;
    }
    return load;
}

double overload(LoadTable const& table, Contents const& contents, double other, double capacity) {
    auto const sums = add_up(table.all, contents);
    auto const firms = of_firms(table, other);
    double above{0.0};
    for (std::size_t h = 0; h < design_hours; ++h) {
        auto const here = at_hour(static_cast<double>(sums.mean[h]) + firms[h],
                                  static_cast<double>(sums.variance[h]),
                                  static_cast<double>(sums.power[h]) + firms[h], table.quantile,
                                  roofs_of(table, contents));
        above += table.day_weight[h / hours_a_day] *
                 std::max(0.0, std::max(here.peak, here.feed_in) - capacity);
    }
    return above;
}

double energy_of(LoadTable const& table, Contents const& contents) {
    double energy{0.0};
    for (std::size_t c = 0; c < load_classes; ++c) {
        energy += table.energy[c] * contents.count[c];
    }
    return energy;
}

double installed_power(LoadTable const& table, Contents const& contents) {
    double power{0.0};
    for (std::size_t c = 0; c < load_classes; ++c) {
        power += table.installed[c] * contents.count[c];
    }
    return power;
}

} // namespace opschaling::models
