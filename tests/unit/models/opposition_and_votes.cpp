#include "models/barrier/barriers.hpp"
#include "models/barrier/weigh_exemptions.hpp"
#include "models/installer/grant_slots.hpp"
#include "models/opposition/oppose.hpp"
#include "models/project/begin_project.hpp"
#include "models/project/participation.hpp"
#include "models/project/work_on_projects.hpp"
#include "models/rijk/make_rules.hpp"
#include "models/rijk/vote_on_rule.hpp"
#include "models/transition/follow_norms.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <numeric>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

constexpr auto in_2030 = sim::Quarter::of(2030, 1);

} // namespace

TEST_CASE("acceptance of exemptions is half at the median threshold and falls with their number",
          "[models][barrier]") {
    auto parameters = tests::shipped_parameters().exemption;
    CHECK(acceptance_of(parameters, 0.0, 0.0) == 1.0);
    CHECK_THAT(acceptance_of(parameters, parameters.threshold_median, 0.0), WithinAbs(0.5, 1e-12));
    // A law has legitimacy 1: nobody perceives a deviation.
    CHECK(acceptance_of(parameters, 0.9, 1.0) == 1.0);
    double before{1.0};
    for (double part = 0.01; part < 0.5; part *= 2.0) {
        double const now = acceptance_of(parameters, part, 0.3);
        CHECK(now < before);
        before = now;
    }
    parameters.threshold_median = 1.0e6;
    CHECK(acceptance_of(parameters, 0.5, 0.3) == 1.0);
}

TEST_CASE("legitimacy of an experiment falls with years and with how many there are",
          "[models][barrier]") {
    auto const& parameters = tests::shipped_parameters().exemption;
    CHECK(legitimacy_of(parameters, 0.0, 0.0) == parameters.legitimacy_start.value());
    CHECK_THAT(legitimacy_of(parameters, 10.0, 0.0), WithinAbs(0.3, 0.01)); // model page 1.10
    CHECK(legitimacy_of(parameters, 10.0, 0.1) < legitimacy_of(parameters, 10.0, 0.0));
}

TEST_CASE("a withdrawn exemption stalls all who used it, costs their trust and stays withdrawn",
          "[models][barrier]") {
    auto parameters = tests::shipped_parameters();
    parameters.exemption.revocation = sim::Rate::of_canonical(1000.0 / sim::hours_per_year);
    parameters.exemption.threshold_median = 0.001;
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(in_2030);
    std::uint32_t net{0};
    while (desk.repertoire.technology(net) != HeatingSystem::warmtenet) {
        ++net;
    }
    begin_project(
        turn, {.wijk = WijkId{3}, .origin = ProjectOrigin::proeftuin, .approach = {{net, 0, 0}}}, 0,
        in_2030);
    begin_project(
        turn, {.wijk = WijkId{7}, .origin = ProjectOrigin::replicatie, .approach = {{net, 0, 0}}},
        0, in_2030);
    desk.state.wijken.barriers[WijkId{3}] = 1;
    desk.state.wijken.barriers[WijkId{7}] = 1;
    float const trust = desk.state.wijken.trust[WijkId{3}];
    float const other = desk.state.wijken.trust[WijkId{7}];
    CHECK(barrier_left(turn, desk.state.projects[0], gas_right) == 0.0);
    weigh_exemptions(turn, in_2030);
    CHECK(desk.state.projects[0].stall == StallCause::gas_right);
    CHECK(desk.state.projects[1].stall == StallCause::none);
    CHECK(desk.state.wijken.trust[WijkId{3}] < trust);
    CHECK(desk.state.wijken.trust[WijkId{7}] == other);
    CHECK(barrier_left(turn, desk.state.projects[0], gas_right) == 1.0);
    CHECK(desk.state.exemptions.revocations == 1);
    weigh_exemptions(turn, in_2030.next());
    CHECK(desk.state.exemptions.revocations == 1);
}

