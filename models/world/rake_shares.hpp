#pragma once

#include "models/world/buurt_table.hpp"

#include <array>
#include <cstddef>
#include <numeric>
#include <span>

namespace opschaling::models {

/// Mean of a figure's shares over the buurten, weighted by homes.
template <std::size_t N>
std::array<double, N> mean_shares(std::span<BuurtRow const> buurten,
                                  std::array<double, N> BuurtRow::*shares) {
    std::array<double, N> mean{};
    double homes{0.0};
    for (auto const& buurt : buurten) {
        homes += buurt.homes;
        for (std::size_t i = 0; i < N; ++i) {
            mean[i] += buurt.homes * (buurt.*shares)[i];
        }
    }
    for (double& value : mean) {
        value = homes > 0.0 ? value / homes : 0.0;
    }
    return mean;
}

/// Scales the shares of every buurt by the same factors, and to a sum of 1 again, until their mean
/// over the homes is the target.
template <std::size_t N>
void rake_shares(std::span<BuurtRow> buurten, std::array<double, N> BuurtRow::*shares,
                 std::array<double, N> const& target) {
    constexpr int rounds{100};
    for (int round = 0; round < rounds; ++round) {
        auto const mean = mean_shares(std::span<BuurtRow const>{buurten}, shares);
        for (auto& buurt : buurten) {
            auto& row = buurt.*shares;
            for (std::size_t i = 0; i < N; ++i) {
                row[i] *= mean[i] > 0.0 ? target[i] / mean[i] : 1.0;
            }
            double const sum = std::accumulate(row.begin(), row.end(), 0.0);
            for (double& share : row) {
                share = sum > 0.0 ? share / sum : 1.0 / static_cast<double>(N);
            }
        }
    }
}

} // namespace opschaling::models
