#pragma once

#include "models/opposition/opposition_parameters.hpp"

#include <array>
#include <cstdint>

namespace opschaling::models {

/// Who is against at the end of a quarter.
struct Opposition {
    double incumbents{0.0}; ///< stakes of the companies whose loss passed their threshold
    double citizens{0.0};   ///< part of the wijken whose residents protest
    double strength{0.0};   ///< O: both by their weight
    std::array<std::int64_t, branches> market_before{}; ///< at the end of the first quarter
};

static_assert(sizeof(Opposition) == 24 + 8 * branches, "a snapshot copies it byte by byte");

} // namespace opschaling::models
