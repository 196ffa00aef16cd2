#pragma once

#include "models/learning/believe.hpp"

#include <array>
#include <span>
#include <vector>

namespace opschaling::models {

/// Two results of one variant in two cells: the gap between them.
struct ResultGap {
    std::uint8_t cell{0};
    std::uint8_t other{0};
    double gap{0.0};
    double weight{1.0};
};

/// Believed relevance of each dimension, summing to 1: a regression of gaps on half the squared
/// distance along each dimension, none below zero, pulled to what was believed before as if that
/// were so many gaps.
[[nodiscard]] std::array<float, context_dimensions>
fit_relevance(std::span<ResultGap const> gaps, std::array<double, context_dimensions> const& before,
              double prior_weight);

/// The typology with which everyone starts.
[[nodiscard]] Typology first_typology(World const& world, LearningParameters const& parameters);

/// Every four years typologies follow from what was seen: of the KLP from all that was published,
/// of a gemeente from its own where it has enough.
void set_typologies(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
