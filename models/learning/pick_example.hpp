#pragma once

#include "models/learning/believe.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace opschaling::models {

/// What is held up as the example for a wijk.
struct Example {
    std::size_t place{0};  ///< in the library of whole approaches
    bool to_verify{false}; ///< it may only be tried in a wijk drawn by lot
};

/// The project from which a chain of takeovers began: what came of one approach.
[[nodiscard]] std::uint32_t root_of(Turn const& turn, std::uint32_t project);

/// The approach that `learning.scaling_rule` makes the example: the best result among wijken of the
/// same type, or among all where there is none; the best of each chain after pulling few results to
/// the mean; or only what was verified. Nothing while the rule asks to wait.
[[nodiscard]] std::optional<Example> pick_example(Turn const& turn, Holder holder, WijkId wijk,
                                                  std::span<KnownApproach const> library);

/// Whether a chain has as many verifications as it needs.
[[nodiscard]] bool has_verifications(Turn const& turn, std::uint32_t root);

} // namespace opschaling::models
