#include "analysis/sensitivity/sobol_indices.hpp"

#include "analysis/sensitivity/convergence.hpp"
#include "analysis/statistics/moments.hpp"
#include "tests/unit/analysis/test_functions.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace opschaling;
using namespace opschaling::analysis;
using namespace opschaling::testing;

namespace {

constexpr double failed{std::numeric_limits<double>::quiet_NaN()};
/// |error| at 1024 rows: experiments.md e.3.
constexpr double tolerance{0.02};

struct Exact {
    std::vector<double> first;
    std::vector<double> total;
};

Exact const ishigami_exact{{0.313905191147812, 0.442411144790041, 0.0},
                           {0.557588855209960, 0.442411144790041, 0.243683664062148}};

Exact const g8_exact{{.7161921688790, .1790480422198, .02367577417782, .007161921688790,
                      7.161921688790e-5, 7.161921688790e-5, 7.161921688790e-5, 7.161921688790e-5},
                     {.7871441266593, .2421981928182, .03431691015408, .01046038706524,
                      1.049490519195e-4, 1.049490519195e-4, 1.049490519195e-4, 1.049490519195e-4}};

void check_near(SobolIndices const& indices, Exact const& exact, double margin) {
    REQUIRE(indices.inputs.size() == exact.first.size());
    for (std::size_t i = 0; i < exact.first.size(); ++i) {
        INFO("input " << i);
        CHECK(indices.inputs[i].first.value == Approx(exact.first[i]).margin(margin));
        CHECK(indices.inputs[i].total.value == Approx(exact.total[i]).margin(margin));
        CHECK(indices.inputs[i].first_saltelli == Approx(exact.first[i]).margin(margin));
        CHECK(indices.inputs[i].first_jansen == Approx(exact.first[i]).margin(margin));
    }
}

SobolIndices indices_of(DesignRequest const& request, Function const& function) {
    auto const design = draw_design(request);
    return estimate_sobol(design.shape, figures_of(design, function), {.resamples = 0});
}

} // namespace

TEST_CASE("Sobol' indices of Ishigami's function are within .02 at 1024 rows", "[sensitivity]") {
    auto request = ishigami_request(1024);
    request.seed = GENERATE(1U, 2U, 3U);
    auto const indices = indices_of(request, ishigami);
    check_near(indices, ishigami_exact, tolerance);
    CHECK(indices.mean == Approx(3.5).margin(0.05));
    CHECK(indices.variance == Approx(13.844587940719254).epsilon(0.02));
}

TEST_CASE("Sobol' indices of the G function are within .02 at 1024 rows", "[sensitivity]") {
    auto request = request_for(DesignKind::saltelli, 8, 1024, 0.0, 1.0);
    request.seed = GENERATE(1U, 2U, 3U);
    auto const indices = indices_of(request, sobol_g);
    check_near(indices, g8_exact, tolerance);
    CHECK(indices.variance == Approx(0.465424431902207).epsilon(0.02));
}

TEST_CASE("of a linear function an input alone does as much as in all", "[sensitivity]") {
    auto const request = request_for(DesignKind::saltelli, 4, 1024, 0.0, 1.0);
    auto const indices = indices_of(request, [](std::span<double const> x) {
        return x[0] + 2.0 * x[1] + 3.0 * x[2] + 4.0 * x[3];
    });
    Exact const exact{{1.0 / 30, 4.0 / 30, 9.0 / 30, 16.0 / 30},
                      {1.0 / 30, 4.0 / 30, 9.0 / 30, 16.0 / 30}};
    check_near(indices, exact, tolerance);
}

TEST_CASE("of a pure interaction an input alone does nothing and in all everything",
          "[sensitivity]") {
    auto const request = request_for(DesignKind::saltelli, 2, 1024, 0.0, 1.0);
    auto const indices =
        indices_of(request, [](std::span<double const> x) { return (x[0] - 0.5) * (x[1] - 0.5); });
    check_near(indices, {{0.0, 0.0}, {1.0, 1.0}}, tolerance);
    CHECK(indices.variance == Approx(1.0 / 144.0).epsilon(0.02));
}

TEST_CASE("the dice as an input take their own share of the variance", "[sensitivity]") {
    auto request = ishigami_request(4096);
    request.has_seed_input = true;
    auto const design = draw_design(request);
    auto figures = figures_of(design, ishigami);
    for (std::size_t point = 0; point < figures.size(); ++point) {
        figures[point] += 2.0 * noise_at(design, point);
    }
    auto const indices = estimate_sobol(design.shape, figures, {.resamples = 0});
    check_near(indices, {{.243541, .343241, 0.0}, {.432601, .343241, .189060}}, 0.03);
    REQUIRE(indices.chance.size() == 1);
    // The noise of 8192 seeds is drawn, not a net: its variance alone has a deviation of 1.6 %.
    CHECK(indices.chance[0].first.value == Approx(.224158).margin(0.03));
    CHECK(indices.chance[0].total.value == Approx(.224158).margin(0.03));
}

