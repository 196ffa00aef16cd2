#include "app/commands/import.hpp"

#include "app/json/figures_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/places.hpp"
#include "app/study/read_request.hpp"
#include "app/study/world_file.hpp"
#include "app/usage_error.hpp"
#include "scenarios/import/import_country.hpp"
#include "scenarios/import/quality_text.hpp"
#include "scenarios/import/recognise_layout.hpp"
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

/// "LAYOUT=FILE", or a file whose layout is recognised.
scenarios::ExtraFile read_extra(std::string const& word, fs::path const& import_folder,
                                scenarios::ImportFindings& findings) {
    auto const sign = word.find('=');
    bool const is_named = sign != std::string::npos && !fs::exists(word);
    auto const file = is_named ? word.substr(sign + 1) : word;
    expect_file(file);
    if (is_named) {
        return {find_layout(word.substr(0, sign), import_folder).string(), file};
    }
    auto const layout =
        scenarios::recognise_layout(file, (import_folder / "layouts").string(), findings);
    return {layout.value_or(""), file};
}

ExitCode suggest(fs::path const& file, fs::path const& import_folder, Console const& console) {
    expect_file(file);
    scenarios::ImportFindings findings;
    auto const proposal =
        scenarios::suggest_layout(file.string(), (import_folder / "layouts").string(), findings);
    findings.throw_if_any();
    console.out << proposal;
    return ExitCode::success;
}

} // namespace

ExitCode import(ImportCommand const& command, bool as_json, Console const& console) {
    auto const import_folder = scenario_root(fs::path{"."}) / "import";
    if (command.suggested) {
        return suggest(*command.suggested, import_folder, console);
    }
    auto const layout = find_layout(command.layout, import_folder);
    expect_file(command.files.front());
    scenarios::ImportFindings findings;
    std::vector<scenarios::ExtraFile> extras;
    for (std::size_t i = 1; i < command.files.size(); ++i) {
        extras.push_back(read_extra(command.files[i], import_folder, findings));
    }
    findings.throw_if_any();
    auto const output =
        command.output.value_or(fs::path{"results"} / "worlds" / (layout.stem().string() + ".nc"));
    if (fs::exists(output) && !command.force) {
        throw UsageError{fmt::format("{}: is there already; --force replaces it", output.string())};
    }
    auto const imported = scenarios::import_country({.layout = layout.string(),
                                                     .regions = command.files.front(),
                                                     .extras = std::move(extras),
                                                     .tables = (import_folder / "tables").string(),
                                                     .is_part = command.is_part});
    auto report_path = output;
    report_path.replace_extension(".txt");
    auto quality_path = output;
    quality_path.replace_filename(output.stem().string() + "_gemeenten.csv");
    write_text(report_path,
               scenarios::report_text(imported.report, reader_language(console), true));
    write_text(quality_path, scenarios::quality_table(imported.table));
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
             {"blank_buurten", static_cast<double>(report.blanks.size())},
             {"extra_tables", static_cast<double>(report.tables.size())},
             {"figures_added", static_cast<double>(report.figures_added)}});
    } else {
        console.out << scenarios::report_text(report, reader_language(console), false);
    }
    console.err << say(Text::written_world, console.language, fmt::arg("path", output.string()))
                << '\n'
                << say(Text::written_import_report, console.language,
                       fmt::arg("path", report_path.string()))
                << '\n'
                << say(Text::written_quality, console.language,
                       fmt::arg("path", quality_path.string()))
                << '\n';
    return ExitCode::success;
}

} // namespace opschaling::app
