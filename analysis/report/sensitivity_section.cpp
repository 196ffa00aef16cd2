#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

/// How a difference falls out, replication by replication.
struct Sign {
    std::size_t same{0}; ///< that point the way of the mean
    std::size_t all{0};
    bool holds{false};

    [[nodiscard]] bool is_known() const { return all > 1; }
};

Sign sign_of(ReportSubject const& subject, Outcome const& outcome, std::size_t variant,
             std::size_t other) {
    auto const figures_of = [&](std::size_t which) {
        return figures(subject.file, outcome.declaration.name, outcome.final_year(), which);
    };
    auto const first = figures_of(variant);
    auto const second = figures_of(other);
    auto const difference = compare_pairs(first, second, confidence);
    Sign sign{.holds = difference.is_distinct_from_zero()};
    for (std::size_t i = 0; i < first.size(); ++i) {
        double const one = first[i] - second[i];
        if (std::isfinite(one)) {
            ++sign.all;
            sign.same += one * difference.mean > 0.0 ? 1 : 0;
        }
    }
    return sign;
}

Phrase verdict_of(Sign const& sign) {
    return !sign.is_known() ? Phrase::sign_unknown
           : sign.holds     ? Phrase::sign_holds
                            : Phrase::depends_on_chance;
}

std::string chance_table(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    auto const& outcome = subject.outcomes.front();
    MarkupTable table{.caption = wording(Phrase::sign_caption,
                                         fmt::arg("label", wording.label(outcome.declaration)),
                                         fmt::arg("year", outcome.final_year())),
                      .head = {wording(Phrase::variant), wording(Phrase::sign_share),
                               wording(Phrase::sign_label)},
                      .rows = {},
                      .figures = false};
    for (std::size_t variant = 0; variant < subject.plan.variants.size(); ++variant) {
        if (subject.plan.variants[variant].is_reference) {
            continue;
        }
        auto const sign = sign_of(subject, outcome, variant, subject.plan.reference());
        table.rows.push_back(
            {wording.name(subject.plan.variants[variant]),
             wording(Phrase::sign_of, fmt::arg("part", sign.same), fmt::arg("all", sign.all)),
             wording(verdict_of(sign))});
    }
    return to_markup(table);
}

std::string assumptions_table(ReportSubject const& subject) {
    constexpr double percent{100.0};
    auto const& wording = subject.wording;
    MarkupTable table{.caption = wording(Phrase::sign_sampled_caption),
                      .head = {wording(Phrase::finding), wording(Phrase::sign_sampled_share),
                               wording(Phrase::sign_label)},
                      .rows = {},
                      .figures = false};
    for (auto const& sign : subject.evidence.signs) {
        table.rows.push_back(
            {sign.text, wording.number(sign.share * percent),
             wording(sign.share >= robust_share ? Phrase::sign_robust
                                                : Phrase::depends_on_assumptions)});
    }
    return table.rows.empty() ? std::string{} : to_markup(table);
}

std::string table_of(FindingTable const& finding) {
    MarkupTable table{.caption = finding.caption, .head = finding.head, .rows = {}};
    for (auto const& row : finding.rows) {
        std::vector<std::string> cells;
        for (auto const& cell : row) {
            cells.push_back(cell.text);
        }
        table.rows.push_back(std::move(cells));
    }
    auto markup = to_markup(table);
    for (auto const& note : finding.notes) {
        markup += paragraph(note, "note");
    }
    return markup;
}

} // namespace

std::string label_of_lead(ReportSubject const& subject) {
    auto const& lead = subject.outcomes.front();
    auto const sign = sign_of(subject, lead, lead.highest(), lead.lowest());
    if (sign.is_known() && !sign.holds) {
        return subject.wording(Phrase::depends_on_chance);
    }
    bool const flips = std::ranges::any_of(
        subject.evidence.signs, [](SignFinding const& each) { return each.share < robust_share; });
    return flips ? subject.wording(Phrase::depends_on_assumptions) : std::string{};
}

std::string sensitivity_section(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    auto markup = "<section>\n" +
                  numbered_heading(subject, 9, Phrase::sensitivity_heading, "sensitivity") +
                  paragraph(wording(Phrase::sensitivity_text));
    if (!subject.outcomes.empty() && subject.plan.variants.size() > 1) {
        markup += chance_table(subject);
    }
    markup += assumptions_table(subject);
    for (auto const& finding : subject.evidence.findings) {
        markup += finding.chart.empty()
                      ? table_of(finding)
                      : figure(finding.chart, finding.caption,
                               foldable(wording(Phrase::as_table), table_of(finding)));
        markup += download_link(subject, finding_csv(finding).file_name);
    }
    if (subject.evidence.findings.empty()) {
        markup += paragraph(wording(Phrase::sensitivity_none), "note");
    }
    return markup + "</section>\n";
}

} // namespace opschaling::analysis
