#include "analysis/report/report.hpp"

#include "analysis/report/markup.hpp"
#include "analysis/report/outcome_charts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/style_sheet.hpp"
#include "analysis/report/svg.hpp"
#include "sim/contract/expects.hpp"

#include <fmt/format.h>

namespace opschaling::analysis {

namespace {

ReportSubject subject_of(ResultFile const& file, Wording const& wording,
                         std::string const& tables_folder) {
    ReportSubject subject{.file = file,
                          .plan = file.plan(),
                          .wording = wording,
                          .tables_folder = tables_folder,
                          .outcomes = {}};
    for (auto const& name : headline_series(file.shape())) {
        subject.outcomes.push_back(read_outcome(file, name));
    }
    return subject;
}

std::string banner(ReportSubject const& subject) {
    auto const& world = subject.plan.world;
    return paragraph(world.is_synthetic
                         ? subject.wording(Phrase::synthetic_banner)
                         : subject.wording(Phrase::real_banner, fmt::arg("source", world.source)),
                     "banner");
}

std::string contents(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    std::string items;
    auto const add = [&](std::string_view id, Phrase phrase) {
        items +=
            fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, escape_markup(wording(phrase)));
    };
    add("question", Phrase::question_heading);
    add("levels", Phrase::levels_heading);
    if (subject.plan.variants.size() > 1) {
        add("differences", Phrase::differences_heading);
    }
    if (subject.outcomes.size() > 1) {
        add("outcomes", Phrase::outcomes_heading);
    }
    add("account", Phrase::account_heading);
    add("appendix", Phrase::appendix_heading);
    auto const heading_text = escape_markup(wording(Phrase::contents_heading));
    return fmt::format("<nav aria-label=\"{0}\"><h2>{0}</h2>\n<ul>\n{1}</ul></nav>\n", heading_text,
                       items);
}

} // namespace

Report make_report(ResultFile const& file, Wording const& wording,
                   std::string const& tables_folder) {
    auto const subject = subject_of(file, wording, tables_folder);
    auto const title = escape_markup(wording.title(subject.plan));
    Report report;
    report.html =
        fmt::format("<!doctype html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<title>{1}</title>\n<style>{2}</style>\n</head>\n<body>\n"
                    "<header>\n<h1>{1}</h1>\n{3}</header>\n<main>\n",
                    wording(Phrase::language_code), title, style_sheet, banner(subject));
    report.html += summary_section(subject);
    report.html += facts_section(subject);
    report.html += contents(subject);
    report.html += question_section(subject);
    report.html += levels_section(subject);
    report.html += differences_section(subject);
    report.html += outcomes_section(subject);
    report.html += staircase_section(subject);
    report.html += account_section(subject);
    report.html += appendix_section(subject);
    report.html += "</main>\n</body>\n</html>\n";
    for (auto const& outcome : subject.outcomes) {
        report.tables.push_back(outcome_csv(outcome, subject.plan));
        if (subject.plan.variants.size() > 1) {
            report.tables.push_back(differences_csv(outcome, subject.plan));
        }
    }
    return report;
}

std::string draw_picture(ResultFile const& file, Wording const& wording) {
    auto const names = headline_series(file.shape());
    sim::expects(!names.empty(), "a result has at least one headline series");
    return levels_chart(read_outcome(file, names.front()), file.plan(), wording, ChartSize::full,
                        true);
}

} // namespace opschaling::analysis
