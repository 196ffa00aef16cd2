#pragma once

#include "models/barrier/barrier_parameters.hpp"

#include <array>
#include <cstdint>

namespace opschaling::models {

/// How exemptions from each barrier stand with those who are not exempt.
struct Exemptions {
    std::array<std::int32_t, barriers> users{};    ///< wijken that get round it now
    std::array<float, barriers> legitimacy{};      ///< 0 to 1; that of a law is 1
    std::array<float, barriers> acceptance{};      ///< part of the actors that puts up with it
    std::array<std::uint16_t, barriers> since{};   ///< quarter of the first use, plus 1; 0 never
    std::array<std::uint16_t, barriers> revoked{}; ///< quarter of withdrawal, plus 1; 0 not
    std::int32_t revocations{0};                   ///< wijken that lost one, ever
};

static_assert(sizeof(Exemptions) == barriers * (4 + 4 + 4 + 2 + 2) + 4,
              "a snapshot copies it byte by byte: nothing between the members");

} // namespace opschaling::models
