#include "models/bewoner/schedule_moments.hpp"

#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

/// Far enough that no horizon reaches it, near enough to stay below `never`.
constexpr int far_away{60000};
constexpr double quarters_per_year{4.0};

double quarterly(sim::Rate rate) {
    return 1.0 - std::exp(-sim::per_year(rate) / quarters_per_year);
}

} // namespace

std::uint16_t quarters_later(int now, double quarters) {
    double const at = static_cast<double>(now) + std::max(1.0, std::round(quarters));
    return static_cast<std::uint16_t>(std::min(at, static_cast<double>(far_away)));
}

std::uint16_t schedule_failure(HeatParameters const& heat, sim::Seed seed, std::uint32_t home_key,
                               int now) {
    sim::Dice dice{seed, stream::heater_life, home_key, static_cast<std::uint32_t>(now)};
    double const life =
        sim::weibull(dice, heat.boiler_life_shape, sim::in_years(heat.boiler_life_mean));
    return quarters_later(now, life * quarters_per_year);
}

std::uint16_t schedule_move(BewonerParameters const& bewoner, Tenure tenure, sim::Seed seed,
                            std::uint32_t home_key, unsigned moves, int now) {
    bool const owner = tenure == Tenure::owner || tenure == Tenure::owner_in_vve;
    sim::Dice dice{seed, stream::next_move, home_key, moves};
    return quarters_later(
        now, sim::geometric(dice, quarterly(owner ? bewoner.owner_moves : bewoner.renter_moves),
                            far_away));
}

std::uint16_t schedule_renovation(BewonerParameters const& bewoner, Tenure tenure, sim::Seed seed,
                                  std::uint32_t home_key, int now) {
    if (tenure == Tenure::corporatie || tenure == Tenure::owner_in_vve) {
        return never;
    }
    sim::Dice dice{seed, stream::next_renovation, home_key, static_cast<std::uint32_t>(now)};
    return quarters_later(now, sim::geometric(dice, quarterly(bewoner.renovation), far_away));
}

Household draw_household(BewonerParameters const& bewoner, double low_income_share, sim::Seed seed,
                         std::uint32_t home_key, unsigned moves) {
    sim::Dice dice{seed, stream::household, home_key, moves};
    double const at = dice.uniform();
    double sum{0.0};
    unsigned segment{0};
    while (segment + 1 < attitude_segments) {
        sum += bewoner.segment_share[segment].value();
        if (at < sum) {
            break;
        }
        ++segment;
    }
    auto const discount = static_cast<unsigned>(dice.uniform() * discount_classes);
    return Household::of(segment, discount, dice.lands_below(low_income_share));
}

std::uint8_t draw_threshold(BewonerParameters const& bewoner, sim::Seed seed,
                            std::uint32_t home_key, unsigned moves) {
    sim::Dice dice{seed, stream::threshold, home_key, moves};
    double const share =
        std::clamp(bewoner.threshold_mean + bewoner.threshold_spread * sim::normal(dice), 0.0, 1.0);
    return static_cast<std::uint8_t>(std::lround(share * 255.0));
}

std::array<double, 256> stationary_residual_life(HeatParameters const& heat) {
    // Residual life has density S(t)/mean; its distribution by the trapezium rule on fine steps.
    constexpr std::size_t steps{4096};
    double const scale = sim::in_years(heat.boiler_life_mean);
    double const longest = 4.0 * scale;
    double const step = longest / steps;
    std::array<double, steps + 1> below{};
    auto const survives = [&](double t) {
        return std::exp(-std::pow(t / scale, heat.boiler_life_shape));
    };
    double before{1.0};
    for (std::size_t i = 1; i <= steps; ++i) {
        double const then = survives(static_cast<double>(i) * step);
        below[i] = below[i - 1] + 0.5 * step * (before + then);
        before = then;
    }
    std::array<double, 256> quantiles{};
    std::size_t at{0};
    for (std::size_t q = 0; q < quantiles.size(); ++q) {
        double const wanted = (static_cast<double>(q) + 0.5) / 256.0 * below[steps];
        while (below[at + 1] < wanted) {
            ++at;
        }
        quantiles[q] =
            step * (static_cast<double>(at) + (wanted - below[at]) / (below[at + 1] - below[at]));
    }
    return quantiles;
}

} // namespace opschaling::models
