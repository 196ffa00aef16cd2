#pragma once

#include "sim/results/series.hpp"
#include "sim/time/quarter.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace opschaling::app {

/// The place of a series in a shape; an InputError with the nearest name when there is none.
[[nodiscard]] std::size_t series_named(sim::ResultShape const& shape, std::string_view name);

/// All members of a series in the step that a quarter lies in, member by member.
[[nodiscard]] std::span<float const> figures_at(sim::ResultShape const& shape,
                                                sim::RunResult const& figures, std::size_t series,
                                                sim::Quarter quarter);

/// The sum of one member over the steps of these quarters, both included.
[[nodiscard]] double sum_over(sim::ResultShape const& shape, sim::RunResult const& figures,
                              std::size_t series, std::size_t member, sim::Quarter from,
                              sim::Quarter to);

} // namespace opschaling::app
