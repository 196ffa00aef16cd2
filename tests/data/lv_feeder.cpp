#include "scenarios/feeder/check_feeder.hpp"
#include "tests/support/real_data.hpp"

#include <catch2/catch.hpp>

using namespace opschaling;

TEST_CASE("linearised DistFlow finds the voltages of the solved European LV feeder",
          "[data][grid]") {
    auto const folder = tests::real_data("grid_ieee_european_lv");
    if (!folder) {
        return;
    }
    scenarios::ImportFindings findings;
    auto const feeder = scenarios::read_feeder((*folder / "European_LV_CSV").string(), findings);
    auto const solutions = scenarios::read_solutions((*folder / "Solutions").string(), findings);
    findings.throw_if_any();
    CHECK(feeder.buses.size() == 906);
    CHECK(feeder.coordinates == 906);
    CHECK(feeder.line_codes == 10);
    CHECK(feeder.loads.size() == 55);
    CHECK(feeder.profiles.size() == 100);
    CHECK(feeder.profiles_in_use() == 55);
    CHECK(feeder.minutes() == 1440);
    // Three snapshots, the voltages of three loads and the power of the transformer, by two
    // solvers.
    REQUIRE(solutions.size() == 10);
    auto const checks = scenarios::check_solutions(feeder, solutions);
    for (auto const& check : checks) {
        INFO(check.solution->solver << "/" << check.solution->file);
        CHECK(check.unknown == 0);
        // Neglected: losses, that loads draw more current at a lower voltage, and what is above the
        // low-voltage side of the transformer, which is taken to stand at 1.05 of its rated
        // voltage.
        switch (check.solution->kind) {
        case scenarios::SolutionKind::snapshot:
            CHECK(check.compared == 3 * 906);
            CHECK(check.largest_error <= 0.01);
            break;
        case scenarios::SolutionKind::load_voltages:
            CHECK(check.compared == 3 * 1440);
            CHECK(check.largest_error <= 0.01);
            break;
        case scenarios::SolutionKind::transformer_power:
            CHECK(check.compared == 1440);
            CHECK(check.largest_error <= 0.04);
            break;
        }
    }
}
