#include "analysis/statistics/intervals.hpp"
#include "analysis/statistics/moments.hpp"
#include "analysis/statistics/tests.hpp"
#include "models/experiment/assign_projects.hpp"
#include "tests/property/models/experiment_runs.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

// The negative controls on the full model that are about routes and beliefs (NC6, NC7, NC10), and
// the two nulls of pilot bias that hold in the mean over replications and not in each (NC5:
// selection, chance).

using namespace opschaling;
using namespace opschaling::models;
using tests::bit;

namespace {

constexpr int quarters{72};

/// A run under one route alone, with proeftuinen to learn from.
tests::ModelRun run_route(Parameters parameters, std::size_t route) {
    auto const of = [&](std::size_t r) {
        return sim::YearSeries<double>{{{2018, r == route ? 1.0 : 0.0}}};
    };
    parameters.rijk.share_groei = of(0);
    parameters.rijk.share_replicatie = of(1);
    parameters.rijk.share_circulatie = of(2);
    parameters.proeftuin.application_base = 2.0;
    parameters.proeftuin.granted = {3000.0, 3000.0, 3000.0};
    return tests::run_model(tests::polder(), parameters, quarters);
}

/// Equal to the last bit, missing figures included.
bool same_figures(std::span<float const> a, std::span<float const> b) {
    return std::ranges::equal(
        a, b, [](float x, float y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

/// What a cause adds to the mean pilot where all others are as in the pilot, by replication.
std::vector<double> by_replication(PilotCause cause, Parameters const& parameters,
                                   std::uint32_t replications) {
    std::vector<double> added;
    for (std::uint32_t r = 0; r < replications; ++r) {
        sim::Seed const seed{.study = 5, .replication = r};
        PilotWorld const with{.as_pilot = all_as_pilot.as_pilot, .showcase = std::nullopt};
        PilotWorld const without{.as_pilot = all_as_pilot.as_pilot & ~bit(cause),
                                 .showcase = std::nullopt};
        added.push_back(tests::gain_in(tests::polder(), parameters, with, seed) -
                        tests::gain_in(tests::polder(), parameters, without, seed));
    }
    return added;
}

} // namespace

TEST_CASE("NC6: where all variants are alike every route has the same fit", "[property][models]") {
    auto parameters = tests::shipped_parameters();
    parameters.aanpak.context_scale = 0.0;
    parameters.aanpak.idiosyncrasy = {};
    parameters.aanpak.coupling = 0.0;
    parameters.aanpak.quality_spread = 0.0;
    std::vector<float> fits;
    for (std::size_t route = 0; route < 3; ++route) {
        auto const run = run_route(parameters, route);
        for (auto const& project : run.simulation.state().projects) {
            fits.push_back(project.fit);
        }
    }
    REQUIRE(fits.size() > 6);
    CHECK(fits == std::vector(fits.size(), fits.front()));
    parameters.aanpak.quality_spread = 0.5;
    auto const run = run_route(parameters, 2);
    auto const& projects = run.simulation.state().projects;
    CHECK(std::ranges::any_of(projects,
                              [&](auto const& project) { return project.fit != fits.front(); }));
}

TEST_CASE("NC7: without exchange and shared people a gemeente learns the same whatever others do",
          "[property][models]") {
    auto parameters = tests::shipped_parameters();
    tests::share_nothing(parameters);
    parameters.learning.learns_until = 2050;
    parameters.proeftuin.granted = {0.0, 0.0, 0.0};
    parameters.aanpak.warmtenet_variants = sim::Share{0.0};
    auto const world = tests::without_ties(tests::polder());
    // What the first gemeente has seen, when it alone takes part and when all do.
    auto const seen = [&](bool all) {
        std::vector<std::uint8_t> takes_part(world->wijken(), 0);
        for (std::size_t w = 0; w < takes_part.size(); ++w) {
            auto const wijk = sim::id_at<WijkId>(w);
            takes_part[w] = all || sim::position(world->geography.gemeente_of_wijk[wijk]) == 0;
        }
        auto const simulation = tests::run_experiment(
            world, parameters, [&](Turn const& turn) { return assign_projects(turn, takes_part); });
        std::vector<std::array<std::int64_t, 4>> rows;
        for (auto const& evidence : simulation.state().learning.evidence) {
            if (evidence.gemeente == 0) {
                rows.push_back({evidence.module, evidence.precision, evidence.value,
                                static_cast<std::int64_t>(evidence.variant)});
            }
        }
        return std::pair{rows, simulation.state().learning.evidence.size()};
    };
    auto const [alone, rows_alone] = seen(false);
    auto const [together, rows_together] = seen(true);
    REQUIRE_FALSE(alone.empty());
    REQUIRE(rows_together > rows_alone);
    CHECK(alone == together);
}

TEST_CASE("NC10: routes with the same parameters give the same figures, whatever their names",
          "[property][models]") {
    auto parameters = tests::shipped_parameters();
    for (std::size_t route = 0; route < 3; ++route) {
        parameters.route.starts_from[route] = parameters.route.starts_from[1];
        parameters.route.plan_factor[route] = parameters.route.plan_factor[1];
        parameters.route.copy_error[route] = parameters.route.copy_error[1];
        parameters.route.swaps[route] = parameters.route.swaps[1];
        parameters.route.tries[route] = parameters.route.tries[1];
    }
    auto const groei = run_route(parameters, 0);
    auto const replicatie = run_route(parameters, 1);
    auto const circulatie = run_route(parameters, 2);
    REQUIRE(replicatie.last("projects_replicatie") > 0.0);
    for (auto const* name : {"homes_gas_free", "public_cost", "fit_of_projects", "grid_cost"}) {
        INFO(name);
        CHECK(same_figures(groei.series(name), replicatie.series(name)));
        CHECK(same_figures(circulatie.series(name), replicatie.series(name)));
    }
}

// 24 replications; means by Student's t. The margin is three percentage points of homes, against
// gains of ten to thirty of a proeftuin of a small world.
TEST_CASE("NC5: a lottery of pilots selects nothing in the mean, and choosing the strong does",
          "[property][models][experiment]") {
    auto parameters = tests::with_pilots();
    parameters.proeftuin.selection_strength = 0.0;
    auto const lottery = by_replication(PilotCause::selection, parameters, 24);
    UNSCOPED_INFO("lottery " << analysis::mean(lottery));
    CHECK(analysis::equivalence_p_value(lottery, 0.03) < 0.05);
    parameters.proeftuin.selection_strength = 5.0;
    parameters.bewoner.trust_weight = 6.0;
    parameters.bewoner.energy_weight = 2.0;
    auto const strong = by_replication(PilotCause::selection, parameters, 24);
    UNSCOPED_INFO("strong " << analysis::mean(strong));
    CHECK(analysis::mean_interval(strong).low > 0.0);
}

TEST_CASE("NC5: chance moves single pilots and adds nothing to the mean one",
          "[property][models][experiment]") {
    auto parameters = tests::with_pilots();
    parameters.bewoner.luck_spread = 1.0;
    auto const mean = by_replication(PilotCause::chance, parameters, 24);
    UNSCOPED_INFO("mean pilot " << analysis::mean(mean));
    CHECK(std::ranges::any_of(mean, [](double added) { return added != 0.0; }));
    CHECK(analysis::equivalence_p_value(mean, 0.03) < 0.05);
}
