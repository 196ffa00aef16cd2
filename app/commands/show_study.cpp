#include "app/commands/show_study.hpp"

#include "analysis/compare/summary_csv.hpp"
#include "analysis/report/report.hpp"
#include "analysis/report/workshop_report.hpp"
#include "analysis/store/result_file.hpp"
#include "app/commands/comparison_table.hpp"
#include "app/json/figures_json.hpp"
#include "app/language/report_phrases.hpp"
#include "app/language/texts.hpp"

#include <ostream>

namespace opschaling::app {

namespace {

analysis::Wording wording_of(Console const& console) {
    return {.language = console.language, .phrases = phrases_in(console.language)};
}

void tell_path(Text text, std::filesystem::path const& path, Console const& console) {
    console.err << say(text, console.language, fmt::arg("path", path.string())) << '\n';
}

void write_pages(analysis::Report const& report, Places const& places, Console const& console) {
    for (auto const& table : report.tables) {
        write_text(places.tables / table.file_name, table.csv);
    }
    write_text(places.report, report.html);
    tell_path(Text::written_report, places.report, console);
}

} // namespace

void write_report(Places const& places, analysis::Evidence const& evidence,
                  Console const& console) {
    auto const file = analysis::ResultFile::open(places.result);
    write_pages(analysis::make_report(file, wording_of(console), places.tables.filename().string(),
                                      evidence),
                places, console);
}

void write_workshop_report(Places const& places, Console const& console) {
    auto const figures = analysis::workshop_figures_of(
        analysis::read_tables(places.result, analysis::workshop_figures_schema));
    write_pages(
        analysis::workshop_report(figures, wording_of(console), places.tables.filename().string()),
        places, console);
}

void show_study(Places const& places, Showing showing, Console const& console) {
    auto const file = analysis::ResultFile::open(places.result);
    write_text(places.summary, analysis::summary_csv(file));
    if (showing.as_json) {
        console.out << figures_json(file);
    } else {
        console.out << comparison_table(file, wording_of(console));
    }
    console.out.flush();
    tell_path(Text::written_result, places.result, console);
    tell_path(Text::written_summary, places.summary, console);
    if (showing.with_report) {
        write_report(places, {}, console);
    }
}

} // namespace opschaling::app
