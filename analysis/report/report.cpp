#include "analysis/report/report.hpp"

#include "analysis/report/evidence.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/outcome_charts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/style_sheet.hpp"
#include "analysis/report/svg.hpp"
#include "sim/contract/expects.hpp"

#include <fmt/format.h>

#include <array>

namespace opschaling::analysis {

namespace {

ReportSubject subject_of(ResultFile const& file, Wording const& wording,
                         std::string const& tables_folder, Evidence const& evidence) {
    ReportSubject subject{.file = file,
                          .plan = file.plan(),
                          .wording = wording,
                          .tables_folder = tables_folder,
                          .outcomes = {},
                          .evidence = evidence,
                          .shortages = {}};
    for (auto const& name : headline_series(file.shape())) {
        subject.outcomes.push_back(read_outcome(file, name));
    }
    for (auto const& name : shortage_series(file.shape())) {
        subject.shortages.push_back(read_outcome(file, name));
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

struct Entry {
    std::string_view id;
    Phrase phrase;
};

/// The eleven sections, in order.
constexpr std::array contents_of_report{Entry{"summary", Phrase::summary_heading},
                                        Entry{"question", Phrase::question_heading},
                                        Entry{"levels", Phrase::levels_heading},
                                        Entry{"whole", Phrase::whole_heading},
                                        Entry{"scale", Phrase::scale_heading},
                                        Entry{"people", Phrase::people_heading},
                                        Entry{"pilot", Phrase::pilot_heading},
                                        Entry{"meaning", Phrase::meaning_heading},
                                        Entry{"sensitivity", Phrase::sensitivity_heading},
                                        Entry{"account", Phrase::account_heading},
                                        Entry{"appendix", Phrase::appendix_heading}};

std::string contents(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    std::string items;
    for (auto const& [id, phrase] : contents_of_report) {
        items +=
            fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, escape_markup(wording(phrase)));
    }
    auto const heading_text = escape_markup(wording(Phrase::contents_heading));
    return fmt::format("<nav aria-label=\"{0}\"><h2>{0}</h2>\n<ol>\n{1}</ol></nav>\n", heading_text,
                       items);
}

} // namespace

std::string numbered_heading(ReportSubject const& subject, int number, Phrase phrase,
                             std::string_view id) {
    return heading(2, fmt::format("{}. {}", number, subject.wording(phrase)), id);
}

Report make_report(ResultFile const& file, Wording const& wording,
                   std::string const& tables_folder) {
    return make_report(file, wording, tables_folder, Evidence{});
}

Report make_report(ResultFile const& file, Wording const& wording, std::string const& tables_folder,
                   Evidence const& evidence) {
    auto const subject = subject_of(file, wording, tables_folder, evidence);
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
    report.html += routes_section(subject);
    report.html += whole_section(subject);
    report.html += scale_section(subject);
    report.html += people_section(subject);
    report.html += pilot_section(subject);
    report.html += meaning_section(subject);
    report.html += sensitivity_section(subject);
    report.html += account_section(subject);
    report.html += appendix_section(subject);
    report.html += "</main>\n</body>\n</html>\n";
    for (auto const& outcome : subject.outcomes) {
        report.tables.push_back(outcome_csv(outcome, subject.plan));
        if (subject.plan.variants.size() > 1) {
            report.tables.push_back(differences_csv(outcome, subject.plan));
        }
    }
    for (auto const& outcome : subject.shortages) {
        report.tables.push_back(outcome_csv(outcome, subject.plan));
    }
    for (auto const& effect : evidence.effects) {
        report.tables.push_back({effect.kind + ".csv", effect_csv(effect, wording.language)});
    }
    for (auto const& finding : evidence.findings) {
        report.tables.push_back(finding_csv(finding));
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
