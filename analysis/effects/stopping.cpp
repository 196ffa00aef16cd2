#include "analysis/effects/stopping.hpp"

#include "analysis/statistics/moments.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace opschaling::analysis {

double narrow_enough(StoppingRule const& rule, double size) {
    return std::max(rule.amount, rule.part * std::abs(size));
}

bool is_known(StoppingRule const& rule, WatchedFigure const& figure) {
    return figure.interval.half_width() <= narrow_enough(rule, figure.size);
}

std::size_t more_replications(std::size_t done, std::span<WatchedFigure const> figures,
                              StoppingRule const& rule) {
    if (done < rule.first) {
        return rule.first - done;
    }
    bool const all_known =
        std::ranges::all_of(figures, [&](auto const& figure) { return is_known(rule, figure); });
    if (all_known || done >= rule.most) {
        return 0;
    }
    return std::min(done, rule.most - done);
}

std::size_t more_replications(std::span<double const> values, StoppingRule const& rule) {
    std::array const figures{
        WatchedFigure{.interval = mean_interval(values), .size = mean(values)}};
    return more_replications(values.size(), figures, rule);
}

} // namespace opschaling::analysis
