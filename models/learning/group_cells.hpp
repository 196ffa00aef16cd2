#pragma once

#include "models/learning/believe.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace opschaling::models {

/// Cells grouped into at most so many types by weighted k-means on contexts scaled by the root of
/// relevance; `weight` is the number of wijken in each cell. Depends on nothing else.
[[nodiscard]] std::array<std::uint8_t, context_cells>
group_cells(std::array<float, context_dimensions> const& relevance,
            std::span<std::uint32_t const> weight, std::uint32_t types);

/// The same for cells with a wijk; a cell without one stays in the first group.
[[nodiscard]] std::array<std::uint8_t, context_cells>
group_cells_in_use(std::array<float, context_dimensions> const& relevance,
                   std::span<std::uint32_t const> weight, std::uint32_t types);

} // namespace opschaling::models
