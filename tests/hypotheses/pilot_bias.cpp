#include "models/proeftuin/select_pilots.hpp"
#include "models/project/begin_project.hpp"
#include "models/world/quarter.hpp"
#include "tests/support/fast_mode.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr auto round_of_2018 = sim::Quarter::of(2018, 3);
constexpr double years{8.0};

/// Gemeenten of one wijk each, in contexts that differ by a standard deviation in each dimension.
std::shared_ptr<World const> unlike_places() {
    static auto const world = [] {
        auto places = *tests::scattered(120);
        for (std::uint32_t w = 0; w < places.wijken(); ++w) {
            sim::Dice dice{{.study = 4, .replication = 0}, sim::Stream{1}, w, 0};
            for (auto& dimension : places.geography.context[sim::id_at<WijkId>(w)]) {
                dimension = static_cast<float>(3.46 * (dice.uniform() - 0.5));
            }
        }
        places.share_of_country = 0.4;
        return std::make_shared<World const>(std::move(places));
    }();
    return world;
}

/// How the homes of projects do: by households in the full model, or by the fallback of one hazard.
using Outcome = std::function<std::vector<double>(tests::Desk&)>;

std::vector<double> by_hazard(tests::Desk& desk) {
    auto const turn = desk.turn(round_of_2018);
    std::vector<double> parts;
    for (auto const& project : desk.state.projects) {
        parts.push_back(tests::part_off_gas(turn, project, years));
    }
    return parts;
}

std::vector<double> by_households(tests::Desk& desk) {
    auto schedule = make_quarter();
    desk.workspace.standing_spent = sim::Column<WijkId, std::int64_t>(desk.world->wijken());
    int const first = round_of_2018.next().index();
    for (int q = first; q < first + static_cast<int>(4.0 * years); ++q) {
        auto turn = desk.turn(sim::Quarter::at(q));
        schedule.run_quarter(turn, sim::Quarter::at(q));
    }
    std::vector<double> parts;
    for (auto const& project : desk.state.projects) {
        parts.push_back(static_cast<double>(project.left_gas) / project.homes);
    }
    return parts;
}

