#include "app/effects/route_break_even.hpp"

#include "analysis/effects/break_even.hpp"
#include "app/effects/whole_tables.hpp"
#include "app/study/read_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

namespace opschaling::app {

namespace {

using analysis::BothLanguages;
using analysis::EffectTable;

constexpr double none{std::numeric_limits<double>::quiet_NaN()};

/// Money of the programme at which the four routes are run again, times that of the study.
struct Money {
    char const* key;
    BothLanguages label;
    double times;
};

std::array<Money, 2> const& other_money() {
    static std::array<Money, 2> const money{
        {{"half", {"in woningen, bij half zoveel geld", "in homes, at half the money"}, 0.5},
         {"double",
          {"in woningen, bij twee keer zoveel geld", "in homes, at twice the money"},
          2.0}}};
    return money;
}

/// What is held against one another, made of a path of homes.
struct Measure {
    std::string key;
    BothLanguages label;
    double discount{none}; ///< of home-years; NaN: homes themselves

    [[nodiscard]] std::vector<double> of(std::vector<double> const& homes) const {
        return std::isnan(discount) ? homes : analysis::discounted_sums(homes, discount);
    }
};

std::vector<Measure> measures_at(double discount) {
    return {
        {.key = "homes", .label = {"in woningen", "in homes"}},
        {.key = "home_years",
         .label = {"in woningjaren zonder aardgas", "in home-years without gas"},
         .discount = 0.0},
        {.key = "discounted",
         .label = {fmt::format("in woningjaren, {:g} % per jaar verdisconteerd", 100.0 * discount),
                   fmt::format("in home-years, discounted by {:g} % a year", 100.0 * discount)},
         .discount = discount}};
}

analysis::BreakEven overtaking(PurePaths const& paths, std::size_t other, Measure const& measure,
                               int first_year) {
    std::vector<std::optional<std::size_t>> places;
    for (std::size_t r = 0; r < paths.front().size(); ++r) {
        places.push_back(analysis::overtakes_from(measure.of(paths.at(institutions)[r]),
                                                  measure.of(paths.at(other)[r])));
    }
    return analysis::break_even(places, first_year);
}

/// The tables of years and of how often never, in the making.
struct BreakEvenTables {
    EffectTable years;
    EffectTable never;

