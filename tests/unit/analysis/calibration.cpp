#include "analysis/calibration/fit.hpp"
#include "analysis/calibration/measure.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace opschaling;
using namespace opschaling::analysis;

namespace {

using Choices = std::vector<std::vector<double>>;

/// A country with one member and a regio axis with two; three years of quarters.
sim::ResultShape two_axes() {
    sim::ResultShape shape;
    shape.axes = {{"land", "", {"NL"}, {"Nederland"}}, {"regio", "", {"A", "B"}, {"A", "B"}}};
    auto const series = [](char const* name, char const* axis, sim::SeriesKind kind) {
        return sim::SeriesDeclaration{.name = name,
                                      .axis = axis,
                                      .period = sim::Period::quarter,
                                      .kind = kind,
                                      .unit = "1",
                                      .long_name = name,
                                      .meaning = "",
                                      .label_nl = name};
    };
    shape.series = {series("stock", "land", sim::SeriesKind::stock),
                    series("flow", "land", sim::SeriesKind::flow),
                    series("regio_stock", "regio", sim::SeriesKind::stock)};
    shape.first_quarter = 0;
    shape.quarters = 12;
    shape.first_year = 2018;
    shape.years = 3;
    return shape;
}

sim::RunResult counted_up(sim::ResultShape const& shape) {
    auto result = sim::RunResult::of_shape(shape);
    for (int q = 0; q < 12; ++q) {
        result.values[0][static_cast<std::size_t>(q)] = static_cast<float>(100 + 10 * q);
        result.values[1][static_cast<std::size_t>(q)] = static_cast<float>(q);
    }
    return result;
}

} // namespace

TEST_CASE("a measure reduces the quarters it names and no others", "[calibration]") {
    auto const shape = two_axes();
    auto const run = counted_up(shape);
    RunMeasure what{.series = {"flow"},
                    .per = {},
                    .reduction = Reduction::sum,
                    .from = sim::Quarter::of(2019, 1),
                    .to = sim::Quarter::of(2019, 4),
                    .factor = 2.0};
    CHECK(measure(what, shape, run) == 2.0 * (4 + 5 + 6 + 7));
    what.reduction = Reduction::mean;
    CHECK(measure(what, shape, run) == 2.0 * 5.5);
    what.reduction = Reduction::last;
    CHECK(measure(what, shape, run) == 2.0 * 7);
    what.series = {"stock"};
    what.reduction = Reduction::growth;
    CHECK(measure(what, shape, run) == 2.0 * 40);
    what.from = sim::Quarter::of(2018, 1);
    CHECK(measure(what, shape, run) == 2.0 * 170);
    what.series = {"stock", "flow"};
    what.per = {"flow"};
    what.reduction = Reduction::last;
    CHECK(measure(what, shape, run) == 2.0 * (170 + 7) / 7);
}

TEST_CASE("a measure against nothing is no number", "[calibration]") {
    auto const shape = two_axes();
    auto const run = counted_up(shape);
    RunMeasure const what{.series = {"stock"},
                          .per = {"flow"},
                          .reduction = Reduction::last,
                          .from = sim::Quarter::of(2018, 1),
                          .to = sim::Quarter::of(2018, 1)};
    CHECK(std::isnan(measure(what, shape, run)));
}

TEST_CASE("what a run does not record for the whole country is named", "[calibration]") {
    auto const shape = two_axes();
    RunMeasure const what{.series = {"stok", "regio_stock"},
                          .per = {"flow"},
                          .reduction = Reduction::last,
                          .from = sim::Quarter::of(2018, 1),
                          .to = sim::Quarter::of(2021, 1)};
    auto const problems = problems_with(what, shape);
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].find("'stok'") != std::string::npos);
    CHECK(problems[1].find("'regio_stock'") != std::string::npos);
    CHECK(problems[2].find("2021-Q1") != std::string::npos);
}

TEST_CASE("a ratio over replications is that of the sums, with the spread of such a ratio",
          "[calibration]") {
    std::vector<Fraction> const runs{
        {.above = 1.0, .below = 4.0}, {.above = 5.0, .below = 6.0}, {.above = 0.0, .below = 0.0}};
    auto const values = ratios_of_sums(runs);
    CHECK((values[0] + values[1] + values[2]) / 3.0 == Approx(0.6));
    CHECK(values[2] == Approx(0.6)); // nothing above and below adds nothing to the spread
    CHECK(values[0] == Approx(0.6 + (1.0 - 0.6 * 4.0) / (10.0 / 3.0)));
    std::vector<Fraction> const plain{{.above = 2.0}, {.above = 4.0}};
    CHECK(ratios_of_sums(plain) == std::vector{2.0, 4.0});
    CHECK(std::isnan(ratios_of_sums(std::vector<Fraction>{{.above = 1.0, .below = 0.0}})[0]));
}

