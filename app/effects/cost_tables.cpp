#include "app/effects/cost_tables.hpp"

#include "analysis/statistics/tests.hpp"
#include "app/effects/whole_tables.hpp"
#include "app/study/read_figures.hpp"
#include "sim/contract/expects.hpp"

#include <array>
#include <limits>
#include <string>

namespace opschaling::app {

namespace {

constexpr std::size_t who_pay{4};
constexpr std::size_t reached{4};
constexpr std::size_t by_project{5};

struct Part {
    char const* series;
    char const* key;
    char const* nl;
    char const* en;
};

constexpr std::array<Part, counted_cost_parts> counted{
    Part{"programme_cost", "programme", "projectteams en bijdragen", "project teams and grants"},
    Part{"subsidy_cost", "subsidy", "landelijke subsidies", "national subsidies"},
    Part{"private_cost", "private", "eigenaren en warmtebedrijven", "owners and warmtebedrijven"},
    Part{"grid_cost", "grid", "netbeheerders", "netbeheerders"},
    Part{"homes_reached", "reached", "woningen met een aanbod", "homes that had an offer"},
    Part{"homes_gas_free_by_project", "by_project", "daarop van het gas", "left gas on it"}};

/// What all wijken add together, and what the sum of each alone is.
struct Side {
    char const* key;
    char const* nl;
    char const* en;
    analysis::Estimate const& (*of)(analysis::DensityCurve const& curve);
};

constexpr std::array<Side, 2> sides{
    Side{"together", "samen", "together",
         [](analysis::DensityCurve const& curve) -> analysis::Estimate const& {
             return curve.points.back().added;
         }},
    Side{"parts", "elke wijk alleen", "each wijk alone",
         [](analysis::DensityCurve const& curve) -> analysis::Estimate const& {
             return curve.sum_of_parts;
         }}};

analysis::BothLanguages label_of(Side const& side, char const* nl, char const* en) {
    return {std::string{side.nl} + ": " + nl, std::string{side.en} + ": " + en};
}

analysis::EffectRow ratio_row(std::string key, analysis::BothLanguages label,
                              std::span<double const> cost, analysis::Estimate const& homes) {
    constexpr double none{std::numeric_limits<double>::quiet_NaN()};
    auto const interval = analysis::ratio_interval(cost, homes.values);
    return {.key = std::move(key),
            .label = std::move(label),
            .value = interval ? analysis::estimate_of(cost).mean / homes.mean : none,
            .low = interval ? interval->low : none,
            .high = interval ? interval->high : none};
}

} // namespace

std::vector<double> count_cost_parts(FinishedRun const& run, sim::Quarter branch,
                                     sim::Quarter last) {
    std::vector<double> values;
    for (std::size_t p = 0; p < counted.size(); ++p) {
        auto const series = series_named(run.shape, counted.at(p).series);
        values.push_back(
            p < who_pay
                ? sum_over(run.shape, run.figures, series, 0, branch, last)
                : static_cast<double>(figures_at(run.shape, run.figures, series, last).front()));
    }
    return values;
}

analysis::EffectTable cost_table(analysis::DensityCurve const& homes,
                                 std::span<analysis::DensityCurve const> parts) {
    sim::expects(parts.size() == counted.size(), "each part of the cost has its curve");
    analysis::EffectTable table{
        .key = "cost_per_home",
        .title = {"Kosten per woning die er meer van het gas is, en wie ze betaalt",
                  "Cost for each home that is off gas more than without, and who pays it"},
        .sentence =
            {"Alle uitgaven tot en met het laatste jaar, gedeeld door de woningen die dan "
             "meer van het gas zijn dan zonder wijkaanpak; ook teams aan de deur van wie op "
             "gas blijft, isolatie en netten die vooruit zijn aangelegd tellen mee, en wat "
             "later nog van het gas gaat niet: het is niet wat het ombouwen van een woning "
             "kost.",
             "All that is spent up to the last year, over the homes that are off gas by "
             "then more than without any wijkaanpak; teams at the doors of those who stay "
             "on gas, insulation and grids built ahead are in it, and homes that leave gas "
             "later are not: it is not what converting a home costs."},
        .unit = {"euro per woning", "EUR a home"},
        .rows = {}};
    for (auto const& side : sides) {
        auto const& left = side.of(homes);
        std::vector<double> all(left.values.size(), 0.0);
        std::vector<analysis::EffectRow> rows;
        for (std::size_t p = 0; p < who_pay; ++p) {
            auto const& part = counted.at(p);
            auto const& cost = side.of(parts[p]).values;
            for (std::size_t r = 0; r < all.size(); ++r) {
                all[r] += cost[r];
            }
            rows.push_back(ratio_row(std::string{side.key} + "_" + part.key,
                                     label_of(side, part.nl, part.en), cost, left));
        }
        table.rows.push_back(ratio_row(std::string{side.key} + "_all",
                                       label_of(side, "in totaal", "in all"), all, left));
        table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    }
    return table;
}

analysis::EffectTable offer_table(analysis::DensityCurve const& homes,
                                  std::span<analysis::DensityCurve const> parts) {
    sim::expects(parts.size() == counted.size(), "each part of the cost has its curve");
    analysis::EffectTable table{
        .key = "offers",
        .title = {"Van aanbod tot van het gas", "From an offer to off gas"},
        .sentence =
            {"Hoeveel woningen een aanbod hadden, hoeveel daarop van het gas gingen, en "
             "hoeveel er meer van het gas zijn dan zonder wijkaanpak: wie anders vanzelf was "
             "gegaan of nu op een installateur wacht, scheelt in het laatste.",
             "How many homes had an offer, how many left gas on it, and how many are off "
             "gas more than without any wijkaanpak: those who would have gone by themselves "
             "or wait for an installer now make the last one less."},
        .unit = {"woningen", "homes"},
        .rows = {}};
    for (auto const& side : sides) {
        for (auto const p : {reached, by_project}) {
            auto const& part = counted.at(p);
            table.rows.push_back(row_of(std::string{side.key} + "_" + part.key,
                                        label_of(side, part.nl, part.en), side.of(parts[p])));
        }
        table.rows.push_back(
            row_of(std::string{side.key} + "_more",
                   label_of(side, "meer van het gas dan zonder", "off gas more than without"),
                   side.of(homes)));
    }
    return table;
}

} // namespace opschaling::app
