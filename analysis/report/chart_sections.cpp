#include "analysis/report/markup.hpp"
#include "analysis/report/outcome_charts.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/svg.hpp"

#include <fmt/format.h>

#include <cmath>

namespace opschaling::analysis {

std::string download_link(ReportSubject const& subject, std::string const& file_name,
                          Phrase phrase) {
    return fmt::format("<p class=\"note\"><a href=\"{}/{}\" download>{}</a></p>\n",
                       escape_markup(subject.tables_folder), escape_markup(file_name),
                       escape_markup(subject.wording(phrase)));
}

namespace {

std::string below(ReportSubject const& subject, std::string const& table,
                  std::string const& file_name) {
    return foldable(subject.wording(Phrase::as_table), table) + download_link(subject, file_name);
}

} // namespace

std::string levels_section(ReportSubject const& subject) {
    if (subject.outcomes.empty()) {
        return {};
    }
    auto const& wording = subject.wording;
    auto const& outcome = subject.outcomes.front();
    auto markup = fmt::format(
        "<section>\n{}{}{}", numbered_heading(subject, 3, Phrase::levels_heading, "levels"),
        paragraph(wording(Phrase::levels_text)),
        figure(levels_chart(outcome, subject.plan, wording, ChartSize::full, false),
               claim_of_levels(outcome, subject.plan, wording),
               below(subject, levels_table(subject, outcome), outcome.declaration.name + ".csv")));
    if (subject.plan.replications > 1) {
        markup += heading(3, wording(Phrase::bands_heading));
        markup +=
            paragraph(wording(Phrase::bands_text, fmt::arg("runs", subject.plan.replications)));
        markup += "<div class=\"multiples\">\n";
        for (std::size_t variant = 0; variant < subject.plan.variants.size(); ++variant) {
            markup += figure(band_chart(outcome, subject.plan, variant, wording),
                             claim_of_band(outcome, subject.plan, variant, wording), {});
        }
        markup += "</div>\n";
    }
    return markup + "</section>\n";
}

std::string differences_section(ReportSubject const& subject) {
    if (subject.outcomes.empty() || subject.plan.variants.size() < 2) {
        return {};
    }
    auto const& wording = subject.wording;
    auto const& outcome = subject.outcomes.front();
    auto markup = fmt::format(
        "<section>\n{}{}", heading(3, wording(Phrase::differences_heading), "differences"),
        paragraph(wording(Phrase::differences_text,
                          fmt::arg("confidence", std::lround(confidence * 100.0)))));
    markup += figure(differences_chart(outcome, subject.plan, wording),
                     claim_of_differences(outcome, subject.plan, wording),
                     below(subject, differences_table(subject, outcome),
                           outcome.declaration.name + "_differences.csv"));
    if (subject.plan.replications < replications_for_a_firm_interval) {
        markup += paragraph(
            wording(Phrase::indicative_text, fmt::arg("enough", replications_for_a_firm_interval)),
            "note");
    }
    return markup + "</section>\n";
}

std::string outcomes_section(ReportSubject const& subject) {
    if (subject.outcomes.size() < 2) {
        return {};
    }
    auto const& wording = subject.wording;
    auto markup = fmt::format("<section>\n{}{}<div class=\"pairs\">\n",
                              heading(3, wording(Phrase::outcomes_heading), "outcomes"),
                              paragraph(wording(Phrase::outcomes_text)));
    for (std::size_t i = 1; i < subject.outcomes.size(); ++i) {
        auto const& outcome = subject.outcomes[i];
        auto table = levels_table(subject, outcome);
        if (subject.plan.variants.size() > 1) {
            table += differences_table(subject, outcome);
        }
        markup += figure(levels_chart(outcome, subject.plan, wording, ChartSize::half, false),
                         claim_of_levels(outcome, subject.plan, wording),
                         below(subject, table, outcome.declaration.name + ".csv"));
    }
    return markup + "</div>\n</section>\n";
}

} // namespace opschaling::analysis
