#include "sim/parameters/declaration.hpp"

#include "sim/contract/expects.hpp"

namespace opschaling::sim {

double interpolate(std::vector<std::pair<int, double>> const& knots, double year) {
    expects(!knots.empty(), "a year series has at least one year");
    if (year <= knots.front().first) {
        return knots.front().second;
    }
    for (std::size_t i = 1; i < knots.size(); ++i) {
        if (year < knots[i].first) {
            auto const& [from, low] = knots[i - 1];
            auto const& [to, high] = knots[i];
            return low + (high - low) * (year - from) / (to - from);
        }
    }
    return knots.back().second;
}

} // namespace opschaling::sim
