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

Point scaled_middle(std::array<float, context_dimensions> const& relevance, std::size_t cell) {
    Point point{};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        point[k] = ((cell >> k & 1U) != 0 ? cell_middle : -cell_middle) *
                   std::sqrt(static_cast<double>(relevance[k]));
    }
    return point;
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

/// The heaviest cell first, then whichever is worst served: weight times squared distance.
std::vector<Point> spread_centres(std::vector<Point> const& points,
                                  std::span<std::uint32_t const> weight, std::uint32_t types) {
    std::vector<Point> centres{
        points[static_cast<std::size_t>(std::ranges::max_element(weight) - weight.begin())]};
    std::vector<double> served(points.size(), std::numeric_limits<double>::infinity());
    while (centres.size() < types) {
        std::size_t farthest{0};
        double most{0.0};
        for (std::size_t cell = 0; cell < points.size(); ++cell) {
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
                   std::span<std::uint32_t const> weight,
                   std::array<std::uint8_t, context_cells> const& group) {
    std::vector<Point> sums(centres.size(), Point{});
    std::vector<double> weights(centres.size(), 0.0);
    for (std::size_t cell = 0; cell < points.size(); ++cell) {
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
    std::vector<Point> points;
    points.reserve(context_cells);
    for (std::size_t cell = 0; cell < context_cells; ++cell) {
        points.push_back(scaled_middle(relevance, cell));
    }
    auto centres = spread_centres(points, weight, types);
    // Cells without a wijk move no centre; once no other cell moves, nothing will.
    for (int round = 0; round < rounds_of_means; ++round) {
        bool has_moved{round == 0};
        for (std::size_t cell = 0; cell < context_cells; ++cell) {
            if (weight[cell] > 0) {
                auto const closest = nearest(centres, points[cell]);
                has_moved = has_moved || closest != group[cell];
                group[cell] = closest;
            }
        }
        if (!has_moved || round + 1 == rounds_of_means) {
            break;
        }
        move_to_means(centres, points, weight, group);
    }
    for (std::size_t cell = 0; cell < context_cells; ++cell) {
        group[cell] = nearest(centres, points[cell]);
    }
    return group;
}

} // namespace opschaling::models
