#include "analysis/report/workshop_report.hpp"

#include "analysis/compare/csv_field.hpp"
#include "analysis/report/interval_chart.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/palette.hpp"
#include "analysis/report/style_sheet.hpp"
#include "analysis/report/svg.hpp"
#include "analysis/report/world_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <iterator>

namespace opschaling::analysis {

namespace {

/// With fewer draws, tenths of them say nothing.
constexpr int fewest_for_a_band{10};

/// "0000-1100-0": the digits in groups of four, as in the code below each step.
std::string grouped(std::string const& stops) {
    constexpr std::size_t group{4};
    std::string text;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        text += i > 0 && i % group == 0 ? "-" : "";
        text += stops[i];
    }
    return text;
}

/// "Woningen" of "woningen": labels begin with a letter of the Latin alphabet.
std::string with_capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

/// Makes the page of one workshop in one language.
class WorkshopReport {
public:
    WorkshopReport(WorkshopFigures const& figures, Wording const& wording, std::string folder)
        : figures_{figures}, wording_{wording}, folder_{std::move(folder)} {}

    [[nodiscard]] Report report() const {
        Report report;
        auto const title = escape_markup(figures_.title.in(language()));
        report.html =
            fmt::format("<!doctype html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<title>{1}</title>\n<style>{2}</style>\n</head>\n<body>\n"
                        "<header>\n<h1>{1}</h1>\n{3}</header>\n<main>\n{4}{5}{6}",
                        wording_(Phrase::language_code), title, style_sheet, banner(), summary(),
                        facts(), levers());
        for (std::size_t outcome = 0; outcome < figures_.outcomes.size(); ++outcome) {
            report.html += section(outcome);
            report.tables.push_back({csv_name(outcome), csv(outcome)});
        }
        report.html += account() + "</main>\n</body>\n</html>\n";
        return report;
    }

private:
    [[nodiscard]] Language language() const { return wording_.language; }

    [[nodiscard]] std::string say(char const* nl, char const* en) const {
        return language() == Language::dutch ? nl : en;
    }

    [[nodiscard]] int last_year() const { return figures_.years.back(); }

    [[nodiscard]] std::size_t draws() const {
        return std::strtoul(figures_.draws.c_str(), nullptr, 10);
    }

    [[nodiscard]] WorkshopBand const& at_end(WorkshopPoint const& point,
                                             std::size_t outcome) const {
        return point.bands[outcome].back();
    }

    [[nodiscard]] std::size_t position_of(std::string_view id) const {
        auto const found = std::ranges::find(figures_.outcomes, id, &WorkshopOutcome::id);
        return static_cast<std::size_t>(std::distance(figures_.outcomes.begin(), found));
    }

    [[nodiscard]] std::string whole_number(double value) const {
        return wording_.number(std::round(shown(value)));
    }

    /// "13", or "13 (it may also be 12 or 15)".
    [[nodiscard]] std::string figure_and_band(WorkshopBand const& band) const {
        auto const low = whole_number(band.low);
        auto const high = whole_number(band.high);
        auto const middle = whole_number(band.middle);
        return low == high ? middle
                           : fmt::format(fmt::runtime(say("{} (het kan ook {} of {} zijn)",
                                                          "{} (it may also be {} or {})")),
                                         middle, low, high);
    }

    [[nodiscard]] std::string cell(WorkshopBand const& band) const {
        return fmt::format("{} ({} – {})", wording_.number(shown(band.middle), 1),
                           wording_.number(shown(band.low), 1),
                           wording_.number(shown(band.high), 1));
    }

    [[nodiscard]] std::string csv_name(std::size_t outcome) const {
        return figures_.outcomes[outcome].id + ".csv";
    }

    [[nodiscard]] std::string banner() const {
        return paragraph(figures_.is_synthetic
                             ? wording_(Phrase::synthetic_banner)
                             : wording_(Phrase::real_banner, fmt::arg("source", figures_.source)),
                         "banner");
    }