TEST_CASE("a linear model is fitted to its exact posterior", "[calibration]") {
    // One parameter with prior N(5, 1): the range holds 95 % of it. Observed 8 with deviation 0.5,
    // the model gives the parameter itself: precision 1 + 4, mean (5 + 4 * 8) / 5.
    double const half = 1.959963984540054;
    std::vector<FreeParameter> const free{{.start = 4.0, .low = 5.0 - half, .high = 5.0 + half}};
    std::vector<Observation> const seen{{.value = 6.0, .tolerance = 0.5}};
    auto const fit = fit_parameters(
        free, seen, [](Choices const& choices) { return choices; }, 10);
    CHECK(fit.parameters[0].value == Approx((5.0 + 4.0 * 6.0) / 5.0));
    CHECK(fit.parameters[0].width_left == Approx(1.0 / std::sqrt(5.0)));
    CHECK(fit.misfit_after < fit.misfit_before);
    CHECK(fit.after[0] == Approx(fit.parameters[0].value));
}

TEST_CASE("a parameter that no target sees goes to the middle of its range and stays as wide",
          "[calibration]") {
    std::vector<FreeParameter> const free{
        {.start = 0.4, .low = 0.1, .high = 10.0, .scale = ParameterScale::logarithmic},
        {.start = 1.0, .low = 0.0, .high = 4.0}};
    std::vector<Observation> const seen{{.value = 2.5, .tolerance = 0.01}};
    auto const fit = fit_parameters(
        free, seen,
        [](Choices const& choices) {
            Choices given;
            for (auto const& choice : choices) {
                given.push_back({choice[1]});
            }
            return given;
        },
        10);
    CHECK(fit.parameters[0].value == Approx(1.0));
    CHECK(fit.parameters[0].width_left == Approx(1.0));
    CHECK(fit.parameters[1].value == Approx(2.5).margin(0.001));
    CHECK(fit.parameters[1].width_left < 0.02);
}

TEST_CASE("a curved model of two parameters is found again from its own figures", "[calibration]") {
    auto const curved = [](Choices const& choices) {
        Choices given;
        for (auto const& choice : choices) {
            double const a = choice[0];
            double const b = choice[1];
            given.push_back({a * std::exp(-b), a * std::exp(-2.0 * b), a + b});
        }
        return given;
    };
    auto const truth = curved({{3.0, 0.7}}).front();
    std::vector<FreeParameter> const free{
        {.start = 1.2, .low = 1.0, .high = 9.0, .scale = ParameterScale::logarithmic},
        {.start = 1.9, .low = 0.0, .high = 2.0}};
    std::vector<Observation> seen;
    for (double const value : truth) {
        seen.push_back({.value = value, .tolerance = 1.0e-4});
    }
    auto const fit = fit_parameters(free, seen, curved, 30);
    CHECK(fit.parameters[0].value == Approx(3.0).epsilon(0.001));
    CHECK(fit.parameters[1].value == Approx(0.7).epsilon(0.001));
    CHECK(fit.parameters[0].low < 3.0);
    CHECK(fit.parameters[0].high > 3.0);
}

TEST_CASE("a fit never leaves the range of a parameter", "[calibration]") {
    std::vector<FreeParameter> const free{{.start = 1.0, .low = 0.5, .high = 2.0}};
    std::vector<Observation> const seen{{.value = 100.0, .tolerance = 0.1}};
    double furthest{0.0};
    auto const fit = fit_parameters(
        free, seen,
        [&](Choices const& choices) {
            for (auto const& choice : choices) {
                furthest = std::max(furthest, choice[0]);
            }
            return choices;
        },
        10);
    CHECK(furthest <= 2.0);
    CHECK(fit.parameters[0].value == Approx(2.0));
}

TEST_CASE("a target without a figure counts as far away and not as met", "[calibration]") {
    std::vector<FreeParameter> const free{{.start = 1.0, .low = 0.0, .high = 2.0}};
    std::vector<Observation> const seen{{.value = 1.0, .tolerance = 0.1}};
    auto const fit = fit_parameters(
        free, seen, [](Choices const& choices) { return Choices(choices.size(), {std::nan("")}); },
        3);
    CHECK(fit.misfit_after >= 100.0);
}