TEST_CASE("companies resist by how much of their market is gone", "[models][opposition]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2030);
    for (std::size_t branch = 0; branch < branches; ++branch) {
        CHECK(part_resisting(turn, branch, 0.0) == 0.0);
        CHECK(part_resisting(turn, branch, 0.0005) == 0.0); // a pilot touches nobody
        CHECK(part_resisting(turn, branch, 1.0) == 1.0);
        double before{0.0};
        for (double loss = 0.01; loss < 0.7; loss *= 2.0) {
            double const now = part_resisting(turn, branch, loss);
            CHECK(now >= before);
            before = now;
        }
    }
}

TEST_CASE("residents protest where gas ends by law, and by example", "[models][opposition]") {
    auto parameters = tests::shipped_parameters().opposition;
    CHECK(part_protesting(parameters, 0.0, 0.0) == 0.0);
    CHECK_THAT(part_protesting(parameters, parameters.forced_median, 0.0), WithinAbs(0.5, 1e-12));
    CHECK(part_protesting(parameters, 0.02, 0.5) > part_protesting(parameters, 0.02, 0.0));
    parameters.contagion = 0.0;
    CHECK(part_protesting(parameters, 0.02, 0.5) == part_protesting(parameters, 0.02, 0.0));
}

TEST_CASE("at the start there is no opposition; without stakes there never is",
          "[models][opposition]") {
    auto parameters = tests::shipped_parameters();
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(sim::Quarter::at(0));
    for (auto& counts : desk.state.wijken.counts.values()) {
        counts.gas = 1000;
    }
    oppose(turn, sim::Quarter::at(0));
    CHECK(desk.state.opposition.strength == 0.0);
    auto const before = desk.state.opposition.market_before;
    CHECK(before[2] >= before[1]);
    for (auto& counts : desk.state.wijken.counts.values()) { // all leave gas
        counts.homes[2] += counts.homes[0] + counts.homes[1];
        counts.homes[0] = 0;
        counts.homes[1] = 0;
        counts.gas = 0;
    }
    oppose(turn, in_2030);
    auto const& stakes = parameters.opposition.stakes;
    CHECK_THAT(desk.state.opposition.strength,
               WithinAbs(std::accumulate(stakes.begin(), stakes.end(), 0.0), 1e-12));
    desk.parameters.opposition.stakes.fill(0.0);
    oppose(turn, in_2030);
    CHECK(desk.state.opposition.strength == 0.0);
}

TEST_CASE("opposition and distance take support from plans, a norm gives it",
          "[models][opposition]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2030);
    begin_project(turn, {.wijk = WijkId{3}, .origin = ProjectOrigin::replicatie}, 0, in_2030);
    auto const& project = desk.state.projects[0];
    double const plain = support_of_all(turn, project);
    desk.state.opposition.strength = 0.5;
    CHECK(support_of_all(turn, project) < plain);
    desk.state.opposition.strength = 0.0;
    desk.state.gemeenten.norm[sim::id_at<GemeenteId>(project.gemeente)] = 0.5F;
    CHECK(support_of_all(turn, project) > plain);
    desk.state.gemeenten.norm[sim::id_at<GemeenteId>(project.gemeente)] = 0.0F;
    double before = plain;
    for (int const regie : {1, 2}) {
        desk.parameters.rijk.regie = regie;
        CHECK(support_of_all(turn, project) < before);
        before = support_of_all(turn, project);
    }
    desk.parameters.rijk.institutional_distance.fill(1.0);
    CHECK(support_of_all(turn, project) == plain);
}

TEST_CASE("who directs several gemeenten shares out their people", "[models][project]") {
    auto const used = [](int regie) {
        auto parameters = tests::shipped_parameters();
        parameters.rijk.regie = regie;
        parameters.gemeente.staff = {0.5, 0.5, 0.5, 0.5};
        parameters.gemeente.staff_for_wijken = {{{2018, 1.0}}};
        tests::Desk desk{tests::polder(), parameters};
        auto turn = desk.turn(in_2030);
        begin_project(turn, {.wijk = WijkId{3}, .origin = ProjectOrigin::replicatie}, 0, in_2030);
        desk.state.projects[0].phase = ProjectPhase::plan;
        work_on_projects(turn, in_2030);
        auto const staff = desk.state.gemeenten.staff_used.values();
        return std::accumulate(staff.begin(), staff.end(), 0.0);
    };
    CHECK_THAT(used(0), WithinAbs(0.5, 1e-6)); // what its own gemeente has
    CHECK(used(1) > used(0));
    CHECK(used(2) >= used(1));
}

