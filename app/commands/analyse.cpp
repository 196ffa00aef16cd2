#include "app/commands/analyse.hpp"

#include "analysis/report/sweep_tables.hpp"
#include "analysis/store/sweep_file.hpp"
#include "app/commands/text_table.hpp"
#include "app/json/findings_json.hpp"
#include "app/language/report_phrases.hpp"
#include "app/language/sweep_phrases.hpp"
#include "app/language/texts.hpp"
#include "app/study/places.hpp"
#include "app/study/read_request.hpp"
#include "app/sweep/sweep_questions.hpp"
#include "scenarios/reader/analysis_plan.hpp"
#include "scenarios/reader/document.hpp"
#include "scenarios/reader/findings.hpp"

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <vector>

namespace opschaling::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kept_experiment{"experiment of the result"};

/// What the named experiment asks, else what the sweep's own did.
scenarios::AnalysisPlan plan_of(AnalyseCommand const& command, analysis::SweepFile const& file) {
    if (!command.experiment) {
        return scenarios::read_analysis_plan(std::string{kept_experiment}, file.plan().experiment);
    }
    expect_file(*command.experiment);
    scenarios::Findings findings;
    auto const name = scenarios::shown_name(*command.experiment);
    auto const text = scenarios::read_text(*command.experiment, {.file = name}, findings);
    findings.throw_if_any();
    return scenarios::read_analysis_plan(name, *text);
}

std::string text_of(analysis::FindingTable const& finding) {
    TextTable table;
    table.add_row(finding.head);
    table.add_rule();
    for (auto const& row : finding.rows) {
        std::vector<std::string> cells;
        for (auto const& cell : row) {
            cells.push_back(cell.text);
        }
        table.add_row(std::move(cells));
    }
    auto text = fmt::format("\n{}\n{}", finding.caption, table.text());
    for (auto const& note : finding.notes) {
        text += note + "\n";
    }
    return text;
}

/// Where the page and the tables go.
struct FindingPlaces {
    fs::path page;
    fs::path tables;
};

FindingPlaces places_of(fs::path const& result) {
    auto const stem =
        result.filename() == "result.nc" ? std::string{} : result.stem().string() + "_";
    return {.page = result.parent_path() / (stem + "analyse.html"),
            .tables = result.parent_path() / (stem + "analyse")};
}

} // namespace

ExitCode analyse(AnalyseCommand const& command, bool as_json, Console const& console) {
    expect_file(command.result);
    auto const file = analysis::SweepFile::open(command.result);
    auto const plan = plan_of(command, file);
    auto const table = table_of(file, plan);
    auto const findings = analysis::analyse_sweep(table, questions_of(table, plan));
    analysis::SweepWording const words{
        .wording = {.language = console.language, .phrases = phrases_in(console.language)},
        .phrases = sweep_phrases_in(console.language)};
    auto const tables = analysis::tables_of(table, findings, words);
    auto const title = words.wording.title(file.plan().study);
    if (as_json) {
        console.out << findings_json(file, table, findings);
    } else {
        console.out << title << '\n';
        for (auto const& line : analysis::lines_about_runs(table, words)) {
            console.out << line << '\n';
        }
        for (auto const& one : tables) {
            console.out << text_of(one);
        }
    }
    console.out.flush();
    auto const places = places_of(command.result);
    for (auto const& one : tables) {
        auto const csv = analysis::finding_csv(one);
        write_text(places.tables / csv.file_name, csv.csv);
    }
    write_text(places.page, analysis::findings_page(title, table, tables, words));
    console.err << say(Text::written_report, console.language,
                       fmt::arg("path", places.page.string()))
                << '\n';
    return ExitCode::success;
}

} // namespace opschaling::app
