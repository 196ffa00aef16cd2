#include "app/effects/whole_tables.hpp"

#include "app/effects/outcomes.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace opschaling::app {

namespace {

constexpr double none{std::numeric_limits<double>::quiet_NaN()};

using analysis::BothLanguages;
using analysis::EffectTable;

BothLanguages level_label(std::string const& level) {
    if (level == "gemeente") {
        return {"binnen gemeenten", "within gemeenten"};
    }
    return {"tussen gemeenten in een RES-regio", "between gemeenten of a RES-regio"};
}

/// One value of every replication.
template <typename Value>
analysis::Estimate over(std::vector<analysis::Worths> const& games, Value&& value) {
    std::vector<double> values;
    for (auto const& game : games) {
        values.push_back(value(game));
    }
    return analysis::estimate_of(values);
}

} // namespace

analysis::EffectRow row_of(std::string key, BothLanguages label,
                           analysis::Estimate const& estimate) {
    return {.key = std::move(key),
            .label = std::move(label),
            .value = estimate.mean,
            .low = estimate.interval.low,
            .high = estimate.interval.high,
            .values = estimate.values};
}

EffectTable whole_table(std::vector<analysis::DensityCurve> const& curves) {
    EffectTable table{
        .key = "whole",
        .title = {"Het geheel en de som der delen", "The whole and the sum of its parts"},
        .sentence = {"Per uitkomst: wat alle wijken samen toevoegen, wat de som is van elke wijk "
                     "alleen, en het verschil; dat het geheel minder is betekent niet dat een wijk "
                     "het slecht doet.",
                     "For each outcome: what all wijken add together, the sum of what each adds "
                     "alone, and the difference; that the whole is less does not mean that any "
                     "wijk does badly."},
        .unit = {"eigen eenheid", "own unit"},
        .rows = {}};
    for (std::size_t o = 0; o < curves.size(); ++o) {
        auto const& outcome = counted_outcomes()[o];
        auto const& curve = curves[o];
        auto const named = [&](char const* nl, char const* en) {
            return BothLanguages{outcome.label.nl + ": " + nl, outcome.label.en + ": " + en};
        };
        table.rows.push_back(row_of(outcome.key + "_together", named("samen", "together"),
                                    curve.points.back().added));
        table.rows.push_back(row_of(outcome.key + "_parts", named("som der delen", "sum of parts"),
                                    curve.sum_of_parts));
        table.rows.push_back(row_of(outcome.key + "_difference", named("verschil", "difference"),
                                    curve.non_additivity));
        // Where the sum may be zero its share says nothing.
        auto const share = curve.share_interval;
        table.rows.push_back(
            {.key = outcome.key + "_share",
             .label = named("verschil als deel van de som", "difference as a part of the sum"),
             .value = share ? curve.share : none,
             .low = share ? share->low : none,
             .high = share ? share->high : none});
    }
    return table;
}

EffectTable share_table(std::vector<analysis::DensityCurve> const& curves) {
    EffectTable table{
        .key = "shares",
        .title = {"Hoeveel het geheel van de som afwijkt", "How far the whole is from the sum"},
        .sentence =
            {"Links van nul brengen alle wijken samen minder dan elk apart deed verwachten, "
             "rechts meer; van kosten en belasting is links dus gunstig; een uitkomst "
             "waarvan de som nul kan zijn staat er niet in.",
             "Left of zero all wijken together bring less than each alone led to expect, "
             "right of it more; of cost and load left is therefore the better side; an "
             "outcome whose sum may be zero is not shown."},
        .unit = {"procent van de som der delen", "percent of the sum of parts"},
        .chart = analysis::EffectChart::intervals,
        .rows = {}};
    constexpr double percent{100.0};
    for (std::size_t o = 0; o < curves.size(); ++o) {
        if (auto const share = curves[o].share_interval) {
            table.rows.push_back({.key = counted_outcomes()[o].key,
                                  .label = counted_outcomes()[o].label,
                                  .value = percent * curves[o].share,
                                  .low = percent * share->low,
                                  .high = percent * share->high});
        }
    }
    return table;
}

