#include "models/world/state.hpp"
#include "scenarios/reader/study.hpp"
#include "tests/property/models/laws.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr int scenarios_tried{24};
constexpr int quarters{60};
constexpr sim::Stream throws{1};

/// A value somewhere in the plausible range of a parameter, as a person would type it.
std::string any_value(sim::ParameterRecord const& record, sim::Dice& dice) {
    double const at = dice.uniform();
    double value = record.plausible_low + at * (record.plausible_high - record.plausible_low);
    if (record.kind == sim::ParameterKind::count) {
        value = std::round(value);
    }
    return fmt::format("{}={}{}", record.path, value, record.unit == "1" ? "" : " " + record.unit);
}

/// All parameters of one number anywhere in their plausible ranges, switches on or off, and the
/// programme from 2020 on at any shares of the routes.
Parameters any_parameters(std::uint32_t number) {
    auto const folder = std::filesystem::path{OPSCHALING_SOURCE_DIR} / "scenarios";
    auto const shipped =
        scenarios::read_study({folder / "vier_routes.yaml", folder / "parameters", {}});
    sim::Dice dice{{.study = 5, .replication = 0}, throws, number, 0};
    std::vector<std::string> overrides;
    for (auto const& record : shipped.records) {
        bool const one_number = record.kind != sim::ParameterKind::list &&
                                record.kind != sim::ParameterKind::year_series;
        if (record.path.starts_with("world.")) {
            continue; // the world is made already
        }
        if (record.kind == sim::ParameterKind::toggle) {
            overrides.push_back(record.path + (dice.lands_below(0.7) ? "=true" : "=false"));
        } else if (one_number && record.plausible_low < record.plausible_high) {
            overrides.push_back(any_value(record, dice));
        }
    }
    auto parameters =
        scenarios::read_study({folder / "vier_routes.yaml", folder / "parameters", overrides})
            .parameters;
    auto const share = [&] { return dice.lands_below(0.6) ? dice.uniform() / 2.0 : 0.0; };
    parameters.rijk.share_groei = {{{2020, share()}}};
    parameters.rijk.share_replicatie = {{{2020, share()}}};
    parameters.rijk.share_circulatie = {{{2020, share()}}};
    parameters.rijk.share_institutionalisering = {{{2020, share()}}};
    parameters.rijk.budget = {
        {{2019, sim::EuroPerYear{}},
         {2020, sim::EuroPerYear::of_canonical(2.0e9 * dice.uniform() / sim::hours_per_year)}}};
    return parameters;
}

} // namespace

TEST_CASE("every conservation law holds in every quarter, whatever the parameters",
          "[property][models]") {
    int with_projects{0};
    int with_waiting{0};
    for (std::uint32_t number = 0; number < scenarios_tried; ++number) {
        INFO("scenario " << number);
        auto const parameters = any_parameters(number);
        auto const world = tests::polder();
        tests::Ledger ledger;
        auto const run = tests::run_model(
            world, parameters, quarters, {.study = 100 + number, .replication = number % 3},
            [&](Simulation const& simulation) {
                REQUIRE(tests::broken_laws(*world, parameters, simulation, ledger).empty());
            });
        with_projects += run.simulation.state().projects.size() > 3 ? 1 : 0;
        with_waiting += run.simulation.state().waiting.empty() ? 0 : 1;
    }
    // The laws were tried where they could break: with projects and with queues.
    CHECK(with_projects >= scenarios_tried / 3);
    CHECK(with_waiting >= scenarios_tried / 3);
}

TEST_CASE("every conservation law holds in a hundredth of the Netherlands with all routes at work",
          "[property][models]") {
    auto const world = tests::hundredth();
    auto parameters = tests::with_routes(0.25, 0.25, 0.25, 0.25);
    parameters.proeftuin.application_base = 20.0; // so that one of a few gemeenten applies
    tests::Ledger ledger;
    auto const run = tests::run_model(
        world, parameters, 32, tests::first_seed, [&](Simulation const& simulation) {
            REQUIRE(tests::broken_laws(*world, parameters, simulation, ledger).empty());
        });
    CHECK(ledger.granted > 0);
    CHECK(ledger.programme > 0);
}

TEST_CASE("wijken sum to gemeenten, gemeenten to RES-regio's and netbeheerders, and these to the "
          "land",
          "[property][models]") {
    auto const world = tests::polder();
    auto const run = tests::run_model(world, tests::with_routes(0.3, 0.3, 0.2, 0.2), 40);
    auto const& g = world->geography;
    for (auto const& declared : run.shape.series) {
        if (!declared.name.starts_with("wijk_")) {
            continue;
        }
        auto const name = declared.name.substr(5);
        INFO(name);
        auto const land = run.series(name);
        auto const of_gemeenten = run.series("gemeente_" + name);
        auto const of_regios = run.series("res_regio_" + name);
        auto const of_netbeheerders = run.series("netbeheerder_" + name);
        // Values are kept as float: seven digits.
        auto const near = [](double sum, double value) {
            return std::abs(sum - value) <= 2.0e-6 * std::max(1.0, std::abs(value));
        };
        for (std::size_t step = 0; step < land.size(); ++step) {
            double gemeenten{0.0};
            std::vector<double> regios(world->regios(), 0.0);
            double netbeheerders{0.0};
            for (std::size_t i = 0; i < world->gemeenten(); ++i) {
                double const value =
                    static_cast<double>(of_gemeenten[step * world->gemeenten() + i]);
                gemeenten += value;
                regios[sim::position(g.regio_of_gemeente[sim::id_at<GemeenteId>(i)])] += value;
            }
            for (std::size_t i = 0; i < world->netbeheerders(); ++i) {
                netbeheerders +=
                    static_cast<double>(of_netbeheerders[step * world->netbeheerders() + i]);
            }
            REQUIRE(near(gemeenten, static_cast<double>(land[step])));
            REQUIRE(near(netbeheerders, static_cast<double>(land[step])));
            for (std::size_t i = 0; i < world->regios(); ++i) {
                REQUIRE(
                    near(regios[i], static_cast<double>(of_regios[step * world->regios() + i])));
            }
        }
        auto const of_wijken = run.series("wijk_" + name);
        for (std::size_t year = 0; year < of_wijken.size() / world->wijken(); ++year) {
            double wijken{0.0};
            for (std::size_t i = 0; i < world->wijken(); ++i) {
                wijken += static_cast<double>(of_wijken[year * world->wijken() + i]);
            }
            double in_year{0.0};
            for (std::size_t q = 4 * year; q < 4 * year + 4; ++q) {
                in_year += static_cast<double>(land[q]);
            }
            REQUIRE(near(wijken, declared.kind == sim::SeriesKind::flow
                                     ? in_year
                                     : static_cast<double>(land[4 * year + 3])));
        }
    }
}
