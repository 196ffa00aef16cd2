#include "models/aanpak/layers.hpp"
#include "models/gemeente/change_people.hpp"
#include "models/learning/anchor.hpp"
#include "models/learning/context_cell.hpp"
#include "models/learning/evidence.hpp"
#include "models/learning/group_cells.hpp"
#include "models/learning/keep_library.hpp"
#include "models/learning/learn.hpp"
#include "models/learning/measure_learning.hpp"
#include "models/learning/pick_example.hpp"
#include "models/learning/put_on_agenda.hpp"
#include "models/learning/set_typology.hpp"
#include "models/project/begin_project.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

constexpr sim::Quarter in_2030{sim::Quarter::of(2030, 1)};

/// A project that reached homes and of which so many left gas.
Project& add_project(tests::Desk& desk, WijkId wijk, std::uint32_t reached, std::uint32_t left,
                     ProjectOrigin origin = ProjectOrigin::replicatie) {
    Project project;
    project.wijk = static_cast<std::uint32_t>(wijk);
    project.gemeente = static_cast<std::uint32_t>(desk.world->geography.gemeente_of_wijk[wijk]);
    project.origin = origin;
    project.phase = ProjectPhase::execute;
    project.approach.variant.fill(11); // a heat pump
    project.reached = reached;
    project.left_gas = left;
    project.decided = static_cast<std::uint16_t>(in_2030.index() - 4);
    desk.state.wijken.project[wijk] = static_cast<std::uint32_t>(desk.state.projects.size());
    desk.state.projects.push_back(project);
    return desk.state.projects.back();
}

WijkId first_wijk_of(tests::Desk const& desk, std::size_t gemeente) {
    return sim::id_at<WijkId>(
        desk.world->geography.wijken_of_gemeente.begin(sim::id_at<GemeenteId>(gemeente)));
}

} // namespace

TEST_CASE("a signal moves a belief by its weight against what was known", "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    desk.parameters.learning.reflection = 0.0;
    desk.parameters.learning.reflection_floor = 1.0;
    auto turn = desk.turn(in_2030);
    auto const wijk = first_wijk_of(desk, 0);
    auto const& project = add_project(desk, wijk, 400, 200);
    auto const holder = Holder::of(sim::id_at<GemeenteId>(0));
    auto const& learning = desk.parameters.learning;
    CHECK(believe(turn, holder, 4, 11, wijk).mean == learning.prior_mean);
    CHECK(believe(turn, holder, 4, 11, wijk).precision == learning.prior_precision);
    add_evidence(desk.state.learning, signals_of(turn, project, in_2030));
    auto const after = believe(turn, holder, 4, 11, wijk);
    CHECK_THAT(after.precision, WithinAbs(learning.prior_precision + 1.0, 1e-5));
    CHECK_THAT(after.mean, WithinAbs(learning.prior_mean + result_of(turn, project) / 2.0, 1e-5));
    // Without reflection every module has the same credit.
    CHECK_THAT(believe(turn, holder, 0, 11, wijk).mean, WithinAbs(after.mean, 1e-9));
}

TEST_CASE("reflection shows how each module did against the others", "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    desk.parameters.learning.reflection = 1.0;
    desk.parameters.learning.signal_spread = 0.01; // hardly any error
    auto turn = desk.turn(in_2030);
    auto const wijk = first_wijk_of(desk, 0);
    auto const& project = add_project(desk, wijk, 400, 200);
    auto const rows = signals_of(turn, project, in_2030);
    REQUIRE(rows.size() == modules);
    Site const site{.context = desk.world->geography.context[wijk],
                    .spread = desk.world->geography.context_spread[wijk],
                    .wijk_key = desk.world->geography.wijk_key[wijk]};
    std::array<double, modules> truth{};
    for (std::size_t m = 0; m < modules; ++m) {
        truth[m] = module_fit(desk.parameters.aanpak, desk.repertoire, desk.seed, project.approach,
                              m, site, everything);
    }
    for (std::size_t m = 1; m < modules; ++m) {
        double const seen =
            static_cast<double>(rows[m].value) / static_cast<double>(rows[m].precision) -
            static_cast<double>(rows[0].value) / static_cast<double>(rows[0].precision);
        // Two errors of 0.01: five standard deviations of their difference.
        CHECK_THAT(seen, WithinAbs(truth[m] - truth[0], 5.0 * 0.01 * std::sqrt(2.0)));
    }
}

