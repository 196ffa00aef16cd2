#include "analysis/effects/exact_game.hpp"
#include "models/experiment/assign_projects.hpp"
#include "models/experiment/pilot_worlds.hpp"
#include "models/world/simulation.hpp"
#include "models/world/state.hpp"
#include "sim/parallel/chunks.hpp"
#include "tests/property/models/experiment_runs.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

// The negative controls of measurement.md on the full model: NC1 to NC5.

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;
using tests::bit;
using tests::gain_in;
using tests::run_experiment;
using tests::with_pilots;

namespace {

std::int64_t gas_free(Simulation const& simulation) {
    std::int64_t homes{0};
    for (auto const& counts : simulation.state().wijken.counts.values()) {
        homes += counts.gas_free();
    }
    return homes;
}

/// Wijken that differ, in nothing joined: no crews, staff, grid, ties, sources of heat or works in
/// the ground that they share, no rule under way and no proeftuin in the history.
Parameters nothing_shared() {
    auto parameters = tests::shipped_parameters();
    tests::share_nothing(parameters);
    parameters.proeftuin.granted = {0.0, 0.0, 0.0};
    parameters.aanpak.warmtenet_variants = sim::Share{0.0};
    return parameters;
}

std::vector<std::uint8_t> only(World const& world, std::vector<std::uint32_t> const& wijken) {
    std::vector<std::uint8_t> takes_part(world.wijken(), 0);
    for (auto const wijk : wijken) {
        takes_part[wijk] = 1;
    }
    return takes_part;
}

std::vector<std::uint8_t> all(World const& world) {
    return std::vector<std::uint8_t>(world.wijken(), 1);
}

std::int64_t worth(std::shared_ptr<World const> const& world, Parameters const& parameters,
                   std::vector<std::uint8_t> const& takes_part) {
    return gas_free(run_experiment(
        world, parameters, [&](Turn const& turn) { return assign_projects(turn, takes_part); }));
}

/// Worth of all less what nobody and each one alone are worth.
std::int64_t non_additivity(std::shared_ptr<World const> const& world,
                            Parameters const& parameters) {
    auto const nobody = worth(world, parameters, only(*world, {}));
    auto whole = worth(world, parameters, all(*world)) - nobody;
    for (std::uint32_t wijk = 0; wijk < world->wijken(); ++wijk) {
        whole -= worth(world, parameters, only(*world, {wijk})) - nobody;
    }
    return whole;
}

/// Largest difference that one cause makes, over some settings of the others.
double effect_of(PilotCause cause, std::shared_ptr<World const> const& world,
                 Parameters const& parameters) {
    double largest{0.0};
    for (std::uint32_t const others : {0U, 0x7FU, 0x2AU}) {
        PilotWorld with{.as_pilot = others | bit(cause), .showcase = 1U};
        PilotWorld without{.as_pilot = others & ~bit(cause), .showcase = 1U};
        largest = std::max(largest, std::abs(gain_in(world, parameters, with) -
                                             gain_in(world, parameters, without)));
    }
    return largest;
}

} // namespace

TEST_CASE("NC1: wijken that differ and share nothing add up exactly",
          "[property][models][experiment]") {
    auto const world = tests::without_ties(tests::polder());
    auto const parameters = nothing_shared();
    REQUIRE(worth(world, parameters, all(*world)) > worth(world, parameters, only(*world, {})));
    CHECK(non_additivity(world, parameters) == 0);
}

TEST_CASE("NC1: no order of their game has any mass", "[property][models][experiment]") {
    auto const world = tests::without_ties(tests::polder());
    auto const parameters = nothing_shared();
    // Four players from three gemeenten.
    std::vector<std::uint32_t> const players{0, 1, 12, 25};
    auto const game = analysis::play_all(players.size(), [&](std::uint32_t coalition) {
        std::vector<std::uint32_t> wijken;
        for (std::size_t i = 0; i < players.size(); ++i) {
            if (((coalition >> i) & 1U) != 0) {
                wijken.push_back(players[i]);
            }
        }
        return static_cast<double>(worth(world, parameters, only(*world, wijken)));
    });
    auto const masses = analysis::order_masses(analysis::dividends(game));
    CHECK(std::vector(masses.begin() + 2, masses.end()) == std::vector(3, 0.0));
}

TEST_CASE("NC1 reversed: crews that they share, or neighbours that they know, break the sum",
          "[property][models][experiment]") {
    SECTION("crews") {
        auto parameters = nothing_shared();
        parameters.installer.capacity_binds = true;
        parameters.installer.start_utilisation = 1.0;
        parameters.installer.start_other_work = 0.0;
        CHECK(non_additivity(tests::without_ties(tests::polder()), parameters) < 0);
    }
    SECTION("ties") {
        auto parameters = nothing_shared();
        parameters.bewoner.ties_needed = 1;
        parameters.bewoner.threshold_mean = 0.0;
        parameters.bewoner.threshold_spread = 0.0;
        parameters.bewoner.social_weight = 20.0;
        CHECK(non_additivity(tests::polder_of_far_friends(), parameters) > 0);
    }
}

