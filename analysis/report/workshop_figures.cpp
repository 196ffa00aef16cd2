#include "analysis/report/workshop_figures.hpp"

#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace opschaling::analysis {

namespace {

using Texts = std::vector<std::string>;

/// The two columns of a text, by row.
class Bilingual {
public:
    Bilingual(NamedTable const& table, std::string const& what)
        : nl_{table.values<std::string>(what + "_nl")},
          en_{table.values<std::string>(what + "_en")} {}

    [[nodiscard]] BothLanguages at(std::size_t row) const { return {nl_[row], en_[row]}; }

private:
    Texts const& nl_;
    Texts const& en_;
};

std::vector<WorkshopLever> levers_of(TableFile const& file) {
    auto const& table = file.table("levers");
    auto const& stops = file.table("stops");
    Bilingual const questions{table, "question"};
    Bilingual const labels{stops, "label"};
    Bilingual const says{stops, "says"};
    auto const& ids = table.values<std::string>("lever");
    auto const& of = stops.values<std::string>("lever");
    std::vector<WorkshopLever> levers;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        levers.push_back({.question = questions.at(i), .stops = {}, .says = {}});
        for (std::size_t row = 0; row < of.size(); ++row) {
            if (of[row] == ids[i]) {
                levers.back().stops.push_back(labels.at(row));
                levers.back().says.push_back(says.at(row));
            }
        }
    }
    return levers;
}

std::vector<WorkshopOutcome> outcomes_of(NamedTable const& table) {
    auto const& ids = table.values<std::string>("outcome");
    auto const& units = table.values<std::string>("unit");
    Bilingual const labels{table, "label"};
    std::vector<WorkshopOutcome> outcomes;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        outcomes.push_back({.id = ids[i], .unit = units[i], .label = labels.at(i)});
    }
    return outcomes;
}

std::vector<NamedChoice> named_of(NamedTable const& table) {
    auto const& stops = table.values<std::string>("stops");
    Bilingual const labels{table, "label"};
    std::vector<NamedChoice> named;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        named.push_back({.stops = stops[i], .label = labels.at(i)});
    }
    return named;
}

/// Rows choice by choice, outcome by outcome, year by year.
void read_points(NamedTable const& table, WorkshopFigures& figures) {
    auto const& stops = table.values<std::string>("stops");
    auto const& years = table.values<std::int32_t>("year");
    auto const& low = table.values<double>("low");
    auto const& middle = table.values<double>("middle");
    auto const& high = table.values<double>("high");
    std::size_t const outcomes = figures.outcomes.size();
    auto const [first, last] = std::ranges::minmax(years);
    for (auto year = first; year <= last; ++year) {
        figures.years.push_back(year);
    }
    std::size_t const count = figures.years.size();
    sim::expects(stops.size() % (outcomes * count) == 0,
                 "a workshop's figures hold every outcome and year of every choice");
    for (std::size_t row = 0; row < stops.size();) {
        WorkshopPoint point{.stops = stops[row], .bands = {}};
        for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
            auto& bands = point.bands.emplace_back();
            for (std::size_t year = 0; year < count; ++year, ++row) {
                bands.push_back({low[row], middle[row], high[row]});
            }
        }
        figures.points.push_back(std::move(point));
    }
}

/// "Tempo" of "Tempo: hoeveel wijken beginnen er per jaar?".
std::string short_of(std::string const& question) {
    auto text = question.substr(0, question.find(':'));
    if (text.ends_with('?')) {
        text.pop_back();
    }
    return text;
}

} // namespace

double shown(double value) {
    return std::round(value * 10.0) / 10.0;
}

WorkshopPoint const& WorkshopFigures::point(std::string_view stops) const {
    auto const found = std::ranges::find(points, stops, &WorkshopPoint::stops);
    sim::expects(found != points.end(), "a workshop holds the choices that it names");
    return *found;
}

std::string WorkshopFigures::words_of(std::string const& stops, Language language) const {
    auto const known = std::ranges::find(named, stops, &NamedChoice::stops);
    if (known != named.end()) {
        return known->label.in(language);
    }
    auto const& start = named.front().stops;
    std::string words;
    for (std::size_t i = 0; i < levers.size(); ++i) {
        if (stops[i] != start[i]) {
            auto const stop = static_cast<std::size_t>(stops[i] - '0');
            words += words.empty() ? "" : "; ";
            words += short_of(levers[i].question.in(language)) + ": ";
            words += levers[i].stops.at(stop).in(language);
        }
    }
    return words;
}

WorkshopFigures workshop_figures_of(TableFile const& file) {
    auto const attribute = [&](std::string const& name) {
        auto const found = file.attributes.find(name);
        return found == file.attributes.end() ? std::string{} : found->second;
    };
    WorkshopFigures figures{.name = attribute("name"),
                            .title = {attribute("title_nl"), attribute("title_en")},
                            .place = {attribute("place_nl"), attribute("place_en")},
                            .source = attribute("source"),
                            .is_synthetic = attribute("synthetic") != "0",
                            .homes = attribute("homes"),
                            .wijken = attribute("wijken"),
                            .draws = attribute("draws"),
                            .seed = attribute("seed"),
                            .program = attribute("program"),
                            .plan = attribute("plan"),
                            .years = {},
                            .levers = levers_of(file),
                            .outcomes = outcomes_of(file.table("outcomes")),
                            .named = named_of(file.table("choices")),
                            .points = {}};
    read_points(file.table("figures"), figures);
    return figures;
}

} // namespace opschaling::analysis
