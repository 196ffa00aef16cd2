#include "sim/random/quantile_map.hpp"

#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace opschaling::sim {

namespace {

double weight_of(QuantileMap const& map, std::size_t level) {
    return map.weights.empty() ? 1.0 : map.weights[level];
}

double total_weight(QuantileMap const& map) {
    return map.weights.empty() ? static_cast<double>(map.values.size())
                               : std::accumulate(map.weights.begin(), map.weights.end(), 0.0);
}

double level_at(QuantileMap const& map, double share) {
    double const wanted = share * total_weight(map);
    double reached{0.0};
    std::size_t last{0};
    for (std::size_t level = 0; level < map.values.size(); ++level) {
        reached += weight_of(map, level);
        if (weight_of(map, level) > 0.0) {
            last = level;
            if (wanted < reached) {
                break;
            }
        }
    }
    return map.values[last];
}

double triangular_at(QuantileMap const& map, double share) {
    double const width = map.high - map.low;
    double const turn = (map.mode - map.low) / width;
    return share < turn ? map.low + std::sqrt(share * width * (map.mode - map.low))
                        : map.high - std::sqrt((1.0 - share) * width * (map.high - map.mode));
}

double normal_probability(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

double normal_at(QuantileMap const& map, double share) {
    constexpr double least{0x1.0p-40};
    double const below = normal_probability((map.low - map.mean) / map.deviation);
    double const above = normal_probability((map.high - map.mean) / map.deviation);
    double const within = std::clamp(below + share * (above - below), least, 1.0 - least);
    return std::clamp(map.mean + map.deviation * normal_quantile(within), map.low, map.high);
}

double continuous_at(QuantileMap const& map, double share) {
    switch (map.spread) {
    case Spread::log_uniform:
        return std::clamp(map.low * std::pow(map.high / map.low, share), map.low, map.high);
    case Spread::triangular:
        return triangular_at(map, share);
    case Spread::normal:
        return normal_at(map, share);
    case Spread::uniform:
    case Spread::levels:
        break;
    }
    return map.low + share * (map.high - map.low);
}

double continuous_share(QuantileMap const& map, double value) {
    // Every map rises, so halving finds the share to the last bit that matters.
    constexpr int halvings{60};
    double low{0.0};
    double high{1.0};
    for (int i = 0; i < halvings; ++i) {
        double const middle = 0.5 * (low + high);
        (continuous_at(map, middle) < value ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

double level_share(QuantileMap const& map, double value) {
    std::size_t nearest{0};
    for (std::size_t level = 1; level < map.values.size(); ++level) {
        if (std::abs(map.values[level] - value) < std::abs(map.values[nearest] - value)) {
            nearest = level;
        }
    }
    double before{0.0};
    for (std::size_t level = 0; level < nearest; ++level) {
        before += weight_of(map, level);
    }
    return (before + 0.5 * weight_of(map, nearest)) / total_weight(map);
}

/// The same map over [low, high + 1), whose whole part is the value.
QuantileMap widened(QuantileMap map) {
    map.high += 1.0;
    map.is_whole = false;
    return map;
}

} // namespace

double value_at(QuantileMap const& map, double share) {
    double const within = std::clamp(share, 0.0, 1.0);
    if (map.spread == Spread::levels) {
        return level_at(map, within);
    }
    if (map.is_whole) {
        return std::min(std::floor(continuous_at(widened(map), within)), map.high);
    }
    return continuous_at(map, within);
}

double share_of(QuantileMap const& map, double value) {
    if (map.spread == Spread::levels) {
        return level_share(map, value);
    }
    if (map.is_whole) {
        double const whole = std::round(value);
        return 0.5 * (continuous_share(widened(map), whole) +
                      continuous_share(widened(map), whole + 1.0));
    }
    return continuous_share(map, value);
}

std::size_t count_of(QuantileMap const& map) {
    if (map.spread == Spread::levels) {
        return map.values.size();
    }
    return map.is_whole ? static_cast<std::size_t>(map.high - map.low) + 1 : 0;
}

} // namespace opschaling::sim