EffectTable curve_table(analysis::DensityCurve const& curve) {
    EffectTable table{
        .key = "curve",
        .title = {"Van een paar wijken naar allemaal", "From a few wijken to all"},
        .sentence = {"De lijn toont wat er bij komt als een steeds groter deel van de wijken "
                     "meedoet, de rechte wat men zou verwachten door losse wijken op te tellen; "
                     "welke wijk het eerst aan de beurt moet zijn staat er niet in.",
                     "The line shows what is added as a growing part of the wijken takes part, the "
                     "straight one what adding up single wijken would lead to expect; it does not "
                     "say which wijk should go first."},
        .unit = {"aardgasvrije woningen", "gas-free homes"},
        .chart = analysis::EffectChart::curve,
        .rows = {}};
    for (auto const& point : curve.points) {
        auto const percent = fmt::format("{:.0f}", 100.0 * point.p);
        table.rows.push_back(row_of(fmt::format("p{}", percent),
                                    {percent + " % van de wijken", percent + " % of the wijken"},
                                    point.added));
        table.places.push_back(point.p);
    }
    table.straight = curve.sum_of_parts.mean;
    return table;
}

EffectTable bend_table(analysis::DensityCurve const& curve) {
    EffectTable table{
        .key = "bend",
        .title = {"Hoe ver de lijn van de rechte afligt", "How far the line is from the straight"},
        .sentence = {"Boven nul versterken wijken elkaar bij dat deel, onder nul zitten zij elkaar "
                     "in de weg; het teken kan onderweg omslaan.",
                     "Above zero wijken help one another at that part, below zero they are in each "
                     "other's way; the sign may turn on the way."},
        .unit = {"aardgasvrije woningen", "gas-free homes"},
        .chart = analysis::EffectChart::intervals,
        .rows = {}};
    for (auto const& point : curve.points) {
        auto const percent = fmt::format("{:.0f}", 100.0 * point.p);
        table.rows.push_back(row_of(fmt::format("p{}", percent),
                                    {percent + " % van de wijken", percent + " % of the wijken"},
                                    point.non_additivity));
    }
    return table;
}

EffectTable level_table(std::vector<std::string> const& levels,
                        std::vector<std::vector<double>> const& differences) {
    EffectTable table{
        .key = "levels",
        .title = {"Waar het verschil ontstaat", "Where the difference arises"},
        .sentence = {"Elke balk is wat er op dat niveau bij komt of af gaat; samen zijn ze het "
                     "verschil tussen geheel en som; zij zeggen niet wie daar iets aan kan doen.",
                     "Each bar is what is gained or lost at that level; together they are the "
                     "difference between whole and sum; they do not say who can do something "
                     "about it."},
        .unit = {"aardgasvrije woningen", "gas-free homes"},
        .chart = analysis::EffectChart::waterfall,
        .rows = {}};
    for (std::size_t level = 0; level <= levels.size(); ++level) {
        std::vector<double> values;
        for (auto const& replication : differences) {
            values.push_back(replication[level]);
        }
        bool const top = level == levels.size();
        bool const has_regio = levels.size() > 1;
        BothLanguages const label =
            top ? (has_regio ? BothLanguages{"tussen RES-regio's", "between RES-regio's"}
                             : BothLanguages{"tussen gemeenten", "between gemeenten"})
                : level_label(levels[level]);
        table.rows.push_back(
            row_of(top ? "country" : levels[level], label, analysis::estimate_of(values)));
    }
    std::vector<double> sums;
    for (auto const& replication : differences) {
        sums.push_back(std::accumulate(replication.begin(), replication.end(), 0.0));
    }
    table.rows.push_back(
        row_of("total", {"verschil in totaal", "difference in all"}, analysis::estimate_of(sums)));
    return table;
}

