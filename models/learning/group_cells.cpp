#include "models/learning/group_cells.hpp"

#include "models/learning/context_cell.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace opschaling::models {

namespace {

constexpr int rounds_of_means{20};

using Point = std::array<double, context_dimensions>;

/// The middle of every cell, scaled by the root of relevance.
std::vector<Point> scaled_middles(std::array<float, context_dimensions> const& relevance) {
    Point scale{};
    std::ranges::transform(relevance, scale.begin(),
                           [](float one) { return std::sqrt(static_cast<double>(one)); });
    std::vector<Point> points(context_cells);
    for (std::size_t cell = 0; cell < context_cells; ++cell) {
        for (std::size_t k = 0; k < context_dimensions; ++k) {
            points[cell][k] = ((cell >> k & 1U) != 0 ? cell_middle : -cell_middle) * scale[k];
        }
    }
    return points;
}

double squared_distance(Point const& a, Point const& b) {
    double sum{0.0};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
}

std::uint8_t nearest(std::vector<Point> const& centres, Point const& point) {
    std::size_t best{0};
    double least{squared_distance(centres[0], point)};
    for (std::size_t i = 1; i < centres.size(); ++i) {
        double const apart = squared_distance(centres[i], point);
        if (apart < least) {
            best = i;
            least = apart;
        }
    }
    return static_cast<std::uint8_t>(best);
}

/// Cells with a wijk: no other moves a centre, and few worlds have them all.
std::vector<std::size_t> cells_in_use(std::span<std::uint32_t const> weight) {
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < weight.size(); ++cell) {
        if (weight[cell] > 0) {
            cells.push_back(cell);
        }
    }
    return cells;
}

/// The heaviest cell first, then whichever is worst served: weight times squared distance.
std::vector<Point> spread_centres(std::vector<Point> const& points,
                                  std::vector<std::size_t> const& cells,
                                  std::span<std::uint32_t const> weight, std::uint32_t types) {
    std::vector<Point> centres{
        points[static_cast<std::size_t>(std::ranges::max_element(weight) - weight.begin())]};
    std::vector<double> served(points.size(), std::numeric_limits<double>::infinity());
    while (centres.size() < types) {
        std::size_t farthest{0};
        double most{0.0};
        for (auto const cell : cells) {
            served[cell] = std::min(served[cell], squared_distance(points[cell], centres.back()));
            double const apart = weight[cell] * served[cell];
            if (apart > most) {
                most = apart;
                farthest = cell;
            }
        }
        if (most <= 0.0) {
            break;
        }
        centres.push_back(points[farthest]);
    }
    return centres;
}

void move_to_means(std::vector<Point>& centres, std::vector<Point> const& points,
                   std::vector<std::size_t> const& cells, std::span<std::uint32_t const> weight,
                   std::array<std::uint8_t, context_cells> const& group) {
    std::vector<Point> sums(centres.size(), Point{});
    std::vector<double> weights(centres.size(), 0.0);
    for (auto const cell : cells) {
        weights[group[cell]] += weight[cell];
        for (std::size_t k = 0; k < context_dimensions; ++k) {
            sums[group[cell]][k] += weight[cell] * points[cell][k];
        }
    }
    for (std::size_t i = 0; i < centres.size(); ++i) {
        for (std::size_t k = 0; weights[i] > 0.0 && k < context_dimensions; ++k) {
            centres[i][k] = sums[i][k] / weights[i];
        }
    }
}

/// Centres of types, and the type of each cell with a wijk.
struct Grouping {
    std::vector<Point> points;
    std::vector<Point> centres;
    std::array<std::uint8_t, context_cells> group{};
};

Grouping group_by_means(std::array<float, context_dimensions> const& relevance,
                        std::span<std::uint32_t const> weight, std::uint32_t types) {
    Grouping found;
    found.points = scaled_middles(relevance);
    auto const cells = cells_in_use(weight);
    found.centres = spread_centres(found.points, cells, weight, types);
    // Once no cell moves, nothing will.
    for (int round = 0; round < rounds_of_means; ++round) {
        bool has_moved{round == 0};
        for (auto const cell : cells) {
            auto const closest = nearest(found.centres, found.points[cell]);
            has_moved = has_moved || closest != found.group[cell];
            found.group[cell] = closest;
        }
        if (!has_moved || round + 1 == rounds_of_means) {
            break;
        }
        move_to_means(found.centres, found.points, cells, weight, found.group);
    }
    return found;
}

} // namespace

std::array<std::uint8_t, context_cells>
group_cells(std::array<float, context_dimensions> const& relevance,
            std::span<std::uint32_t const> weight, std::uint32_t types) {
    std::array<std::uint8_t, context_cells> group{};
    if (types >= context_cells) {
        for (std::size_t cell = 0; cell < context_cells; ++cell) {
            group[cell] = static_cast<std::uint8_t>(cell);
        }
        return group;
    }
    auto const found = group_by_means(relevance, weight, types);
    for (std::size_t cell = 0; cell < context_cells; ++cell) {
        group[cell] = nearest(found.centres, found.points[cell]);
    }
    return group;
}

std::array<std::uint8_t, context_cells>
group_cells_in_use(std::array<float, context_dimensions> const& relevance,
                   std::span<std::uint32_t const> weight, std::uint32_t types) {
    return types >= context_cells ? group_cells(relevance, weight, types)
                                  : group_by_means(relevance, weight, types).group;
}

} // namespace opschaling::models