TEST_CASE("evidence is the same whatever order it comes in", "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2030);
    std::vector<Evidence> rows;
    for (std::size_t g = 0; g < 5; ++g) {
        auto const& project =
            add_project(desk, first_wijk_of(desk, g), 300, 40 + 30 * static_cast<std::uint32_t>(g));
        auto const fresh = signals_of(turn, project, in_2030);
        rows.insert(rows.end(), fresh.begin(), fresh.end());
    }
    Learning forwards;
    add_evidence(forwards, rows);
    Learning backwards;
    std::ranges::reverse(rows);
    for (auto const& row : rows) {
        add_evidence(backwards, {row});
    }
    REQUIRE(forwards.evidence.size() == backwards.evidence.size());
    for (std::size_t i = 0; i < forwards.evidence.size(); ++i) {
        CHECK(forwards.evidence[i].value == backwards.evidence[i].value);
        CHECK(forwards.evidence[i].precision == backwards.evidence[i].precision);
    }
}

TEST_CASE("without exchange a gemeente believes the same whatever another has seen (NC7)",
          "[models][learning]") {
    double const exchange = GENERATE(0.0, 0.4);
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    desk.parameters.learning.exchange = {{{2018, exchange}}};
    auto turn = desk.turn(in_2030);
    auto const wijk = first_wijk_of(desk, 0);
    auto const holder = Holder::of(sim::id_at<GemeenteId>(0));
    auto const& own = add_project(desk, wijk, 400, 200);
    add_evidence(desk.state.learning, signals_of(turn, own, in_2030));
    desk.state.learning.own_precision[sim::id_at<GemeenteId>(0)] = in_units(12.0);
    auto const before = believe(turn, holder, 4, 11, wijk);
    // The same variant in each other gemeente, in wijken of the same single type.
    for (std::size_t g = 1; g < desk.world->gemeenten(); ++g) {
        auto const& other = add_project(desk, first_wijk_of(desk, g), 500, 450);
        add_evidence(desk.state.learning, signals_of(turn, other, in_2030));
        note_status(desk.state.learning.status_published, 3.0, g % 2 == 0);
    }
    auto const after = believe(turn, holder, 4, 11, wijk);
    if (exchange == 0.0) {
        CHECK(after.mean == before.mean);
        CHECK(after.precision == before.precision);
    } else {
        CHECK(after.mean > before.mean);
        CHECK(after.precision > before.precision);
    }
}

TEST_CASE("what is not published stays within its gemeente", "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    desk.parameters.learning.failures_published = sim::Share{0.0};
    desk.parameters.learning.reflection = 0.0; // the result is the signal
    auto turn = desk.turn(in_2030);
    auto const wijk = first_wijk_of(desk, 1);
    auto const& poor = add_project(desk, wijk, 400, 2);
    REQUIRE(result_of(turn, poor) < 0.0);
    CHECK_FALSE(is_published(turn, poor));
    add_evidence(desk.state.learning, signals_of(turn, poor, in_2030));
    auto const prior = desk.parameters.learning.prior_mean;
    CHECK(believe(turn, Holder::rijk(), 4, 11, wijk).mean == prior);
    CHECK(believe(turn, Holder::klp(), 4, 11, wijk).mean == prior);
    CHECK(believe(turn, Holder::of(sim::id_at<GemeenteId>(1)), 4, 11, wijk).mean < prior);
    desk.parameters.learning.failures_published = sim::Share{1.0};
    CHECK(is_published(turn, poor));
}

TEST_CASE("those who leave take with them what is not written down", "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2030);
    auto const wijk = first_wijk_of(desk, 0);
    auto const gemeente = sim::id_at<GemeenteId>(0);
    auto const& project = add_project(desk, wijk, 400, 200);
    add_evidence(desk.state.learning, signals_of(turn, project, in_2030));
    auto const prior = desk.parameters.learning.prior_precision;
    auto const before = believe(turn, Holder::of(gemeente), 4, 11, wijk).precision - prior;
    forget(turn, gemeente, 0.5);
    auto const after = believe(turn, Holder::of(gemeente), 4, 11, wijk).precision - prior;
    CHECK_THAT(after, WithinAbs(before / 2.0, 1e-5));
    // The Rijk, which heard of it, has lost nothing.
    CHECK(believe(turn, Holder::rijk(), 4, 11, wijk).precision - prior > after);
}