    [[nodiscard]] std::string summary() const;
    [[nodiscard]] std::string facts() const;
    [[nodiscard]] std::string levers() const;
    [[nodiscard]] std::string section(std::size_t outcome) const;
    [[nodiscard]] std::string chart(std::size_t outcome) const;
    [[nodiscard]] std::string table(std::size_t outcome) const;
    [[nodiscard]] std::string csv(std::size_t outcome) const;
    [[nodiscard]] std::string account() const;
    [[nodiscard]] std::string few_draws() const;

    WorkshopFigures const& figures_;
    Wording const& wording_;
    std::string folder_;
};

/// What a band is, with as many draws as there are.
std::string WorkshopReport::few_draws() const {
    bool const few = draws() < fewest_for_a_band;
    return fmt::format(
        fmt::runtime(
            few ? say("Elke keuze is {} keer doorgerekend: weinig. Tussen haakjes staat ongeveer "
                      "de "
                      "laagste en de hoogste uitkomst.",
                      "Each choice was run {} times: few. In brackets stand about the lowest and "
                      "the highest outcome.")
                : say("Elke keuze is {} keer doorgerekend, met ander toeval en andere aannamen. "
                      "Tussen haakjes staat hoe het ook kan uitvallen: in acht van de tien "
                      "doorrekeningen ligt de uitkomst daartussen.",
                      "Each choice was run {} times, with other chance and other assumptions. In "
                      "brackets stands how it may turn out: in eight runs of ten the outcome lies "
                      "between these.")),
        figures_.draws);
}

std::string WorkshopReport::summary() const {
    auto const gas_free = position_of("gasvrij");
    auto const cost = position_of("publiek");
    auto const middle = [&](WorkshopPoint const& point) { return at_end(point, gas_free).middle; };
    auto const [least, most] = std::ranges::minmax_element(figures_.points, {}, middle);
    auto const& start = at_end(figures_.baseline(), gas_free);
    auto const choice = [&](WorkshopPoint const& point) {
        return fmt::format("{} ({})", figures_.words_of(point.stops, language()),
                           grouped(point.stops));
    };
    auto const findings = {
        fmt::format(
            fmt::runtime(say("Gaan we door zoals nu, dan zijn er in {} van de 100 woningen zoveel "
                             "van het aardgas af: {}.",
                             "If we go on as now, of 100 homes in {} so many are off "
                             "natural gas: {}.")),
            last_year(), figure_and_band(start)),
        fmt::format(fmt::runtime(say("Van de {} doorgerekende keuzes komt deze het verst: {}. Dan "
                                     "zijn het er {}. Het minst ver komt: {}. Dan zijn het er {}.",
                                     "Of the {} choices that were run this one gets furthest: {}. "
                                     "Then it is {}. Least far gets: {}. Then it is {}.")),
                    figures_.points.size(), choice(*most), whole_number(middle(*most)),
                    choice(*least), whole_number(middle(*least))),
        fmt::format(
            fmt::runtime(say("De overheid geeft tot en met {} per woning {} euro uit als we "
                             "doorgaan zoals nu, en {} euro bij de keuze die het verst "
                             "komt.",
                             "Until {} public money spends {} euros a home if we go on as "
                             "now, and {} euros under the choice that gets furthest.")),
            last_year(), whole_number(at_end(figures_.baseline(), cost).middle),
            whole_number(at_end(*most, cost).middle))};
    std::string items;
    for (auto const& finding : findings) {
        items += fmt::format("<li>{}</li>\n", paragraph(finding, "finding"));
    }
    return fmt::format(
        "<section class=\"summary\">\n{}<ol>\n{}</ol>\n{}{}</section>\n",
        heading(2, wording_(Phrase::summary_heading), "summary"), items, paragraph(few_draws()),
        paragraph(say("Wat zegt dit niet? Iets over één straat of één woning, of wat er echt gaat "
                      "gebeuren. De keuze die het verst komt is daarmee niet de beste.",
                      "What does this not say? Anything of one street or one home, or of what will "
                      "happen. The choice that gets furthest is not therefore the best.")));
}

std::string WorkshopReport::facts() const {
    auto const count = [&](std::string const& text) {
        return wording_.number(std::strtod(text.c_str(), nullptr));
    };
    std::vector<Term> const terms{
        {say("Plaats", "Place"),
         fmt::format(fmt::runtime(say("{}; woningen: {}, wijken: {}", "{}; homes: {}, wijken: {}")),
                     figures_.place.in(language()), count(figures_.homes), count(figures_.wijken))},
        {wording_(Phrase::fact_horizon),
         wording_(Phrase::fact_horizon_value, fmt::arg("first", figures_.years.front()),
                  fmt::arg("last", last_year()))},
        {say("Doorgerekende keuzes", "Choices that were run"),
         fmt::format("{} × {}", figures_.points.size(), figures_.draws)},
        {wording_(Phrase::fact_seed), figures_.seed}};
    return fmt::format("<section class=\"facts\">\n{}{}</section>\n",
                       heading(2, wording_(Phrase::facts_heading), "facts"), term_list(terms));
}

std::string WorkshopReport::levers() const {
    MarkupTable table{
        .caption = say("Wat elk cijfer van een code betekent", "What each digit of a code means"),
        .head = {say("Cijfer", "Digit"), say("Vraag", "Question"), say("Standen", "Stops")},
        .rows = {},
        .figures = false};
    for (std::size_t i = 0; i < figures_.levers.size(); ++i) {
        auto const& lever = figures_.levers[i];
        std::string stops;
        for (std::size_t stop = 0; stop < lever.stops.size(); ++stop) {
            stops += fmt::format("{}{} = {}: {}", stops.empty() ? "" : ". ", stop,
                                 lever.stops[stop].in(language()), lever.says[stop].in(language()));
        }
        table.rows.push_back({fmt::format("{}", i + 1), lever.question.in(language()), stops});
    }
    return fmt::format(
        "<section>\n{}{}{}</section>\n", heading(2, wording_(Phrase::levers_heading), "levers"),
        paragraph(
            say("Onder elke stap van de werksessie staat een code, zoals 4-2110-2010-0-K: het "
                "nummer van de stap, een cijfer voor elke knop, en een letter ter controle. "
                "Zoek de cijfers in de tabellen hieronder.",
                "Below each step of the workshop stands a code, such as 4-2110-2010-0-K: the "
                "number of the step, a digit for each lever, and a letter to check it. Look "
                "the digits up in the tables below.")),
        to_markup(table));
}

/// The choices with a name, in the last year.
std::string WorkshopReport::chart(std::size_t outcome) const {
    auto const& label = figures_.outcomes[outcome].label.in(language());
    IntervalChart chart{.id = "chart-" + figures_.outcomes[outcome].id,
                        .title = fmt::format("{}, {}", label, last_year()),
                        .description = fmt::format(fmt::runtime(say(
                            "Per keuze een punt met een band. Dezelfde cijfers staan in de tabel.",
                            "For each choice a dot with a band. The table has the same figures."))),
                        .axis_label = {},
                        .less_label = {},
                        .more_label = {},
                        .rows = {},
                        .is_indicative = draws() < fewest_for_a_band,
                        .is_difference = false};
    for (std::size_t i = 0; i < figures_.named.size(); ++i) {
        auto const& choice = figures_.named[i];
        bool const again = std::ranges::any_of(
            figures_.named.begin(), figures_.named.begin() + static_cast<std::ptrdiff_t>(i),
            [&](NamedChoice const& before) { return before.stops == choice.stops; });
        if (again) {
            continue;
        }
        auto const& band = at_end(figures_.point(choice.stops), outcome);
        chart.rows.push_back({.label = choice.label.in(language()),
                              .look = {std::string{i == 0 ? palette::grey : palette::blue}, ""},
                              .mean = shown(band.middle),
                              .low = shown(band.low),
                              .high = shown(band.high),
                              .value_text = cell(band)});
    }
    return draw_interval_chart(chart, language());
}

std::string WorkshopReport::table(std::size_t outcome) const {
    constexpr int apart{10};
    std::vector<std::size_t> key_years;
    for (std::size_t year = 0; year < figures_.years.size(); ++year) {
        int const called = figures_.years[year];
        if (called % apart == 0 && called != figures_.years.front()) {
            key_years.push_back(year);
        }
    }
    if (key_years.empty() || key_years.back() + 1 != figures_.years.size()) {
        key_years.push_back(figures_.years.size() - 1);
    }
    MarkupTable table{.caption = figures_.outcomes[outcome].label.in(language()),
                      .head = {say("Keuze", "Choice")},
                      .rows = {}};
    for (auto const year : key_years) {
        table.head.push_back(fmt::format("{}", figures_.years[year]));
    }
    for (auto const& point : figures_.points) {
        std::vector<std::string> row{fmt::format("{} · {}", grouped(point.stops),
                                                 figures_.words_of(point.stops, language()))};
        for (auto const year : key_years) {
            row.push_back(cell(point.bands[outcome][year]));
        }
        table.rows.push_back(std::move(row));
        table.ids.push_back(fmt::format("{}-{}", figures_.outcomes[outcome].id, point.stops));
    }
    return to_markup(table);
}

std::string WorkshopReport::section(std::size_t outcome) const {
    auto const& [id, unit, label] = figures_.outcomes[outcome];
    auto const& start = at_end(figures_.baseline(), outcome);
    auto const sentence = fmt::format(
        fmt::runtime(say("De keuzes met een naam, in {}. In de uitgangssituatie: {}. Dit zegt "
                         "niets over één wijk of één straat.",
                         "The choices with a name, in {}. In the baseline: {}. This says nothing "
                         "of one wijk or one street.")),
        last_year(), figure_and_band(start));
    auto const link = fmt::format("<p class=\"note\"><a href=\"{}/{}\" download>{}</a></p>\n",
                                  escape_markup(folder_), escape_markup(csv_name(outcome)),
                                  escape_markup(wording_(Phrase::download)));
    auto const all =
        fmt::format(fmt::runtime(say("Alle {} keuzes als tabel", "All {} choices as a table")),
                    figures_.points.size());
    return fmt::format("<section>\n{}{}</section>\n",
                       heading(2, with_capital(label.in(language())), id),
                       figure(chart(outcome), sentence, foldable(all, table(outcome)) + link));
}

/// Every choice and year, as the page shows them.
std::string WorkshopReport::csv(std::size_t outcome) const {
    std::string text = "stops,choice,year,low,middle,high\r\n";
    for (auto const& point : figures_.points) {
        auto const words = csv_field(figures_.words_of(point.stops, language()));
        for (std::size_t year = 0; year < figures_.years.size(); ++year) {
            auto const& band = point.bands[outcome][year];
            text += fmt::format("{},{},{},{:.1f},{:.1f},{:.1f}\r\n", point.stops, words,
                                figures_.years[year], shown(band.low), shown(band.middle),
                                shown(band.high));
        }
    }
    return text;
}

std::string WorkshopReport::account() const {
    std::vector<Term> const terms{
        {wording_(Phrase::account_program), figures_.program},
        {say("Werksessie", "Workshop"), figures_.name},
        {wording_(Phrase::account_plan), figures_.plan},
        {wording_(Phrase::account_source), world_source(figures_.source, language())}};
    return fmt::format(
        "<section>\n{}{}{}</section>\n", heading(2, wording_(Phrase::account_heading), "account"),
        paragraph(
            say("De cijfers zijn die van de pagina van de werksessie, op een tiende afgerond. "
                "Onafgerond staan ze in het resultaatbestand.",
                "The figures are those of the workshop's page, rounded to a tenth. Unrounded "
                "they stand in the result file.")),
        term_list(terms));
}

} // namespace

Report workshop_report(WorkshopFigures const& figures, Wording const& wording,
                       std::string const& tables_folder) {
    return WorkshopReport{figures, wording, tables_folder}.report();
}

} // namespace opschaling::analysis
