#pragma once

#include "analysis/design/design.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace opschaling::analysis {

/// What a random number of a design is for. Each purpose has numbers of its own.
enum class DesignPurpose : std::uint32_t { latin_order, latin_place, owen_scramble, trajectory };

/// Four random words: a pure function of the design's seed, the purpose, the scramble and where the
/// number is used.
[[nodiscard]] std::array<std::uint32_t, 4> design_words(std::uint32_t seed, DesignPurpose purpose,
                                                        std::uint32_t scramble,
                                                        std::array<std::uint32_t, 3> where);

/// A Latin hypercube on the unit cube, [row * dimensions + dimension]: in each dimension one point
/// in each of `rows` equal strips (McKay, Beckman and Conover 1979). Of many drawn, the one whose
/// two nearest points are farthest apart.
[[nodiscard]] std::vector<double> latin_hypercube(std::size_t rows, std::size_t dimensions,
                                                  std::uint32_t seed, std::uint32_t scramble);

/// The first points of the Sobol' sequence with the direction numbers of Joe and Kuo (2008), point
/// 0 included, as 32-bit integers: [row * dimensions + dimension].
[[nodiscard]] std::vector<std::uint32_t> sobol_integers(std::size_t rows, std::size_t dimensions);

/// The same on the unit cube under Owen's nested uniform scrambling (1995): each point uniform,
/// and together still a net. More rows with the same seed are a longer list of the same points.
[[nodiscard]] std::vector<double> scrambled_sobol(std::size_t rows, std::size_t dimensions,
                                                  std::uint32_t seed, std::uint32_t scramble);

/// Most dimensions of `scrambled_sobol`; saltelli uses two an input.
inline constexpr std::size_t most_sobol_dimensions{3667};

/// Trajectories of Morris (1991) on the unit cube: of each, inputs + 1 points of which successive
/// ones differ in one input by levels / (2 (levels - 1)).
struct Trajectories {
    std::vector<double> points; ///< [(trajectory * (inputs + 1) + point) * inputs + input]
    std::vector<std::int32_t> moved;
    std::vector<double> moved_by;
};

[[nodiscard]] Trajectories morris_trajectories(std::size_t count, std::size_t inputs,
                                               std::size_t levels, std::uint32_t seed,
                                               std::uint32_t scramble);

/// The points of grid and one_at_a_time in model values, [point * inputs + input].
[[nodiscard]] std::vector<double> full_grid(DesignRequest const& request);
[[nodiscard]] std::vector<double> one_at_a_time(DesignRequest const& request);

/// The values that a grid gives an input: all of a discrete one, else `levels` equally spaced
/// shares from end to end.
[[nodiscard]] std::vector<double> grid_values(Input const& input, std::size_t levels);

/// Gives a sample on the unit cube rank correlations without touching the margins: each column
/// keeps its own numbers in another order (Iman and Conover 1982), so that a Latin hypercube stays
/// one.
void reorder_to_correlate(std::vector<double>& unit, std::size_t dimensions,
                          std::vector<double> const& correlations);

/// The same by a Gaussian copula, point by point, so that more points leave the first as they are.
void copula_to_correlate(std::vector<double>& unit, std::size_t dimensions,
                         std::vector<double> const& correlations);

/// Whether a matrix of correlations can be one: symmetric, ones on the diagonal, positive definite.
[[nodiscard]] bool is_correlation(std::vector<double> const& correlations, std::size_t dimensions);

} // namespace opschaling::analysis