TEST_CASE("the effect of status is seen only by who also has results without it",
          "[models][learning]") {
    StatusRecord only_pilots;
    StatusRecord both;
    for (int i = 0; i < 20; ++i) {
        note_status(only_pilots, 1.0, true);
        note_status(both, 1.0, true);
        note_status(both, 0.2, false);
    }
    CHECK_THAT(status_effect(only_pilots, 2.0), WithinAbs(0.0, 1e-6));
    // 20 and 20: the variance of status is 10 in all, against a prior of 2.
    CHECK_THAT(status_effect(both, 2.0), WithinAbs(0.8 * 10.0 / 12.0, 1e-5));
    CHECK_THAT(status_effect(both, 1.0e-9), WithinAbs(0.8, 1e-5));
    CHECK(status_effect(StatusRecord{}, 2.0) == 0.0);
}

TEST_CASE("believed relevance follows from which differences come with gaps",
          "[models][learning]") {
    std::array<double, context_dimensions> alike{};
    alike.fill(1.0 / 8.0);
    std::vector<ResultGap> gaps;
    // Only the sixth dimension matters: a gap of 1 where it differs, none elsewhere.
    for (std::uint8_t a = 0; a < 60; ++a) {
        auto const b = static_cast<std::uint8_t>(a * 37 + 11);
        gaps.push_back({.cell = a, .other = b, .gap = ((a ^ b) >> 5 & 1) != 0 ? 1.0 : 0.0});
    }
    auto const found = fit_relevance(gaps, alike, 1.0);
    CHECK(std::ranges::max_element(found) - found.begin() == 5);
    CHECK(found[5] > 0.6F);
    CHECK_THAT(std::accumulate(found.begin(), found.end(), 0.0), WithinAbs(1.0, 1e-5));
    // Without evidence it is what it was.
    auto const none = fit_relevance({}, alike, 1.0);
    for (float const weight : none) {
        CHECK_THAT(static_cast<double>(weight), WithinAbs(0.125, 1e-6));
    }
}

TEST_CASE("cells are grouped by what is held to matter", "[models][learning]") {
    std::array<float, context_dimensions> only_first{1.0F};
    std::vector<std::uint32_t> const weight(context_cells, 10);
    auto const two = group_cells(only_first, weight, 2);
    for (std::size_t cell = 0; cell < context_cells; ++cell) {
        CHECK((two[cell] == two[0]) == ((cell & 1U) == 0));
    }
    auto const one = group_cells(only_first, weight, 1);
    CHECK(std::ranges::count(one, one[0]) == context_cells);
    auto const all = group_cells(only_first, weight, 256);
    CHECK(all[255] == 255);
}

TEST_CASE("layers are found by what varies", "[models][aanpak]") {
    auto parameters = tests::shipped_parameters().aanpak;
    auto const& places = tests::hundredth()->geography;
    std::vector<Site> sites;
    for (std::size_t w = 0; w < 120; ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        sites.push_back({places.context[wijk], places.context_spread[wijk], places.wijk_key[wijk]});
    }
    auto const layers = [&] {
        Repertoire const repertoire{parameters, tests::first_seed};
        return measure_layers(parameters, repertoire, tests::first_seed, sites);
    };
    // As shipped: five generiek, four menu, three specifiek, as the model page has them.
    std::array<std::size_t, 3> count{};
    for (auto const& shares : layers()) {
        ++count[shares.largest()];
        CHECK_THAT(shares.variant + shares.context + shares.special, WithinAbs(1.0, 1e-9));
    }
    CHECK(count == std::array<std::size_t, 3>{5, 4, 3});
    auto const truth = true_layers(parameters);
    auto const found = layers();
    for (std::size_t m = 0; m < modules; ++m) {
        CHECK(truth[m] == found[m].largest());
    }
    // Nothing but idiosyncrasy: all specifiek. No idiosyncrasy and no context: all generiek.
    parameters.context_scale = 0.0;
    parameters.quality_spread = 0.0;
    for (auto const& shares : layers()) {
        CHECK(shares.largest() == 2);
    }
    parameters.idiosyncrasy = {};
    parameters.quality_spread = 0.15;
    for (auto const& shares : layers()) {
        CHECK(shares.variant == 1.0);
    }
}

