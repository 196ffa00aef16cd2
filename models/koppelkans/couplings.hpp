#pragma once

#include "models/ids.hpp"
#include "models/koppelkans/koppelkans_parameters.hpp"
#include "sim/state/column.hpp"

#include <array>
#include <cstdint>

namespace opschaling::models {

/// Why a coupling did not come, in the order in which it is asked: no people, not at the same time,
/// a contract in the way, no urgency, departments that do not find each other.
inline constexpr std::size_t miss_causes{5};

/// What the project of a site has joined itself to.
struct Couplings {
    std::array<std::uint8_t, coupling_types> mode{}; ///< 0 none, else the place of the mode plus 1
    std::uint8_t count{0};
    std::uint8_t products{0}; ///< of those, made with products instead of services
    std::uint16_t unused{0};
    float departments{0.0F}; ///< that they add
    float dig_saved{0.0F};   ///< part of the cost of mains
    float hook{0.0F};        ///< energy that they give the offer
    float shared{0.0F};      ///< part of the hindrance that was to come anyhow
};

static_assert(sizeof(Couplings) == coupling_types + 4U + 4U * sizeof(float),
              "a snapshot copies it byte by byte: nothing between the members");

struct Koppelkansen {
    sim::Column<WijkId, Couplings> of_site; ///< by host
    /// In this quarter: couplings made by mode, missed by first cause, made with products, and
    /// projects whose gemeente chose not to connect.
    std::array<std::int32_t, coupling_modes> made{};
    std::array<std::int32_t, miss_causes> missed{};
    std::int32_t products{0};
    std::int32_t not_connected{0};
};

} // namespace opschaling::models