TEST_CASE("the two usual mistakes with dice show as they were measured", "[sensitivity]") {
    auto request = ishigami_request(4096);
    request.has_seed_input = true;
    auto const design = draw_design(request);
    auto without = design.shape;
    without.has_seed_input = false;
    // The same rows without the member for the dice.
    std::vector<double> fresh;
    std::vector<double> shared;
    std::uint32_t next{1'000'000};
    for (std::size_t row = 0; row < design.shape.rows; ++row) {
        for (std::size_t member = 0; member < without.members(); ++member) {
            std::size_t const point = design.shape.point_of(row, 0, member);
            double const plain = ishigami(design.point(point));
            auto const noise = [](std::uint32_t seed) {
                sim::Dice dice{{11, seed}, sim::Stream{1}, 0, 0};
                return 2.0 * sim::normal(dice);
            };
            fresh.push_back(plain + noise(next++));
            shared.push_back(plain + noise(static_cast<std::uint32_t>(row)));
        }
    }
    auto const inflated_total = estimate_sobol(without, fresh, {.resamples = 0});
    CHECK(inflated_total.inputs[0].total.value == Approx(.655).margin(0.04));
    CHECK(inflated_total.inputs[1].total.value == Approx(.565).margin(0.04));
    CHECK(inflated_total.inputs[2].total.value == Approx(.412).margin(0.04));
    auto const inflated_first = estimate_sobol(without, shared, {.resamples = 0});
    CHECK(inflated_first.inputs[0].first.value == Approx(.467).margin(0.04));
    CHECK(inflated_first.inputs[1].first.value == Approx(.567).margin(0.04));
    CHECK(inflated_first.inputs[2].first.value == Approx(.224).margin(0.04));
}

TEST_CASE("intervals over scrambles hold the exact index in at least 92 of 100 cases",
          "[sensitivity]") {
    // 100 studies of 8 scrambles of 256 rows, of six indices each: of 600 nominal 95 % intervals
    // that are alike in pairs, .92 is 2.4 deviations of 150 independent ones below.
    constexpr std::uint32_t studies{100};
    std::size_t held{0};
    double width{0.0};
    for (std::uint32_t study = 0; study < studies; ++study) {
        auto request = ishigami_request(256);
        request.scrambles = 8;
        request.seed = 1000 + study;
        auto const indices = indices_of(request, ishigami);
        REQUIRE(indices.source == IntervalSource::scrambles);
        for (std::size_t i = 0; i < 3; ++i) {
            auto const& shares = indices.inputs[i];
            held += shares.first.interval.contains(ishigami_exact.first[i]) ? 1 : 0;
            held += shares.total.interval.contains(ishigami_exact.total[i]) ? 1 : 0;
            width = std::max(width, shares.first.interval.half_width());
        }
    }
    CHECK(static_cast<double>(held) / (6.0 * studies) >= 0.92);
    CHECK(width < 0.1);
}

TEST_CASE("with one scramble the bootstrap over rows is safe and wide", "[sensitivity]") {
    std::size_t held{0};
    for (std::uint32_t study = 0; study < 20; ++study) {
        auto request = ishigami_request(256);
        request.seed = 50 + study;
        auto const design = draw_design(request);
        auto const indices =
            estimate_sobol(design.shape, figures_of(design, ishigami), {.resamples = 200});
        REQUIRE(indices.source == IntervalSource::bootstrap);
        for (std::size_t i = 0; i < 3; ++i) {
            held += indices.inputs[i].first.interval.contains(ishigami_exact.first[i]) ? 1 : 0;
            held += indices.inputs[i].total.interval.contains(ishigami_exact.total[i]) ? 1 : 0;
        }
    }
    CHECK(held >= 111); // .92 of 120
}

TEST_CASE("a run that failed takes its whole row along, and the rest still answers",
          "[sensitivity]") {
    auto request = ishigami_request(1024);
    request.scrambles = 8;
    auto const design = draw_design(request);
    auto figures = figures_of(design, ishigami);
    std::vector<bool> row_fails(8 * 1024, false);
    for (std::size_t point = 0; point < figures.size(); ++point) {
        sim::Dice dice{{5, 0}, sim::Stream{2}, static_cast<std::uint32_t>(point), 0};
        if (dice.lands_below(0.05)) {
            figures[point] = failed;
            row_fails[point / design.shape.members()] = true;
        }
    }
    auto const indices = estimate_sobol(design.shape, figures);
    auto const dropped =
        static_cast<std::size_t>(std::count(row_fails.begin(), row_fails.end(), true));
    CHECK(indices.dropped.size() == dropped);
    CHECK(indices.rows == 8 * 1024 - dropped);
    for (auto const& row : indices.dropped) {
        CHECK(row_fails[row.row * 8 + row.scramble]);
        CHECK(std::isnan(figures[row.point]));
    }
    // 23 % of the rows are gone at random, so what is left is as good as a random sample of 6300
    // rows: the deviation of an index is .013 at most.
    check_near(indices, ishigami_exact, 0.04);
}

TEST_CASE("an outcome that does not vary has no indices", "[sensitivity]") {
    auto const indices =
        indices_of(ishigami_request(64), [](std::span<double const>) { return 0.1 + 0.2; });
    CHECK_FALSE(indices.varies);
    CHECK(std::isnan(indices.inputs[0].first.value));
    CHECK(std::isnan(indices.inputs[2].total.value));
}

TEST_CASE("what is known well enough is told from what is not", "[sensitivity]") {
    auto request = request_for(DesignKind::saltelli, 8, 1024, 0.0, 1.0);
    request.scrambles = 8;
    auto const design = draw_design(request);
    auto const figures = figures_of(design, sobol_g);
    auto const indices = estimate_sobol(design.shape, figures);
    auto const judged = judge_convergence(design.shape, figures, indices);
    CHECK(judged.figures_settled);
    CHECK(judged.ranks_settled);
    CHECK(judged.without_influence == std::vector<std::size_t>{2, 3, 4, 5, 6, 7});
    CHECK(judged.undecided.empty());
    CHECK_FALSE(judged.first_exceeds_one);
    CHECK_FALSE(judged.first_exceeds_total);
    CHECK_FALSE(judged.estimators_disagree);
    request.rows = 16;
    request.scrambles = 2;
    auto const few = draw_design(request);
    auto const rough = figures_of(few, sobol_g);
    CHECK_FALSE(
        judge_convergence(few.shape, rough, estimate_sobol(few.shape, rough)).figures_settled);
}
