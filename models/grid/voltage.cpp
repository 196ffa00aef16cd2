#include "models/grid/voltage.hpp"

#include <cmath>
#include <numbers>
#include <ranges>

namespace opschaling::models {

namespace {

constexpr double line_voltage{400.0};
constexpr double metres_per_km{1000.0};
constexpr double watts_per_kW{1000.0};

/// a of the phases: 1, -120 and +120 degrees.
std::array<std::complex<double>, 3> const turns{std::complex<double>{1.0, 0.0},
                                                std::polar(1.0, -2.0 * std::numbers::pi / 3.0),
                                                std::polar(1.0, 2.0 * std::numbers::pi / 3.0)};

/// Load lies evenly along the cable, so on average it flows over half of it.
double drop(GridParameters const& grid, double active, double reactive, double length,
            double cables) {
    double const km = length / metres_per_km / 2.0 / cables;
    double const watt_ohm =
        watts_per_kW * (grid.cable_resistance * active + grid.cable_reactance * reactive) * km;
    return grid.unbalance * watt_ohm * metres_per_km / (line_voltage * line_voltage);
}

} // namespace

RadialFeeder::Piece piece_of(std::uint32_t from, std::uint32_t to, std::complex<double> positive,
                             std::complex<double> zero, double km) {
    return {.from = from,
            .to = to,
            .self = km * (zero + 2.0 * positive) / 3.0,
            .mutual = km * (zero - positive) / 3.0};
}

std::vector<std::array<double, 3>> voltages(RadialFeeder const& feeder, double source) {
    auto const nodes = feeder.load.size();
    std::vector<std::array<std::complex<double>, 3>> current(nodes);
    for (std::size_t n = 0; n < nodes; ++n) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            current[n][phase] = std::conj(feeder.load[n][phase] / (source * turns[phase]));
        }
    }
    for (auto const& piece : feeder.pieces | std::views::reverse) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            current[piece.from][phase] += current[piece.to][phase];
        }
    }
    std::vector<std::array<std::complex<double>, 3>> voltage(nodes);
    for (std::size_t phase = 0; phase < 3 && nodes > 0; ++phase) {
        voltage[0][phase] = source * turns[phase];
    }
    for (auto const& piece : feeder.pieces) {
        auto const& through = current[piece.to];
        auto const together = through[0] + through[1] + through[2];
        for (std::size_t phase = 0; phase < 3; ++phase) {
            voltage[piece.to][phase] = voltage[piece.from][phase] - piece.self * through[phase] -
                                       piece.mutual * (together - through[phase]);
        }
    }
    std::vector<std::array<double, 3>> size(nodes);
    for (std::size_t n = 0; n < nodes; ++n) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            size[n][phase] = std::abs(voltage[n][phase]);
        }
    }
    return size;
}

double voltage_lost(GridParameters const& grid, double peak, double length, double cables) {
    double const reactive = peak * std::sqrt(1.0 / (grid.power_factor * grid.power_factor) - 1.0);
    return drop(grid, peak, reactive, length, cables);
}

double voltage_added(GridParameters const& grid, double feed_in, double length, double cables) {
    return drop(grid, feed_in, 0.0, length, cables);
}

} // namespace opschaling::models