TEST_CASE("the library keeps the best it heard of, and what nobody keeps up decays",
          "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2030);
    for (std::size_t g = 0; g < 4; ++g) {
        auto& project = add_project(desk, first_wijk_of(desk, g), 400,
                                    100 + 80 * static_cast<std::uint32_t>(g));
        project.approach.variant.fill(static_cast<Variant>(g));
        project.net_built = true;
        add_evidence(desk.state.learning, signals_of(turn, project, in_2030));
    }
    desk.parameters.learning.library_size = 2;
    desk.parameters.learning.curators = 0.0;
    keep_library(turn);
    auto const& library = desk.state.learning.library;
    REQUIRE(library.size() == 2 * modules); // one type, two variants of each module
    auto const first = library.front().codified;
    keep_library(turn);
    CHECK_THAT(static_cast<double>(desk.state.learning.library.front().codified / first),
               WithinAbs(std::exp(-0.2), 1e-4));
    desk.parameters.learning.curators = 1.0e4;
    keep_library(turn);
    CHECK(desk.state.learning.library.front().codified > first);
    desk.parameters.learning.exchange = {{{2018, 0.0}}};
    keep_library(turn);
    CHECK(desk.state.learning.library.empty());
}

TEST_CASE("the best result is the example, unless few results are pulled to the mean",
          "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(in_2030);
    // One lucky site of its own; one approach that did well five times.
    add_project(desk, first_wijk_of(desk, 0), 400, 300);
    std::size_t const first_of_chain{desk.state.projects.size()};
    auto const& wijken = desk.world->geography.wijken_of_gemeente;
    auto const gemeente = sim::id_at<GemeenteId>(1);
    for (auto w = wijken.begin(gemeente); w < wijken.begin(gemeente) + 4; ++w) {
        auto& project = add_project(desk, sim::id_at<WijkId>(w), 400, 260);
        project.approach.variant.fill(3);
        if (desk.state.projects.size() > first_of_chain + 1) {
            project.source = static_cast<std::uint32_t>(first_of_chain);
            project.whole = true;
        }
    }
    add_project(desk, first_wijk_of(desk, 2), 400, 60);
    add_project(desk, first_wijk_of(desk, 3), 400, 80);
    auto const library = library_of(turn);
    auto const pick = [&] {
        return pick_example(turn, Holder::rijk(), first_wijk_of(desk, 4), library);
    };
    CHECK(library[pick()->place].project == 0);
    desk.parameters.learning.scaling_rule = 1;
    desk.parameters.learning.result_spread = 2.0;
    CHECK(root_of(turn, library[pick()->place].project) == first_of_chain);
    // Where results say all there is to say, the best one wins again.
    desk.parameters.learning.result_spread = 0.01;
    CHECK(library[pick()->place].project == 0);
}

TEST_CASE("an example is verified before it is scaled, and dropped when it fails",
          "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    desk.parameters.learning.scaling_rule = 2;
    desk.parameters.learning.verifications = 2;
    auto turn = desk.turn(in_2030);
    add_project(desk, first_wijk_of(desk, 0), 400, 300);
    auto const pick = [&] {
        return pick_example(turn, Holder::rijk(), first_wijk_of(desk, 4), library_of(turn));
    };
    REQUIRE(pick().has_value());
    CHECK(pick()->to_verify);
    auto const verify = [&](std::uint32_t left) {
        for (std::size_t g = 1; g < 3; ++g) {
            auto& project = add_project(desk, first_wijk_of(desk, g), 400, left);
            project.source = 0;
            project.whole = true;
            project.verifies = true;
            project.decided = static_cast<std::uint16_t>(in_2030.index() - 4);
        }
    };
    SECTION("while they run nothing is scaled") {
        verify(300);
        CHECK_FALSE(pick().has_value());
    }
    SECTION("two good ones suffice") {
        verify(300);
        for (auto& project : desk.state.projects) {
            project.decided = static_cast<std::uint16_t>(in_2030.index() - 12);
        }
        REQUIRE(pick().has_value());
        CHECK_FALSE(pick()->to_verify);
    }
    SECTION("two poor ones end it") {
        verify(10);
        for (auto& project : desk.state.projects) {
            project.decided = static_cast<std::uint16_t>(in_2030.index() - 12);
        }
        CHECK_FALSE(pick().has_value());
    }
}

