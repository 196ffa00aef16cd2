#include "models/proeftuin/pick_pilots.hpp"

#include "models/aanpak/approach.hpp"
#include "models/gemeente/weigh_options.hpp"
#include "models/project/begin_project.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

constexpr auto in_2026 = sim::Quarter::of(2026, 1);

/// The first wijk of each gemeente of the polder, with the score that is given.
std::vector<Applicant> applicants_of(tests::Desk const& desk, std::array<double, 6> const& scores) {
    std::vector<Applicant> applicants;
    auto const& g = desk.world->geography;
    for (std::uint32_t i = 0; i < scores.size(); ++i) {
        auto const gemeente = sim::id_at<GemeenteId>(i);
        applicants.push_back({.score = scores[i],
                              .key = i,
                              .gemeente = gemeente,
                              .wijk = sim::id_at<WijkId>(g.wijken_of_gemeente.begin(gemeente))});
    }
    return applicants;
}

/// Gemeenten, counted by RES-regio, that got one of two places.
std::array<int, 2> picked_by(int mode) {
    auto parameters = tests::shipped_parameters();
    parameters.proeftuin.selection_mode = mode;
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(in_2026);
    begin_pilots(turn, applicants_of(desk, {9.0, 1.0, 8.0, 2.0, 7.0, 3.0}), 2, in_2026);
    std::array<int, 2> by_regio{};
    for (auto const& project : desk.state.projects) {
        ++by_regio[project.gemeente % 2];
    }
    return by_regio;
}

double mean_skill(double opscalers, double spread) {
    auto parameters = tests::shipped_parameters();
    parameters.proeftuin.opscalers = sim::Share{opscalers};
    parameters.project.team_spread = spread;
    double sum{0.0};
    constexpr std::uint32_t replications{200};
    for (std::uint32_t r = 0; r < replications; ++r) {
        tests::Desk desk{tests::scattered(2), parameters, {.study = 5, .replication = r}};
        auto turn = desk.turn(in_2026);
        begin_pilots(turn, std::vector{Applicant{.wijk = WijkId{0}}}, 1, in_2026);
        sum += static_cast<double>(desk.state.projects.back().skill);
    }
    return sum / replications;
}

} // namespace

TEST_CASE("the best proposals win, or the best of each RES-regio where they are spread",
          "[models][proeftuin]") {
    CHECK(picked_by(0) == std::array{2, 0});
    CHECK(picked_by(1) == std::array{1, 1});
}

TEST_CASE("a systematic selection passes over proposals and takes wijken far apart",
          "[models][proeftuin]") {
    auto parameters = tests::shipped_parameters();
    parameters.proeftuin.selection_mode = 2;
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(in_2026);
    begin_pilots(turn, {}, 3, in_2026); // nobody applied
    REQUIRE(desk.state.projects.size() == 3);
    auto const& context = desk.world->geography.context;
    auto const apart = [&](std::size_t a, std::size_t b) {
        return context_distance(parameters.aanpak, mean_relevance(parameters.aanpak),
                                context[sim::id_at<WijkId>(desk.state.projects[a].wijk)],
                                context[sim::id_at<WijkId>(desk.state.projects[b].wijk)]);
    };
    // The second is the farthest from the first among one wijk by lot of each other gemeente.
    CHECK(apart(0, 1) >= apart(0, 2));
}

TEST_CASE("a proeftuin has the best team, one of opscalers on average a mean one",
          "[models][proeftuin]") {
    // Best of three teams: 0.3 times the normal quantile of 5/6.
    CHECK_THAT(mean_skill(0.0, 0.3), WithinAbs(0.3 * 0.9674, 1e-4));
    CHECK_THAT(mean_skill(1.0, 0.3), WithinAbs(0.0, 5.0 * 0.3 / std::sqrt(200.0)));
    CHECK(mean_skill(0.0, 0.0) == 0.0);
    CHECK(mean_skill(0.5, 0.0) == 0.0);
}

TEST_CASE("places beside the rounds come to each part of the country as they add up",
          "[models][proeftuin]") {
    auto parameters = tests::shipped_parameters();
    parameters.proeftuin.places = {{{2018, 0.0}, {2025, 0.0}, {2026, 7.0}}};
    auto part = *tests::scattered(2);
    part.share_of_country = 0.05; // 0.35 place a year
    tests::Desk desk{std::make_shared<World const>(std::move(part)), parameters};
    std::size_t all{0};
    for (int year = 2026; year < 2046; ++year) {
        auto turn = desk.turn(sim::Quarter::of(year, 1));
        auto const places = places_in(turn, sim::Quarter::of(year, 1));
        CHECK(places <= 1);
        all += places;
    }
    CHECK(all == 7);
}

TEST_CASE("a gemeente that is indifferent to fame, pride and routine has no taste for pilots",
          "[models][gemeente]") {
    auto parameters = tests::shipped_parameters();
    auto& g = parameters.gemeente;
    g.reputation = 0.0;
    g.not_invented_here = 0.0;
    g.switching = 0.0;
    g.similarity_decay = 0.0;
    g.posterior_gain = 0.0;
    g.adopt_peers = 0.0;
    g.rule_push = 0.0;
    auto const weigh = [&] {
        tests::Desk desk{tests::polder(), parameters};
        auto turn = desk.turn(in_2026);
        begin_project(turn, {.wijk = WijkId{0}}, 0, in_2026);
        ProjectPlan const plan{.wijk = WijkId{20}, .source = 0};
        Options const options{.under_way = 0.3, .pilots = true, .value = 0.4, .plan = &plan};
        return chances_of(turn, desk.world->geography.gemeente_of_wijk[plan.wijk], options);
    };
    parameters.rijk.take_over_subsidy = parameters.proeftuin.status_per_home;
    auto const alike = weigh();
    CHECK(alike.pilot == alike.take_over);
    g.reputation = 0.5;
    CHECK(weigh().pilot > weigh().take_over);
    g.reputation = 0.0;
    g.not_invented_here = 0.5;
    CHECK(weigh().pilot > weigh().take_over);
    parameters.rijk.take_over_subsidy = sim::Euro::of_canonical(24'000.0);
    CHECK(weigh().pilot < weigh().take_over);
}

TEST_CASE("who goes on with what is its own is not held back by pride or routine",
          "[models][gemeente]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2026);
    begin_project(turn, {.wijk = WijkId{0}}, 0, in_2026);
    ProjectPlan const own{.wijk = WijkId{1}, .source = 0};
    ProjectPlan const foreign{.wijk = WijkId{20}, .source = 0};
    CHECK(chances_of(turn, GemeenteId{0}, {.result = 0.3, .plan = &own}).take_over >
          chances_of(turn, GemeenteId{4}, {.result = 0.3, .plan = &foreign}).take_over);
    CHECK(contribution_to(turn, own) == 6000);
    desk.parameters.rijk.take_over_subsidy = sim::Euro::of_canonical(1000.0);
    auto again = desk.turn(in_2026);
    CHECK(contribution_to(again, own) == 6000);
    CHECK(contribution_to(again, foreign) == 7000);
}

TEST_CASE("waiting gains as more others are under way", "[models][gemeente]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2026);
    ProjectPlan const plan{.wijk = WijkId{20}};
    auto const begins = [&](double under_way) {
        return chances_of(turn, GemeenteId{4},
                          {.under_way = under_way, .result = 0.3, .plan = &plan})
            .take_over;
    };
    CHECK(begins(0.9) < begins(0.1));
}
