#include "scenarios/import/find_borders.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <utility>

namespace opschaling::scenarios {

namespace {

using Point = std::pair<std::int64_t, std::int64_t>;

Point rounded(std::pair<double, double> const& place) {
    return {std::llround(place.first), std::llround(place.second)};
}

/// A place on the line of a feature.
struct Corner {
    Point point;
    std::uint32_t feature;

    friend auto operator<=>(Corner const&, Corner const&) = default;
};

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// All features that have a corner here.
std::vector<std::uint32_t> features_at(std::vector<Corner> const& corners, Point const& point) {
    std::vector<std::uint32_t> features;
    auto at = std::ranges::lower_bound(corners, Corner{point, 0});
    for (; at != corners.end() && at->point == point; ++at) {
        features.push_back(at->feature);
    }
    return features;
}

bool takes_part(Feature const& feature, std::string const& code) {
    return !code.empty() && feature.in_metres;
}

/// Every corner of every feature once, sorted by place.
std::vector<Corner> corners_of(std::vector<Feature> const& features,
                               std::vector<std::string> const& codes) {
    std::vector<Corner> corners;
    for (std::uint32_t i = 0; i < features.size(); ++i) {
        if (!takes_part(features[i], codes[i])) {
            continue;
        }
        for (auto const& ring : features[i].rings) {
            for (auto const& place : ring) {
                corners.push_back({rounded(place), i});
            }
        }
    }
    std::ranges::sort(corners);
    corners.erase(std::unique(corners.begin(), corners.end()), corners.end());
    return corners;
}

/// How many corners two features have in common.
std::map<Pair, int> count_shared_corners(std::vector<Corner> const& corners) {
    std::map<Pair, int> shared;
    for (std::size_t begin = 0; begin < corners.size();) {
        auto end = begin;
        while (end < corners.size() && corners[end].point == corners[begin].point) {
            ++end;
        }
        for (auto a = begin; a < end; ++a) {
            for (auto b = a + 1; b < end; ++b) {
                ++shared[{corners[a].feature, corners[b].feature}];
            }
        }
        begin = end;
    }
    return shared;
}

/// Adds the sides of a ring that later features have too, to the length of their border.
void add_shared_sides(std::vector<Corner> const& corners, std::uint32_t feature, Ring const& ring,
                      std::map<Pair, double>& lengths) {
    for (std::size_t k = 1; k < ring.size(); ++k) {
        auto const here = features_at(corners, rounded(ring[k - 1]));
        auto const there = features_at(corners, rounded(ring[k]));
        for (auto const other : here) {
            if (other > feature && std::ranges::find(there, other) != there.end()) {
                lengths[{feature, other}] += std::hypot(ring[k].first - ring[k - 1].first,
                                                        ring[k].second - ring[k - 1].second);
            }
        }
    }
}

} // namespace

std::vector<models::WijkBorder> find_borders(std::vector<Feature> const& features,
                                             std::vector<std::string> const& codes) {
    auto const corners = corners_of(features, codes);
    std::map<Pair, double> lengths;
    for (std::uint32_t i = 0; i < features.size(); ++i) {
        if (takes_part(features[i], codes[i])) {
            for (auto const& ring : features[i].rings) {
                add_shared_sides(corners, i, ring, lengths);
            }
        }
    }
    std::map<std::pair<std::string, std::string>, double> by_code;
    for (auto const& [pair, count] : count_shared_corners(corners)) {
        auto const& one = codes[pair.first];
        auto const& other = codes[pair.second];
        if (count >= 2 && one != other) {
            auto const found = lengths.find(pair);
            by_code[std::minmax(one, other)] += found == lengths.end() ? 0.0 : found->second;
        }
    }
    std::vector<models::WijkBorder> borders;
    borders.reserve(by_code.size());
    for (auto const& [pair, length] : by_code) {
        borders.push_back({pair.first, pair.second, length});
    }
    return borders;
}

} // namespace opschaling::scenarios
