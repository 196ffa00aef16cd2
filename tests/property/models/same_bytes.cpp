#include "models/world/state.hpp"
#include "sim/parallel/chunks.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr int quarters{48};

Parameters all_routes() {
    return tests::with_routes(0.25, 0.25, 0.25, 0.25);
}

/// The second half of a run, from a simulation that has done the first half.
tests::ModelRun second_half(Simulation simulation) {
    auto const shape = result_shape(*tests::polder(), sim::Quarter::at(quarters / 2),
                                    sim::Quarter::at(quarters - 1));
    tests::ModelRun run{shape, sim::RunResult::of_shape(shape), std::move(simulation)};
    for (int i = quarters / 2; i < quarters; ++i) {
        run.simulation.step(run.shape, run.result);
    }
    return run;
}

constexpr std::ptrdiff_t none{-1};

/// Place of the first byte in which the states of two runs differ.
std::ptrdiff_t first_difference(tests::ModelRun const& a, tests::ModelRun const& b) {
    auto const mine = a.simulation.snapshot();
    auto const other = b.simulation.snapshot();
    auto const [here, there] = std::ranges::mismatch(mine, other);
    return here == mine.end() && there == other.end() ? none : here - mine.begin();
}

tests::ModelRun first_half() {
    return tests::run_model(tests::polder(), all_routes(), quarters / 2);
}

} // namespace

TEST_CASE("a run gives the same bytes on one thread and on two", "[property][models]") {
    auto const with_threads = [](std::size_t threads) {
        sim::ThreadLimit const limit{threads};
        return tests::run_model(tests::hundredth(), all_routes(), 24);
    };
    auto const alone = with_threads(1);
    auto const together = with_threads(2);
    CHECK(tests::differing_series(alone, together).empty());
    CHECK(first_difference(alone, together) == none);
}

TEST_CASE("the same seed gives the same run: A equals A to the last byte", "[property][models]") {
    auto const once = tests::run_model(tests::polder(), all_routes(), quarters);
    auto const again = tests::run_model(tests::polder(), all_routes(), quarters);
    CHECK(tests::differing_series(once, again).empty());
    CHECK(first_difference(once, again) == none);
}

TEST_CASE("another replication and another seed give another run", "[property][models]") {
    auto const one = tests::run_model(tests::polder(), all_routes(), 8, {.study = 1});
    auto const replication =
        tests::run_model(tests::polder(), all_routes(), 8, {.study = 1, .replication = 1});
    auto const seed = tests::run_model(tests::polder(), all_routes(), 8, {.study = 2});
    CHECK_FALSE(tests::differing_series(one, replication).empty());
    CHECK_FALSE(tests::differing_series(one, seed).empty());
    CHECK_FALSE(tests::differing_series(replication, seed).empty());
}

TEST_CASE("a run restored from a snapshot goes on as if it had not stopped", "[property][models]") {
    auto const begun = first_half();
    Simulation fresh{tests::polder(), all_routes(), tests::first_seed};
    fresh.restore(begun.simulation.snapshot());
    auto const went_on = second_half(begun.simulation);
    auto const restored = second_half(std::move(fresh));
    CHECK(tests::differing_series(went_on, restored).empty());
    CHECK(first_difference(went_on, restored) == none);
}

// Nought over nought has one sign at run time and another where a compiler works it out.
TEST_CASE("a figure that is missing has the same bytes from every compiler", "[property][models]") {
    auto const run = tests::run_model(tests::polder(), all_routes(), 8);
    auto const missing = std::bit_cast<std::uint32_t>(std::numeric_limits<float>::quiet_NaN());
    std::string others;
    bool some{false};
    for (std::size_t s = 0; s < run.shape.series.size(); ++s) {
        for (float const figure : run.result.values[s]) {
            some = some || std::isnan(figure);
            if (std::isnan(figure) && std::bit_cast<std::uint32_t>(figure) != missing) {
                others += run.shape.series[s].name + " ";
                break;
            }
        }
    }
    CHECK(some);
    CHECK(others == "");
}

TEST_CASE("a branch under the same parameters goes the same way as its trunk",
          "[property][models]") {
    auto const begun = first_half();
    Simulation branch{begun.simulation};
    branch.adopt(all_routes());
    auto const trunk_end = second_half(begun.simulation);
    auto const branch_end = second_half(std::move(branch));
    CHECK(tests::differing_series(trunk_end, branch_end).empty());
    CHECK(first_difference(trunk_end, branch_end) == none);
}

TEST_CASE("a branch under other parameters leaves its trunk alone", "[property][models]") {
    auto const begun = first_half();
    auto const kept = first_half();
    Simulation branch{begun.simulation};
    auto dear = all_routes();
    dear.price.gas = {{{2018, sim::EuroPerGas::of_canonical(5.0)}}};
    branch.adopt(dear);
    auto const branch_end = second_half(std::move(branch));
    CHECK(first_difference(begun, kept) == none);
    auto const trunk_end = second_half(begun.simulation);
    CHECK_FALSE(tests::differing_series(trunk_end, branch_end).empty());
}

TEST_CASE("a snapshot of another world or with bytes missing is refused", "[property][models]") {
    auto const bytes = first_half().simulation.snapshot();
    Simulation elsewhere{tests::scattered(5), all_routes(), tests::first_seed};
    CHECK_THROWS(elsewhere.restore(bytes));
    Simulation here{tests::polder(), all_routes(), tests::first_seed};
    CHECK_THROWS(here.restore(std::span{bytes}.first(bytes.size() - 1)));
    auto longer = bytes;
    longer.push_back(std::byte{0});
    CHECK_THROWS(here.restore(longer));
}

TEST_CASE("the order in which places are stored changes no figure of the land or of a place",
          "[property][models]") {
    auto const world = tests::polder();
    auto const turned =
        std::make_shared<World const>(tests::rearranged(*world, tests::back_to_front(*world)));
    REQUIRE(turned->geography.wijk_codes.front() == world->geography.wijk_codes.back());
    auto const money = GENERATE(as<double>{}, 1.0e6, 1.0e8, 5.0e9);
    INFO("EUR " << money << " a year");
    auto parameters = all_routes();
    parameters.rijk.budget = {
        {{2018, sim::EuroPerYear::of_canonical(money / sim::hours_per_year)}}};
    parameters.rule.in_force_from = {2019, 2019, 2019};
    parameters.proeftuin.application_base = 20.0; // all of a few gemeenten apply
    auto const run = tests::run_model(world, parameters, quarters);
    auto const other = tests::run_model(turned, parameters, quarters);
    REQUIRE(run.simulation.state().projects.size() >= 3);
    REQUIRE(run.last("rules_in_force") == 3);
    for (auto const& declared : run.shape.series) {
        INFO(declared.name);
        auto const& codes = run.shape.axis_of(declared).codes;
        auto const& other_codes = other.shape.axis_of(declared).codes;
        auto const mine = run.series(declared.name);
        auto const theirs = other.series(declared.name);
        std::size_t differing{0};
        for (std::size_t m = 0; m < codes.size(); ++m) {
            auto const n = static_cast<std::size_t>(std::ranges::find(other_codes, codes[m]) -
                                                    other_codes.begin());
            for (std::size_t step = 0; step < mine.size() / codes.size(); ++step) {
                float const a = mine[step * codes.size() + m];
                float const b = theirs[step * codes.size() + n];
                differing += a == b || (std::isnan(a) && std::isnan(b)) ? 0U : 1U;
            }
        }
        CHECK(differing == 0);
    }
}
