#pragma once

#include "models/bewoner/homes.hpp"
#include "models/heat/heat_parameters.hpp"
#include "models/world/parameters.hpp"
#include "sim/random/dice.hpp"

#include <array>
#include <cstdint>

namespace opschaling::models {

/// Quarter `now` plus some quarters, capped just below `never`.
[[nodiscard]] std::uint16_t quarters_later(int now, double quarters);

/// Quarter in which a new gas boiler or hybrid fails: Weibull life (ruling 12).
[[nodiscard]] std::uint16_t schedule_failure(HeatParameters const& heat, sim::Seed seed,
                                             std::uint32_t home_key, int now);

/// Quarter of the next move out of a home of this tenure.
[[nodiscard]] std::uint16_t schedule_move(BewonerParameters const& bewoner, Tenure tenure,
                                          sim::Seed seed, std::uint32_t home_key, unsigned moves,
                                          int now);

/// Quarter of the next renovation that opens the choice of heating; never in homes that others
/// decide on.
[[nodiscard]] std::uint16_t schedule_renovation(BewonerParameters const& bewoner, Tenure tenure,
                                                sim::Seed seed, std::uint32_t home_key, int now);

/// The household that lives in a home after so many moves, drawn from its place (ruling 11).
[[nodiscard]] Household draw_household(BewonerParameters const& bewoner, double low_income_share,
                                       sim::Seed seed, std::uint32_t home_key, unsigned moves);

[[nodiscard]] std::uint8_t draw_threshold(BewonerParameters const& bewoner, sim::Seed seed,
                                          std::uint32_t home_key, unsigned moves);

/// Residual life of a boiler in a stock that has been replaced for ever: the stationary renewal
/// distribution, as quantiles in years.
[[nodiscard]] std::array<double, 256> stationary_residual_life(HeatParameters const& heat);

} // namespace opschaling::models
