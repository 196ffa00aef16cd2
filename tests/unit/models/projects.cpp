#include "models/project/begin_project.hpp"
#include "models/project/work_on_projects.hpp"
#include "models/warmtenet/build_nets.hpp"
#include "models/warmtenet/lay_mains.hpp"
#include "sim/random/distributions.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

constexpr WijkId wijk{7};
constexpr auto in_2024 = sim::Quarter::of(2024, 1);

/// Projects with all the staff they want that never stall and are always decided on.
Parameters undisturbed() {
    auto parameters = tests::shipped_parameters();
    parameters.project.staff_binds = false;
    parameters.project.stall_base = sim::Rate{};
    parameters.project.stall_behind = sim::Rate{};
    parameters.project.support_trust = 20.0;
    parameters.project.support_fit = 0.0;
    parameters.aanpak.segments = 1;       // each more adds plan work
    parameters.learning.reflection = 0.0; // takes time of the team
    parameters.project.learning_by_doing = 0.0;
    parameters.project.silo_friction = 0.0;
    return parameters;
}

/// A project in the wijk, for a warmtenet (variant 0) or for heat pumps (the last variant).
Project& begin(tests::Desk& desk, Turn& turn, ProjectOrigin origin, HeatingSystem technology) {
    auto const last = static_cast<std::uint8_t>(desk.repertoire.variants() - 1);
    std::uint8_t const variant = technology == HeatingSystem::warmtenet ? 0 : last;
    begin_project(turn,
                  {.wijk = wijk,
                   .origin = origin,
                   .approach = {{variant, 1, 2}},
                   .skill = 0.3,
                   .contribution = 6000},
                  1'000'000'000, sim::Quarter::at(desk.state.quarter));
    return desk.state.projects.back();
}

/// Fifty homes that have signed for a warmtenet.
void sign_up_fifty(tests::Desk& desk, Project& project) {
    auto const first = desk.world->geography.homes_of_wijk.begin(wijk);
    for (auto home = first; home < first + 50; ++home) {
        desk.state.homes.progress[sim::id_at<HomeId>(home)] |= progress::signed_up;
    }
    desk.state.wijken.counts[wijk].signed_up = 50;
    desk.state.wijken.counts[wijk].reached = 60;
    project.signed_up = 50;
    project.reached_straten = desk.world->geography.straten_of_wijk.count(wijk);
    project.phase = ProjectPhase::execute;
}

} // namespace

