#pragma once

#include "models/grid/grid_state.hpp"
#include "models/heat/heat_demand.hpp"

#include <array>
#include <cstdint>
#include <limits>

namespace opschaling::models {

/// How the heating of a home counts on the grid, by its heat class and its demand factor: worked
/// out once, since it is asked of every heat pump every year.
class HeatCounting {
public:
    HeatCounting() = default;
    explicit HeatCounting(HeatDemands const& demands);

    [[nodiscard]] Connection put_in(Connection connection, std::size_t heat_class,
                                    std::uint8_t demand_factor) const {
        auto const heat = bits_[heat_class][demand_factor];
        return {static_cast<std::uint8_t>((connection.bits & devices) | heat)};
    }

private:
    static constexpr std::uint8_t devices{48}; // car and PV
    static constexpr std::size_t factors{std::numeric_limits<std::uint8_t>::max() + std::size_t{1}};
    std::array<std::array<std::uint8_t, factors>, heat_classes> bits_{};
};

} // namespace opschaling::models
