#include "analysis/discovery/prim.hpp"
#include "analysis/discovery/robustness.hpp"
#include "analysis/discovery/tree.hpp"
#include "tests/unit/analysis/test_functions.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace opschaling;
using namespace opschaling::analysis;
using namespace opschaling::testing;

namespace {

/// 2048 points of a net in five dimensions; of interest are those with x1 in (.25, .75) and x2 >
/// .6.
Cases known_box(std::uint32_t seed) {
    auto request = request_for(DesignKind::sobol, 5, 2048, 0.0, 1.0);
    request.seed = seed;
    auto const design = draw_design(request);
    Cases cases{.inputs = 5,
                .values = design.values,
                .is_of_interest = {},
                .is_category = std::vector<std::uint8_t>(5, 0)};
    for (std::size_t point = 0; point < design.points(); ++point) {
        auto const x = design.point(point);
        cases.is_of_interest.push_back(x[0] > 0.25 && x[0] < 0.75 && x[1] > 0.6 ? 1 : 0);
    }
    return cases;
}

} // namespace

TEST_CASE("PRIM finds the known box", "[discovery]") {
    auto const result = find_boxes(known_box(GENERATE(1U, 2U, 3U)), {.most_boxes = 1, .refits = 5});
    CHECK(result.cases == 2048);
    CHECK_FALSE(result.has_few_cases);
    REQUIRE(result.boxes.size() == 1);
    auto const& found = result.boxes.front();
    auto const& limits = found.box.limits;
    CHECK(found.box.coverage > 0.93);
    CHECK(found.box.density > 0.99);
    CHECK(found.box.mass == Approx(0.19).margin(0.01));
    CHECK(limits[0].low == Approx(0.25).margin(0.012));
    CHECK(limits[0].high == Approx(0.75).margin(0.014));
    CHECK(limits[1].low == Approx(0.6).margin(0.012));
    CHECK(std::isinf(limits[1].high));
    for (std::size_t input = 2; input < 5; ++input) {
        CHECK(limits[input].is_free());
        CHECK(found.returned[input] == 0);
    }
    CHECK(limits[0].quasi_p < 1e-100);
    CHECK(limits[1].quasi_p < 1e-100);
    CHECK(found.held_out_coverage > 0.88);
    CHECK(found.held_out_density > 0.95);
    CHECK(found.refits == 5);
    CHECK(found.returned[0] == 5);
    CHECK(found.path.front().coverage == 1.0);
    CHECK(found.path.front().density == Approx(0.2).margin(0.001));
}

TEST_CASE("PRIM finds nothing sure where cases lie at random", "[discovery]") {
    auto cases = known_box(4);
    for (std::uint32_t point = 0; point < cases.count(); ++point) {
        sim::Dice dice{{9, 0}, sim::Stream{1}, point, 0};
        cases.is_of_interest[point] = dice.lands_below(0.2) ? 1 : 0;
    }
    auto const result = find_boxes(cases, {.most_boxes = 1, .refits = 0});
    if (!result.boxes.empty()) {
        // What peeling found by chance does not hold on cases that it has not seen: within three
        // deviations of .2 over at least 34 cases.
        CHECK(result.boxes.front().held_out_density < 0.2 + 3.0 * 0.4 / std::sqrt(34.0));
    }
}

TEST_CASE("PRIM peels levels whole and categories one at a time", "[discovery]") {
    auto cases = known_box(5);
    cases.is_category[1] = 1;
    for (std::size_t point = 0; point < cases.count(); ++point) {
        cases.values[point * 5] = std::floor(4.0 * cases.at(point, 0));
        cases.values[point * 5 + 1] = std::floor(3.0 * cases.at(point, 1));
        cases.is_of_interest[point] = cases.at(point, 0) >= 2.0 && cases.at(point, 1) == 1.0;
    }
    auto const result = find_boxes(cases, {.refits = 0});
    REQUIRE(result.boxes.size() == 1);
    auto const& box = result.boxes.front().box;
    CHECK(box.coverage == 1.0);
    CHECK(box.density == 1.0);
    CHECK(box.limits[0].low == 1.5);
    CHECK(box.limits[1].categories == std::vector<double>{1.0});
    CHECK(box.restricted() == 2);
}

TEST_CASE("PRIM covers two regions with two boxes", "[discovery]") {
    auto cases = known_box(6);
    for (std::size_t point = 0; point < cases.count(); ++point) {
        bool const first = cases.at(point, 0) < 0.3 && cases.at(point, 1) < 0.5;
        bool const second = cases.at(point, 2) > 0.8;
        cases.is_of_interest[point] = first || second;
    }
    auto const result = find_boxes(cases, {.refits = 0});
    REQUIRE(result.boxes.size() >= 2);
    CHECK(result.boxes[0].box.coverage + result.boxes[1].box.coverage > 0.85);
    CHECK(result.boxes[0].box.density > 0.95);
    CHECK(result.boxes[1].box.density > 0.95);
}

