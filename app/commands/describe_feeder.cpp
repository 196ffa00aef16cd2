#include "analysis/report/number_text.hpp"
#include "app/commands/describe_grid.hpp"
#include "app/commands/text_table.hpp"
#include "app/json/feeder_json.hpp"
#include "app/language/texts.hpp"
#include "app/usage_error.hpp"
#include "scenarios/feeder/check_feeder.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <ostream>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

/// The folder with the tables of the feeder: the one named, or the one in it that has them.
fs::path tables_in(fs::path const& folder) {
    constexpr auto lines = "Lines.csv";
    if (fs::exists(folder / lines)) {
        return folder;
    }
    for (auto const& entry : fs::directory_iterator{folder}) {
        if (fs::exists(entry.path() / lines)) {
            return entry.path();
        }
    }
    return folder;
}

Text words_of(scenarios::SolutionKind kind) {
    switch (kind) {
    case scenarios::SolutionKind::snapshot:
        return Text::feeder_snapshot;
    case scenarios::SolutionKind::load_voltages:
        return Text::feeder_load_voltages;
    case scenarios::SolutionKind::transformer_power:
        break;
    }
    return Text::feeder_power;
}

std::string facts_text(scenarios::Feeder const& feeder, scenarios::FeederDay const& day,
                       analysis::Language language) {
    auto const number = [language](double value, int decimals) {
        return analysis::number_text(value, decimals, language);
    };
    return say(Text::feeder_facts, language, fmt::arg("buses", feeder.buses.size()),
               fmt::arg("lines", feeder.lines.pieces.size()),
               fmt::arg("length", number(feeder.kilometres, 2)),
               fmt::arg("codes", feeder.line_codes), fmt::arg("coordinates", feeder.coordinates),
               fmt::arg("loads", feeder.loads.size()), fmt::arg("profiles", feeder.profiles.size()),
               fmt::arg("used", feeder.profiles_in_use()), fmt::arg("minutes", feeder.minutes()),
               fmt::arg("kilovolt", number(feeder.source_kilovolt, 0)),
               fmt::arg("voltage", number(feeder.source_voltage, 2)),
               fmt::arg("transformer", number(feeder.transformer_megavolt_ampere, 1))) +
           "\n" +
           say(Text::feeder_day, language, fmt::arg("peak", number(day.peak_kilowatt, 1)),
               fmt::arg("peak_minute", day.peak_minute),
               fmt::arg("lowest", number(day.lowest_voltage, 4)), fmt::arg("bus", day.lowest_bus),
               fmt::arg("lowest_minute", day.lowest_minute)) +
           "\n";
}

std::string checks_text(std::vector<scenarios::SolutionCheck> const& checks,
                        analysis::Language language) {
    TextTable table;
    table.add_row({std::string{say(Text::feeder_file, language)},
                   std::string{say(Text::feeder_what, language)},
                   std::string{say(Text::feeder_compared, language)},
                   std::string{say(Text::feeder_largest, language)},
                   std::string{say(Text::feeder_mean, language)}});
    table.add_rule();
    for (auto const& check : checks) {
        auto const& solution = *check.solution;
        table.add_row({solution.solver + "/" + solution.file,
                       std::string{say(words_of(solution.kind), language)},
                       fmt::format("{}", check.compared),
                       analysis::number_text(check.largest_error, 5, language),
                       analysis::number_text(check.mean_error, 5, language)});
    }
    return table.text();
}

} // namespace

ExitCode describe_feeder(DescribeCommand const& command, bool as_json, Console const& console) {
    fs::path const folder{command.asset};
    if (folder.empty() || !fs::is_directory(folder)) {
        throw UsageError{"'describe feeder' needs a folder with Lines.csv, Loads.csv and the other "
                         "tables of a test feeder"};
    }
    scenarios::ImportFindings findings;
    auto const feeder = scenarios::read_feeder(tables_in(folder).string(), findings);
    auto const published = fs::is_directory(folder / "Solutions") ? folder / "Solutions" : folder;
    auto const solutions = scenarios::read_solutions(published.string(), findings);
    findings.throw_if_any();
    auto const day = scenarios::day_of(feeder);
    auto const checks = scenarios::check_solutions(feeder, solutions);
    if (as_json) {
        console.out << feeder_json(feeder, day, checks);
        return ExitCode::success;
    }
    console.out << facts_text(feeder, day, console.language);
    if (!checks.empty()) {
        console.out << "\n"
                    << say(Text::feeder_checks, console.language) << "\n\n"
                    << checks_text(checks, console.language) << "\n"
                    << say(Text::feeder_note, console.language) << "\n";
    }
    return ExitCode::success;
}

} // namespace opschaling::app