std::vector<EffectTable> mechanism_tables(std::vector<scenarios::Variant> const& mechanisms,
                                          std::vector<analysis::Worths> const& games) {
    EffectTable alone{
        .key = "mechanisms",
        .title = {"Waardoor het verschil ontstaat", "What makes the difference"},
        .sentence = {"Elke balk is wat een mechanisme doet als het als enige aan staat; wat zij "
                     "samen anders doen is een eigen balk en hoort bij geen van hen alleen.",
                     "Each bar is what a mechanism does when it alone is at work; what they do "
                     "otherwise together is a bar of its own and belongs to none of them alone."},
        .unit = {"aardgasvrije woningen", "gas-free homes"},
        .chart = analysis::EffectChart::waterfall,
        .rows = {}};
    EffectTable shares{
        .key = "mechanism_shares",
        .title = {"Eerlijk verdeeld over de mechanismen", "Shared out among the mechanisms"},
        .sentence =
            {"Elk mechanisme krijgt zijn gemiddelde bijdrage over alle volgordes waarin men "
             "ze aan kan zetten (Shapley); samen is dat het hele verschil; het is een "
             "boekhouding en geen advies om er een weg te nemen.",
             "Each mechanism gets its mean contribution over all orders in which they can "
             "be switched on (Shapley); together that is the whole difference; it is "
             "book-keeping and no advice to take one away."},
        .unit = {"aardgasvrije woningen", "gas-free homes"},
        .chart = analysis::EffectChart::intervals,
        .rows = {}};
    alone.rows.push_back(
        row_of("rest", {"geen van alle aan", "none of them at work"},
               over(games, [](analysis::Worths const& game) { return game.front(); })));
    for (std::size_t m = 0; m < mechanisms.size(); ++m) {
        BothLanguages const label{mechanisms[m].title_nl, mechanisms[m].title_en};
        alone.rows.push_back(row_of(mechanisms[m].name, label, over(games, [m](auto const& game) {
                                        return analysis::first_in(game)[m];
                                    })));
        shares.rows.push_back(row_of(mechanisms[m].name, label, over(games, [m](auto const& game) {
                                         return analysis::shapley_values(game)[m];
                                     })));
    }
    alone.rows.push_back(
        row_of("interaction", {"samen anders", "otherwise together"},
               over(games, [](auto const& game) { return analysis::non_additivity(game); })));
    alone.rows.push_back(row_of("total", {"alle aan: het verschil", "all at work: the difference"},
                                over(games, [](auto const& game) { return game.back(); })));
    auto const whole =
        over(games, [](analysis::Worths const& game) { return game.back() - game.front(); });
    shares.rows.push_back(row_of("sum", {"samen", "together"}, whole));
    return {alone, shares};
}

EffectTable grid_table(GridSplit const& split) {
    EffectTable table{
        .key = "grid",
        .title = {"Het stroomnet onder een station", "The grid below one substation"},
        .sentence =
            {"Per niveau van het net: hoeveel het geheel van de som der delen afwijkt door "
             "de optelling van belastingen zelf (natuurkunde) en doordat huishoudens samen "
             "iets anders doen (gedrag); het is een voorbeeld van een plek, geen gemiddelde "
             "van het land.",
             "By level of the grid: how far the whole is from the sum of its parts by the "
             "adding of loads itself (physics) and because households do otherwise "
             "together (behaviour); it is one place as an example, no mean of the country."},
        .unit = {"eigen eenheid", "own unit"},
        .rows = {}};
    for (auto const& row : split.rows) {
        auto const add = [&](char const* key, char const* nl, char const* en, double value) {
            table.rows.push_back({.key = row.key + key,
                                  .label = {row.label.nl + ": " + nl, row.label.en + ": " + en},
                                  .value = value,
                                  .low = none,
                                  .high = none});
        };
        add("_parts", "som der delen", "sum of parts", row.split.sum_of_parts);
        add("_physics", "natuurkunde", "physics", row.split.physics);
        add("_behaviour", "gedrag", "behaviour", row.split.behaviour);
    }
    return table;
}

EffectTable grid_share_table(GridSplit const& split) {
    EffectTable table{
        .key = "grid_shares",
        .title = {"Natuurkunde of gedrag op het stroomnet", "Physics or behaviour on the grid"},
        .sentence =
            {"Hoeveel procent het geheel van de som der delen afwijkt doordat pieken niet "
             "samenvallen "
             "(natuurkunde) en doordat huishoudens samen iets anders doen (gedrag), op een plek in "
             "een jaar; in energie is er geen natuurkunde, want die telt op.",
             "By how many percent the whole is from the sum of its parts since peaks do not "
             "coincide "
             "(physics) and since households do otherwise together (behaviour), at one place in "
             "one "
             "year; in energy there is no physics, since it adds up."},
        .unit = {"procent van de som der delen", "percent of the sum of parts"},
        .chart = analysis::EffectChart::intervals,
        .rows = {}};
    constexpr double percent{100.0};
    for (auto const& row : split.rows) {
        double const parts = std::abs(row.split.sum_of_parts);
        bool const is_load = row.key.ends_with("_energy") || row.key.ends_with("_peak");
        if (!is_load || parts == 0.0) {
            continue;
        }
        auto const short_label = [](std::string const& label) {
            return label.substr(0, label.find(" (")); // the unit is percent
        };
        auto const add = [&](char const* key, char const* nl, char const* en, double value) {
            table.rows.push_back({.key = row.key + key,
                                  .label = {short_label(row.label.nl) + ": " + nl,
                                            short_label(row.label.en) + ": " + en},
                                  .value = percent * value / parts,
                                  .low = none,
                                  .high = none});
        };
        add("_physics", "natuurkunde", "physics", row.split.physics);
        add("_behaviour", "gedrag", "behaviour", row.split.behaviour);
    }
    return table;
}

} // namespace opschaling::app
