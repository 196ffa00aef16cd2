#include "models/experiment/assign_projects.hpp"
#include "models/world/simulation.hpp"
#include "models/world/state.hpp"
#include "tests/property/models/experiment_runs.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <memory>
#include <vector>

// How far a single wijk reaches: what a run of it would have to recompute (decision 93).

using namespace opschaling;
using namespace opschaling::models;
using tests::run_experiment;

namespace {

constexpr std::uint32_t alone{12};

Simulation with_projects_in(std::shared_ptr<World const> const& world, Parameters const& parameters,
                            std::vector<std::uint32_t> const& wijken) {
    return run_experiment(world, parameters, [&](Turn const& turn) {
        std::vector<std::uint8_t> takes_part(world->wijken(), 0);
        for (auto const wijk : wijken) {
            takes_part[wijk] = 1;
        }
        return assign_projects(turn, takes_part);
    });
}

/// Wijken other than `alone` of which some home has another heating system, insulation or moment.
std::vector<std::size_t> others_that_differ(World const& world, State const& a, State const& b) {
    std::vector<std::size_t> wijken;
    auto const& range = world.geography.homes_of_wijk;
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        bool differs{false};
        for (auto home = range.begin(wijk); home < range.end(wijk); ++home) {
            auto const id = sim::id_at<HomeId>(home);
            differs = differs || a.homes.heating[id] != b.homes.heating[id] ||
                      a.homes.insulation[id] != b.homes.insulation[id] ||
                      a.homes.heater_fails[id] != b.homes.heater_fails[id];
        }
        if (differs && w != alone) {
            wijken.push_back(w);
        }
    }
    return wijken;
}

} // namespace

TEST_CASE("a wijk alone that shares nothing leaves every other home as it is",
          "[property][models][experiment]") {
    auto const world = tests::without_ties(tests::polder());
    auto parameters = tests::shipped_parameters();
    tests::share_nothing(parameters);
    parameters.proeftuin.granted = {0.0, 0.0, 0.0};
    parameters.aanpak.warmtenet_variants = sim::Share{0.0};
    auto const nobody = with_projects_in(world, parameters, {});
    auto const one = with_projects_in(world, parameters, {alone});
    REQUIRE(nobody.snapshot() != one.snapshot());
    CHECK(others_that_differ(*world, nobody.state(), one.state()).empty());
}

TEST_CASE("a wijk alone moves the price of installers in its whole RES-regio",
          "[property][models][experiment]") {
    auto const world = tests::polder();
    auto const nobody = with_projects_in(world, tests::shipped_parameters(), {});
    auto const one = with_projects_in(world, tests::shipped_parameters(), {alone});
    auto const regio =
        world->geography
            .regio_of_gemeente[world->geography.gemeente_of_wijk[sim::id_at<WijkId>(alone)]];
    CHECK(nobody.state().installers.price_factor[regio] !=
          one.state().installers.price_factor[regio]);
    CHECK_FALSE(others_that_differ(*world, nobody.state(), one.state()).empty());
}