TEST_CASE("a project that ends enters the routine, and leaves it again unless anchored",
          "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    bool const anchors = GENERATE(false, true);
    desk.parameters.learning.anchor_base = anchors ? 10.0 : -10.0;
    desk.parameters.learning.anchor_process = 0.0;
    desk.parameters.learning.anchor_person = 0.0;
    desk.parameters.learning.unanchored_loss = sim::Rate::of_canonical(1.0e3);
    auto turn = desk.turn(in_2030);
    auto& project = add_project(desk, first_wijk_of(desk, 0), 400, 200);
    project.phase = ProjectPhase::done;
    project.ended = static_cast<std::uint16_t>(in_2030.index());
    auto const gemeente = sim::id_at<GemeenteId>(0);
    auto const before = desk.state.learning.routine[gemeente];
    anchor_projects(turn, in_2030);
    CHECK(desk.state.learning.routine[gemeente] == project.approach);
    CHECK(desk.state.learning.projects_anchored == (anchors ? 1U : 0U));
    anchor_projects(turn, sim::Quarter::of(2030, 4)); // the year ends
    CHECK((desk.state.learning.routine[gemeente] == (anchors ? project.approach : before)));
}

TEST_CASE("a project whose leader went is anchored less often", "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    bool const stays = GENERATE(false, true);
    desk.parameters.learning.anchor_base = -10.0;
    desk.parameters.learning.anchor_process = 0.0;
    desk.parameters.learning.anchor_evidence = 0.0;
    desk.parameters.learning.anchor_person = 20.0;
    auto turn = desk.turn(in_2030);
    auto& project = add_project(desk, first_wijk_of(desk, 0), 400, 200);
    project.phase = ProjectPhase::done;
    project.ended = static_cast<std::uint16_t>(in_2030.index());
    if (!stays) {
        project.stayed = static_cast<std::uint8_t>(project.stayed & ~(1U << leader_seat));
    }
    anchor_projects(turn, in_2030);
    CHECK(desk.state.learning.projects_anchored == (stays ? 1U : 0U));
}

TEST_CASE("a rule comes on the agenda once enough projects say what holds them up",
          "[models][learning]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    desk.parameters.learning.barrier_signalled = sim::Share{1.0};
    desk.parameters.learning.agenda_threshold = 60.0; // a twentieth of the country: three
    desk.parameters.learning.agenda_gemeenten = 40.0; // two
    auto turn = desk.turn(in_2030);
    auto const stall = [&](std::size_t g) {
        add_project(desk, first_wijk_of(desk, g), 0, 0).stall = StallCause::contracts;
        signal_barriers(turn, in_2030);
        desk.state.projects.back().paused = 1;
    };
    stall(0);
    stall(1);
    CHECK(desk.state.learning.on_agenda == std::array<std::uint8_t, rules>{0, 0, 0});
    stall(2);
    stall(3);
    CHECK(desk.state.learning.on_agenda[2] == 1);
    CHECK(desk.state.learning.on_agenda[0] == 0);
}

TEST_CASE("rank correlation is 1 for the same order and -1 for the opposite",
          "[models][learning]") {
    std::array const a{1.0, 2.0, 3.0, 4.0};
    std::array const b{10.0, 20.0, 25.0, 80.0};
    std::array const c{4.0, 3.0, 2.0, 1.0};
    std::array const same{1.0, 1.0, 1.0, 1.0};
    CHECK_THAT(rank_correlation(a, b), WithinAbs(1.0, 1e-12));
    CHECK_THAT(rank_correlation(a, c), WithinAbs(-1.0, 1e-12));
    CHECK(rank_correlation(a, same) == 0.0);
}
