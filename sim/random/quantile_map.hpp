#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace opschaling::sim {

enum class Spread : std::uint8_t { uniform, log_uniform, triangular, normal, levels };

/// How an uncertain quantity is spread, as a map from a share u in [0, 1] to the value that a share
/// u lies below: the inverse distribution function. Every design samples shares and maps them, so
/// that whole numbers and levels get exactly their own part of the unit interval (no rounding).
struct QuantileMap {
    Spread spread{Spread::uniform};
    double low{0.0};  ///< of all but levels; a normal is cut off here
    double high{1.0}; ///< as low; included
    double mode{0.0}; ///< of a triangular
    double mean{0.0}; ///< of a normal, before it is cut off
    double deviation{1.0};
    bool is_whole{false};          ///< each whole number from low to high takes a strip of its own
    std::vector<double> values{};  ///< of levels, in order; of categories 0, 1, 2, ...
    std::vector<double> weights{}; ///< of the levels; empty when they are alike

    friend bool operator==(QuantileMap const&, QuantileMap const&) = default;
};

/// The value below which a share lies; a share outside [0, 1] counts as the nearest within.
[[nodiscard]] double value_at(QuantileMap const& map, double share);

/// The share in the middle of those that give the value: where a value listed by a person lies on
/// the unit interval. Between levels it is that of the nearest.
[[nodiscard]] double share_of(QuantileMap const& map, double value);

/// How many values the map can give; 0 when it is continuous.
[[nodiscard]] std::size_t count_of(QuantileMap const& map);

} // namespace opschaling::sim
