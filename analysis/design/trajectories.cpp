#include "analysis/design/unit_points.hpp"

#include <algorithm>
#include <numeric>

namespace opschaling::analysis {

namespace {

/// One trajectory: where it begins, in which order the inputs move, and up or down.
struct Walk {
    std::vector<double> low; ///< the lower of the two values of each input
    std::vector<bool> rises;
    std::vector<std::size_t> order;
};

Walk draw_walk(std::size_t walk, std::size_t inputs, std::size_t levels, std::uint32_t seed,
               std::uint32_t scramble) {
    Walk drawn{.low = std::vector<double>(inputs),
               .rises = std::vector<bool>(inputs),
               .order = std::vector<std::size_t>(inputs)};
    std::iota(drawn.order.begin(), drawn.order.end(), std::size_t{0});
    for (std::size_t i = 0; i < inputs; ++i) {
        auto const words =
            design_words(seed, DesignPurpose::trajectory, scramble,
                         {static_cast<std::uint32_t>(walk), static_cast<std::uint32_t>(i), 0});
        drawn.low[i] =
            static_cast<double>(words[0] % (levels / 2)) / static_cast<double>(levels - 1);
        drawn.rises[i] = (words[1] & 1U) != 0;
        std::size_t const left = inputs - i;
        std::swap(drawn.order[left - 1], drawn.order[words[2] % left]);
    }
    return drawn;
}

} // namespace

Trajectories morris_trajectories(std::size_t count, std::size_t inputs, std::size_t levels,
                                 std::uint32_t seed, std::uint32_t scramble) {
    double const step = static_cast<double>(levels) / (2.0 * static_cast<double>(levels - 1));
    Trajectories all;
    for (std::size_t walk = 0; walk < count; ++walk) {
        auto const drawn = draw_walk(walk, inputs, levels, seed, scramble);
        std::vector<double> point(inputs);
        for (std::size_t i = 0; i < inputs; ++i) {
            point[i] = drawn.rises[i] ? drawn.low[i] : drawn.low[i] + step;
        }
        all.points.insert(all.points.end(), point.begin(), point.end());
        all.moved.push_back(-1);
        all.moved_by.push_back(0.0);
        for (std::size_t const input : drawn.order) {
            double const by = drawn.rises[input] ? step : -step;
            point[input] = drawn.rises[input] ? drawn.low[input] + step : drawn.low[input];
            all.points.insert(all.points.end(), point.begin(), point.end());
            all.moved.push_back(static_cast<std::int32_t>(input));
            all.moved_by.push_back(by);
        }
    }
    return all;
}

} // namespace opschaling::analysis
