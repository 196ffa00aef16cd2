#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::analysis {

/// First order index of one input from any sample that spreads well over its range.
struct GivenDataIndex {
    double first{0.0};
    /// What an input without any influence stays below in 95 % of cases: by shuffling the outcome.
    double chance_level{0.0};
};

/// S of one input from pairs (x, y): the variance of y between groups of alike x against all of it,
/// corrected for the number of groups (ε², Kelley 1935). A level or category is a group; a
/// continuous input is cut into about √n groups of equal size. Pairs with a NaN are left out; NaN
/// when y does not vary or there are too few.
///
/// Not by neighbours in the order of x (Chatterjee 2021): in a Sobol' sample neighbours in one
/// input lie far apart in the others by construction, and Ishigami's .31, .44, 0 come out as .25,
/// .24,
/// -.24.
[[nodiscard]] double first_order_index(std::span<double const> x, std::span<double const> y);

/// The same for every input of a sample, `values` as [point * inputs + input], with the level that
/// chance reaches.
[[nodiscard]] std::vector<GivenDataIndex> given_data_indices(std::span<double const> values,
                                                             std::size_t inputs,
                                                             std::span<double const> figures,
                                                             std::uint32_t seed = 1);

} // namespace opschaling::analysis
