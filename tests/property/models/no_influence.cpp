#include "models/world/state.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr int quarters{60};
constexpr std::uint32_t changed_wijk{12};

/// The polder with one wijk in other hands: corporatie homes with twice the heat demand, in another
/// context.
std::shared_ptr<World const> with_one_wijk_changed(std::shared_ptr<World const> const& world,
                                                   std::uint32_t number = changed_wijk) {
    auto changed = *world;
    auto const wijk = sim::id_at<WijkId>(number);
    for (auto home = changed.geography.homes_of_wijk.begin(wijk);
         home < changed.geography.homes_of_wijk.end(wijk); ++home) {
        auto const id = sim::id_at<HomeId>(home);
        changed.dwellings.tenure[id] = Tenure::corporatie;
        changed.dwellings.demand_factor[id] = 255;
    }
    changed.geography.context[wijk].fill(1.5F);
    return std::make_shared<World const>(std::move(changed));
}

/// The wijken of which any yearly figure differs.
std::vector<std::uint32_t> touched(tests::ModelRun const& a, tests::ModelRun const& b) {
    std::vector<std::uint32_t> wijken;
    std::size_t const count = a.shape.axes.back().codes.size();
    for (std::uint32_t w = 0; w < count; ++w) {
        bool differs{false};
        for (std::size_t s = 0; s < a.shape.series.size(); ++s) {
            if (a.shape.series[s].axis == "wijk") {
                for (std::size_t i = w; i < a.result.values[s].size(); i += count) {
                    differs = differs || a.result.values[s][i] != b.result.values[s][i];
                }
            }
        }
        if (differs) {
            wijken.push_back(w);
        }
    }
    return wijken;
}

std::vector<std::uint32_t> touched_by_one_wijk(std::shared_ptr<World const> const& world,
                                               Parameters const& parameters) {
    return touched(tests::run_model(world, parameters, quarters),
                   tests::run_model(with_one_wijk_changed(world), parameters, quarters));
}

Parameters nothing_shared() {
    auto parameters = tests::shipped_parameters();
    tests::share_nothing(parameters);
    return parameters;
}

std::uint32_t gemeente_of(World const& world, std::uint32_t wijk) {
    return static_cast<std::uint32_t>(world.geography.gemeente_of_wijk[sim::id_at<WijkId>(wijk)]);
}

/// The wijken of one gemeente of the polder.
std::vector<std::uint32_t> wijken_of(World const& world, std::uint32_t gemeente) {
    std::vector<std::uint32_t> wijken;
    for (std::uint32_t w = 0; w < world.wijken(); ++w) {
        if (gemeente_of(world, w) == gemeente) {
            wijken.push_back(w);
        }
    }
    return wijken;
}

} // namespace

TEST_CASE("a wijk that shares nothing with others does not influence them at all",
          "[property][models]") {
    auto const world = tests::without_ties(tests::polder());
    CHECK(touched_by_one_wijk(world, nothing_shared()) == std::vector{changed_wijk});
}

TEST_CASE("ties between homes carry a change through its gemeente and no further",
          "[property][models]") {
    auto const world = tests::polder();
    auto parameters = nothing_shared();
    parameters.bewoner.ties_needed = 1;
    parameters.bewoner.threshold_mean = 0.0;
    parameters.bewoner.threshold_spread = 0.0;
    parameters.bewoner.social_weight = 20.0;
    parameters.corporatie.energy_counted = sim::Share{1.0}; // so that the homes of its wijk change
    parameters.corporatie.consent_base = 50.0;
    auto const wijken = touched_by_one_wijk(world, parameters);
    CHECK(wijken.size() > 1);
    for (auto const wijk : wijken) {
        CHECK(gemeente_of(*world, wijk) == gemeente_of(*world, changed_wijk));
    }
}

TEST_CASE("crews carry a change through their RES-regio and no further", "[property][models]") {
    auto const world = tests::without_ties(tests::polder());
    auto parameters = nothing_shared();
    parameters.installer.capacity_binds = true;
    parameters.installer.start_utilisation = 1.0;
    parameters.installer.start_other_work = 0.0;
    auto const wijken = touched_by_one_wijk(world, parameters);
    CHECK(wijken.size() > 1);
    auto const regio_of = [&](std::uint32_t wijk) {
        return world->geography
            .regio_of_gemeente[sim::id_at<GemeenteId>(gemeente_of(*world, wijk))];
    };
    for (auto const wijk : wijken) {
        CHECK(regio_of(wijk) == regio_of(changed_wijk));
    }
}

TEST_CASE("what a proeftuin brings carries to other RES-regio's by copying and recombining",
          "[property][models]") {
    auto const world = tests::without_ties(tests::polder());
    auto const parameters = tests::with_routes(0.0, 0.5, 0.5, 0.0);
    auto const before = tests::run_model(world, parameters, quarters);
    auto const pilot = before.simulation.state().projects.front().wijk;
    auto const after = tests::run_model(with_one_wijk_changed(world, pilot), parameters, quarters);
    auto const regio_of = [&](std::uint32_t wijk) {
        return world->geography
            .regio_of_gemeente[sim::id_at<GemeenteId>(gemeente_of(*world, wijk))];
    };
    CHECK(std::ranges::any_of(touched(before, after), [&](std::uint32_t wijk) {
        return regio_of(wijk) != regio_of(pilot);
    }));
}

