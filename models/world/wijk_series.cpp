#include "models/world/series_tables.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

namespace opschaling::models {

namespace {

constexpr auto stock = sim::SeriesKind::stock;

/// A figure of the last project of a wijk; 0 without one.
template <typename Of>
double of_project(Turn const& turn, std::size_t wijk, Of const& of) {
    auto const p = turn.state.wijken.project[sim::id_at<WijkId>(wijk)];
    return p == no_project ? 0.0 : static_cast<double>(of(turn.state.projects[p]));
}

/// The cause that held a project up most, the first among equals; none where nothing did.
std::ptrdiff_t held_most_by(Project const& project) {
    auto const most = std::ranges::max_element(project.held);
    return *most == 0 ? 0 : std::distance(project.held.begin(), most);
}

constexpr std::array of_wijken{
    OwnSeries{"project_phase", "wijk", stock, "1", "phase of the project",
              "1 verkennen, 2 plan, 3 besluit, 4 uitvoeren, 5 klaar, 6 gestrand; 0 without one",
              "fase van de wijkaanpak",
              [](Turn const& t, sim::Quarter, std::size_t w) {
                  return of_project(t, w,
                                    [](Project const& p) { return static_cast<int>(p.phase) + 1; });
              }},
    OwnSeries{"project_executed", "wijk", stock, "1", "part of the execution that is done",
              "0 without a project", "uitgevoerd deel van de wijkaanpak",
              [](Turn const& t, sim::Quarter, std::size_t w) {
                  return of_project(t, w, [](Project const& p) { return p.executed(); });
              }},
    OwnSeries{"project_quarters_held", "wijk", stock, "1",
              "quarters in which the project stood still", "Ever; 0 without a project",
              "kwartalen stilstand van de wijkaanpak",
              [](Turn const& t, sim::Quarter, std::size_t w) {
                  return of_project(t, w, [](Project const& p) {
                      return std::accumulate(p.held.begin(), p.held.end(), 0);
                  });
              }},
    OwnSeries{
        "project_held_most_by", "wijk", stock, "1", "what held the project up most",
        "0 nothing, 1 right to stay on gas, 2 framework contracts, 3 permits, 4 no backing by "
        "council and board, 5 unprofitable part, 6 tendering, 7 sharing of data, 8 order of the "
        "heat market, 9 VvE, 10 pace, 11 people, 12 queue; 0 without a project",
        "wat de wijkaanpak het meest ophield",
        [](Turn const& t, sim::Quarter, std::size_t w) { return of_project(t, w, held_most_by); }},
    OwnSeries{"project_plans_refused", "wijk", stock, "1", "plans that the local decision refused",
              "Ever; 0 without a project", "afgewezen plannen van de wijkaanpak",
              [](Turn const& t, sim::Quarter, std::size_t w) {
                  return of_project(t, w, [](Project const& p) { return p.refused; });
              }},
    OwnSeries{"project_core_changes", "wijk", stock, "1", "people who left the core team",
              "Ever; 0 without a project", "vertrokken mensen uit het kernteam",
              [](Turn const& t, sim::Quarter, std::size_t w) {
                  return of_project(t, w, [](Project const& p) { return p.changes; });
              }},
    OwnSeries{"project_silent_majority", "wijk", stock, "1",
              "part of the residents not in touch with the project", "0 without a project",
              "bewoners buiten beeld",
              [](Turn const& t, sim::Quarter, std::size_t w) {
                  return of_project(t, w, [](Project const& p) {
                      return 1.0 - std::inner_product(p.residents.begin(), p.residents.end(),
                                                      p.reach.begin(), 0.0);
                  });
              }},
};

} // namespace

std::span<OwnSeries const> wijk_series() {
    return of_wijken;
}

} // namespace opschaling::models
