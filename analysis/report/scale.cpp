#include "analysis/report/scale.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace opschaling::analysis {

std::vector<double> round_ticks(double low, double high, int wanted) {
    if (!(high > low)) {
        high = low + std::max(1.0, std::abs(low));
    }
    double const rough = (high - low) / wanted;
    double const power = std::pow(10.0, std::floor(std::log10(rough)));
    double const ratio = rough / power;
    double const step = power * (ratio <= 1.0   ? 1.0
                                 : ratio <= 2.0 ? 2.0
                                 : ratio <= 5.0 ? 5.0
                                                : 10.0);
    auto const first = std::llround(std::floor(low / step + 1e-9));
    auto const last = std::llround(std::ceil(high / step - 1e-9));
    std::vector<double> ticks;
    for (auto at = first; at <= last; ++at) {
        ticks.push_back(static_cast<double>(at) * step);
    }
    return ticks;
}

std::vector<double> spread_labels(std::vector<double> const& wanted, double gap, double top,
                                  double bottom) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });

    // Groups of labels that touch share one centre: the mean of what its members want.
    struct Group {
        double centre;
        std::size_t members;
    };

    std::vector<Group> groups;
    auto const half = [&](Group const& group) {
        return gap * static_cast<double>(group.members) / 2.0;
    };
    auto const inside = [&](Group group) {
        group.centre = std::max(std::min(group.centre, bottom - half(group) + gap / 2.0),
                                top + half(group) - gap / 2.0);
        return group;
    };
    for (auto const i : order) {
        Group group = inside({wanted[i], 1});
        while (!groups.empty() &&
               groups.back().centre + half(groups.back()) > group.centre - half(group)) {
            Group const& above = groups.back();
            auto const a = static_cast<double>(above.members);
            auto const b = static_cast<double>(group.members);
            group = inside(
                {(above.centre * a + group.centre * b) / (a + b), above.members + group.members});
            groups.pop_back();
        }
        groups.push_back(group);
    }

    std::vector<double> places(wanted.size());
    std::size_t next = 0;
    for (auto const& group : groups) {
        for (std::size_t k = 0; k < group.members; ++k) {
            places[order[next++]] =
                group.centre - half(group) + gap * (static_cast<double>(k) + 0.5);
        }
    }
    return places;
}

} // namespace opschaling::analysis
