#include "models/learning/believe.hpp"
#include "models/world/series_tables.hpp"

#include <algorithm>
#include <array>

namespace opschaling::models {

namespace {

constexpr auto stock = sim::SeriesKind::stock;

double measured(Turn const& turn, LearningMeasure measure) {
    return static_cast<double>(turn.state.learning.measured[static_cast<std::size_t>(measure)]);
}

constexpr std::array series{
    OwnSeries{"learning_local", "land", stock, "1", "quality of what gemeenten believe",
              "1 less the squared error against that of knowing nothing, over wijken where nothing "
              "has begun: 0 nothing learned, 1 all known, below 0 misled; yearly",
              "kwaliteit van het lokale leren",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return measured(t, LearningMeasure::local);
              }},
    OwnSeries{"learning_collective", "land", stock, "1", "quality of what the KLP believes",
              "As learning_local", "kwaliteit van het collectieve leren",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return measured(t, LearningMeasure::collective);
              }},
    OwnSeries{"learning_institutional", "land", stock, "1", "quality of what the Rijk believes",
              "As learning_local", "kwaliteit van het institutionele leren",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return measured(t, LearningMeasure::institutional);
              }},
    OwnSeries{"belief_bias", "land", stock, "1", "mean error of what the KLP believes",
              "Above 0: variants are held to be better than they are; yearly",
              "vertekening in wat het KLP denkt",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return measured(t, LearningMeasure::bias);
              }},
    OwnSeries{"belief_coverage", "land", stock, "1", "truths within the KLP's interval of 80 %",
              "0.8 if it is as sure as it may be; yearly", "hoe vaak het KLP terecht zeker is",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return measured(t, LearningMeasure::coverage);
              }},
    OwnSeries{"decision_regret", "land", stock, "1",
              "what a gemeente loses by the variant that it believes best",
              "Mean over modules, against the best variant that someone has used; yearly",
              "spijt van de keuze van een variant",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return measured(t, LearningMeasure::regret);
              }},
    OwnSeries{"typology_basis", "land", stock, "1",
              "rank correlation of believed and true relevance of context",
              "Of the KLP; Spearman; yearly", "kwaliteit van de vergelijkbaarheidsbasis",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return measured(t, LearningMeasure::basis);
              }},
    OwnSeries{"layer_accuracy", "land", stock, "1",
              "modules that the KLP holds to be what they are",
              "Generiek, menu or specifiek, against the analysis of variance; yearly",
              "modules in de juiste laag",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return measured(t, LearningMeasure::layers);
              }},
    OwnSeries{"types_of_wijk", "land", stock, "1", "types of wijk that the KLP tells apart",
              "Set every four years", "typen wijken",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(typology_of(t, Holder::klp()).types);
              }},
    OwnSeries{"status_effect_believed", "land", stock, "1",
              "what experiment status is believed to add to a result",
              "Log-odds, of the Rijk; by regression over what was published",
              "vermoed effect van de proeftuinstatus",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return status_effect_of(t, Holder::rijk());
              }},
    OwnSeries{"signals", "land", stock, "1", "signals that projects gave", "Ever",
              "signalen uit projecten",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.learning.signals);
              }},
    OwnSeries{"library_entries", "land", stock, "1", "entries in the library of the KLP",
              "A variant of a module for a type of wijk", "bouwstenen in de bibliotheek",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.learning.library.size());
              }},
    OwnSeries{"projects_anchored", "land", stock, "1", "finished projects that became routine",
              "Ever", "verankerde wijkaanpakken",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.learning.projects_anchored);
              }},
    OwnSeries{"projects_unpublished", "land", stock, "1",
              "finished projects of which others do not hear", "Ever",
              "wijkaanpakken waarover niets naar buiten kwam",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.learning.projects_silent);
              }},
    OwnSeries{"projects_verifying", "land", stock, "1",
              "projects in wijken drawn by lot, to verify an approach", "Ever",
              "wijkaanpakken die een aanpak toetsen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(
                      std::ranges::count(t.state.projects, true, &Project::verifies));
              }},
    OwnSeries{"rules_on_agenda", "land", stock, "1", "rules on the agenda of the Rijk",
              "Enough stalled projects said what holds them up", "regels op de agenda",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  auto const& agenda = t.state.learning.on_agenda;
                  return static_cast<double>(std::ranges::count(agenda, std::uint8_t{1}));
              }},
};

} // namespace

std::span<OwnSeries const> learning_series() {
    return series;
}

} // namespace opschaling::models
