#include "models/intervention/find_window.hpp"
#include "models/warmtenet/business_case.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr std::size_t talks{1};
constexpr std::size_t residual{4};

/// One intervention of which everything but the named causes is at nought: it brings 1,000 EUR to a
/// home that takes part.
InterventionParameters bare() {
    InterventionParameters p = tests::shipped_parameters().intervention;
    for (std::size_t i = 0; i < interventions; ++i) {
        p.fixed_cost[i] = sim::Euro{};
        p.from_source[i] = 0.0;
        p.cost_per_home[i] = sim::Euro{};
        p.cost_per_heat[i] = sim::EuroPerKWh{};
        p.cost_per_metre[i] = sim::Euro{};
        p.benefit_per_home[i] = sim::Euro::of_canonical(1000.0);
        p.benefit_per_heat[i] = sim::EuroPerKWh{};
        p.uptake_at_door[i] = sim::Share{0.5};
        p.distance_loss[i] = 0.0;
        p.diversity_loss[i] = 0.0;
        p.coordination[i] = 0.0;
    }
    return p;
}

SourceCosts sources() {
    auto const& parameters = tests::shipped_parameters();
    static auto const prices = make_warmtebedrijf_prices(
        parameters.heat, parameters.price, parameters.warmtenet, sim::Quarter::of(2026, 1));
    return {parameters.warmtenet, prices.kW_per_kWh};
}

UnitsByLevel const& units() {
    auto const& parameters = tests::shipped_parameters();
    static auto const found = gather_units(*tests::hundredth(), parameters.heat, parameters.aanpak,
                                           parameters.warmtenet, 100);
    return found;
}

struct Bounds {
    bool lower;
    bool upper;
};

/// Whether some level is too small, and whether some is too large.
Bounds bounds_of(InterventionParameters const& p, std::size_t i, ScaleSwitches switches = {}) {
    auto const benefits = benefit_by_scale(p, sources(), i, units(), switches);
    auto const window = find_window(benefits, p.effective_part.value());
    REQUIRE(window.best);
    return {.lower = std::ranges::count(window.labels, ScaleLabel::too_small) > 0,
            .upper = std::ranges::count(window.labels, ScaleLabel::too_large) > 0};
}

} // namespace

TEST_CASE(
    "units hold one another: each level has all homes of the world, and the Rijk those of the "
    "country",
    "[intervention]") {
    auto const& parameters = tests::shipped_parameters();
    auto const world = tests::hundredth();
    auto const all =
        gather_units(*world, parameters.heat, parameters.aanpak, parameters.warmtenet, 1'000'000);
    for (auto const level : {ScaleLevel::straat, ScaleLevel::buurt, ScaleLevel::wijk,
                             ScaleLevel::gemeente, ScaleLevel::regio, ScaleLevel::rijk}) {
        double homes{0.0};
        for (auto const& unit : all[static_cast<std::size_t>(level)]) {
            homes += unit.homes;
        }
        CHECK(homes == Approx(static_cast<double>(world->homes())));
    }
    auto const& rijk = all[static_cast<std::size_t>(ScaleLevel::rijk)];
    REQUIRE(rijk.size() == 1);
    CHECK(rijk.front().deciding() ==
          Approx(static_cast<double>(world->homes()) / world->share_of_country));
}

TEST_CASE("the homes of a larger unit differ more", "[intervention]") {
    double before{-1.0};
    for (auto const level : {ScaleLevel::home, ScaleLevel::straat, ScaleLevel::buurt,
                             ScaleLevel::gemeente, ScaleLevel::rijk}) {
        double far{0.0};
        double homes{0.0};
        for (auto const& unit : units()[static_cast<std::size_t>(level)]) {
            for (auto const& group : unit.groups) {
                far += group.homes * group.far_technical;
                homes += group.homes;
            }
        }
        CHECK(far / homes > before);
        before = far / homes;
    }
    for (auto const& unit : units()[static_cast<std::size_t>(ScaleLevel::home)]) {
        CHECK(unit.groups.front().far_social == Approx(0.0).margin(1e-12));
    }
}

