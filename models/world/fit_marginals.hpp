#pragma once

#include "models/world/buurt_table.hpp"
#include "models/world/dutch_stock.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::models {

/// What the homes of one place add up to, by type, by period and by tenure.
struct Marginals {
    TypeShares types{};
    PeriodShares periods{};
    TenureShares tenures{};
};

using KindWeights = std::array<double, home_kinds>;
using KindCounts = std::array<std::uint32_t, home_kinds>;

/// Whole numbers in proportion to the weights that add up to exactly `total`, by the largest
/// remainder; the first of equals gets it.
[[nodiscard]] std::vector<std::uint32_t> apportion(std::span<double const> weights,
                                                   std::uint32_t total);

/// Iterative proportional fitting (Deming and Stephan 1940): the weights nearest to `seed`, in its
/// odds ratios, whose sums are the marginals.
[[nodiscard]] KindWeights fit_marginals(KindWeights const& seed, Marginals const& marginals);

/// The marginals of a buurt as whole homes, by largest remainder. Where more homes would be in a
/// VvE than there are apartments, the rest are plain owners.
[[nodiscard]] Marginals whole_marginals(BuurtRow const& buurt);

/// Whole homes of each kind near the fitted weights, with exactly these whole marginals.
[[nodiscard]] KindCounts integerise(KindWeights const& fitted, Marginals const& marginals);

/// The homes of a buurt by kind: its figures reconciled with the stock of its gemeente where that
/// is counted, else with the national one.
[[nodiscard]] KindCounts count_kinds(BuurtRow const& buurt,
                                     KindWeights const& seed = national_kinds());

} // namespace opschaling::models