    void add(std::size_t other, std::string const& key, BothLanguages const& label,
             analysis::BreakEven const& found) {
        auto const& name = route_names().at(other);
        BothLanguages const words{fmt::format("{}, {}", name.nl, label.nl),
                                  fmt::format("{}, {}", name.en, label.en)};
        auto const of_row = fmt::format("{}_{}", name.nl, key);
        years.rows.push_back({.key = of_row,
                              .label = words,
                              .value = found.year,
                              .low = found.interval.low,
                              .high = found.interval.high});
        never.rows.push_back({.key = of_row,
                              .label = words,
                              .value = found.never.share,
                              .low = found.never.interval.low,
                              .high = found.never.interval.high});
    }
};

BreakEvenTables empty_tables() {
    return {
        .years = {.key = "break_even",
                  .title = {"Vanaf welk jaar institutionalisering meer heeft gebracht",
                            "From which year on institutionalisering has brought more"},
                  .sentence =
                      {"Het jaar vanaf waar institutionalisering blijvend meer heeft gebracht dan "
                       "die andere route bij hetzelfde geld, in de helft van de herhalingen of "
                       "eerder (∞: niet binnen deze jaren); het zegt niet welke route men daarvoor "
                       "moet laten, want een mengsel kan beide overtreffen.",
                       "The year from which institutionalisering has for good brought more than "
                       "that other route at the same money, in half of the replications or sooner "
                       "(∞: not within these years); it does not say which route to leave, since a "
                       "mixture may beat both."},
                  .unit = {"jaar", "year"},
                  .rows = {}},
        .never = {
            .key = "break_even_never",
            .title = {"Hoe vaak institutionalisering niet meer wint",
                      "How often institutionalisering never does"},
            .sentence = {"Het deel van de herhalingen waarin institutionalisering aan het eind "
                         "van deze jaren niet boven die route ligt; daarna kan dat alsnog.",
                         "The part of the replications in which institutionalisering is not "
                         "above that route at the end of these years; later it may be."},
            .unit = {"deel van de herhalingen", "part of the replications"},
            .rows = {}}};
}

/// The lead of institutionalisering over each other route at the end of each year.
EffectTable lead_table(PurePaths const& paths, int first_year) {
    EffectTable table{
        .key = "lead",
        .title = {"De voorsprong van institutionalisering", "The lead of institutionalisering"},
        .sentence = {"Elke lijn is hoeveel woningen institutionalisering voor ligt op een andere "
                     "route; waar zij boven nul komt is zij die voorbij; de band is het toeval "
                     "tussen herhalingen, en wat het kost om te wachten staat er niet in.",
                     "Each line is by how many homes institutionalisering is ahead of another "
                     "route; where it rises above zero it has overtaken it; the band is chance "
                     "between replications, and what waiting costs is not in it."},
        .unit = {"aardgasvrije woningen meer", "gas-free homes more"},
        .chart = analysis::EffectChart::lines,
        .rows = {}};
    auto const years = paths.front().front().size();
    for (std::size_t y = 0; y < years; ++y) {
        table.columns.push_back(std::to_string(first_year + static_cast<int>(y)));
    }
    for (std::size_t other = 0; other < institutions; ++other) {
        auto const& name = route_names().at(other);
        table.bands.push_back(name.nl);
        for (std::size_t y = 0; y < years; ++y) {
            std::vector<double> lead;
            for (std::size_t r = 0; r < paths.front().size(); ++r) {
                lead.push_back(paths.at(institutions)[r][y] - paths.at(other)[r][y]);
            }
            auto const& year = table.columns[y];
            table.rows.push_back(row_of(fmt::format("{}_{}", name.nl, year),
                                        {fmt::format("op {}, {}", name.nl, year),
                                         fmt::format("over {}, {}", name.en, year)},
                                        analysis::estimate_of(lead)));
        }
    }
    return table;
}

/// The four routes again with more or less money.
PurePaths paths_with(EffectRuns& runs, Money const& money) {
    std::vector<BatchRun> batch;
    for (std::uint32_t r = 0; r < runs.replications(); ++r) {
        for (std::size_t route = 0; route < route_count; ++route) {
            batch.push_back(
                {.replication = r,
                 .parameters = with_mix(runs.study().parameters, pure_mix(route), money.times)});
        }
    }
    auto const horizon = runs.study().horizon;
    auto const outcomes =
        runs.run(fmt::format("routes_{}_money", money.key), std::move(batch),
                 [horizon](FinishedRun const& run) { return homes_by_year(run, horizon); });
    PurePaths paths;
    for (std::size_t run = 0; run < outcomes.size(); ++run) {
        paths.at(run % route_count).push_back(outcomes[run]);
    }
    return paths;
}

} // namespace

std::vector<double> homes_by_year(FinishedRun const& run, scenarios::Horizon const& horizon) {
    auto const series = series_named(run.shape, "homes_gas_free");
    std::vector<double> homes;
    for (int year = horizon.branch.year(); year <= horizon.last.year(); ++year) {
        auto const end = std::min(sim::Quarter::of(year, 4), horizon.last);
        homes.push_back(
            static_cast<double>(figures_at(run.shape, run.figures, series, end).front()));
    }
    return homes;
}

std::vector<analysis::EffectTable> break_even_tables(EffectRuns& runs, PurePaths const& paths) {
    auto const first_year = runs.study().horizon.branch.year();
    auto const measures = measures_at(runs.study().parameters.intervention.discount);
    std::array<PurePaths, 2> at_other_money;
    for (std::size_t m = 0; m < at_other_money.size(); ++m) {
        at_other_money.at(m) = paths_with(runs, other_money().at(m));
    }
    auto tables = empty_tables();
    for (std::size_t other = 0; other < institutions; ++other) {
        for (auto const& measure : measures) {
            tables.add(other, measure.key, measure.label,
                       overtaking(paths, other, measure, first_year));
        }
        for (std::size_t m = 0; m < at_other_money.size(); ++m) {
            auto const& money = other_money().at(m);
            tables.add(other, money.key, money.label,
                       overtaking(at_other_money.at(m), other, measures.front(), first_year));
        }
    }
    return {std::move(tables.years), std::move(tables.never), lead_table(paths, first_year)};
}

} // namespace opschaling::app
