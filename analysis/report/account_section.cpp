#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/svg.hpp"
#include "analysis/report/world_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace opschaling::analysis {

namespace {

std::string inputs_of(ReportSubject const& subject) {
    if (subject.plan.inputs.empty()) {
        return subject.wording(Phrase::account_no_inputs);
    }
    std::string text;
    for (auto const& input : subject.plan.inputs) {
        text += fmt::format("{}{} ({})", text.empty() ? "" : "; ", input.path, input.sha256);
    }
    return text;
}

std::string parameters_table(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    MarkupTable table{.caption = wording(Phrase::parameters_heading),
                      .head = {wording(Phrase::parameter), wording(Phrase::value),
                               wording(Phrase::unit), wording(Phrase::meaning),
                               wording(Phrase::source)},
                      .rows = {},
                      .figures = false};
    for (auto const& record : subject.plan.parameters) {
        table.rows.push_back(
            {record.path, record.value, record.unit, record.meaning, record.source});
    }
    return to_markup(table);
}

std::string schedule_table(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    MarkupTable table{.caption = wording(Phrase::schedule_heading),
                      .head = {wording(Phrase::schedule_heading), wording(Phrase::reads),
                               wording(Phrase::writes)},
                      .rows = {},
                      .figures = false};
    for (auto const& line : subject.plan.schedule) {
        table.rows.push_back({line.sentence, line.reads, line.writes});
    }
    return to_markup(table);
}

std::string outcomes_table(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    MarkupTable table{
        .caption = wording(Phrase::outcomes_list_heading),
        .head = {wording(Phrase::outcome), wording(Phrase::unit), wording(Phrase::definition)},
        .rows = {},
        .figures = false};
    for (auto const& series : subject.file.shape().series) {
        if (series.axis == "land") {
            table.rows.push_back({wording.label(series), wording.unit(series.unit),
                                  series.long_name + ". " + series.meaning});
        }
    }
    return to_markup(table);
}

} // namespace

std::string account_section(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    auto const& plan = subject.plan;
    std::vector<Term> const terms{
        {wording(Phrase::account_made), plan.made_by.started},
        {wording(Phrase::account_program),
         fmt::format("opschaling {} ({})", plan.made_by.version, plan.made_by.git_describe)},
        {wording(Phrase::account_compiler),
         fmt::format("{}, {}", plan.made_by.compiler, plan.made_by.flags)},
        {wording(Phrase::account_command), plan.made_by.command_line},
        {wording(Phrase::account_plan), plan_sha256(plan)},
        {wording(Phrase::account_source), world_source(plan.world.source, wording.language)},
        {wording(Phrase::account_inputs), inputs_of(subject)},
        {wording(Phrase::account_runs), fmt::format("{}", plan.runs())}};
    return fmt::format("<section>\n{}{}{}{}</section>\n",
                       numbered_heading(subject, 10, Phrase::account_heading, "account"),
                       paragraph(wording(Phrase::account_text)), term_list(terms),
                       paragraph(wording(Phrase::account_gaps)));
}

std::string appendix_section(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    auto const& parameters = subject.plan.parameters;
    auto const assumptions =
        std::ranges::count_if(parameters, &sim::ParameterRecord::is_assumption);
    return fmt::format(
        "<section class=\"appendix\">\n{}{}{}{}{}{}{}<pre tabindex=\"0\">{}</pre>\n</section>\n",
        numbered_heading(subject, 11, Phrase::appendix_heading, "appendix") +
            levers_and_glossary(subject),
        paragraph(wording(Phrase::parameters_text, fmt::arg("parameters", parameters.size()),
                          fmt::arg("assumptions", assumptions))),
        foldable(wording(Phrase::parameters_heading), parameters_table(subject)),
        foldable(wording(Phrase::outcomes_list_heading), outcomes_table(subject)),
        foldable(wording(Phrase::schedule_heading),
                 paragraph(wording(Phrase::schedule_text)) + schedule_table(subject)),
        heading(3, wording(Phrase::study_heading)), paragraph(wording(Phrase::study_text)),
        escape_markup(subject.plan.resolved_yaml));
}

} // namespace opschaling::analysis
