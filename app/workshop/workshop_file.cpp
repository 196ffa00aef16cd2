#include "app/workshop/workshop_file.hpp"

#include "analysis/report/workshop_figures.hpp"
#include "app/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace opschaling::app {

namespace {

using analysis::NamedTable;
using Texts = std::vector<std::string>;

/// What the page calls an outcome (analysis/page/wording), to residents and to civil servants.
struct OutcomeName {
    std::string_view id;
    std::string_view nl;
    std::string_view nl_ambtenaren; ///< empty where it is the same
    std::string_view en;
    std::string_view en_ambtenaren;
};

constexpr std::array<OutcomeName, scenarios::workshop_outcomes.size()> outcome_names{{
    {"gasvrij", "woningen van het aardgas af, van de 100", "", "homes off natural gas, of 100", ""},
    {"eerste", "woningen in de eerste wijken van het aardgas af, van de 100",
     "woningen in de proeftuinen van het aardgas af, van de 100",
     "homes in the first wijken off natural gas, of 100", ""},
    {"ja", "woningen van het aardgas af, van de 100 die een aanbod kregen", "",
     "homes off natural gas, of 100 that had an offer", ""},
    {"wacht", "woningen die wachten op een installateur of op het stroomnet, van de 100", "",
     "homes that wait for an installer or the grid, of 100", ""},
    {"hybride", "woningen met een hybride warmtepomp, van de 100", "",
     "homes with a hybrid heat pump, of 100", ""},
    {"netkosten", "euro aan het net, per woning, vanaf {first}", "",
     "euro for the grid, per home, since {first}", ""},
    {"netdeel", "euro aan het net, per woning die van het aardgas af is", "",
     "euro for the grid, for each home off natural gas", ""},
    {"publiek", "euro van de overheid, per woning, vanaf {first}", "",
     "euro of public money, per home, since {first}", ""},
}};

/// A text in two columns.
class Bilingual {
public:
    Bilingual(std::string name, std::string meaning)
        : name_{std::move(name)}, meaning_{std::move(meaning)} {}

    void add(std::string nl, std::string en) {
        nl_.push_back(std::move(nl));
        en_.push_back(std::move(en));
    }

    void add(scenarios::Title const& title) { add(title.nl, title.en); }

