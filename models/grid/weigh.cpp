#include "models/grid/weigh.hpp"

#include <algorithm>
#include <cmath>
#include <experimental/simd>
#include <limits>
#include <tuple>

namespace opschaling::models {

namespace {

constexpr double infinite{std::numeric_limits<double>::infinity()};

using Lanes = std::array<double, block_hours>;

/// How many there are of a class, where there are any.
struct Present {
    std::uint32_t load_class;
    float count;
};

struct AllPresent {
    std::array<Present, load_classes> of;
    std::size_t classes{0};

    explicit AllPresent(Contents const& contents) {
        for (std::uint32_t c = 0; c < load_classes; ++c) {
            auto const count = contents.count[c];
            of[classes] = {c, static_cast<float>(count)};
            classes += count != 0 ? 1 : 0;
        }
    }
};

/// Hours side by side in a register: each operation is the one of IEEE 754 on every lane, so the
/// width of the registers changes no figure.
template <std::size_t Width>
using Vector = std::experimental::fixed_size_simd<float, static_cast<int>(Width)>;

template <std::size_t Width>
Vector<Width> load(float const* first) {
    return {first, std::experimental::element_aligned};
}

/// Mean, variance and power of a block of hours.
struct Sums {
    ByHour<block_hours> mean;
    ByHour<block_hours> variance;
    ByHour<block_hours> power;
};

/// Always in the order of the classes: the same bytes whoever asks.
Sums add_up(HourBlock const& block, AllPresent const& present) {
    Vector<block_hours> mean{0.0F};
    Vector<block_hours> variance{0.0F};
    Vector<block_hours> power{0.0F};
    for (std::size_t i = 0; i < present.classes; ++i) {
        auto const [c, n] = present.of[i];
        auto const& one = block[c];
        mean += n * load<block_hours>(one.mean.data());
        variance += n * load<block_hours>(one.variance.data());
        power += n * load<block_hours>(one.power.data());
    }
    Sums sums;
    mean.copy_to(sums.mean.data(), std::experimental::element_aligned);
    variance.copy_to(sums.variance.data(), std::experimental::element_aligned);
    power.copy_to(sums.power.data(), std::experimental::element_aligned);
    return sums;
}

/// Load and feed-in at each hour of a block.
struct Hourly {
    Lanes peak;
    Lanes feed_in;
};

Hourly at_hours(Sums const& sums, Lanes const& other, double quantile, double roofs) {
    Hourly hourly;
    for (std::size_t h = 0; h < block_hours; ++h) {
        double const mean = static_cast<double>(sums.mean[h]) + other[h];
        double const power = static_cast<double>(sums.power[h]) + other[h];
        double const spread =
            quantile * std::sqrt(std::max(static_cast<double>(sums.variance[h]), 0.0));
        hourly.peak[h] = std::min(mean + spread, power);
        hourly.feed_in[h] = std::min(std::max(spread - mean, 0.0), roofs);
    }
    return hourly;
}

void keep_worst(Weight& worst, Hourly const& hourly) {
    for (std::size_t h = 0; h < block_hours; ++h) {
        worst.peak = std::max(worst.peak, hourly.peak[h]);
        worst.feed_in = std::max(worst.feed_in, hourly.feed_in[h]);
    }
}

Lanes of_firms(LoadTable const& table, double other, std::size_t block) {
    Lanes load;
    for (std::size_t h = 0; h < block_hours; ++h) {
        load[h] = table.other[block * block_hours + h] * other;
    }
    return load;
}

double roofs_of(LoadTable const& table, Contents const& contents) {
    return table.pv_power * contents.count[load_class::pv];
}

using ByBlock = Vector<std::tuple_size_v<BlockBounds::ByBlock>>;

/// What no hour of a block passes, each block in a lane; contents are never negative.
struct Bounds {
    ByBlock peak;
    ByBlock feed_in;
};

Bounds bound(LoadTable const& table, AllPresent const& present, double other) {
    auto const& of_class = table.bounds;
    ByBlock high{0.0F};
    ByBlock low{0.0F};
    ByBlock variance{0.0F};
    for (std::size_t i = 0; i < present.classes; ++i) {
        auto const [c, n] = present.of[i];
        high += n * load<ByBlock::size()>(of_class.highest_mean[c].data());
        low += n * load<ByBlock::size()>(of_class.lowest_mean[c].data());
        variance += n * load<ByBlock::size()>(of_class.highest_variance[c].data());
    }
    auto const firms = static_cast<float>(other);
    auto const spread = static_cast<float>(table.quantile) * std::experimental::sqrt(variance);
    return {.peak = high + firms * load<ByBlock::size()>(of_class.highest_other.data()) + spread,
            .feed_in = spread - low - firms * load<ByBlock::size()>(of_class.lowest_other.data())};
}

/// Looks at one block after the other, the highest bound first, until none can pass what is found;
/// a block is looked at once. `look(block)` gives what is found by then.
template <typename Look>
void look_while_higher(ByBlock bounds, double found, Look const& look) {
    float highest = hmax(bounds);
    while (static_cast<double>(highest) > found) {
        auto const block = find_first_set(bounds == highest);
        found = look(static_cast<std::size_t>(block));
        bounds[static_cast<std::size_t>(block)] = std::numeric_limits<float>::lowest();
        highest = hmax(bounds);
    }
}

} // namespace

Weight weigh(LoadTable const& table, Contents const& contents) {
    Weight worst;
    keep_worst(worst, at_hours(add_up(table.candidates, AllPresent{contents}), {}, table.quantile,
                               roofs_of(table, contents)));
    return worst;
}

Weight weigh_all_hours(LoadTable const& table, Contents const& contents, double other) {
    AllPresent const present{contents};
    double const roofs = roofs_of(table, contents);
    auto const bounds = bound(table, present, other);
    Weight worst;
    auto const look = [&](std::size_t block) {
        keep_worst(worst, at_hours(add_up(table.blocks[block], present),
                                   of_firms(table, other, block), table.quantile, roofs));
    };
    look_while_higher(bounds.peak, worst.peak, [&](std::size_t block) {
        look(block);
        return worst.peak;
    });
    if (roofs > 0.0) {
        look_while_higher(bounds.feed_in, worst.feed_in, [&](std::size_t block) {
            look(block);
            if (worst.feed_in < roofs) {
                return worst.feed_in;
            }
            return infinite;
        });
    }
    return worst;
}

double peak_above(LoadTable const& table, Contents const& contents, double seen) {
    AllPresent const present{contents};
    Weight worst{.peak = seen};
    look_while_higher(bound(table, present, 0.0).peak, seen, [&](std::size_t block) {
        keep_worst(worst, at_hours(add_up(table.blocks[block], present), {}, table.quantile, 0.0));
        return worst.peak;
    });
    return worst.peak;
}

std::array<double, design_hours> load_by_hour(LoadTable const& table, Contents const& contents,
                                              double other) {
    AllPresent const present{contents};
    std::array<double, design_hours> load{};
    for (std::size_t b = 0; b < hour_blocks; ++b) {
        auto const hourly = at_hours(add_up(table.blocks[b], present), of_firms(table, other, b),
                                     table.quantile, 0.0);
        std::ranges::copy(hourly.peak, load.begin() + static_cast<std::ptrdiff_t>(b * block_hours));
    }
    return load;
}

double overload(LoadTable const& table, Contents const& contents, double other, double capacity) {
    AllPresent const present{contents};
    double const roofs = roofs_of(table, contents);
    auto const bounds = bound(table, present, other);
    double above{0.0};
    for (std::size_t b = 0; b < hour_blocks; ++b) {
        if (static_cast<double>(std::max(bounds.peak[b], bounds.feed_in[b])) <= capacity) {
            continue;
        }
        auto const hourly = at_hours(add_up(table.blocks[b], present), of_firms(table, other, b),
                                     table.quantile, roofs);
        for (std::size_t h = 0; h < block_hours; ++h) {
            above += table.day_weight[b * block_hours / hours_a_day] *
                     std::max(0.0, std::max(hourly.peak[h], hourly.feed_in[h]) - capacity);
        }
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
