#pragma once

#include "models/aanpak/approach.hpp"
#include "models/learning/learning_state.hpp"

#include <cstdint>

namespace opschaling::models {

/// The cell that a wijk lies in: a bit for each dimension that is above the Dutch mean.
[[nodiscard]] constexpr std::uint8_t cell_of(Context const& context) {
    std::uint8_t cell{0};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        cell |= static_cast<std::uint8_t>((context[k] > 0.0F ? 1U : 0U) << k);
    }
    return cell;
}

/// Mean of a standard normal above its mean: where the middle of a cell lies.
inline constexpr double cell_middle{0.7978845608028654};

/// Squared distance between the middles of two cells along a dimension.
[[nodiscard]] constexpr double cell_distance(std::size_t a, std::size_t b, std::size_t dimension) {
    return ((a ^ b) >> dimension & 1U) != 0 ? 4.0 * cell_middle * cell_middle : 0.0;
}

} // namespace opschaling::models
