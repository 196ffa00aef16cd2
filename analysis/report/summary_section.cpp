#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace opschaling::analysis {

namespace {

/// The figures of one outcome at its ends, in words.
struct Extremes {
    std::string highest;
    std::string lowest;
    double most;
    double least;
};

Extremes extremes_of(ReportSubject const& subject, Outcome const& outcome) {
    auto const highest = outcome.highest();
    auto const lowest = outcome.lowest();
    return {subject.wording.name(subject.plan.variants[highest]),
            subject.wording.name(subject.plan.variants[lowest]), outcome.finally()[highest].mean,
            outcome.finally()[lowest].mean};
}

std::string level_finding(ReportSubject const& subject, Outcome const& outcome) {
    auto const& wording = subject.wording;
    Measure const measure{outcome, wording};
    auto const ends = extremes_of(subject, outcome);
    return wording(Phrase::finding_level, fmt::arg("label", wording.label(outcome.declaration)),
                   fmt::arg("year", outcome.final_year()), fmt::arg("highest", ends.highest),
                   fmt::arg("most", measure.with_unit(ends.most)), fmt::arg("lowest", ends.lowest),
                   fmt::arg("least", measure.with_unit(ends.least)));
}

/// "Of 100 homes, 43 ...", where the result counts all homes.
std::string share_finding(ReportSubject const& subject, Outcome const& outcome) {
    constexpr double hundred{100.0};
    if (outcome.declaration.name != "homes_gas_free" ||
        !has_land_series(subject.file.shape(), "homes")) {
        return {};
    }
    auto const all = compare_study(subject.file, "homes", outcome.final_year());
    auto const share = [&](std::size_t variant) {
        return subject.wording.number(
            std::round(outcome.finally()[variant].mean / all[variant].mean * hundred));
    };
    auto const ends = extremes_of(subject, outcome);
    return subject.wording(
        Phrase::finding_share, fmt::arg("hundred", subject.wording.number(hundred)),
        fmt::arg("year", outcome.final_year()), fmt::arg("highest", ends.highest),
        fmt::arg("lowest", ends.lowest), fmt::arg("most", share(outcome.highest())),
        fmt::arg("least", share(outcome.lowest())));
}

/// Whether the highest and the lowest variant really differ, replication by replication.
std::string spread_finding(ReportSubject const& subject, Outcome const& outcome) {
    auto const& wording = subject.wording;
    Measure const measure{outcome, wording};
    auto const ends = extremes_of(subject, outcome);
    auto const figures_of = [&](std::size_t variant) {
        return figures(subject.file, outcome.declaration.name, outcome.final_year(), variant);
    };
    auto const difference =
        compare_pairs(figures_of(outcome.highest()), figures_of(outcome.lowest()), confidence);
    auto const phrase = !std::isfinite(difference.interval.low) ? Phrase::finding_spread_unknown
                        : difference.is_distinct_from_zero()    ? Phrase::finding_spread_clear
                                                                : Phrase::finding_spread_unclear;
    return wording(phrase, fmt::arg("highest", ends.highest), fmt::arg("lowest", ends.lowest),
                   fmt::arg("difference", measure.with_unit(difference.mean)),
                   fmt::arg("confidence", std::lround(confidence * 100.0)),
                   fmt::arg("low", measure.text(difference.interval.low)),
                   fmt::arg("high", measure.text(difference.interval.high)));
}

/// What it costs the public purse from the branch on, all years together.
std::string price_finding(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    auto const outcome = std::ranges::find(
        subject.outcomes, "public_cost", [](Outcome const& each) { return each.declaration.name; });
    if (outcome == subject.outcomes.end()) {
        return {};
    }
    auto const total = compare_study(subject.file, outcome->declaration.name, outcome->final_year(),
                                     0, Window::since_branch);
    auto const [least, most] = std::ranges::minmax_element(total, {}, &ComparedVariant::mean);
    Measure const measure{outcome->declaration.unit, most->mean, wording};
    return wording(Phrase::finding_cost, fmt::arg("label", wording.label(outcome->declaration)),
                   fmt::arg("first", subject.plan.branch.year()),
                   fmt::arg("year", outcome->final_year()),
                   fmt::arg("highest", wording.name(subject.plan.variants[most->variant])),
                   fmt::arg("most", measure.with_unit(most->mean)),
                   fmt::arg("lowest", wording.name(subject.plan.variants[least->variant])),
                   fmt::arg("least", measure.with_unit(least->mean)));
}

std::string certainty(ReportSubject const& subject) {
    auto const replications = subject.plan.replications;
    auto const phrase = replications == 1 ? Phrase::certainty_single
                        : replications < replications_for_a_firm_interval
                            ? Phrase::certainty_indicative
                            : Phrase::certainty_firm;
    return subject.wording(phrase, fmt::arg("replications", replications),
                           fmt::arg("enough", replications_for_a_firm_interval));
}

std::string list_item(std::string const& first, std::string const& second) {
    if (first.empty()) {
        return {};
    }
    return fmt::format("<li>{}{}</li>\n", paragraph(first, "finding"),
                       second.empty() ? "" : paragraph(second));
}

} // namespace

std::string summary_section(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    std::string items;
    if (!subject.outcomes.empty()) {
        auto const& lead = subject.outcomes.front();
        if (lead.highest() == lead.lowest()) {
            items += list_item(level_finding(subject, lead), {});
        } else {
            items += list_item(level_finding(subject, lead), share_finding(subject, lead));
            items += list_item(spread_finding(subject, lead), label_of_lead(subject));
        }
        items += list_item(price_finding(subject), {});
    }
    return fmt::format("<section class=\"summary\">\n{}{}<ol>\n{}</ol>\n{}{}{}</section>\n",
                       numbered_heading(subject, 1, Phrase::summary_heading, "summary"),
                       paragraph(wording(Phrase::summary_lead)), items,
                       paragraph(certainty(subject)), paragraph(wording(Phrase::not_said)),
                       paragraph(wording(Phrase::not_ranked)));
}

} // namespace opschaling::analysis
