#include "analysis/design/design.hpp"
#include "analysis/design/unit_points.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace opschaling;
using namespace opschaling::analysis;

namespace {

Input unit_input(std::string name) {
    return {.name = std::move(name), .unit = "1"};
}

DesignRequest request_of(DesignKind kind, std::size_t inputs, std::size_t rows) {
    DesignRequest request;
    request.kind = kind;
    request.rows = rows;
    request.seed = 20261122;
    for (std::size_t i = 0; i < inputs; ++i) {
        request.inputs.push_back(unit_input(fmt::format("x{}", i + 1)));
    }
    return request;
}

std::vector<double> column_of(Design const& design, std::size_t input) {
    std::vector<double> column;
    for (std::size_t point = 0; point < design.points(); ++point) {
        column.push_back(design.point(point)[input]);
    }
    return column;
}

/// Spearman's rank correlation of columns without ties.
double rank_correlation(std::vector<double> const& one, std::vector<double> const& other) {
    auto const ranks = [](std::vector<double> const& values) {
        std::vector<std::size_t> order(values.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
        std::vector<double> rank(values.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            rank[order[i]] = static_cast<double>(i);
        }
        return rank;
    };
    auto const a = ranks(one);
    auto const b = ranks(other);
    double squares{0.0};
    for (std::size_t i = 0; i < a.size(); ++i) {
        squares += (a[i] - b[i]) * (a[i] - b[i]);
    }
    auto const n = static_cast<double>(a.size());
    return 1.0 - 6.0 * squares / (n * (n * n - 1.0));
}

bool has_one_in_each_strip(std::vector<double> const& column) {
    std::set<int> strips;
    for (double const value : column) {
        strips.insert(static_cast<int>(value * static_cast<double>(column.size())));
    }
    return strips.size() == column.size();
}

} // namespace

TEST_CASE("a Latin hypercube has one point in each strip of each dimension", "[design]") {
    auto const design = draw_design(request_of(DesignKind::lhs, 4, 100));
    for (std::size_t input = 0; input < 4; ++input) {
        CHECK(has_one_in_each_strip(column_of(design, input)));
        for (std::size_t other = input + 1; other < 4; ++other) {
            // Independent permutations of 100 have a rank correlation of deviation 0.1: four of it.
            CHECK(std::abs(rank_correlation(column_of(design, input), column_of(design, other))) <
                  0.4);
        }
    }
}

TEST_CASE("the Sobol' sequence is that of Joe and Kuo, point 0 included", "[design]") {
    auto const integers = sobol_integers(4, 5);
    std::vector<double> unit;
    for (auto const integer : integers) {
        unit.push_back(static_cast<double>(integer) * 0x1.0p-32);
    }
    // As SciPy 1.10 gives it, unscrambled.
    std::vector<double> const expected{0,   0,   0,   0,   0,   .5,  .5,  .5,  .5,  .5,
                                       .75, .25, .25, .25, .75, .25, .75, .75, .75, .25};
    CHECK(unit == expected);
}

TEST_CASE("a scrambled Sobol' sample is still a net", "[design]") {
    constexpr std::size_t rows{1024};
    auto const unit = scrambled_sobol(rows, 3, 7, 0);
    // In dimensions 1 and 2: each box of 2^-i by 2^-(10 - i) holds exactly one of 1024 points.
    for (int i = 0; i <= 10; ++i) {
        std::set<std::pair<int, int>> boxes;
        for (std::size_t row = 0; row < rows; ++row) {
            boxes.emplace(static_cast<int>(unit[row * 3] * std::exp2(i)),
                          static_cast<int>(unit[row * 3 + 1] * std::exp2(10 - i)));
        }
        CHECK(boxes.size() == rows);
    }
    double sum{0.0};
    for (std::size_t row = 0; row < rows; ++row) {
        sum += unit[row * 3 + 2];
    }
    CHECK(std::abs(sum / rows - 0.5) < 1.0 / rows);
}

TEST_CASE("scrambles differ, and each is uniform on its own", "[design]") {
    // The first point of 2000 scrambles: uniform, so its mean has a deviation of .0065: four of it.
    constexpr std::uint32_t scrambles{2000};
    double sum{0.0};
    for (std::uint32_t scramble = 0; scramble < scrambles; ++scramble) {
        sum += scrambled_sobol(1, 1, 3, scramble).front();
    }
    CHECK(std::abs(sum / scrambles - 0.5) < 4.0 * std::sqrt(1.0 / 12.0 / scrambles));
}

TEST_CASE("more rows of a net, of saltelli and of morris are a longer list of the same points",
          "[design]") {
    auto const kind = GENERATE(DesignKind::sobol, DesignKind::saltelli, DesignKind::morris);
    auto few = request_of(kind, 3, 64);
    few.scrambles = 2;
    few.has_seed_input = kind != DesignKind::sobol;
    auto many = few;
    many.rows = 128;
    auto const small = draw_design(few);
    auto const large = draw_design(many);
    REQUIRE(small.points() == points_of(few));
    CHECK(std::equal(small.values.begin(), small.values.end(), large.values.begin()));
    CHECK(std::equal(small.dice.begin(), small.dice.end(), large.dice.begin()));
    CHECK(draw_design(few) == small);
    few.seed += 1;
    CHECK_FALSE(draw_design(few) == small);
}

TEST_CASE("a row of saltelli is A, B, and A with one column of B", "[design]") {
    auto request = request_of(DesignKind::saltelli, 3, 8);
    request.scrambles = 2;
    request.has_seed_input = true;
    auto const design = draw_design(request);
    REQUIRE(design.shape.members() == 6);
    for (std::size_t row = 0; row < 8; ++row) {
        auto const at = [&](std::size_t member) { return design.shape.point_of(row, 1, member); };
        auto const a = design.point(at(0));
        auto const b = design.point(at(1));
        for (std::size_t input = 0; input < 3; ++input) {
            auto const ab = design.point(at(2 + input));
            for (std::size_t other = 0; other < 3; ++other) {
                CHECK(ab[other] == (other == input ? b[other] : a[other]));
            }
            // A with a column of B keeps the dice of A: else noise passes for an effect of inputs.
            CHECK(design.dice[at(2 + input)] == design.dice[at(0)]);
        }
        CHECK(design.dice[at(1)] != design.dice[at(0)]);
        CHECK(design.dice[at(5)] == design.dice[at(1)]);
        CHECK(std::ranges::equal(design.point(at(5)), a));
    }
    auto dice = design.dice;
    std::ranges::sort(dice);
    auto const last = std::unique(dice.begin(), dice.end());
    CHECK(last - dice.begin() == 2 * 8 * 2);
}

TEST_CASE("a trajectory of morris moves each input once, by two thirds", "[design]") {
    auto request = request_of(DesignKind::morris, 4, 20);
    request.has_seed_input = true;
    auto const design = draw_design(request);
    for (std::size_t row = 0; row < 20; ++row) {
        std::set<int> moved;
        for (std::size_t member = 1; member <= 4; ++member) {
            std::size_t const point = design.shape.point_of(row, 0, member);
            auto const input = static_cast<std::size_t>(design.moved[point]);
            moved.insert(design.moved[point]);
            CHECK(std::abs(design.moved_by[point]) == Approx(2.0 / 3.0));
            for (std::size_t i = 0; i < 4; ++i) {
                double const by = design.point(point)[i] - design.point(point - 1)[i];
                CHECK(by == Approx(i == input ? design.moved_by[point] : 0.0).margin(1e-15));
            }
            CHECK(design.dice[point] == design.dice[point - 1]);
        }
        CHECK(moved.size() == 4);
    }
}

TEST_CASE("levels, whole numbers and categories get their own part of the unit interval",
          "[design]") {
    auto request = request_of(DesignKind::sobol, 3, 1024);
    request.inputs[0].map = {.low = 1.0, .high = 4.0, .is_whole = true};
    request.inputs[1].map.spread = sim::Spread::levels;
    request.inputs[1].map.values = {0.0, 1.0, 2.0, 3.0};
    request.inputs[1].map.weights = {1.0, 1.0, 2.0, 0.0};
    request.inputs[2].map = {
        .spread = sim::Spread::triangular, .low = -1.0, .high = 3.0, .mode = 0.0};
    auto const design = draw_design(request);
    auto const count = [&](std::size_t input, double value) {
        return std::ranges::count(column_of(design, input), value);
    };
    for (double const whole : {1.0, 2.0, 3.0, 4.0}) {
        CHECK(count(0, whole) == 256);
    }
    CHECK(count(1, 0.0) == 256);
    CHECK(count(1, 2.0) == 512);
    CHECK(count(1, 3.0) == 0);
    auto const triangular = column_of(design, 2);
    CHECK(std::accumulate(triangular.begin(), triangular.end(), 0.0) / 1024.0 ==
          Approx(2.0 / 3.0).margin(0.01));
}

TEST_CASE("a quantile map and its inverse agree", "[design]") {
    using sim::QuantileMap;
    using sim::Spread;
    auto const map =
        GENERATE(QuantileMap{.low = 2.0, .high = 5.0},
                 QuantileMap{.spread = Spread::log_uniform, .low = 0.1, .high = 10.0},
                 QuantileMap{.spread = Spread::triangular, .low = 0.0, .high = 2.0, .mode = 0.5},
                 QuantileMap{.spread = Spread::normal, .low = -1.0, .high = 3.0, .mean = 0.0});
    for (double const share : {0.01, 0.3, 0.5, 0.77, 0.99}) {
        CHECK(sim::share_of(map, sim::value_at(map, share)) == Approx(share));
    }
    CHECK(sim::value_at(map, 0.0) == Approx(map.low));
    CHECK(sim::value_at(map, 1.0) == Approx(map.high));
}

TEST_CASE("a grid has every combination, one at a time only those that differ in one input",
          "[design]") {
    auto request = request_of(DesignKind::grid, 2, 0);
    request.levels = 3;
    request.inputs[1].map.spread = sim::Spread::levels;
    request.inputs[1].map.values = {10.0, 20.0};
    auto const grid = draw_design(request);
    CHECK(grid.values ==
          std::vector<double>{0.0, 10.0, 0.0, 20.0, 0.5, 10.0, 0.5, 20.0, 1.0, 10.0, 1.0, 20.0});
    CHECK(points_of(request) == 6);
    request.kind = DesignKind::one_at_a_time;
    request.base = {0.5, 10.0};
    CHECK(draw_design(request).values ==
          std::vector<double>{0.5, 10.0, 0.0, 10.0, 1.0, 10.0, 0.5, 20.0});
}

TEST_CASE("correlated inputs keep their margins", "[design]") {
    auto const kind = GENERATE(DesignKind::lhs, DesignKind::sobol);
    auto request = request_of(kind, 3, 1024);
    request.correlations = {1.0, 0.7, 0.0, 0.7, 1.0, -0.3, 0.0, -0.3, 1.0};
    REQUIRE(complaints_of(request).empty());
    auto const design = draw_design(request);
    // The rank correlation of 1024 independent pairs has a deviation of .031: three of it.
    CHECK(rank_correlation(column_of(design, 0), column_of(design, 1)) == Approx(0.7).margin(0.09));
    CHECK(rank_correlation(column_of(design, 1), column_of(design, 2)) ==
          Approx(-0.3).margin(0.09));
    CHECK(rank_correlation(column_of(design, 0), column_of(design, 2)) == Approx(0.0).margin(0.09));
    CHECK(has_one_in_each_strip(column_of(design, 0)));
    if (kind == DesignKind::lhs) {
        CHECK(has_one_in_each_strip(column_of(design, 1)));
    }
}

TEST_CASE("a design that cannot be drawn says why", "[design]") {
    auto request = request_of(DesignKind::saltelli, 2, 1000);
    auto const complaints = complaints_of(request);
    REQUIRE(complaints.size() == 1);
    CHECK(complaints.front() ==
          "1000 is no power of two, of which a net is made; 512 and 1024 are");
    request = request_of(DesignKind::lhs, 3, 10);
    request.has_seed_input = true;
    request.correlations = {1.0, 0.9, -0.9, 0.9, 1.0, 0.9, -0.9, 0.9, 1.0};
    CHECK(complaints_of(request).size() == 2);
    request = request_of(DesignKind::morris, 2, 4);
    request.levels = 5;
    CHECK(complaints_of(request).size() == 1);
    CHECK_FALSE(complaints_of({}).empty());
    request = request_of(DesignKind::grid, 30, 1);
    CHECK_FALSE(complaints_of(request).empty());
}

TEST_CASE("every kind of design has a name that leads back to it", "[design]") {
    for (auto const kind :
         {DesignKind::list, DesignKind::grid, DesignKind::one_at_a_time, DesignKind::lhs,
          DesignKind::sobol, DesignKind::saltelli, DesignKind::morris}) {
        CHECK(design_kind_named(name_of(kind)) == kind);
    }
    CHECK_FALSE(design_kind_named("latin").has_value());
}
