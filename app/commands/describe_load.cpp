#include "app/commands/describe_grid.hpp"
#include "app/commands/text_table.hpp"
#include "app/json/grid_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/read_request.hpp"
#include "models/grid/load_table.hpp"
#include "scenarios/reader/sheets.hpp"

#include <fmt/format.h>

#include <array>
#include <ostream>

namespace opschaling::app {

namespace {

/// A terraced home of label C (H7).
constexpr double heat_loss{0.16};
constexpr std::array<int, 10> numbers{1, 3, 10, 30, 40, 100, 150, 275, 500, 1000};
constexpr std::array<double, 4> temperatures{-10.0, -4.0, 0.0, 7.0};

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

std::vector<PeakPerHeatPump> peaks_of(models::Parameters const& parameters) {
    std::vector<PeakPerHeatPump> peaks;
    for (int const homes : numbers) {
        for (double const temperature : temperatures) {
            peaks.push_back({homes, temperature,
                             models::peak_per_heat_pump(parameters.heat, parameters.grid.quantile,
                                                        models::Insulation::moderate, heat_loss,
                                                        temperature, homes)});
        }
    }
    return peaks;
}

std::string as_text(std::vector<PeakPerHeatPump> const& peaks, bool markdown,
                    analysis::Language language) {
    std::vector<std::string> head{std::string{say(Text::load_homes, language)}};
    for (double const temperature : temperatures) {
        head.push_back(fmt::format("{:.0f} °C", temperature));
    }
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < peaks.size(); ++i) {
        if (i % temperatures.size() == 0) {
            rows.push_back({fmt::format("{}", peaks[i].homes)});
        }
        rows.back().push_back(fmt::format("{:.2f}", peaks[i].kilowatt));
    }
    if (markdown) {
        std::string text =
            fmt::format("| {} |\n|{}\n", fmt::join(head, " | "), "--:|--:|--:|--:|--:|");
        for (auto const& row : rows) {
            text += fmt::format("| {} |\n", fmt::join(row, " | "));
        }
        return text;
    }
    TextTable table;
    table.add_row(head);
    table.add_rule();
    for (auto const& row : rows) {
        table.add_row(row);
    }
    return fmt::format("{}\n\n{}\n{}\n", say(Text::load_title, language), table.text(),
                       say(Text::load_note, language));
}

} // namespace

ExitCode describe_load(DescribeCommand const& command, bool as_json, Console const& console) {
    auto const peaks = peaks_of(parameters_of(command));
    console.out << (as_json ? load_json(heat_loss, peaks)
                            : as_text(peaks, command.markdown, console.language));
    return ExitCode::success;
}

} // namespace opschaling::app