TEST_CASE("NC2: the order in which places are stored changes no worth",
          "[property][models][experiment]") {
    auto const world = tests::polder();
    auto const order = tests::back_to_front(*world);
    auto const turned = std::make_shared<World const>(tests::rearranged(*world, order));
    auto const parameters = tests::shipped_parameters();
    std::vector<std::uint8_t> some(world->wijken(), 0);
    std::vector<std::uint8_t> same(world->wijken(), 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        same[i] = some[order[i]] = static_cast<std::uint8_t>(order[i] % 3 != 0);
    }
    CHECK(worth(world, parameters, some) == worth(turned, parameters, same));
}

TEST_CASE("NC3: one thread and two give the same worth", "[property][models][experiment]") {
    auto const world = tests::polder();
    auto const parameters = tests::shipped_parameters();
    auto const by = [&](std::size_t threads) {
        sim::ThreadLimit const limit{threads};
        return run_experiment(world, parameters,
                              [&](Turn const& turn) { return assign_projects(turn, all(*world)); })
            .snapshot();
    };
    CHECK(by(1) == by(2));
}

TEST_CASE("NC4: the causes of bias add up to it on the full model",
          "[property][models][experiment]") {
    auto const world = tests::polder();
    auto const parameters = with_pilots();
    // Three causes at once would be 128 runs; the others stay as in the pilot.
    constexpr std::array causes{PilotCause::resources, PilotCause::equilibrium,
                                PilotCause::executor};
    auto const game = analysis::play_all(causes.size(), [&](std::uint32_t coalition) {
        std::uint32_t as_pilot = all_as_pilot.as_pilot;
        for (std::size_t i = 0; i < causes.size(); ++i) {
            if (((coalition >> i) & 1U) == 0) {
                as_pilot &= ~bit(causes.at(i));
            }
        }
        return gain_in(world, parameters, {.as_pilot = as_pilot, .showcase = std::nullopt});
    });
    auto const values = analysis::shapley_values(game);
    CHECK_THAT(std::accumulate(values.begin(), values.end(), 0.0),
               WithinAbs(game.back() - game.front(), 1e-9));
    CHECK(game.back() != game.front());
}

TEST_CASE("NC5: resources do nothing without money and attention",
          "[property][models][experiment]") {
    auto parameters = with_pilots();
    CHECK(effect_of(PilotCause::resources, tests::polder(), parameters) > 0.0);
    parameters.proeftuin.status_per_home = sim::Euro{};
    parameters.proeftuin.attention = 0.0;
    parameters.proeftuin.own_team = {};
    CHECK(effect_of(PilotCause::resources, tests::polder(), parameters) == 0.0);
}

TEST_CASE("NC5: exemption does nothing where nothing is exempted",
          "[property][models][experiment]") {
    auto parameters = with_pilots();
    CHECK(effect_of(PilotCause::exemption, tests::polder(), parameters) > 0.0);
    parameters.barrier.exemptions = sim::Share{0.0};
    parameters.bewoner.exemption_weight = 0.0;
    CHECK(effect_of(PilotCause::exemption, tests::polder(), parameters) == 0.0);
}

TEST_CASE("NC5: executors do nothing where all teams are alike", "[property][models][experiment]") {
    auto parameters = with_pilots();
    // Enough to move whole homes in a world of this size: teams differ much, and at the door it
    // counts.
    parameters.project.team_spread = 3.0;
    parameters.bewoner.offer_weight = 5.0;
    parameters.rijk.contribution = sim::Euro::of_canonical(20'000.0);
    CHECK(effect_of(PilotCause::executor, tests::polder(), parameters) > 0.0);
    parameters.project.team_spread = 0.0;
    CHECK(effect_of(PilotCause::executor, tests::polder(), parameters) == 0.0);
}

TEST_CASE("NC5: context does nothing where all places are alike",
          "[property][models][experiment]") {
    auto parameters = with_pilots();
    CHECK(effect_of(PilotCause::context, tests::polder(), parameters) > 0.0);
    parameters.aanpak.context_scale = 0.0;
    parameters.aanpak.idiosyncrasy.fill(0.0);
    CHECK(effect_of(PilotCause::context, tests::polder(), parameters) == 0.0);
}

TEST_CASE("NC5: others make no difference where nothing is shared",
          "[property][models][experiment]") {
    PilotWorld const few{.as_pilot = all_as_pilot.as_pilot, .showcase = std::nullopt};
    PilotWorld const many{.as_pilot = all_as_pilot.as_pilot & ~bit(PilotCause::equilibrium),
                          .showcase = std::nullopt};
    auto parameters = nothing_shared();
    parameters.experiment.pilots = 4;
    auto const lonely = tests::without_ties(tests::polder());
    CHECK(gain_in(lonely, parameters, few) == gain_in(lonely, parameters, many));
    auto shared = with_pilots();
    shared.installer.start_utilisation = 1.0;
    shared.installer.start_other_work = 0.0;
    CHECK(gain_in(tests::polder(), shared, few) != gain_in(tests::polder(), shared, many));
}

TEST_CASE("an experiment in which nobody takes part is the country left to itself",
          "[property][models][experiment]") {
    auto const world = tests::polder();
    auto parameters = tests::with_routes(0.0, 0.0, 0.0, 0.0);
    auto const left_alone = tests::run_model(world, parameters, tests::experiment_quarters);
    auto const nobody = run_experiment(world, parameters, [&](Turn const& turn) {
        return assign_projects(turn, only(*world, {}));
    });
    CHECK(nobody.snapshot() == left_alone.simulation.snapshot());
}
