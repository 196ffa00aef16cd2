#include "analysis/sensitivity/elementary_effects.hpp"

#include "analysis/sensitivity/given_data.hpp"
#include "tests/unit/analysis/test_functions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace opschaling;
using namespace opschaling::analysis;
using namespace opschaling::testing;

namespace {

/// Every trajectory of three inputs on four levels: each start, direction and order once.
Design every_trajectory() {
    Design design;
    design.shape = {.kind = DesignKind::morris, .inputs = 3};
    constexpr double step{2.0 / 3.0};
    std::vector<std::size_t> order{0, 1, 2};
    do {
        for (unsigned start = 0; start < 8; ++start) {
            for (unsigned rises = 0; rises < 8; ++rises) {
                std::vector<double> point(3);
                for (std::size_t i = 0; i < 3; ++i) {
                    double const low = (start >> i & 1U) != 0 ? 1.0 / 3.0 : 0.0;
                    point[i] = (rises >> i & 1U) != 0 ? low : low + step;
                }
                design.values.insert(design.values.end(), point.begin(), point.end());
                design.moved.push_back(-1);
                design.moved_by.push_back(0.0);
                for (std::size_t const i : order) {
                    double const by = (rises >> i & 1U) != 0 ? step : -step;
                    point[i] += by;
                    design.values.insert(design.values.end(), point.begin(), point.end());
                    design.moved.push_back(static_cast<std::int32_t>(i));
                    design.moved_by.push_back(by);
                }
                ++design.shape.rows;
            }
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return design;
}

double ishigami_on_cube(std::span<double const> x) {
    std::vector<double> scaled;
    for (double const value : x) {
        scaled.push_back((2.0 * value - 1.0) * std::numbers::pi);
    }
    return ishigami(scaled);
}

} // namespace

TEST_CASE("over all trajectories Ishigami's elementary effects are exact", "[sensitivity]") {
    auto const design = every_trajectory();
    auto const effects =
        estimate_effects(design, {figures_of(design, ishigami_on_cube)}, {.resamples = 10});
    CHECK(effects.trajectories == 384);
    std::vector<double> const magnitude{7.704054, 7.875000, 6.248796};
    std::vector<double> const mean{7.704054, 0.0, 0.0};
    std::vector<double> const spread{6.248796, 7.875000, 8.837132};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(effects.inputs[i].magnitude.value == Approx(magnitude[i]).margin(1e-6));
        CHECK(effects.inputs[i].mean == Approx(mean[i]).margin(1e-6));
        // The exact spread is of the population: divided by n.
        CHECK(effects.inputs[i].spread * std::sqrt(383.0 / 384.0) ==
              Approx(spread[i]).margin(1e-6));
    }
}

TEST_CASE("of a linear function every elementary effect is the coefficient", "[sensitivity]") {
    auto const design = draw_design(request_for(DesignKind::morris, 4, 10, 0.0, 1.0));
    auto const effects = estimate_effects(design, {figures_of(design, [](auto x) {
                                              return x[0] - 2.0 * x[1] + 3.0 * x[2] + 4.0 * x[3];
                                          })});
    std::vector<double> const slopes{1.0, -2.0, 3.0, 4.0};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(effects.inputs[i].mean == Approx(slopes[i]).margin(1e-13));
        CHECK(effects.inputs[i].magnitude.value == Approx(std::abs(slopes[i])).margin(1e-13));
        CHECK(effects.inputs[i].spread < 1e-13);
    }
    CHECK(std::isnan(effects.noise_floor));
}

TEST_CASE("drawn trajectories find the effects of the G function", "[sensitivity]") {
    auto const design = draw_design(request_for(DesignKind::morris, 8, 2000, 0.0, 1.0));
    auto const effects = estimate_effects(design, {figures_of(design, sobol_g)}, {.resamples = 50});
    std::vector<double> const exact{2.591506, 1.480861, 0.592344, 0.334388,
                                    0.034439, 0.034439, 0.034439, 0.034439};
    for (std::size_t i = 0; i < exact.size(); ++i) {
        auto const& effect = effects.inputs[i];
        // Four deviations of a mean of 2000, and of a mean that is zero.
        double const error = effect.spread / std::sqrt(2000.0);
        CHECK(std::abs(effect.magnitude.value - exact[i]) < 4.0 * error);
        CHECK(std::abs(effect.mean) < 4.0 * error);
    }
}

TEST_CASE("the size that chance gives an effect is seen in replications", "[sensitivity]") {
    auto const design = draw_design(request_for(DesignKind::morris, 3, 200, 0.0, 1.0));
    constexpr std::uint32_t replications{4};
    std::vector<std::vector<double>> figures(replications);
    for (std::uint32_t replication = 0; replication < replications; ++replication) {
        for (std::uint32_t point = 0; point < design.points(); ++point) {
            sim::Dice dice{{3, replication}, sim::Stream{1}, point, 0};
            figures[replication].push_back(sim::normal(dice));
        }
    }
    auto const effects = estimate_effects(design, figures);
    // 2 s / (Δ √(π m)) with s = 1, Δ = 2/3 and m = 4.
    double const expected = 2.0 / (2.0 / 3.0 * std::sqrt(std::numbers::pi * replications));
    CHECK(effects.noise_floor == Approx(expected).epsilon(0.1));
    for (auto const& effect : effects.inputs) {
        CHECK(effect.magnitude.value == Approx(expected).epsilon(0.25));
    }
}

TEST_CASE("a trajectory with a failed run is left out and named", "[sensitivity]") {
    auto const design = draw_design(request_for(DesignKind::morris, 3, 20, 0.0, 1.0));
    auto figures = figures_of(design, sobol_g);
    figures[design.shape.point_of(7, 0, 2)] = std::numeric_limits<double>::quiet_NaN();
    auto const effects = estimate_effects(design, {figures});
    CHECK(effects.trajectories == 19);
    REQUIRE(effects.dropped.size() == 1);
    CHECK(effects.dropped[0].row == 7);
}

TEST_CASE("from any sample the share of an input alone is told", "[sensitivity]") {
    auto request = ishigami_request(4096);
    request.kind = GENERATE(DesignKind::lhs, DesignKind::sobol);
    auto const design = draw_design(request);
    auto const indices = given_data_indices(design.values, 3, figures_of(design, ishigami));
    CHECK(indices[0].first == Approx(0.3139).margin(0.05));
    CHECK(indices[1].first == Approx(0.4424).margin(0.05));
    CHECK(indices[2].first == Approx(0.0).margin(0.05));
    // Between 64 groups of shuffled figures: 1.64 deviations of √(2 · 63) / 4096.
    CHECK(indices[2].chance_level == Approx(1.645 * std::sqrt(126.0) / 4096.0).margin(0.003));
}

TEST_CASE("levels and categories tell their share, too", "[sensitivity]") {
    auto request = request_for(DesignKind::sobol, 2, 1024, 0.0, 1.0);
    request.inputs[0].map = {.spread = sim::Spread::levels, .values = {0.0, 1.0, 2.0}};
    auto const design = draw_design(request);
    // Variances 2/3 and 1/12·4 = 1/3.
    auto const indices = given_data_indices(
        design.values, 2, figures_of(design, [](auto x) { return x[0] + 2.0 * x[1]; }));
    CHECK(indices[0].first == Approx(2.0 / 3.0).margin(0.02));
    CHECK(indices[1].first == Approx(1.0 / 3.0).margin(0.04));
    std::vector<double> const flat(1024, 0.3);
    CHECK(std::isnan(given_data_indices(design.values, 2, flat)[0].first));
}