TEST_CASE("a gemeente that shares nothing goes the same way whether others exist or not",
          "[property][models]") {
    auto const world = tests::polder();
    auto const gemeente = GENERATE(0U, 3U);
    auto const kept = wijken_of(*world, gemeente);
    auto const alone = std::make_shared<World const>(tests::rearranged(*world, kept));
    auto parameters = nothing_shared();
    parameters.proeftuin.granted = {0.0, 0.0, 0.0}; // places that gemeenten would compete for
    auto const among_others = tests::run_model(world, parameters, quarters);
    auto const by_itself = tests::run_model(alone, parameters, quarters);
    for (auto const& declared : among_others.shape.series) {
        if (declared.axis != "wijk") {
            continue;
        }
        INFO(declared.name);
        auto const all = among_others.series(declared.name);
        auto const own = by_itself.series(declared.name);
        std::size_t differing{0};
        for (std::size_t i = 0; i < own.size(); ++i) {
            auto const year = i / kept.size();
            differing += own[i] == all[year * world->wijken() + kept[i % kept.size()]] ? 0U : 1U;
        }
        CHECK(differing == 0);
    }
}

TEST_CASE("routes without money change nothing", "[property][models]") {
    auto const route = GENERATE(range(0, 5));
    INFO("route " << route);
    auto parameters = route < 4 ? tests::with_routes(route == 0, route == 1, route == 2, route == 3)
                                : tests::with_routes(0.25, 0.25, 0.25, 0.25);
    parameters.rijk.budget = {{{2018, sim::EuroPerYear{}}}};
    auto autonomous = tests::with_routes(0.0, 0.0, 0.0, 0.0);
    autonomous.rijk.budget = parameters.rijk.budget;
    auto const without_money = tests::run_model(tests::polder(), parameters, quarters);
    auto const without_routes = tests::run_model(tests::polder(), autonomous, quarters);
    REQUIRE(without_routes.last("projects_proeftuin") > 0);
    INFO(tests::differing_series(without_money, without_routes).substr(0, 200));
    CHECK(tests::differing_series(without_money, without_routes).empty());
}

TEST_CASE("money without routes changes nothing but what stays in the purse",
          "[property][models]") {
    auto rich = tests::with_routes(0.0, 0.0, 0.0, 0.0);
    rich.rijk.budget = {{{2018, sim::EuroPerYear::of_canonical(1.0e6)}}};
    auto poor = rich;
    poor.rijk.budget = {{{2018, sim::EuroPerYear{}}}};
    auto const with_money = tests::run_model(tests::polder(), rich, quarters);
    auto const without = tests::run_model(tests::polder(), poor, quarters);
    CHECK(tests::differing_series(with_money, without).empty());
}

namespace {

/// Replicatie and circulatie as the same operator.
void as_one_route(RouteParameters& route) {
    auto const same = [](auto& list) { list[2] = list[1]; };
    same(route.starts_from);
    same(route.plan_factor);
    same(route.copy_error);
    same(route.swaps);
    same(route.tries);
}

/// What replicatie does under the name of circulatie, and the other way round.
void swap_names(RouteParameters& route) {
    auto const swapped = [](auto& list) { std::swap(list[1], list[2]); };
    swapped(route.starts_from);
    swapped(route.plan_factor);
    swapped(route.copy_error);
    swapped(route.swaps);
    swapped(route.tries);
}

} // namespace

TEST_CASE("what a route does depends on its numbers and not on its name", "[property][models]") {
    auto parameters = tests::with_routes(0.0, 1.0, 0.0, 0.0);
    parameters.proeftuin.granted = {60.0, 0.0, 0.0};
    auto renamed = tests::with_routes(0.0, 0.0, 1.0, 0.0);
    renamed.proeftuin.granted = {60.0, 0.0, 0.0};
    swap_names(renamed.route);
    // One route at a time: in a mixture a throw by the order of the list decides who is first in
    // line.
    auto const one = tests::run_model(tests::polder(), parameters, 60);
    auto const other = tests::run_model(tests::polder(), renamed, 60);
    REQUIRE(one.last("projects_replicatie") > 2);
    CHECK(tests::differing_series(one, other) == "projects_replicatie projects_circulatie ");
    CHECK(one.last("projects_replicatie") == other.last("projects_circulatie"));
}

TEST_CASE("two routes that do the same thing give the same totals under either name",
          "[property][models]") {
    auto const run_as = [](bool replicatie) {
        auto parameters = tests::with_routes(0.0, replicatie, !replicatie, 0.0);
        parameters.proeftuin.granted = {20.0, 0.0, 0.0};
        as_one_route(parameters.route);
        return tests::run_model(tests::polder(), parameters, 80);
    };
    auto const replicatie = run_as(true);
    auto const circulatie = run_as(false);
    REQUIRE(replicatie.last("projects_proeftuin") == 1);
    REQUIRE(replicatie.last("projects_replicatie") > 3);
    CHECK(replicatie.last("projects_replicatie") == circulatie.last("projects_circulatie"));
    CHECK(tests::differing_series(replicatie, circulatie) ==
          "projects_replicatie projects_circulatie ");
}

TEST_CASE("a mixture of two routes that do the same thing does as much as either alone",
          "[property][models]") {
    // The people of a gemeente are one pool: calling half of the work by another name gives no more
    // of them. Money is left out, since two half purses save up more slowly than a whole one.
    auto const run_with = [](double replicatie, double circulatie) {
        auto parameters = tests::with_routes(0.0, replicatie, circulatie, 0.0);
        parameters.proeftuin.granted = {20.0, 0.0, 0.0};
        parameters.rijk.budget_binds = false;
        as_one_route(parameters.route);
        return tests::run_model(tests::polder(), parameters, 80);
    };
    auto const alone = run_with(1.0, 0.0);
    auto const mixed = run_with(0.5, 0.5);
    REQUIRE(alone.last("projects_replicatie") > 3);
    REQUIRE(mixed.last("projects_replicatie") > 0);
    REQUIRE(mixed.last("projects_circulatie") > 0);
    CHECK(tests::differing_series(alone, mixed) == "projects_replicatie projects_circulatie ");
}
