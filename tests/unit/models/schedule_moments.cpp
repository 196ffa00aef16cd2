#include "models/bewoner/schedule_moments.hpp"

#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

constexpr sim::Seed seed{.study = 4, .replication = 0};
constexpr std::uint32_t homes{40'000};

/// Weibull with shape 6 and scale 18.6 years (ruling 12), before the calibration.
HeatParameters boilers_of_ruling_12() {
    auto heat = tests::shipped_parameters().heat;
    heat.boiler_life_mean = sim::years(18.6);
    return heat;
}

constexpr double mean_life{17.2556};
constexpr double deviation_of_life{3.3437};

} // namespace

TEST_CASE("a boiler lives 17.2 years on average", "[models][bewoner]") {
    double sum{0.0};
    for (std::uint32_t home = 0; home < homes; ++home) {
        sum += schedule_failure(boilers_of_ruling_12(), seed, home, 10) - 10;
    }
    // Five standard deviations of the mean of 40 000 lives, in years.
    CHECK_THAT(sum / homes / 4.0, WithinAbs(mean_life, 5.0 * deviation_of_life / 200.0));
}

TEST_CASE("the stock of 2018 is replaced at a constant rate from the first year on",
          "[models][bewoner]") {
    auto const heat = boilers_of_ruling_12();
    auto const residual = stationary_residual_life(heat);
    CHECK(std::ranges::is_sorted(residual));
    // The mean residual life of a renewal process: E[T^2] / 2 E[T].
    double mean{0.0};
    for (double const years : residual) {
        mean += years / 256.0;
    }
    CHECK_THAT(mean, WithinAbs((mean_life * mean_life + deviation_of_life * deviation_of_life) /
                                   (2.0 * mean_life),
                               0.02));
    // Boilers that fail in each year of the polder, with those of later new ones.
    auto parameters = tests::shipped_parameters();
    parameters.heat = heat;
    auto const desk = tests::Desk{tests::hundredth(), parameters};
    std::array<double, 24> failures{};
    double boilers{0.0};
    for (std::uint32_t home = 0; home < desk.world->homes(); ++home) {
        auto const id = sim::id_at<HomeId>(home);
        if (desk.world->dwellings.enters[id] > 0 || is_gas_free(desk.state.homes.heating[id])) {
            continue;
        }
        boilers += 1.0;
        for (int at = desk.state.homes.heater_fails[id]; at < 96;
             at = schedule_failure(heat, seed, home, at)) {
            failures[static_cast<std::size_t>(at / 4)] += 1.0;
        }
    }
    double const expected = boilers / mean_life;
    for (std::size_t year = 0; year < failures.size(); ++year) {
        INFO("year " << 2018 + year);
        // Five standard deviations, counted as Poisson (renewals vary less), and one in a hundred
        // for the quarters that a life is rounded to.
        CHECK_THAT(failures[year],
                   WithinAbs(expected, 5.0 * std::sqrt(expected) + 0.01 * expected));
    }
    // V12: 430 to 440 thousand a year in the country, within 5 %.
    CHECK_THAT(expected / desk.world->share_of_country, WithinAbs(430'000.0, 21'500.0));
}

TEST_CASE("owners move once in 22 years, tenants more often", "[models][bewoner]") {
    auto const& bewoner = tests::shipped_parameters().bewoner;
    auto const mean_stay = [&](Tenure tenure) {
        double sum{0.0};
        for (std::uint32_t home = 0; home < homes; ++home) {
            sum += schedule_move(bewoner, tenure, seed, home, 0, 0);
        }
        return sum / homes / 4.0;
    };
    // Geometric in quarters with hazard 1 - exp(-rate / 4); its deviation is about its mean.
    auto const expected = [](double rate) { return 0.25 / (1.0 - std::exp(-rate / 4.0)); };
    CHECK_THAT(mean_stay(Tenure::owner), WithinAbs(expected(0.045), 5.0 * 22.3 / 200.0));
    CHECK_THAT(mean_stay(Tenure::corporatie), WithinAbs(expected(0.12), 5.0 * 8.5 / 200.0));
}

TEST_CASE("homes that others decide on are not renovated by their household", "[models][bewoner]") {
    auto const& bewoner = tests::shipped_parameters().bewoner;
    CHECK(schedule_renovation(bewoner, Tenure::corporatie, seed, 1, 0) == never);
    CHECK(schedule_renovation(bewoner, Tenure::owner_in_vve, seed, 1, 0) == never);
    CHECK(schedule_renovation(bewoner, Tenure::owner, seed, 1, 0) != never);
}

TEST_CASE("households have the attitudes, patience and income of their place",
          "[models][bewoner]") {
    auto const& bewoner = tests::shipped_parameters().bewoner;
    std::array<double, attitude_segments> segments{};
    std::array<double, discount_classes> classes{};
    double low_income{0.0};
    for (std::uint32_t home = 0; home < homes; ++home) {
        auto const household = draw_household(bewoner, 0.3, seed, home, 0);
        segments[household.segment()] += 1.0 / homes;
        classes[household.discount_class()] += 1.0 / homes;
        low_income += household.low_income() ? 1.0 / homes : 0.0;
    }
    auto const five_deviations = [](double p) { return 5.0 * std::sqrt(p * (1.0 - p) / homes); };
    for (std::size_t s = 0; s < attitude_segments; ++s) {
        double const p = bewoner.segment_share[s].value();
        CHECK_THAT(segments[s], WithinAbs(p, five_deviations(p)));
    }
    for (double const part : classes) {
        CHECK_THAT(part, WithinAbs(0.125, five_deviations(0.125)));
    }
    CHECK_THAT(low_income, WithinAbs(0.3, five_deviations(0.3)));
}

TEST_CASE("a household is the same whenever it is asked for and another after a move",
          "[models][bewoner]") {
    auto const& bewoner = tests::shipped_parameters().bewoner;
    std::size_t differ{0};
    for (std::uint32_t home = 0; home < 100; ++home) {
        auto const first = draw_household(bewoner, 0.3, seed, home, 0);
        CHECK(first.bits == draw_household(bewoner, 0.3, seed, home, 0).bits);
        differ += first.bits != draw_household(bewoner, 0.3, seed, home, 1).bits ? 1U : 0U;
    }
    CHECK(differ > 50);
}

TEST_CASE("thresholds spread around their mean and stay between nothing and all",
          "[models][bewoner]") {
    auto bewoner = tests::shipped_parameters().bewoner;
    double sum{0.0};
    for (std::uint32_t home = 0; home < homes; ++home) {
        sum += draw_threshold(bewoner, seed, home, 0) / 255.0;
    }
    // N(0.35, 0.2) cut at 0 adds 0.0035 to the mean; five deviations of the mean of 40 000.
    CHECK_THAT(sum / homes, WithinAbs(0.3535, 0.005));
    bewoner.threshold_spread = 0.0;
    CHECK(draw_threshold(bewoner, seed, 1, 0) == std::lround(0.35 * 255.0));
}

TEST_CASE("a moment lies at least a quarter ahead and never at never", "[models][bewoner]") {
    CHECK(quarters_later(7, 0.0) == 8);
    CHECK(quarters_later(7, 2.4) == 9);
    CHECK(quarters_later(7, 1.0e9) < never);
}
