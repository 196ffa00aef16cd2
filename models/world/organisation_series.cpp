#include "models/gemeente/change_people.hpp"
#include "models/project/participation.hpp"
#include "models/world/series_tables.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace opschaling::models {

namespace {

constexpr auto stock = sim::SeriesKind::stock;
constexpr auto flow = sim::SeriesKind::flow;
constexpr double quarters_per_year{4.0};

/// Mean over projects before or in execution, each by its homes; missing while there are none.
template <typename Of>
double over_active(Turn const& turn, Of const& of) {
    double sum{0.0};
    double homes{0.0};
    for (auto const& project : turn.state.projects) {
        if (project.active()) {
            sum += of(project) * project.homes;
            homes += project.homes;
        }
    }
    return homes > 0.0 ? sum / homes : std::numeric_limits<double>::quiet_NaN();
}

double stalls_by(Turn const& turn, StallCause cause) {
    return turn.state.stalls[static_cast<std::size_t>(cause)];
}

template <std::size_t Group>
double reach_of(Turn const& turn, sim::Quarter, std::size_t) {
    double sum{0.0};
    double homes{0.0};
    for (auto const& project : turn.state.projects) {
        if (project.active()) {
            double const there = static_cast<double>(project.residents[Group]) * project.homes;
            sum += static_cast<double>(project.reach[Group]) * there;
            homes += there;
        }
    }
    return homes > 0.0 ? sum / homes : std::numeric_limits<double>::quiet_NaN();
}

/// Of the projects begun three years ago, the part of which at most one of four has left.
double core_teams_intact(Turn const& turn, sim::Quarter quarter, std::size_t) {
    constexpr int three_years{12};
    double intact{0.0};
    double all{0.0};
    for (auto const& project : turn.state.projects) {
        if (project.started + three_years == quarter.index() && project.active()) {
            all += 1.0;
            intact += std::popcount(project.stayed) + 1 >= static_cast<int>(core_seats) ? 1.0 : 0.0;
        }
    }
    return all > 0.0 ? intact / all : std::numeric_limits<double>::quiet_NaN();
}

/// Homes that proeftuinen in execution or done had promised to have off gas by now.
double homes_promised(Turn const& turn, sim::Quarter quarter, std::size_t) {
    auto const& parameters = turn.parameters.proeftuin;
    double promised{0.0};
    for (auto const& p : turn.state.projects) {
        if (p.origin == ProjectOrigin::proeftuin &&
            (p.phase == ProjectPhase::execute || p.phase == ProjectPhase::done)) {
            double const years = (quarter.index() + 1 - p.started) / quarters_per_year;
            promised += p.homes * std::clamp((years - sim::in_years(parameters.promised_plan)) /
                                                 sim::in_years(parameters.promised_execution),
                                             0.0, 1.0);
        }
    }
    return promised;
}

/// Years from choice to 80 % of the execution, at the pace of each project so far.
double years_to_most(Turn const& turn, sim::Quarter quarter, std::size_t) {
    constexpr double most{0.8};
    constexpr double little{0.05};
    double sum{0.0};
    double count{0.0};
    for (auto const& p : turn.state.projects) {
        bool const ended = p.phase == ProjectPhase::done;
        if ((ended || p.phase == ProjectPhase::execute) && p.executed() > little) {
            int const until = ended ? p.ended : quarter.index() + 1;
            sum += (p.decided - p.started + most / p.executed() * (until - p.decided)) /
                   quarters_per_year;
            count += 1.0;
        }
    }
    return count > 0.0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

constexpr std::array organisation{
    OwnSeries{"applicants", "land", flow, "1", "gemeenten that apply for a proeftuin",
              "In the rounds of 2018, 2020 and 2022", "aanvragen voor een proeftuin",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.choices.applied);
              }},
    OwnSeries{"pilots_wanted", "land", flow, "1",
              "gemeenten that choose a proeftuin of their own in the yearly choice",
              "Granted or not; none where there are no places", "gemeenten die zelf willen proeven",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.choices.pilot);
              }},
    OwnSeries{"take_overs_wanted", "land", flow, "1",
              "gemeenten that choose to begin by a route in the yearly choice",
              "Whether money and staff then reach or not", "gemeenten die willen overnemen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.choices.take_over);
              }},
    OwnSeries{"homes_promised", "land", stock, "1",
              "homes that proeftuinen promised to have off gas by now",
              "Of proeftuinen in execution or done, by the schedule that was promised",
              "beloofde aardgasvrije woningen in proeftuinen", homes_promised},
    OwnSeries{
        "years_to_most", "land", stock, "year",
        "years from the choice of a wijk to 80 per cent of its execution",
        "Mean over projects in execution or done, at the pace so far; missing while there are "
        "none",
        "jaren tot tachtig procent van de uitvoering", years_to_most},
    OwnSeries{"stalls_anchoring", "land", flow, "1",
              "stalls by a council or board that does not stand behind the project",
              "First binding cause", "stilstand door ontbrekende borging",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return stalls_by(t, StallCause::anchoring);
              }},
    OwnSeries{
        "stalls_staff", "land", flow, "1", "stalls of projects behind for want of people",
        "First binding cause: too few in the gemeente, or posts empty",
        "stilstand door te weinig mensen",
        [](Turn const& t, sim::Quarter, std::size_t) { return stalls_by(t, StallCause::staff); }},
    OwnSeries{
        "stalls_queue", "land", flow, "1", "stalls of projects behind for want of installations",
        "First binding cause: more homes wait than have left gas", "stilstand door wachtrijen",
        [](Turn const& t, sim::Quarter, std::size_t) { return stalls_by(t, StallCause::queue); }},
    OwnSeries{"plans_refused", "land", flow, "1", "plans refused by the local decision",
              "Each brings half the plan again and a new attempt", "afgewezen plannen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.plans_refused);
              }},
    OwnSeries{"core_seats_filled", "land", stock, "1", "part of the posts in core teams filled",
              "Of projects before or in execution; missing while there are none",
              "bezette plekken in kernteams",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return over_active(t, [](Project const& p) { return seats_filled(p); });
              }},
    OwnSeries{"core_teams_intact", "land", stock, "1",
              "core teams largely intact three years after the start",
              "At least three of four who began are still there; of projects begun three years "
              "ago, missing where there are none",
              "kernteams nog grotendeels intact na drie jaar", core_teams_intact},
    OwnSeries{"insight_of_teams", "land", stock, "1",
              "what core teams know of their wijk against what they could",
              "Of projects before or in execution; missing while there are none",
              "kennis van de wijk in kernteams",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return over_active(
                      t, [](Project const& p) { return static_cast<double>(p.insight); });
              }},
    OwnSeries{"pace_of_teams", "land", stock, "1",
              "work done in the time of a team without empty posts, losses or silos",
              "Above 1 by experience; of projects before or in execution, missing while there are "
              "none",
              "tempo van teams",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return over_active(t, [&](Project const& p) { return pace_of(t, p); });
              }},
    OwnSeries{"experience", "gemeente", stock, "1", "wijken done by own people and remembered",
              "In wijken of the reference size", "eigen ervaring in wijken",
              [](Turn const& t, sim::Quarter, std::size_t g) {
                  return static_cast<double>(
                      t.state.gemeenten.experience[sim::id_at<GemeenteId>(g)]);
              }},
    OwnSeries{"integration", "gemeente", stock, "1", "how far departments work as one",
              "0 to 1 (iota)", "samenwerking tussen afdelingen",
              [](Turn const& t, sim::Quarter, std::size_t g) {
                  return static_cast<double>(
                      t.state.gemeenten.integration[sim::id_at<GemeenteId>(g)]);
              }},
    OwnSeries{"reach_owners", "land", stock, "1", "part of the owners in touch with their project",
              "Owners of a house; of projects before or in execution", "bereikte eigenaren",
              reach_of<0>},
    OwnSeries{"reach_corporatie", "land", stock, "1",
              "part of the tenants of corporaties in touch with their project",
              "Of projects before or in execution", "bereikte huurders van corporaties",
              reach_of<1>},
    OwnSeries{"reach_tenants", "land", stock, "1",
              "part of the other tenants in touch with their project",
              "Of projects before or in execution", "bereikte particuliere huurders", reach_of<2>},
    OwnSeries{"reach_vve", "land", stock, "1",
              "part of the owners in a VvE in touch with their project",
              "Of projects before or in execution", "bereikte eigenaren in een VvE", reach_of<3>},
    OwnSeries{"reach_hard_to_reach", "land", stock, "1",
              "part of the residents hard to reach in touch with their project",
              "Of projects before or in execution",
              "bereikte bewoners die moeilijk bereikbaar zijn", reach_of<4>},
    OwnSeries{"silent_majority", "land", stock, "1",
              "part of all residents not in touch with their project",
              "Of projects before or in execution; missing while there are none",
              "bewoners buiten beeld",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return over_active(t, [](Project const& p) { return 1.0 - reach_of_all(p); });
              }},
    OwnSeries{"support_heard", "land", stock, "1", "support for plans among residents in touch",
              "Of projects before or in execution; missing while there are none",
              "draagvlak onder bereikte bewoners",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return over_active(t, [&](Project const& p) { return support_heard(t, p); });
              }},
    OwnSeries{"support_of_all", "land", stock, "1", "support for plans among all residents",
              "What the local decision hangs on; of projects before or in execution, missing while "
              "there are none",
              "draagvlak onder alle bewoners",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return over_active(t, [&](Project const& p) { return support_of_all(t, p); });
              }},
};

} // namespace

std::span<OwnSeries const> organisation_series() {
    return organisation;
}

} // namespace opschaling::models