TEST_CASE("a project in a village works on the hamlet beside it too", "[models]") {
    constexpr WijkId village{0};
    constexpr WijkId hamlet{1};
    tests::Desk desk{tests::village_and_hamlet(), undisturbed()};
    auto turn = desk.turn(in_2024);
    CHECK(can_begin(turn, village));
    CHECK_FALSE(can_begin(turn, hamlet));
    auto const present = [&](WijkId place) {
        return static_cast<std::uint32_t>(desk.state.wijken.counts[place].present());
    };
    CHECK(homes_present(turn, village) == present(village) + present(hamlet));

    begin_project(turn, {.wijk = village, .approach = {{0, 1, 2}}, .contribution = 6000},
                  1'000'000'000, in_2024);
    auto& project = desk.state.projects.back();
    CHECK(project.homes == present(village) + present(hamlet));
    project.phase = ProjectPhase::execute;
    auto const& straten = desk.world->geography.straten_of_wijk;
    REQUIRE(straten.count(hamlet) == 1);

    project.reached_straten = straten.count(village);
    make_offers(turn, in_2024);
    auto const& offers = desk.workspace.offers;
    CHECK(offers[village].last_straat - offers[village].first_straat == straten.count(village));
    CHECK(offers[hamlet].last_straat == offers[hamlet].first_straat);

    project.reached_straten = straten.count(village) + 1;
    make_offers(turn, in_2024);
    CHECK(offers[village].last_straat == offers[village].first_straat);
    CHECK(offers[hamlet].first_straat == straten.begin(hamlet));
    CHECK(offers[hamlet].last_straat == straten.end(hamlet));
}

TEST_CASE("an undisturbed project waits half a year, plans two years and executes six",
          "[models][project]") {
    auto parameters = undisturbed();
    parameters.project.start_delay = sim::years(0.5);
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(sim::Quarter::at(0));
    auto const p = desk.state.projects.size();
    begin(desk, turn, ProjectOrigin::replicatie, HeatingSystem::heat_pump);
    desk.state.wijken.trust[wijk] = 1.0F;
    int planning{0};
    int executing{0};
    int ended{0};
    for (int q = 1; q < 60; ++q) {
        auto now = desk.turn(sim::Quarter::at(q));
        work_on_projects(now, sim::Quarter::at(q));
        auto const& project = desk.state.projects[p];
        planning += project.phase == ProjectPhase::plan ? 1 : 0;
        executing += project.phase == ProjectPhase::execute ? 1 : 0;
        ended = ended == 0 && project.phase == ProjectPhase::done ? q : ended;
    }
    // 3 fte years by 1.5 fte and 12 by 2 (P9); a quarter passes at each change of phase.
    CHECK(planning == 8);
    CHECK(executing == 25);
    CHECK(ended == 2 + 8 + 1 + 25);
    auto const straten = desk.world->geography.straten_of_wijk.count(wijk);
    CHECK(desk.state.projects[p].reached_straten == straten);
    // All 15 fte years were paid from its money, and no more.
    double const work = static_cast<double>(desk.state.projects[p].size_factor) * 15.0;
    double const paid = static_cast<double>(1'000'000'000 - desk.state.projects[p].reserve);
    CHECK_THAT(paid, WithinAbs(work * 100'000.0, 200.0));
}

TEST_CASE("a project that is never supported ends after its longest time, stranded",
          "[models][project]") {
    auto parameters = undisturbed();
    parameters.project.longest_project = sim::years(3.0);
    parameters.project.support_trust = 20.0;
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(sim::Quarter::at(0));
    begin(desk, turn, ProjectOrigin::replicatie, HeatingSystem::heat_pump);
    desk.state.wijken.trust[wijk] = 0.2F;
    for (int q = 1; q <= 12; ++q) {
        auto now = desk.turn(sim::Quarter::at(q));
        work_on_projects(now, sim::Quarter::at(q));
    }
    CHECK(desk.state.projects.back().phase == ProjectPhase::stranded);
    CHECK(desk.state.projects.back().ended == 12);
    CHECK_THAT(desk.state.wijken.trust[wijk], WithinAbs(0.05, 1e-6)); // 0.15 less
}

TEST_CASE("the appeal of an offer is equation (4)", "[models][project]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2024);
    auto const origin = GENERATE(ProjectOrigin::replicatie, ProjectOrigin::proeftuin);
    auto& project = begin(desk, turn, origin, HeatingSystem::heat_pump);
    project.phase = ProjectPhase::execute;
    project.fit = 0.6F;
    project.skill = 0.3F;
    project.luck = -0.2F;
    desk.state.wijken.trust[wijk] = 0.7F;
    desk.state.wijken.energy[wijk] = 1.5F;
    desk.state.wijken.barriers[wijk] = 1;
    make_offers(turn, in_2024);
    auto const& offer = desk.workspace.offers[wijk];
    auto const& b = desk.parameters.bewoner;
    double const status = origin == ProjectOrigin::proeftuin ? b.exemption_weight : 0.0;
    double const theta = std::log(0.6 / 0.4) + status + b.trust_weight * 0.2 +
                         b.energy_weight * 1.5 + 0.3 - b.hindrance_weight - 0.2;
    CHECK(offer.open);
    CHECK(offer.option == HeatingSystem::heat_pump);
    CHECK_THAT(offer.appeal, WithinAbs(b.offer_weight * theta, 1e-6));
    CHECK(offer.household_money == 6000.0);
    CHECK_FALSE(desk.workspace.offers[WijkId{8}].open);
}

TEST_CASE("a net is built where signatures carry it, and all who signed ask for it",
          "[models][warmtenet]") {
    auto parameters = tests::shipped_parameters();
    parameters.warmtenet.source_fixed.fill(sim::Euro::of_canonical(1'000.0));
    parameters.warmtenet.source_by_power.fill({});
    parameters.warmtenet.transport_fixed = {};
    parameters.warmtenet.transport_by_power = {};
    parameters.warmtenet.loss_per_metre.fill({});
    parameters.warmtenet.mains_per_year = {{{2018, 1.0e9}}};
    parameters.warmtenet.pipe_per_metre = sim::Euro::of_canonical(1.0);
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(in_2024);
    auto& project = begin(desk, turn, ProjectOrigin::replicatie, HeatingSystem::warmtenet);
    sign_up_fifty(desk, project);
    auto const& straten = desk.world->geography.straten_of_wijk;
    auto const nets_before = desk.state.nets.size();
    build_nets(turn, in_2024);
    auto const& counts = desk.state.wijken.counts[wijk];
    CHECK(project.net_built);
    CHECK(desk.state.wijken.net[wijk] != no_net);
    CHECK(project.pending == 50);
    CHECK(counts.asked == 50);
    CHECK(desk.workspace.new_jobs[sim::position(wijk)].size() == 50);
    // Mains at 1 EUR a metre where somebody signed, and the coupling where it is a net of its own.
    double metres{0.0};
    auto const last_signed = desk.world->geography.homes_of_wijk.begin(wijk) + 49;
    for (auto s = straten.begin(wijk); s < straten.end(wijk); ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        if (desk.world->geography.homes_of_straat.begin(straat) <= last_signed) {
            metres += static_cast<double>(main_in(desk.world->geography, straat));
        }
    }
    double const coupling = desk.state.nets.size() > nets_before ? 1'000.0 : 0.0;
    CHECK_THAT(static_cast<double>(counts.private_cost),
               WithinAbs(coupling + metres, static_cast<double>(straten.count(wijk))));
    CHECK(counts.net_cost == counts.private_cost);
    build_nets(turn, in_2024);
    CHECK(counts.asked == 50); // nobody asks twice
}

TEST_CASE("a project that ends without the net it promised breaks its promise",
          "[models][warmtenet]") {
    auto parameters = tests::shipped_parameters();
    parameters.warmtenet.connection_pipe = sim::Euro::of_canonical(1.0e6);
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(in_2024);
    auto& project = begin(desk, turn, ProjectOrigin::replicatie, HeatingSystem::warmtenet);
    sign_up_fifty(desk, project);
    desk.state.wijken.trust[wijk] = 0.6F;
    build_nets(turn, in_2024);
    CHECK_FALSE(project.net_built);
    CHECK(project.signed_up == 50);
    project.phase = ProjectPhase::done;
    build_nets(turn, in_2024);
    CHECK(project.signed_up == 0);
    CHECK(desk.state.wijken.counts[wijk].signed_up == 0);
    CHECK(desk.state.stalls[static_cast<std::size_t>(StallCause::net_missing)] == 1);
    CHECK_THAT(desk.state.wijken.trust[wijk], WithinAbs(0.45, 1e-6));
    auto const first = desk.world->geography.homes_of_wijk.begin(wijk);
    CHECK((desk.state.homes.progress[sim::id_at<HomeId>(first)] & progress::signed_up) == 0);
}

TEST_CASE("trust grows while plans are made together, falls while works go on, and returns",
          "[models][project]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2024);
    auto& project = begin(desk, turn, ProjectOrigin::replicatie, HeatingSystem::heat_pump);
    project.residents = {1.0F, 0.0F, 0.0F, 0.0F, 0.0F};
    project.reach.fill(0.5F);
    desk.state.wijken.trust_before[wijk] = 0.4F;
    auto const step = [&](ProjectPhase phase) {
        project.phase = phase;
        desk.state.wijken.trust[wijk] = 0.6F;
        settle_projects(turn, in_2024);
        return static_cast<double>(desk.state.wijken.trust[wijk]) - 0.6;
    };
    double const back = 0.05 / 4.0 * (0.4 - 0.6);
    CHECK_THAT(step(ProjectPhase::done), WithinAbs(back, 1e-6));
    CHECK_THAT(step(ProjectPhase::plan), WithinAbs(back + 0.10 / 4.0 * 0.5, 1e-6));
    CHECK_THAT(step(ProjectPhase::execute), WithinAbs(back + 0.10 / 4.0 * 0.5, 1e-6));
    // A quarter of the straten opened in this quarter, each for a year: the whole wijk is at work.
    auto const straten = desk.world->geography.straten_of_wijk.count(wijk);
    auto& offer = desk.workspace.offers[wijk];
    offer.last_straat = offer.first_straat + (straten + 3) / 4;
    CHECK_THAT(step(ProjectPhase::execute), WithinAbs(back + 0.10 / 4.0 * 0.5 - 0.2 / 4.0, 1e-6));
    project.stall = StallCause::permits; // nobody calls while it stands still
    offer.last_straat = offer.first_straat;
    CHECK_THAT(step(ProjectPhase::execute), WithinAbs(back, 1e-6));
}

TEST_CASE("money that can no longer be asked of a project goes back to its route",
          "[models][project]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2024);
    auto const origin = GENERATE(ProjectOrigin::circulatie, ProjectOrigin::proeftuin);
    auto& project = begin(desk, turn, origin, HeatingSystem::heat_pump);
    project.phase = ProjectPhase::done;
    project.pending = 3;
    auto const before = desk.state.rijk.purse;
    settle_projects(turn, in_2024);
    if (origin == ProjectOrigin::circulatie) {
        CHECK(project.reserve == 3 * 6000);
        CHECK(desk.state.rijk.purse[2] - before[2] == 1'000'000'000 - 3 * 6000);
    } else {
        CHECK(project.reserve == 1'000'000'000); // a grant stays where it was given
        CHECK(desk.state.rijk.purse == before);
    }
}