TEST_CASE("a rule passes more easily with signals and evidence, less so against opposition",
          "[models][rijk]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2030);
    double const bare = chance_to_pass(turn, standing_finance);
    CHECK_THAT(bare, WithinAbs(1.0 / (1.0 + std::exp(1.0)), 1e-12));
    desk.state.learning.agenda[standing_finance] = static_cast<float>(
        desk.parameters.learning.agenda_threshold * desk.world->share_of_country);
    double const signalled = chance_to_pass(turn, standing_finance);
    CHECK_THAT(signalled, WithinAbs(1.0 / (1.0 + std::exp(0.2)), 1e-6)); // -1 + 0.8
    desk.state.learning.status_published = {.count = 20, .result = in_units(20.0)};
    CHECK(chance_to_pass(turn, standing_finance) > signalled);
    desk.state.learning.status_published = {};
    desk.state.opposition.strength = 1.0;
    CHECK_THAT(chance_to_pass(turn, standing_finance),
               WithinAbs(1.0 / (1.0 + std::exp(1.7)), 1e-6));
    CHECK_FALSE(votes_in(sim::Quarter::of(2030, 1)));
    CHECK(votes_in(sim::Quarter::of(2030, 2)));
    CHECK(votes_in(sim::Quarter::of(2030, 4)));
}

TEST_CASE("norms follow practice and fall back where nothing is anchored", "[models][transition]") {
    auto const norm_after = [](bool anchored, int years) {
        tests::Desk desk{tests::polder(), tests::shipped_parameters()};
        auto turn = desk.turn(in_2030);
        for (auto& counts : desk.state.wijken.counts.values()) {
            counts.homes = {0, 0, 100, 0};
        }
        desk.state.learning.anchored[GemeenteId{0}] = anchored ? 0x0FFF : 0;
        for (int year = 0; year < years; ++year) {
            follow_norms(turn, sim::Quarter::of(2030 + year, 3)); // not the end of a year
            follow_norms(turn, sim::Quarter::of(2030 + year, 4));
        }
        auto const elsewhere = std::popcount(desk.state.gemeenten.copied[GemeenteId{0}]);
        CHECK((anchored || elsewhere == 0));
        CHECK((!anchored || years < 30 || elsewhere >= 7)); // of nine of use elsewhere
        CHECK(elsewhere <= 9);
        return static_cast<double>(desk.state.gemeenten.norm[GemeenteId{0}]);
    };
    CHECK_THAT(norm_after(true, 1), WithinAbs(0.1, 1e-6));
    CHECK_THAT(norm_after(true, 60), WithinAbs(1.0, 0.01));
    CHECK_THAT(norm_after(false, 60), WithinAbs(0.5, 0.01)); // half way: as fast back as forth
}

TEST_CASE("work that the grid refuses keeps no installer busy", "[models][installer]") {
    auto const world = tests::polder();
    auto const busiest = [&](bool counts) {
        auto parameters = tests::with_routes(0.0, 1.0, 0.0, 0.0);
        parameters.installer.refused_work_counts = counts;
        parameters.netbeheerder.stations_per_year = 0.0;
        auto const run = tests::run_model(world, parameters, 100);
        CHECK(run.sum("homes_waiting_for_station") > 0.0);
        return run.last("crew_utilisation");
    };
    CHECK(busiest(false) < busiest(true));
}

TEST_CASE("experience takes its part off the price with each doubling, and nothing at a rate of 0",
          "[models][installer]") {
    auto const price = [](double rate) {
        auto parameters = tests::shipped_parameters();
        parameters.installer.learning_rate = rate;
        tests::Desk desk{tests::polder(), parameters};
        auto turn = desk.turn(in_2030);
        constexpr RegioId regio{0};
        desk.state.installers.utilisation[regio] = 0.5;
        desk.state.installers.installed_before[regio] = 10.0;
        desk.state.installers.installed[regio] = 40.0;
        grow_crews(turn, in_2030);
        return desk.state.installers.price_factor[regio];
    };
    CHECK(price(0.0) == 1.0);
    CHECK_THAT(price(0.1), WithinAbs(0.81, 1e-12)); // two doublings
}
