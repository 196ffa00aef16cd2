#include "app/commands/describe.hpp"

#include "app/commands/calibrate.hpp"
#include "app/commands/describe_grid.hpp"
#include "app/commands/hypotheses.hpp"
#include "app/json/calibration_json.hpp"
#include "app/json/figures_json.hpp"
#include "app/json/hypotheses_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/read_request.hpp"
#include "app/study/world_file.hpp"
#include "app/usage_error.hpp"
#include "models/world/build_world.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/describe/parameters.hpp"
#include "scenarios/import/quality_text.hpp"
#include "scenarios/import/select_part.hpp"
#include "scenarios/reader/sheets.hpp"

#include <fmt/format.h>

#include <ostream>

namespace opschaling::app {

namespace {

using analysis::Language;

/// The values of a study, or those that come with the program.
std::vector<sim::ParameterRecord> records_of(DescribeCommand const& command) {
    if (command.study) {
        return read_request({.file = *command.study,
                             .settings = {},
                             .seed = std::nullopt,
                             .replications = std::nullopt})
            .records;
    }
    auto const here = std::filesystem::path{"."};
    return scenarios::read_parameters(scenario_root(here) / "parameters").records;
}

/// Cells of a Markdown table must not hold its own bar.
std::string cell(std::string const& text) {
    std::string safe;
    for (char const letter : text) {
        safe += letter == '|' ? std::string{"\\|"} : std::string(1, letter);
    }
    return safe;
}

std::string schedule_print(bool markdown, Language language) {
    std::string text;
    int number = 0;
    for (auto const& phase : models::schedule_text()) {
        ++number;
        text += markdown
                    ? fmt::format("{}. **{}**: {} {}; {} {}\n", number, phase.sentence,
                                  say(Text::describe_reads, language), phase.reads,
                                  say(Text::describe_writes, language), phase.writes)
                    : fmt::format("{:>2}. {}\n      {}: {}\n      {}: {}\n", number, phase.sentence,
                                  say(Text::describe_reads, language), phase.reads,
                                  say(Text::describe_writes, language), phase.writes);
    }
    return text;
}

/// What is recorded does not depend on the world, but for the members of each axis: the smallest
/// world shows it.
sim::ResultShape shape_of_outcomes(DescribeCommand const& command) {
    auto const study_parameters =
        scenarios::read_parameters(
            scenario_root(command.study.value_or(std::filesystem::path{"."})) / "parameters")
            .parameters;
    auto const world =
        models::build_world(models::synthetic_netherlands(0.0, 1), study_parameters.world);
    return models::result_shape(world, sim::Quarter::of(2018, 1), sim::Quarter::of(2050, 4));
}

std::string outcomes_print(sim::ResultShape const& shape, bool markdown, Language language) {
    std::string text = markdown ? "| series | axis | period | kind | unit | meaning |\n"
                                  "|---|---|---|---|---|---|\n"
                                : "";
    for (auto const& series : shape.series) {
        auto const period = say(series.period == sim::Period::quarter ? Text::describe_per_quarter
                                                                      : Text::describe_per_year,
                                language);
        auto const kind =
            say(series.kind == sim::SeriesKind::stock ? Text::describe_stock : Text::describe_flow,
                language);
        auto const name = language == Language::dutch ? series.label_nl : series.long_name;
        text +=
            markdown
                ? fmt::format("| `{}`: {} | {} | {} | {} | {} | {} |\n", series.name, cell(name),
                              series.axis, period, kind, series.unit, cell(series.meaning))
                : fmt::format("{} [{}]\n    {}\n    {}, {}, {}\n    {}\n", series.name, series.unit,
                              name, series.axis, period, kind, series.meaning);
    }
    return text;
}

/// A world file, and what is known of one gemeente in it.
void describe_world(DescribeCommand const& command, Console const& console) {
    if (!command.world) {
        throw UsageError{"'describe world' needs --world FILE, a file that `import` made"};
    }
    expect_file(*command.world);
    auto const table = read_world(*command.world).table;
    auto const language =
        console.language == Language::dutch ? scenarios::Language::nl : scenarios::Language::en;
    if (command.gemeente.empty()) {
        console.out << scenarios::world_text(table, language);
        return;
    }
    console.out << scenarios::quality_text(table, scenarios::find_gemeente(table, command.gemeente),
                                           language);
}

} // namespace

ExitCode describe(DescribeCommand const& command, bool as_json, Console const& console) {
    auto const in = console.language;
    switch (command.subject) {
    case Subject::parameters: {
        constexpr std::size_t width{100};
        auto const records = records_of(command);
        auto const rows = scenarios::describe_parameters(records);
        console.out << (as_json            ? parameters_json(records)
                        : command.markdown ? scenarios::write_parameter_markdown(rows)
                                           : scenarios::write_parameter_text(rows, width));
        break;
    }
    case Subject::schedule: {
        if (as_json) {
            std::vector<analysis::ScheduleLine> lines;
            for (auto const& phase : models::schedule_text()) {
                lines.push_back({phase.sentence, phase.reads, phase.writes});
            }
            console.out << schedule_json(lines);
        } else {
            console.out << schedule_print(command.markdown, in);
        }
        break;
    }
    case Subject::targets: {
        auto const root = scenario_root(command.study.value_or(std::filesystem::path{"."}));
        auto const result = read_calibration_json(root / "calibration" / "zeven_result.json");
        console.out << (as_json ? calibration_json(result)
                                : calibration_tables(result, command.markdown, in));
        break;
    }
    case Subject::hypotheses: {
        auto const root = scenario_root(command.study.value_or(std::filesystem::path{"."}));
        auto const result =
            read_hypotheses_json(root / "studies" / "hypotheses" / "hypotheses_result.json");
        console.out << (as_json ? hypotheses_json(result)
                                : hypotheses_tables(result, command.markdown, in));
        break;
    }
    case Subject::world:
        describe_world(command, console);
        break;
    case Subject::layers:
        return describe_layers(command, as_json, console);
    case Subject::interventions:
        return describe_interventions(command, as_json, console);
    case Subject::load:
        return describe_load(command, as_json, console);
    case Subject::feeder:
        return describe_feeder(command, as_json, console);
    case Subject::asset:
        return describe_asset(command, as_json, console);
    case Subject::outcomes: {
        auto const shape = shape_of_outcomes(command);
        console.out << (as_json ? outcomes_json(shape)
                                : outcomes_print(shape, command.markdown, in));
        break;
    }
    }
    return ExitCode::success;
}

} // namespace opschaling::app
