#pragma once

#include "models/ids.hpp"

#include <array>
#include <cstdint>

namespace opschaling::models {

/// Everything counted in a wijk, in whole numbers, so that any order of adding gives the same sum.
/// Stocks hold at the end of a quarter; flows are of that quarter.
struct Counts {
    // stocks
    std::array<std::int32_t, heating_systems> homes{};
    std::int32_t gas_free_by_project{0};
    std::int32_t waiting_installer{0};
    std::int32_t waiting_station{0};
    std::int32_t signed_up{0};
    std::int32_t reached{0};
    std::int32_t ready{0};       ///< on gas, and insulated well enough to leave it
    std::int64_t gas{0};         ///< m3 in a year, at the systems of this moment
    std::int64_t electricity{0}; ///< kWh in a year for heating, at the systems of this moment
    std::int64_t net_heat{0};    ///< kWh in a year of useful heat from warmtenetten
    // flows
    std::int32_t asked{0};
    std::int32_t granted{0};
    std::int32_t withdrawn{0};
    std::int32_t boilers_replaced{0};
    std::array<std::int32_t, heating_systems> installed{};
    std::int32_t insulated{0}; ///< homes brought to a better state of insulation
    std::int32_t unused{0};
    std::int64_t programme_cost{0}; ///< EUR from the programme of the Rijk
    std::int64_t subsidy_cost{0};   ///< EUR of national subsidies outside it
    std::int64_t private_cost{0};   ///< EUR of households, corporaties, landlords, warmtebedrijven
    std::int64_t grid_cost{0};      ///< EUR of netbeheerders: jobs on assets, gas taken away
    std::int64_t total_cost{0};     ///< EUR, counted apart as a check
    std::int64_t net_cost{0};       ///< EUR of warmtebedrijven, within the private cost

    void start_quarter();
    Counts& operator+=(Counts const& other);

    [[nodiscard]] std::int32_t present() const { return homes[0] + homes[1] + homes[2] + homes[3]; }

    [[nodiscard]] std::int32_t gas_free() const {
        return homes[static_cast<std::size_t>(HeatingSystem::heat_pump)] +
               homes[static_cast<std::size_t>(HeatingSystem::warmtenet)];
    }
};

static_assert(sizeof(Counts) == 4 * 4 + 6 * 4 + 3 * 8 + 4 * 4 + 4 * 4 + 2 * 4 + 6 * 8,
              "a snapshot copies it byte by byte: nothing between the members");

} // namespace opschaling::models
