#pragma once

#include "models/grid/grid_parameters.hpp"

#include <array>
#include <complex>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// A low-voltage feeder as a tree of three-phase line pieces, its first node the source.
/// Linearised radial DistFlow (Baran and Wu 1989; three phases after Gan and Low 2014): losses are
/// left out and every load draws its current at the source's voltage, so that drops add up.
struct RadialFeeder {
    struct Piece {
        std::uint32_t from{0};
        std::uint32_t to{0};
        std::complex<double> self{};   ///< Ohm, of each phase with its return
        std::complex<double> mutual{}; ///< Ohm, between two phases
    };

    /// From the source outwards: a piece begins where an earlier one ended.
    std::vector<Piece> pieces;
    /// Complex power in VA that each node draws, by phase.
    std::vector<std::array<std::complex<double>, 3>> load;
};

/// Self and mutual impedance of a line of so many km from its positive- and zero-sequence values.
[[nodiscard]] RadialFeeder::Piece piece_of(std::uint32_t from, std::uint32_t to,
                                           std::complex<double> positive, std::complex<double> zero,
                                           double km);

/// Voltage of each phase of each node, against `source`, the phase voltage of the source in V.
[[nodiscard]] std::vector<std::array<double, 3>> voltages(RadialFeeder const& feeder,
                                                          double source);

/// A cable along which homes lie evenly: the part of the voltage lost at its end when it carries a
/// peak in kW over a length in m through so many cables side by side.
[[nodiscard]] double voltage_lost(GridParameters const& grid, double peak, double length,
                                  double cables);

/// The part of the voltage that a feed-in in kW adds at its end.
[[nodiscard]] double voltage_added(GridParameters const& grid, double feed_in, double length,
                                   double cables);

} // namespace opschaling::models
