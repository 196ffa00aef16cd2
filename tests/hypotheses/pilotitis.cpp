#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace opschaling;
using namespace opschaling::models;

namespace {

/// Choices of gemeenten over ten years from 2026 in which both roads are open: places for
/// proeftuinen, and money to take over what those of 2018-2022 made.
struct Wanted {
    double pilots;
    double take_overs;
};

Wanted wanted(double reputation, double not_invented_here, double take_over_subsidy) {
    auto parameters = tests::with_routes(0.0, 1.0, 0.0, 0.0);
    parameters.rijk.budget_binds = false;
    parameters.rijk.share_replicatie = {{{2025, 0.0}, {2026, 1.0}}};
    parameters.proeftuin.places = {{{2025, 0.0}, {2026, 100.0}}};
    parameters.gemeente.reputation = reputation;
    parameters.gemeente.not_invented_here = not_invented_here;
    parameters.rijk.take_over_subsidy = sim::Euro::of_canonical(take_over_subsidy);
    static auto const world = [] {
        auto country = *tests::scattered(150);
        country.share_of_country = 0.1;
        return std::make_shared<World const>(std::move(country));
    }();
    auto const run = tests::run_model(world, parameters, 72);
    return {.pilots = run.sum("pilots_wanted"), .take_overs = run.sum("take_overs_wanted")};
}

} // namespace

TEST_CASE("everyone wants pilots and few take them over, unless pride goes and taking over pays",
          "[hypotheses]") {
    auto const usual = wanted(0.5, 0.5, 0.0);
    auto const sober = wanted(0.0, 0.0, 12'000.0);
    INFO("usual " << usual.pilots << " pilots, " << usual.take_overs << " take-overs; sober "
                  << sober.pilots << ", " << sober.take_overs);
    REQUIRE(usual.pilots + usual.take_overs > 100);
    CHECK(usual.take_overs < 0.5 * usual.pilots);
    CHECK(sober.take_overs >= sober.pilots);
}
