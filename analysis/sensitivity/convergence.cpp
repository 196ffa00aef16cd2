#include "analysis/sensitivity/convergence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr double threshold{0.05};

std::vector<VarianceShares> all_shares(SobolIndices const& indices) {
    auto all = indices.inputs;
    all.insert(all.end(), indices.chance.begin(), indices.chance.end());
    return all;
}

double width_of(SensitivityEstimate const& estimate) {
    return estimate.interval.high - estimate.interval.low;
}

/// Inputs with an ST above the threshold, largest first.
std::vector<std::size_t> ranking(SobolIndices const& indices) {
    auto const shares = all_shares(indices);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i].total.value > threshold) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, std::greater{},
                             [&](std::size_t i) { return shares[i].total.value; });
    return order;
}

/// The first half of the rows is a design of its own.
SobolIndices on_half(DesignShape shape, std::span<double const> figures) {
    shape.rows /= 2;
    return estimate_sobol(shape, figures.first(shape.points()), {.resamples = 0});
}

} // namespace

Convergence judge_convergence(DesignShape const& shape, std::span<double const> figures,
                              SobolIndices const& indices) {
    Convergence judged;
    if (!indices.varies) {
        return judged;
    }
    auto const shares = all_shares(indices);
    double sum{0.0};
    double sum_error{0.0};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        auto const& [first, total, saltelli, jansen] = shares[i];
        judged.widest = std::max({judged.widest, width_of(first), width_of(total)});
        sum += first.value;
        sum_error += 0.25 * width_of(first) * width_of(first);
        judged.first_exceeds_total |=
            first.value - total.value > 0.5 * (width_of(first) + width_of(total));
        judged.estimators_disagree |= std::abs(first.value - saltelli) > threshold ||
                                      std::abs(first.value - jansen) > threshold;
        if (i < indices.inputs.size()) {
            if (total.interval.high < threshold) {
                judged.without_influence.push_back(i);
            } else if (!(total.interval.low > threshold)) {
                judged.undecided.push_back(i);
            }
        }
    }
    judged.figures_settled = judged.widest < threshold;
    judged.first_exceeds_one = sum - 1.0 > std::sqrt(sum_error);
    judged.ranks_settled = shape.rows >= 4 && ranking(indices) == ranking(on_half(shape, figures));
    return judged;
}

} // namespace opschaling::analysis
