#include "models/proeftuin/select_pilots.hpp"
#include "models/project/projects.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <memory>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

constexpr std::array rounds{sim::Quarter::of(2018, 3), sim::Quarter::of(2020, 3),
                            sim::Quarter::of(2022, 3)};
constexpr std::uint32_t replications{12};

std::shared_ptr<World const> country_of_380_gemeenten() {
    static auto const world = tests::scattered(380);
    return world;
}

/// The round of 2018 over many replications: how many were picked, and their mean strength (trust
/// and energy as z-scores, together of variance 1).
struct Picked {
    double count{0.0};
    double mean_strength{0.0};
};

Picked picked_in_2018(Parameters const& parameters) {
    Picked picked;
    for (std::uint32_t r = 0; r < replications; ++r) {
        tests::Desk desk{country_of_380_gemeenten(), parameters, {.study = 1, .replication = r}};
        auto turn = desk.turn(rounds[0]);
        select_pilots(turn, rounds[0]);
        for (auto const& project : desk.state.projects) {
            auto const wijk = sim::id_at<WijkId>(project.wijk);
            double const trust = (static_cast<double>(desk.state.wijken.trust[wijk]) - 0.5) / 0.2;
            picked.mean_strength +=
                (trust + static_cast<double>(desk.state.wijken.energy[wijk])) / std::sqrt(2.0);
            picked.count += 1.0;
        }
    }
    picked.mean_strength /= picked.count;
    return picked;
}

Parameters with_selection(double selection, double application) {
    auto parameters = tests::shipped_parameters();
    parameters.proeftuin.selection_strength = selection;
    parameters.proeftuin.application_energy = application;
    return parameters;
}

std::size_t proeftuinen_at_share(double share) {
    auto small = *country_of_380_gemeenten();
    small.share_of_country = share;
    auto parameters = tests::shipped_parameters();
    parameters.proeftuin.application_base = 20.0; // applicants are not what is short
    tests::Desk desk{std::make_shared<World const>(std::move(small)), parameters};
    for (auto const round : rounds) {
        auto turn = desk.turn(round);
        select_pilots(turn, round);
    }
    return desk.state.projects.size();
}

} // namespace

TEST_CASE("sixty-six wijken become a proeftuin in three rounds", "[hypotheses]") {
    tests::Desk desk{country_of_380_gemeenten(), tests::shipped_parameters()};
    std::array<std::size_t, 3> after{};
    for (std::size_t r = 0; r < rounds.size(); ++r) {
        auto turn = desk.turn(rounds[r]);
        select_pilots(turn, rounds[r]);
        after[r] = desk.state.projects.size();
    }
    CHECK(after == std::array<std::size_t, 3>{27, 50, 66});
    auto turn = desk.turn(sim::Quarter::of(2022, 4));
    select_pilots(turn, sim::Quarter::of(2022, 4));
    CHECK(desk.state.projects.size() == 66);
}

TEST_CASE("a part of the country gets its part of the proeftuinen over the rounds",
          "[hypotheses]") {
    CHECK(proeftuinen_at_share(0.1) == 7);
    CHECK(proeftuinen_at_share(0.05) == 3);
    CHECK(proeftuinen_at_share(0.01) == 1);
    CHECK(proeftuinen_at_share(0.001) == 0);
}

TEST_CASE("a lottery of proeftuinen picks wijken of mean strength", "[hypotheses]") {
    auto const picked = picked_in_2018(with_selection(0.0, 0.0));
    REQUIRE(picked.count == 27 * replications);
    // Strength has variance 1: five standard deviations of the mean of 324.
    CHECK_THAT(picked.mean_strength, WithinAbs(0.0, 5.0 / std::sqrt(picked.count)));
}

TEST_CASE("selection on trust and energy picks wijken far above the mean, and applying by itself "
          "some way",
          "[hypotheses]") {
    auto const applied = picked_in_2018(with_selection(0.0, 0.5));
    auto const selected = picked_in_2018(with_selection(2.0, 0.5));
    CHECK(applied.mean_strength > 5.0 / std::sqrt(applied.count));
    // Trust and energy are half of what is selected on, so the gain is some 0.7 of a deviation
    // times that of the best 27 of about 65.
    CHECK(selected.mean_strength > applied.mean_strength + 0.25);
}
