#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace opschaling::analysis {

namespace {

std::vector<std::string> head_of(ReportSubject const& subject, Outcome const& outcome) {
    std::vector<std::string> head{subject.wording(Phrase::variant)};
    for (int const year : outcome.key_years) {
        head.push_back(fmt::format("{}", year));
    }
    return head;
}

/// Text for a field of RFC 4180.
std::string csv_field(std::string_view text) {
    std::string field{'"'};
    for (char const letter : text) {
        field += letter;
        if (letter == '"') {
            field += '"';
        }
    }
    return field + '"';
}

/// A number a spreadsheet reads: a decimal point, nothing for not-a-number.
std::string plain(double value) {
    return std::isfinite(value) ? fmt::format("{}", value) : std::string{};
}

int percent(double share) {
    return static_cast<int>(std::lround(share * 100.0));
}

} // namespace

std::string levels_table(ReportSubject const& subject, Outcome const& outcome) {
    auto const& wording = subject.wording;
    Measure const measure{outcome, wording};
    MarkupTable table{
        .caption = wording(Phrase::table_caption_levels,
                           fmt::arg("label", measure.labelled(wording.label(outcome.declaration)))),
        .head = head_of(subject, outcome),
        .rows = {}};
    bool const has_spread = subject.plan.replications > 1;
    for (std::size_t variant = 0; variant < subject.plan.variants.size(); ++variant) {
        std::vector<std::string> row{wording.name(subject.plan.variants[variant])};
        for (int const year : outcome.key_years) {
            auto const& level =
                outcome.levels[variant][static_cast<std::size_t>(year - outcome.years.front())];
            row.push_back(has_spread
                              ? fmt::format("{} ({}–{})", measure.text(level.mean),
                                            measure.text(level.low), measure.text(level.high))
                              : measure.text(level.mean));
        }
        table.rows.push_back(std::move(row));
    }
    auto markup = to_markup(table);
    if (has_spread) {
        markup +=
            paragraph(wording(Phrase::table_note_band, fmt::arg("low", percent(low_percentile)),
                              fmt::arg("high", percent(high_percentile))),
                      "note");
    }
    return markup;
}

std::string differences_table(ReportSubject const& subject, Outcome const& outcome) {
    auto const& wording = subject.wording;
    Measure const measure{outcome, wording};
    auto const& reference = subject.plan.variants[subject.plan.reference()];
    MarkupTable table{
        .caption = wording(Phrase::table_caption_differences,
                           fmt::arg("label", measure.labelled(wording.label(outcome.declaration))),
                           fmt::arg("reference", wording.name(reference)),
                           fmt::arg("confidence", percent(confidence))),
        .head = head_of(subject, outcome),
        .rows = {}};
    for (std::size_t variant = 0; variant < subject.plan.variants.size(); ++variant) {
        if (subject.plan.variants[variant].is_reference) {
            continue;
        }
        std::vector<std::string> row{wording.name(subject.plan.variants[variant])};
        for (auto const& of_year : outcome.compared) {
            auto const& difference = of_year[variant].difference;
            row.push_back(difference ? measure.interval_text(*difference) : std::string{});
        }
        table.rows.push_back(std::move(row));
    }
    return to_markup(table);
}

ReportTable outcome_csv(Outcome const& outcome, ResultPlan const& plan) {
    std::string csv = "variant,title,year,mean,percentile_10,percentile_90,unit\r\n";
    for (std::size_t variant = 0; variant < plan.variants.size(); ++variant) {
        for (std::size_t i = 0; i < outcome.years.size(); ++i) {
            auto const& level = outcome.levels[variant][i];
            fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{},{}\r\n",
                           plan.variants[variant].name, csv_field(plan.variants[variant].title_nl),
                           outcome.years[i], plain(level.mean), plain(level.low), plain(level.high),
                           csv_field(outcome.declaration.unit));
        }
    }
    return {outcome.declaration.name + ".csv", std::move(csv)};
}

ReportTable differences_csv(Outcome const& outcome, ResultPlan const& plan) {
    std::string csv = "variant,title,year,replications,mean_difference,low_95,high_95,unit\r\n";
    for (std::size_t i = 0; i < outcome.key_years.size(); ++i) {
        for (auto const& compared : outcome.compared[i]) {
            if (compared.difference) {
                auto const& difference = *compared.difference;
                fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{},{},{}\r\n",
                               compared.name, csv_field(plan.variants[compared.variant].title_nl),
                               outcome.key_years[i], difference.pairs, plain(difference.mean),
                               plain(difference.interval.low), plain(difference.interval.high),
                               csv_field(outcome.declaration.unit));
            }
        }
    }
    return {outcome.declaration.name + "_differences.csv", std::move(csv)};
}

} // namespace opschaling::analysis
