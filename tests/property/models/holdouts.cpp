#include "models/warmtenet/lay_mains.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr int quarters{100};

/// A polder where a warmtenet costs households nothing and the warmtebedrijf little, so that nets
/// are built; habits and attitudes are as they are, so that not everybody joins.
Parameters cheap_nets() {
    auto parameters = tests::with_routes(0.0, 0.5, 0.5, 0.0);
    auto& net = parameters.warmtenet;
    net.source_fixed = {};
    net.source_by_power = {};
    net.transport_fixed = sim::Euro::of_canonical(0.0);
    net.pipe_per_metre = sim::Euro::of_canonical(100.0);
    net.in_home = {};
    net.connection_fee = sim::Euro::of_canonical(0.0);
    parameters.bewoner.hassle_warmtenet = 0.0;
    parameters.proeftuin.application_base = 20.0; // all of a few gemeenten apply
    return parameters;
}

} // namespace

TEST_CASE("where nets are built some stay on gas, and the last of a street cost most each",
          "[property][warmtenet]") {
    double most_homes{0.0};
    double beside_main{0.0};
    auto const world = tests::polder();
    auto const run = tests::run_model(
        world, cheap_nets(), quarters, tests::first_seed, [&](Simulation const& simulation) {
            beside_main = 0.0;
            auto const& state = simulation.state();
            for (auto const& project : state.projects) {
                if (!project.net_built) {
                    continue;
                }
                auto const& geography = world->geography;
                for (auto const wijk : geography.sites.wijken(sim::id_at<WijkId>(project.wijk))) {
                    auto const& straten = geography.straten_of_wijk;
                    for (auto s = straten.begin(wijk); s < straten.end(wijk); ++s) {
                        auto const straat = sim::id_at<StraatId>(s);
                        if (has_main(state, straat)) {
                            beside_main += geography.homes_of_straat.count(straat);
                        }
                    }
                }
            }
            most_homes = std::max(most_homes, beside_main);
        });
    CHECK(run.last("nets_built") > 0.0);
    double const holdouts = run.last("homes_holdout");
    INFO(run.last("nets_built") << " nets, " << beside_main << " homes beside a main, " << holdouts
                                << " of them on gas; the last of a street cost "
                                << run.last("cost_per_last_holdout") << " EUR each");
    CHECK(holdouts > 0.0);
    CHECK(holdouts < beside_main);
    // Never less than a gas main shared by a fifth of a street, which is more than all would pay.
    auto const costs = run.series("cost_per_last_holdout");
    std::size_t seen{0};
    for (auto const cost : costs) {
        if (!std::isnan(cost)) {
            ++seen;
            CHECK(cost > 1000.0F);
        }
    }
    CHECK(seen > 0);
}
