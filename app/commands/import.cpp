#include "app/commands/import.hpp"

#include "app/json/figures_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/places.hpp"
#include "app/study/read_request.hpp"
#include "app/study/world_file.hpp"
#include "app/usage_error.hpp"
#include "scenarios/import/import_country.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <ostream>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

/// A layout file as named, or the one of that name that comes with the program.
fs::path find_layout(std::string const& layout, fs::path const& import_folder) {
    if (fs::is_regular_file(layout)) {
        return layout;
    }
    auto const folder = import_folder / "layouts";
    auto const shipped = folder / (layout + ".yaml");
    if (fs::is_regular_file(shipped)) {
        return shipped;
    }
    std::vector<std::string> known;
    for (auto const& entry : fs::directory_iterator{folder}) {
        known.push_back(entry.path().stem().string());
    }
    auto const hint = scenarios::did_you_mean(layout, known);
    throw UsageError{fmt::format("no layout '{}'{}{}", layout, hint.empty() ? "" : "; ", hint)};
}

scenarios::Language reader_language(Console const& console) {
    return console.language == analysis::Language::dutch ? scenarios::Language::nl
                                                         : scenarios::Language::en;
}

} // namespace

ExitCode import(ImportCommand const& command, bool as_json, Console const& console) {
    auto const import_folder = scenario_root(fs::path{"."}) / "import";
    auto const layout = find_layout(command.layout, import_folder);
    for (auto const& file : command.files) {
        expect_file(file);
    }
    auto const output =
        command.output.value_or(fs::path{"results"} / "worlds" / (layout.stem().string() + ".nc"));
    if (fs::exists(output) && !command.force) {
        throw UsageError{fmt::format("{}: is there already; --force replaces it", output.string())};
    }
    auto const imported = scenarios::import_country(
        {.layout = layout.string(),
         .regions = command.files.front().string(),
         .regio_table =
             command.files.size() > 1 ? std::optional{command.files[1].string()} : std::nullopt,
         .tables = (import_folder / "tables").string(),
         .is_part = command.is_part});

    auto report_path = output;
    report_path.replace_extension(".txt");
    write_text(report_path,
               scenarios::report_text(imported.report, reader_language(console), true));
    write_world(output, imported.table);
    auto const& report = imported.report;
    if (as_json) {
        console.out << counts_json(
            {{"gemeenten", static_cast<double>(report.gemeenten)},
             {"wijken", static_cast<double>(report.wijken)},
             {"buurten", static_cast<double>(report.buurten)},
             {"homes", static_cast<double>(report.homes)},
             {"buurten_as_published", static_cast<double>(report.buurten_as_published)},
             {"homes_as_published", static_cast<double>(report.homes_as_published)},
             {"blank_buurten", static_cast<double>(report.blanks.size())}});
    } else {
        console.out << scenarios::report_text(report, reader_language(console), false);
    }
    console.err << say(Text::written_world, console.language, fmt::arg("path", output.string()))
                << '\n'
                << say(Text::written_import_report, console.language,
                       fmt::arg("path", report_path.string()))
                << '\n';
    return ExitCode::success;
}

} // namespace opschaling::app
