#pragma once

#include "models/intervention/benefit_by_scale.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace opschaling::models {

/// Te klein, passend, te groot, ongewis; loont nergens, where no level pays and this one surely
/// does not; and a level of which the world has no unit.
enum class ScaleLabel : std::uint8_t {
    too_small,
    fits,
    too_large,
    uncertain,
    pays_nowhere,
    absent
};

/// Where one intervention is worth it (measurement.md 2.6), as places in the list of levels.
struct ScaleWindow {
    std::optional<std::size_t> smallest; ///< from here it surely pays, at the next level too
    std::optional<std::size_t> best;     ///< net benefit is largest, and above zero
    std::optional<std::size_t> largest;  ///< up to here it surely pays, at the level before too
    std::array<ScaleLabel, scale_levels> labels{};
};

/// Where no two levels in a row surely pay, the best alone is the window if it does.
/// A level is uncertain where its interval holds zero, and fits where its net benefit is at least
/// this part of the best; else it is too small below the best and too large above.
[[nodiscard]] ScaleWindow find_window(BenefitByScale const& benefits, double effective_part);

/// A pilot of so many homes cannot show an intervention that pays from a larger number on, or
/// never.
[[nodiscard]] bool is_blind(BenefitByScale const& benefits, ScaleWindow const& window,
                            double homes_of_pilot);

/// The same intervention under other costs and judgements: `draws` times every cost and benefit
/// within `cost_range` and every lambda, kappa and kappa_c within `judgement_range`, keyed.
[[nodiscard]] std::vector<InterventionParameters>
draw_parameters(InterventionParameters const& parameters, std::size_t draws);

} // namespace opschaling::models
