#include "analysis/hypotheses/judge.hpp"

#include "analysis/statistics/moments.hpp"
#include "analysis/statistics/tests.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace opschaling::analysis {

namespace {

double mean_of(HypothesisFigure const& figure) {
    return figure.values.empty() ? figure.value : mean(figure.values);
}

/// One-sided p-value that the figure's mean lies above zero: of its negation, one less this.
double p_above_zero(HypothesisFigure const& figure) {
    double const centre = mean_of(figure);
    if (figure.values.empty()) {
        double const error = figure.interval.half_width() / normal_quantile(0.975);
        if (!(error > 0.0)) {
            return centre > 0.0 ? 0.0 : 1.0;
        }
        return 0.5 * std::erfc(centre / error / std::sqrt(2.0));
    }
    if (figure.values.size() < 2) {
        return 1.0;
    }
    double const two_sided = mean_p_value(figure.values);
    return centre > 0.0 ? two_sided / 2.0 : 1.0 - two_sided / 2.0;
}

HypothesisFigure minus(HypothesisFigure const& a, HypothesisFigure const* b, double factor) {
    if (b == nullptr) {
        auto figure = a;
        for (double& value : figure.values) {
            value -= factor;
        }
        figure.value -= factor;
        figure.interval = {figure.interval.low - factor, figure.interval.high - factor};
        return figure;
    }
    return combine(std::array{a, *b}, std::array{1.0, -factor});
}

HypothesisFigure negative(HypothesisFigure const& figure) {
    return combine(std::array{figure}, std::array{-1.0});
}

bool has_a_figure(HypothesisFigure const& figure) {
    return figure.values.size() != 1;
}

std::optional<Interval> interval_of(HypothesisFigure const& above, HypothesisFigure const* below) {
    if (!has_a_figure(above)) {
        return std::nullopt;
    }
    if (below != nullptr) {
        return above.values.empty() || below->values.empty()
                   ? std::nullopt
                   : ratio_interval(above.values, below->values);
    }
    return above.values.empty() ? above.interval : mean_interval(above.values);
}

/// p-value that the measure is above or below the bound.
double p_of(HypothesisFigure const& above, HypothesisFigure const* below, double bound, bool over) {
    auto const difference = minus(above, below, bound);
    return p_above_zero(over ? difference : negative(difference));
}

} // namespace

HypothesisFigure combine(std::span<HypothesisFigure const> figures,
                         std::span<double const> factors) {
    sim::expects(figures.size() == factors.size() && !figures.empty(), "a factor for each figure");
    bool const paired = std::ranges::all_of(figures, [&](HypothesisFigure const& figure) {
        return !figure.values.empty() && figure.values.size() == figures.front().values.size();
    });
    HypothesisFigure sum;
    double square{0.0};
    sum.values.assign(paired ? figures.front().values.size() : 0, 0.0);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        auto const& figure = figures[i];
        for (std::size_t r = 0; r < sum.values.size(); ++r) {
            sum.values[r] += factors[i] * figure.values[r];
        }
        sum.value += factors[i] * mean_of(figure);
        auto const interval =
            figure.values.empty() ? figure.interval : mean_interval(figure.values);
        square += std::pow(factors[i] * interval.half_width(), 2);
    }
    bool const known = std::ranges::all_of(figures, has_a_figure);
    double const half = std::isfinite(square) ? std::sqrt(square) : 0.0;
    sum.interval = {sum.value - half, sum.value + half};
    if (!paired && !known) {
        sum.values = {sum.value}; // one replication says nothing of chance
    }
    return sum;
}

Judged judge(HypothesisFigure const& above, HypothesisFigure const* below, Inequality inequality,
             double bound, double level) {
    Judged judged;
    judged.value = mean_of(above) / (below == nullptr ? 1.0 : mean_of(*below));
    judged.interval = interval_of(above, below);
    double const over = p_of(above, below, bound, true);
    double const under = p_of(above, below, bound, false);
    double const over_negative = p_of(above, below, -bound, true);
    double const under_negative = p_of(above, below, -bound, false);
    bool const positive = below == nullptr || mean_of(*below) > 0.0;
    if (!std::isfinite(judged.value) || !positive) {
        judged.p = 1.0; // a figure that is missing says nothing
        return judged;
    }
    double against{1.0};
    switch (inequality) {
    case Inequality::above:
        judged.on_side = judged.value > bound;
        judged.p = over;
        against = under;
        break;
    case Inequality::below:
        judged.on_side = judged.value < bound;
        judged.p = under;
        against = over;
        break;
    case Inequality::beyond:
        judged.on_side = std::abs(judged.value) > bound;
        judged.p = std::min(1.0, 2.0 * std::min(over, under_negative));
        against = std::max(under, over_negative);
        break;
    case Inequality::within:
        judged.on_side = std::abs(judged.value) < bound;
        judged.p = std::max(under, over_negative);
        against = std::min(over, under_negative);
        break;
    case Inequality::equals: {
        auto const difference = minus(above, below, bound);
        bool const all =
            std::ranges::all_of(difference.values, [](double v) { return v == 0.0; }) &&
            mean_of(difference) == 0.0;
        judged.on_side = all;
        judged.p = all ? 0.0 : 1.0;
        judged.finding = all ? Finding::holds : Finding::fails;
        return judged;
    }
    }
    judged.finding = judged.p < level  ? Finding::holds
                     : against < level ? Finding::fails
                                       : Finding::uncertain;
    return judged;
}

} // namespace opschaling::analysis