double mean(std::vector<double> const& values) {
    double sum{0.0};
    for (double const value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

struct Compared {
    double pilots{0.0}; ///< mean over proeftuinen
    double best{0.0};   ///< the showcase
    double scale{0.0};  ///< mean over all wijken that follow them under regular conditions
    double sites{0.0};  ///< the same in the wijken of the proeftuinen alone
};

/// The proeftuinen of 2018 in one world; in another every wijk follows one of them, in turn, with
/// the money, rules and people of everyday, and with its own luck.
Compared compare(Parameters parameters, Outcome const& outcome, std::uint32_t replication) {
    parameters.proeftuin.granted = {27.0, 0.0, 0.0};
    sim::Seed const seed{.study = 8, .replication = replication};
    tests::Desk piloted{unlike_places(), parameters, seed};
    auto turn = piloted.turn(round_of_2018);
    select_pilots(turn, round_of_2018);
    auto const pilots = piloted.state.projects;
    auto const of_pilots = outcome(piloted);

    tests::Desk scaled{unlike_places(), parameters, seed};
    auto all = scaled.turn(round_of_2018);
    auto const contribution = std::llround(parameters.rijk.contribution.canonical());
    for (std::uint32_t w = 0; w < scaled.world->wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        if (!can_begin(all, wijk)) {
            continue;
        }
        begin_project(all,
                      {.wijk = wijk,
                       .origin = ProjectOrigin::replicatie,
                       .approach = pilots[w % pilots.size()].approach,
                       .skill = skill_at_rank(parameters.project, w / 3, 3),
                       .contribution = contribution},
                      1'000'000'000, round_of_2018);
        // Luck is of the attempt: at scale it is another than the one that made the pilot shine.
        sim::Dice fresh{seed, sim::Stream{2}, w, 0};
        scaled.state.projects.back().luck =
            static_cast<float>(parameters.bewoner.luck_spread * 3.46 * (fresh.uniform() - 0.5));
    }
    auto const at_scale = outcome(scaled);
    Compared compared{.pilots = mean(of_pilots), .scale = mean(at_scale)};
    std::vector<double> sites;
    for (std::size_t p = 0; p < scaled.state.projects.size(); ++p) {
        for (auto const& pilot : pilots) {
            if (pilot.wijk == scaled.state.projects[p].wijk) {
                sites.push_back(at_scale[p]);
            }
        }
    }
    compared.sites = mean(sites);
    compared.best = *std::max_element(of_pilots.begin(), of_pilots.end());
    return compared;
}

Compared over(Parameters const& parameters, Outcome const& outcome, std::uint32_t replications) {
    Compared sum;
    for (std::uint32_t r = 0; r < replications; ++r) {
        auto const one = compare(parameters, outcome, r);
        sum.pilots += one.pilots / replications;
        sum.best += one.best / replications;
        sum.scale += one.scale / replications;
        sum.sites += one.sites / replications;
    }
    return sum;
}

Parameters usual() {
    auto parameters = tests::shipped_parameters();
    parameters.project.staff_binds = false;
    return parameters;
}

/// Nothing sets proeftuinen apart: no selection, money, exemption, team, context, peculiarity or
/// luck.
Parameters nothing_special() {
    auto parameters = usual();
    parameters.project.trust_spread = 1.0e-3;
    parameters.bewoner.trust_weight = 0.0;
    parameters.bewoner.energy_weight = 0.0;
    parameters.proeftuin.status_per_home = {};
    parameters.proeftuin.attention = 0.0;
    parameters.barrier.exemptions = {};
    parameters.bewoner.exemption_weight = 0.0;
    parameters.project.team_spread = 0.0;
    parameters.bewoner.luck_spread = 0.0;
    parameters.aanpak.context_scale = 0.0;
    parameters.aanpak.idiosyncrasy.fill(0.0);
    parameters.aanpak.coupling = 0.0;
    parameters.aanpak.quality_spread = 0.0;
    return parameters;
}

} // namespace

TEST_CASE("a showcase promises more than proeftuinen, and these more than all wijken will give",
          "[hypotheses]") {
    auto const fast = over(usual(), by_hazard, 12);
    INFO("fallback: best " << fast.best << ", proeftuinen " << fast.pilots << ", at scale "
                           << fast.scale);
    CHECK(fast.best > fast.pilots);
    CHECK(fast.pilots > fast.scale + 0.02);
}

TEST_CASE("households give the bias of proeftuinen the same sign as the fallback", "[hypotheses]") {
    auto const full = over(usual(), by_households, 2);
    INFO("households: best " << full.best << ", proeftuinen " << full.pilots << ", at scale "
                             << full.scale);
    CHECK(full.best > full.pilots);
    CHECK(full.pilots > full.scale);
}

TEST_CASE("proeftuinen that nothing sets apart promise exactly what comes", "[hypotheses]") {
    auto const fast = over(nothing_special(), by_hazard, 3);
    CHECK(fast.pilots - fast.scale == Approx(0.0).margin(1.0e-12));
    CHECK(fast.best - fast.pilots == Approx(0.0).margin(1.0e-12));
}

TEST_CASE("hard wijken first turns the sign of selection", "[hypotheses]") {
    auto parameters = usual();
    auto const gained = [&](double selection) {
        parameters.proeftuin.selection_strength = selection;
        parameters.proeftuin.application_energy = selection > 0.0 ? 0.5 : 0.0;
        auto const fast = over(parameters, by_hazard, 12);
        return fast.sites - fast.scale;
    };
    CHECK(gained(2.0) > 0.0);
    CHECK(gained(-2.0) < 0.0);
}
