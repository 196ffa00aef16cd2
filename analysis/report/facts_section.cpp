#include "analysis/report/markup.hpp"
#include "analysis/report/parameter_name.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace opschaling::analysis {

namespace {

std::string budget_fact(ReportSubject const& subject) {
    auto const budget = subject.wording.budget(subject.plan);
    if (budget.empty()) {
        return subject.wording(Phrase::fact_no_budget);
    }
    return subject.wording(has_equal_budget(subject.plan) ? Phrase::fact_equal_budget
                                                          : Phrase::fact_unequal_budget,
                           fmt::arg("budget", budget));
}

std::string replications_fact(ReportSubject const& subject) {
    auto text = subject.wording(Phrase::fact_replications_value,
                                fmt::arg("replications", subject.plan.replications));
    auto const failed = std::ranges::count(subject.file.statuses(), RunStatus::failed);
    if (failed > 0) {
        text += "; " + subject.wording(Phrase::fact_failed_value, fmt::arg("failed", failed),
                                       fmt::arg("runs", subject.plan.runs()));
    }
    return text;
}

/// "RES-regio Amsterdam 12,3 %; netbeheerder Liander 4,5 %".
std::string shared_places(ReportSubject const& subject) {
    constexpr double percent{100.0};
    std::string text;
    for (auto const& place : subject.plan.world.shared_places) {
        text += fmt::format("{}{} {} {} %", text.empty() ? "" : "; ", place.kind, place.name,
                            subject.wording.number(percent * place.share, 1));
    }
    return text;
}

std::string changes_of(ReportSubject const& subject, PlannedVariant const& variant) {
    if (variant.changed.empty()) {
        return subject.wording(Phrase::changes_nothing);
    }
    std::string text;
    for (auto const& record : variant.changed) {
        text += fmt::format("{}{} = {}{}", text.empty() ? "" : "; ",
                            parameter_name_and_path(record.path, subject.wording.language),
                            record.value, record.unit == "1" ? "" : " " + record.unit);
    }
    return text;
}

} // namespace

std::string facts_section(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    auto const& plan = subject.plan;
    auto const& shape = subject.file.shape();
    auto const first = sim::Quarter::at(shape.first_quarter);
    auto const last = sim::Quarter::at(shape.first_quarter + shape.quarters - 1);
    auto const count_of = [&](std::int64_t count) {
        return wording.number(static_cast<double>(count));
    };
    std::vector<Term> terms{
        {wording(Phrase::fact_world),
         wording(Phrase::fact_world_value, fmt::arg("world", wording.world(plan.world)),
                 fmt::arg("homes", count_of(plan.world.homes)),
                 fmt::arg("wijken", count_of(plan.world.wijken)),
                 fmt::arg("gemeenten", count_of(plan.world.gemeenten)))},
        {wording(Phrase::fact_horizon),
         wording(Phrase::fact_horizon_value, fmt::arg("first", first.text()),
                 fmt::arg("last", last.text()))},
        {wording(Phrase::fact_branch),
         wording(Phrase::fact_branch_value, fmt::arg("branch", plan.branch.text()))},
        {wording(Phrase::fact_budget), budget_fact(subject)},
        {wording(Phrase::fact_replications), replications_fact(subject)},
        {wording(Phrase::fact_seed), fmt::format("{}", plan.seed)},
        {wording(Phrase::fact_version),
         fmt::format("opschaling {} ({})", plan.made_by.version, plan.made_by.git_describe)}};
    if (!plan.world.shared_places.empty()) {
        terms.insert(terms.begin() + 1, {wording(Phrase::fact_shares),
                                         wording(Phrase::fact_shares_value,
                                                 fmt::arg("places", shared_places(subject)))});
    }
    return fmt::format("<section class=\"facts\">\n{}{}</section>\n",
                       heading(2, wording(Phrase::facts_heading), "facts"), term_list(terms));
}

std::string question_section(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    MarkupTable table{.caption = wording(Phrase::variants_heading),
                      .head = {wording(Phrase::variant), wording(Phrase::what_changes)},
                      .rows = {},
                      .figures = false};
    for (auto const& variant : subject.plan.variants) {
        table.rows.push_back(
            {wording.name(variant) + (variant.is_reference
                                          ? fmt::format(" ({})", wording(Phrase::reference_mark))
                                          : ""),
             changes_of(subject, variant)});
    }
    return fmt::format(
        "<section>\n{}{}{}{}</section>\n",
        numbered_heading(subject, 2, Phrase::question_heading, "question"),
        paragraph(wording(Phrase::question_text)),
        paragraph(wording(Phrase::variants_text, fmt::arg("branch", subject.plan.branch.text()))),
        to_markup(table));
}

} // namespace opschaling::analysis