TEST_CASE("without fixed cost, transport, distance and coordination, and with equal homes, size "
          "changes nothing (NC9)",
          "[intervention]") {
    auto p = tests::shipped_parameters().intervention;
    ScaleSwitches const none{false, false, false, false, false};
    for (std::size_t i = 0; i < interventions; ++i) {
        if (p.cost_per_metre[i].canonical() > 0.0) {
            continue; // where mains lie is a choice of the unit, and so is a source
        }
        p.benefit_per_heat[i] = sim::EuroPerKWh{};
        p.cost_per_heat[i] = sim::EuroPerKWh{};
        auto const benefits = benefit_by_scale(p, sources(), i, units(), none);
        for (auto const& row : benefits) {
            if (row.units > 0) {
                CHECK(row.mean == Approx(benefits.front().mean).epsilon(1e-9));
            }
        }
    }
}

TEST_CASE("a fixed cost makes a smallest scale, and without it there is none", "[intervention]") {
    auto p = bare();
    p.fixed_cost[talks] = sim::Euro::of_canonical(1.0e6);
    auto const with = bounds_of(p, talks);
    CHECK(with.lower);
    CHECK_FALSE(with.upper);
    auto const without = bounds_of(p, talks, {.fixed_cost = false});
    CHECK_FALSE(without.lower);
    CHECK_FALSE(without.upper);
}

TEST_CASE("a pipe to a source makes a smallest scale, and without it there is none",
          "[intervention]") {
    auto p = bare();
    p.from_source[residual] = 1.0;
    p.benefit_per_home[residual] = sim::Euro::of_canonical(20'000.0);
    CHECK(bounds_of(p, residual).lower);
    CHECK_FALSE(bounds_of(p, residual, {.transport = false}).lower);
}

TEST_CASE("distance between resident and decision makes a largest scale, and without it there is "
          "none",
          "[intervention]") {
    auto p = bare();
    p.distance_loss[talks] = 0.2;
    auto const with = bounds_of(p, talks);
    CHECK_FALSE(with.lower);
    CHECK(with.upper);
    auto const without = bounds_of(p, talks, {.distance = false});
    CHECK_FALSE(without.lower);
    CHECK_FALSE(without.upper);
}

TEST_CASE("that homes of a unit differ makes a largest scale, and without it there is none",
          "[intervention]") {
    auto p = bare();
    p.diversity_loss[talks] = 1.0;
    auto const with = bounds_of(p, talks);
    CHECK_FALSE(with.lower);
    CHECK(with.upper);
    CHECK_FALSE(bounds_of(p, talks, {.diversity = false}).upper);
}

TEST_CASE("coordination makes a largest scale, and without it there is none", "[intervention]") {
    auto p = bare();
    p.cost_per_home[talks] = sim::Euro::of_canonical(300.0);
    p.coordination[talks] = 0.2;
    auto const with = bounds_of(p, talks);
    CHECK_FALSE(with.lower);
    CHECK(with.upper);
    CHECK_FALSE(bounds_of(p, talks, {.coordination = false}).upper);
}

TEST_CASE("a window is read from means and intervals", "[intervention]") {
    BenefitByScale benefits{};
    std::array<double, scale_levels> const means{-9, -5, 1, 4, 10, 9, 6, 2, -1, -3, -8};
    for (std::size_t level = 0; level < scale_levels; ++level) {
        benefits[level] = {.level = static_cast<ScaleLevel>(level),
                           .units = 10,
                           .homes = std::pow(10.0, static_cast<double>(level)),
                           .mean = means[level],
                           .half_interval = 2.0,
                           .uptake = 0.5};
    }
    auto const window = find_window(benefits, 0.8);
    CHECK(window.smallest == 3);
    CHECK(window.best == 4);
    CHECK(window.largest == 6);
    CHECK(window.labels[1] == ScaleLabel::too_small);
    CHECK(window.labels[2] == ScaleLabel::uncertain);
    CHECK(window.labels[3] == ScaleLabel::too_small);
    CHECK(window.labels[5] == ScaleLabel::fits);
    CHECK(window.labels[6] == ScaleLabel::too_large);
    CHECK(window.labels[7] == ScaleLabel::uncertain);
    CHECK(window.labels[10] == ScaleLabel::too_large);
    CHECK(is_blind(benefits, window, 760.0));
    CHECK_FALSE(is_blind(benefits, window, 1000.0));
    benefits[3].mean = benefits[5].mean = benefits[6].mean = -4.0;
    auto const narrow = find_window(benefits, 0.8);
    CHECK(narrow.smallest == 4);
    CHECK(narrow.largest == 4);
    benefits[4].mean = benefits[2].mean = benefits[7].mean = -4.0;
    CHECK_FALSE(find_window(benefits, 0.8).smallest);
    CHECK(find_window(benefits, 0.8).labels[4] == ScaleLabel::pays_nowhere);
}