TEST_CASE("PRIM calls no region what is thinner than all cases together", "[discovery]") {
    auto cases = known_box(6);
    for (std::uint32_t point = 0; point < cases.count(); ++point) {
        sim::Dice dice{{9, 0}, sim::Stream{1}, point, 0};
        bool const inside = cases.at(point, 0) < 0.5 && cases.at(point, 1) < 0.5;
        cases.is_of_interest[point] = inside || dice.lands_below(0.03) ? 1 : 0;
    }
    auto const result = find_boxes(cases, {.refits = 0});
    REQUIRE(result.boxes.size() == 1); // what is left has cases, a tenth as dense as all
    CHECK(result.boxes.front().box.density > 0.95);
}

TEST_CASE("the tail of a binomial is exact", "[discovery]") {
    CHECK(binomial_tail(0, 10, 0.3) == 1.0);
    CHECK(binomial_tail(10, 10, 0.5) == Approx(std::pow(0.5, 10)));
    CHECK(binomial_tail(2, 3, 0.5) == Approx(0.5));
    CHECK(binomial_tail(3, 3, 0.0) == 0.0);
}

TEST_CASE("a tree tells where runs failed", "[discovery]") {
    auto cases = known_box(7);
    for (std::size_t point = 0; point < cases.count(); ++point) {
        cases.is_of_interest[point] = cases.at(point, 3) > 0.9 && cases.at(point, 0) < 0.5;
    }
    auto const tree = grow_tree(cases);
    REQUIRE(tree.size() == 5);
    CHECK_FALSE(tree[0].is_leaf);
    CHECK(tree[0].input == 3);
    CHECK(tree[0].threshold == Approx(0.9).margin(0.001));
    auto const& above = tree[tree[0].above];
    CHECK(above.input == 0);
    CHECK(above.threshold == Approx(0.5).margin(0.01));
    CHECK(tree[above.below].of_interest == tree[above.below].cases);
    CHECK(tree[tree[0].below].of_interest == 0);
    std::ranges::fill(cases.is_of_interest, std::uint8_t{0});
    CHECK(grow_tree(cases).size() == 1);
}

TEST_CASE("robustness is that of the table done by hand", "[discovery]") {
    std::vector<std::vector<double>> const figures{
        {10.0, 4.0, 6.0}, {7.0, 7.0, 7.0}, {3.0, 12.0, 5.0}};
    CHECK(regrets_of(figures) ==
          std::vector<std::vector<double>>{{0.0, 8.0, 1.0}, {3.0, 5.0, 0.0}, {7.0, 0.0, 2.0}});
    auto const judged = judge_policies(figures, {.optimism = 0.6, .threshold = 6.0});
    auto const check = [&](std::size_t policy, Robustness const& expected) {
        auto const& one = judged[policy];
        CHECK(one.maximin == expected.maximin);
        CHECK(one.maximax == expected.maximax);
        CHECK(one.hurwicz == Approx(expected.hurwicz));
        CHECK(one.laplace == Approx(expected.laplace));
        CHECK(one.max_regret == expected.max_regret);
        CHECK(one.satisficing == Approx(expected.satisficing));
    };
    check(0, {.maximin = 4,
              .maximax = 10,
              .hurwicz = 7.6,
              .laplace = 20.0 / 3,
              .max_regret = 8,
              .satisficing = 2.0 / 3});
    check(1, {.maximin = 7,
              .maximax = 7,
              .hurwicz = 7,
              .laplace = 7,
              .max_regret = 5,
              .satisficing = 1});
    check(2, {.maximin = 3,
              .maximax = 12,
              .hurwicz = 8.4,
              .laplace = 20.0 / 3,
              .max_regret = 7,
              .satisficing = 1.0 / 3});
    CHECK(judged[0].deviation == Approx(2.494438));
    CHECK(judged[0].mean_regret == Approx(3.0));
    CHECK(judged[2].best_share == Approx(1.0 / 3.0));
}

TEST_CASE("a scenario in which a policy has no figure counts for none", "[discovery]") {
    double const none = std::numeric_limits<double>::quiet_NaN();
    auto const judged = judge_policies({{1.0, none, 3.0}, {2.0, 100.0, 1.0}}, {.threshold = 1.5});
    CHECK(judged[1].maximax == 2.0);
    CHECK(judged[0].satisficing == 0.5);
}
