#include "app/commands/describe_grid.hpp"
#include "app/commands/text_table.hpp"
#include "app/json/grid_json.hpp"
#include "app/study/read_request.hpp"
#include "models/aanpak/layers.hpp"
#include "models/project/begin_project.hpp"
#include "models/world/build_world.hpp"
#include "scenarios/reader/sheets.hpp"

#include <fmt/format.h>

#include <array>
#include <ostream>

namespace opschaling::app {

namespace {

using analysis::Language;

struct ModuleName {
    char const* nl;
    char const* en;
};

constexpr std::array<ModuleName, models::modules> names{{
    {"techniekkeuze", "choice of technology"},
    {"participatievorm", "form of participation"},
    {"financiering", "financing"},
    {"contract en aanbesteding", "contracts and tendering"},
    {"juridisch instrument", "legal instrument"},
    {"regievorm", "form of governance"},
    {"communicatie en verhaal", "communication"},
    {"netinpassing", "integration in the grid"},
    {"koppeling met ander werk", "coupling with other works"},
    {"monitoring", "monitoring"},
    {"planning en fasering", "planning and phasing"},
    {"data en privacy", "data and privacy"},
}};
constexpr std::array<char const*, 3> layers{"generiek", "menu", "specifiek"};

constexpr sim::Seed first_replication{.study = 1, .replication = 0};
constexpr double hundredth{0.01};

models::Parameters parameters_of(DescribeCommand const& command) {
    if (command.study) {
        return read_request({.file = *command.study,
                             .settings = {},
                             .seed = std::nullopt,
                             .replications = std::nullopt})
            .parameters;
    }
    auto const here = std::filesystem::path{"."};
    return scenarios::read_parameters(scenario_root(here) / "parameters").parameters;
}

std::vector<ModuleLayers> layers_of(models::Parameters const& parameters, Language language) {
    auto const world =
        models::build_world(models::synthetic_netherlands(hundredth, 1), parameters.world);
    std::vector<models::Site> sites;
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        sites.push_back(models::site_of(world, sim::id_at<models::WijkId>(w)));
    }
    models::Repertoire const repertoire{parameters.aanpak, first_replication};
    auto const shares =
        models::measure_layers(parameters.aanpak, repertoire, first_replication, sites);
    std::vector<ModuleLayers> rows;
    for (std::size_t m = 0; m < models::modules; ++m) {
        rows.push_back({.module = language == Language::dutch ? names[m].nl : names[m].en,
                        .generic = shares[m].variant,
                        .menu = shares[m].context,
                        .specific = shares[m].special,
                        .held = layers[shares[m].largest()]});
    }
    return rows;
}

std::string as_text(std::vector<ModuleLayers> const& rows, bool markdown) {
    std::vector<std::vector<std::string>> cells{{"module", "generiek", "menu", "specifiek", ""}};
    for (auto const& row : rows) {
        cells.push_back({row.module, fmt::format("{:.2f}", row.generic),
                         fmt::format("{:.2f}", row.menu), fmt::format("{:.2f}", row.specific),
                         row.held});
    }
    if (!markdown) {
        TextTable table;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            table.add_row(cells[i]);
            if (i == 0) {
                table.add_rule();
            }
        }
        return table.text();
    }
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        text += fmt::format("| {} |\n", fmt::join(cells[i], " | "));
        if (i == 0) {
            text += "|---|--:|--:|--:|---|\n";
        }
    }
    return text;
}

} // namespace

ExitCode describe_layers(DescribeCommand const& command, bool as_json, Console const& console) {
    auto const rows = layers_of(parameters_of(command), console.language);
    console.out << (as_json ? layers_json(rows) : as_text(rows, command.markdown));
    return ExitCode::success;
}

} // namespace opschaling::app
