#include "analysis/design/unit_points.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr double per_word{0x1.0p-32};
constexpr std::size_t most_candidates{50};
/// Comparing all pairs of a candidate costs rows² x dimensions: the budget of one design.
constexpr double most_comparisons{2.0e8};

std::array<std::uint32_t, 4> words_of(std::uint32_t seed, DesignPurpose purpose,
                                      std::uint32_t scramble, std::size_t candidate,
                                      std::size_t dimension, std::size_t place) {
    return design_words(seed, purpose, scramble,
                        {static_cast<std::uint32_t>(candidate),
                         static_cast<std::uint32_t>(dimension), static_cast<std::uint32_t>(place)});
}

std::vector<double> draw_candidate(std::size_t rows, std::size_t dimensions, std::uint32_t seed,
                                   std::uint32_t scramble, std::size_t candidate) {
    std::vector<double> unit(rows * dimensions);
    std::vector<std::size_t> strips(rows);
    for (std::size_t j = 0; j < dimensions; ++j) {
        std::iota(strips.begin(), strips.end(), std::size_t{0});
        for (std::size_t left = rows; left > 1; --left) {
            auto const words =
                words_of(seed, DesignPurpose::latin_order, scramble, candidate, j, left);
            std::uint64_t const number = (std::uint64_t{words[0]} << 32U) | words[1];
            std::swap(strips[left - 1], strips[number % left]);
        }
        for (std::size_t i = 0; i < rows; ++i) {
            auto const words =
                words_of(seed, DesignPurpose::latin_place, scramble, candidate, j, i);
            double const within = (static_cast<double>(words[0]) + 0.5) * per_word;
            unit[i * dimensions + j] =
                (static_cast<double>(strips[i]) + within) / static_cast<double>(rows);
        }
    }
    return unit;
}

/// The square of the distance between the two nearest points.
double least_distance(std::vector<double> const& unit, std::size_t dimensions) {
    double least = std::numeric_limits<double>::infinity();
    std::size_t const rows = unit.size() / dimensions;
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t k = i + 1; k < rows; ++k) {
            double distance{0.0};
            for (std::size_t j = 0; j < dimensions; ++j) {
                double const apart = unit[i * dimensions + j] - unit[k * dimensions + j];
                distance += apart * apart;
            }
            least = std::min(least, distance);
        }
    }
    return least;
}

} // namespace

std::vector<double> latin_hypercube(std::size_t rows, std::size_t dimensions, std::uint32_t seed,
                                    std::uint32_t scramble) {
    auto best = draw_candidate(rows, dimensions, seed, scramble, 0);
    double const comparisons = 0.5 * static_cast<double>(rows) * static_cast<double>(rows) *
                               static_cast<double>(dimensions);
    auto const candidates = static_cast<std::size_t>(
        std::clamp(most_comparisons / comparisons, 1.0, static_cast<double>(most_candidates)));
    if (candidates < 2) {
        return best;
    }
    double best_distance = least_distance(best, dimensions);
    for (std::size_t candidate = 1; candidate < candidates; ++candidate) {
        auto drawn = draw_candidate(rows, dimensions, seed, scramble, candidate);
        double const distance = least_distance(drawn, dimensions);
        if (distance > best_distance) {
            best = std::move(drawn);
            best_distance = distance;
        }
    }
    return best;
}

} // namespace opschaling::analysis
