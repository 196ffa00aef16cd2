#include "models/world/build_world.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/reader/study.hpp"
#include "tests/support/model_run.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

using namespace opschaling;

namespace {

namespace fs = std::filesystem;

fs::path const root{OPSCHALING_SOURCE_DIR};
fs::path const folder{root / "tests" / "golden"};

constexpr std::array series{"homes",           "homes_gas_boiler", "homes_hybrid",
                            "homes_heat_pump", "homes_warmtenet",  "homes_gas_free_by_project",
                            "homes_waiting",   "jobs_asked",       "boilers_replaced",
                            "projects_done",   "projects_running", "public_cost"};
constexpr std::array years{2018, 2025, 2030, 2035};

std::string read_text(fs::path const& path) {
    std::ifstream file{path};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void write_text(fs::path const& path, std::string const& text) {
    std::ofstream{path} << text;
}

scenarios::Study frozen_study() {
    return scenarios::read_study({folder / "study.yaml", root / "scenarios" / "parameters", {}});
}

/// The figures of every variant: common history to the branch, then each its own way.
std::string figures_of(scenarios::Study const& study) {
    auto const world = std::make_shared<models::World const>(
        models::build_world(models::synthetic_netherlands(study.world.share, study.world.seed),
                            study.parameters.world));
    auto const& horizon = study.horizon;
    auto const shape = models::result_shape(*world, horizon.first, horizon.last);
    sim::RunResult history = sim::RunResult::of_shape(shape);
    models::Simulation trunk{world, study.parameters, {.study = study.seed, .replication = 0}};
    while (trunk.next_quarter() < horizon.branch) {
        trunk.step(shape, history);
    }
    std::string text;
    for (auto const& variant : study.variants) {
        tests::ModelRun run{shape, history, trunk};
        run.simulation.adopt(variant.parameters);
        while (run.simulation.next_quarter() <= horizon.last) {
            run.simulation.step(run.shape, run.result);
        }
        for (auto const* name : series) {
            text += fmt::format("{} {}", variant.name, name);
            for (int const year : years) {
                auto const step = sim::Quarter::of(year, 4).index() - horizon.first.index();
                text += fmt::format(" {:.0f}", run.series(name)[static_cast<std::size_t>(step)]);
            }
            text += "\n";
        }
    }
    return text;
}

} // namespace

TEST_CASE("the small study gives the figures that were accepted", "[golden]") {
    INFO("a wanted change is accepted with: test_golden \"[.accept]\"");
    std::istringstream accepted{read_text(folder / "figures.txt")};
    std::istringstream found{figures_of(frozen_study())};
    std::string line_accepted;
    std::string line_found;
    while (std::getline(accepted, line_accepted)) {
        std::getline(found, line_found);
        CHECK(line_found == line_accepted);
    }
    CHECK_FALSE(std::getline(found, line_found));
}

TEST_CASE("accept: the figures as they are now", "[.accept]") {
    write_text(folder / "figures.txt", figures_of(frozen_study()));
}

TEST_CASE("freeze: the study of the four routes with the values of the day", "[.freeze]") {
    auto const study =
        scenarios::read_study({root / "scenarios" / "vier_routes.yaml",
                               root / "scenarios" / "parameters",
                               {"world.share=1:100", "horizon.last=2035-Q4", "replications=1"}});
    write_text(folder / "study.yaml", study.resolved);
}