    void move_to(NamedTable& table) {
        table.columns.push_back({name_ + "_nl", "", meaning_ + ", in Dutch", std::move(nl_)});
        table.columns.push_back({name_ + "_en", "", meaning_ + ", in English", std::move(en_)});
    }

private:
    std::string name_;
    std::string meaning_;
    Texts nl_;
    Texts en_;
};

NamedTable figures_table(MeasureLayout const& layout, std::vector<PointFigures> const& points) {
    Texts stops;
    Texts outcomes;
    std::vector<std::int32_t> years;
    std::array<std::vector<double>, 3> values;
    for (auto const& point : points) {
        for (std::size_t outcome = 0; outcome < scenarios::workshop_outcomes.size(); ++outcome) {
            for (std::size_t year = 0; year < layout.years; ++year) {
                auto const& at = point.figures[layout.outcome_at(outcome, year)];
                stops.push_back(point.digits);
                outcomes.emplace_back(scenarios::workshop_outcomes[outcome]);
                years.push_back(layout.first_year + static_cast<std::int32_t>(year));
                values[0].push_back(at.low);
                values[1].push_back(at.middle);
                values[2].push_back(at.high);
            }
        }
    }
    return {.name = "figures",
            .columns = {
                {"stops", "", "a digit for each lever", std::move(stops)},
                {"outcome", "", "as in the workshop", std::move(outcomes)},
                {"year", "1", "at its end", std::move(years)},
                {"low", "1", "tenth percentile of the draws; homes of a hundred, or EUR",
                 std::move(values[0])},
                {"middle", "1", "median of the draws", std::move(values[1])},
                {"high", "1", "ninetieth percentile of the draws", std::move(values[2])},
            }};
}

NamedTable levers_table(scenarios::LeverSet const& set) {
    Texts ids;
    Bilingual question{"question", "what the room is asked"};
    for (auto const& lever : set.levers) {
        ids.push_back(lever.id);
        question.add(lever.question);
    }
    NamedTable table{"levers", {{"lever", "", "in the order of the digits", std::move(ids)}}};
    question.move_to(table);
    return table;
}

NamedTable stops_table(scenarios::LeverSet const& set) {
    Texts levers;
    std::vector<std::int32_t> digits;
    Bilingual label{"label", "what the stop is called"};
    Bilingual says{"says", "what it means, in one line"};
    for (auto const& lever : set.levers) {
        for (std::size_t stop = 0; stop < lever.stops.size(); ++stop) {
            levers.push_back(lever.id);
            digits.push_back(static_cast<std::int32_t>(stop));
            label.add(lever.stops[stop].label);
            says.add(lever.stops[stop].says);
        }
    }
    NamedTable table{"stops",
                     {{"lever", "", "whose stop it is", std::move(levers)},
                      {"digit", "1", "in the code of a choice", std::move(digits)}}};
    label.move_to(table);
    says.move_to(table);
    return table;
}

NamedTable outcomes_table(scenarios::Workshop const& workshop, int first_year) {
    Texts ids;
    Texts units;
    Bilingual label{"label", "what the outcome is, with its unit"};
    bool const to_ambtenaren = workshop.audience == scenarios::Audience::ambtenaren;
    auto const words = [&](std::string_view usual, std::string_view theirs) {
        auto const text = to_ambtenaren && !theirs.empty() ? theirs : usual;
        return fmt::format(fmt::runtime(text), fmt::arg("first", first_year));
    };
    for (auto const& name : outcome_names) {
        ids.emplace_back(name.id);
        units.emplace_back(scenarios::is_money(name.id) ? "EUR" : "100");
        label.add(words(name.nl, name.nl_ambtenaren), words(name.en, name.en_ambtenaren));
    }
    NamedTable table{"outcomes",
                     {{"outcome", "", "as in the workshop", std::move(ids)},
                      {"unit", "", "100: homes of a hundred", std::move(units)}}};
    label.move_to(table);
    return table;
}

/// The baseline, then the presets; a preset whose combination no step shows was not run.
NamedTable choices_table(scenarios::Workshop const& workshop,
                         std::vector<PointFigures> const& points) {
    Texts stops{scenarios::digits_of(workshop.baseline)};
    Bilingual label{"label", "what the choice is called"};
    label.add("uitgangssituatie", "baseline");
    for (auto const& preset : workshop.presets) {
        auto digits = scenarios::digits_of(preset.stops);
        if (std::ranges::find(points, digits, &PointFigures::digits) != points.end()) {
            stops.push_back(std::move(digits));
            label.add(preset.label);
        }
    }
    NamedTable table{"choices", {{"stops", "", "a digit for each lever", std::move(stops)}}};
    label.move_to(table);
    return table;
}

} // namespace

analysis::TableFile workshop_file(PreparedWorkshop const& prepared,
                                  std::vector<PointFigures> const& points) {
    auto const& workshop = prepared.workshop;
    auto const& facts = prepared.made.facts;
    std::string levers;
    for (auto const& lever : workshop.levers.levers) {
        levers += (levers.empty() ? "" : " ") + lever.id;
    }
    return {.schema = std::string{analysis::workshop_figures_schema},
            .attributes = {{"name", workshop.name},
                           {"title_nl", workshop.title.nl},
                           {"title_en", workshop.title.en},
                           {"place_nl", prepared.study.title_nl},
                           {"place_en", prepared.study.title_en},
                           {"world", prepared.made.world->name},
                           {"source", facts.source},
                           {"synthetic", facts.is_synthetic ? "1" : "0"},
                           {"homes", fmt::format("{}", facts.homes)},
                           {"wijken", fmt::format("{}", facts.wijken)},
                           {"program", fmt::format("opschaling {} ({})", program_version(),
                                                   program_revision())},
                           {"plan", plan_of(prepared, scenarios::combinations(workshop))},
                           {"seed", fmt::format("{}", workshop.seed)},
                           {"draws", fmt::format("{}", workshop.draws)},
                           {"levers", levers}},
            .tables = {figures_table(prepared.layout, points), levers_table(workshop.levers),
                       stops_table(workshop.levers),
                       outcomes_table(workshop, prepared.layout.first_year),
                       choices_table(workshop, points)}};
}

} // namespace opschaling::app
