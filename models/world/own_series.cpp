#include "models/warmtenet/count_nets.hpp"
#include "models/world/series_tables.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>
#include <numeric>

namespace opschaling::models {

namespace {

constexpr auto stock = sim::SeriesKind::stock;
constexpr auto flow = sim::SeriesKind::flow;

double projects_in(Turn const& turn, std::initializer_list<ProjectPhase> phases) {
    return static_cast<double>(std::ranges::count_if(turn.state.projects, [&](Project const& p) {
        return std::ranges::find(phases, p.phase) != phases.end();
    }));
}

double projects_of(Turn const& turn, ProjectOrigin origin) {
    return static_cast<double>(std::ranges::count(turn.state.projects, origin, &Project::origin));
}

double stalls_by(Turn const& turn, StallCause cause) {
    return turn.state.stalls[static_cast<std::size_t>(cause)];
}

std::int64_t received_by_routes(Turn const& turn) {
    auto const& received = turn.state.rijk.received;
    return std::accumulate(received.begin(), received.end(), std::int64_t{0});
}

std::int64_t left_in_purses(Turn const& turn) {
    auto const& purse = turn.state.rijk.purse;
    return std::accumulate(purse.begin(), purse.end(), std::int64_t{0});
}

std::int64_t set_apart_by_routes(Turn const& turn) {
    std::int64_t sum{0};
    for (auto const& project : turn.state.projects) {
        sum += project.origin == ProjectOrigin::proeftuin ? 0 : project.reserve;
    }
    return sum;
}

constexpr std::array own{
    OwnSeries{"projects_preparing", "land", stock, "1", "projects before execution",
              "Verkennen, plan or besluit", "wijkaanpakken in voorbereiding",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return projects_in(
                      t, {ProjectPhase::explore, ProjectPhase::plan, ProjectPhase::decide});
              }},
    OwnSeries{"projects_running", "land", stock, "1", "projects in execution", "Uitvoeren",
              "wijkaanpakken in uitvoering",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return projects_in(t, {ProjectPhase::execute});
              }},
    OwnSeries{"projects_done", "land", stock, "1", "projects finished", "Klaar",
              "wijkaanpakken klaar",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return projects_in(t, {ProjectPhase::done});
              }},
    OwnSeries{"projects_stranded", "land", stock, "1", "projects stranded",
              "Paused too long, or no plan in time", "gestrande wijkaanpakken",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return projects_in(t, {ProjectPhase::stranded});
              }},
    OwnSeries{"projects_proeftuin", "land", stock, "1", "projects begun as a proeftuin", "Ever",
              "begonnen proeftuinen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return projects_of(t, ProjectOrigin::proeftuin);
              }},
    OwnSeries{"projects_groei", "land", stock, "1", "projects begun by groei", "Ever",
              "wijken begonnen door groei",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return projects_of(t, ProjectOrigin::groei);
              }},
    OwnSeries{"projects_replicatie", "land", stock, "1", "projects begun by replicatie", "Ever",
              "wijken begonnen door replicatie",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return projects_of(t, ProjectOrigin::replicatie);
              }},
    OwnSeries{"projects_circulatie", "land", stock, "1", "projects begun by circulatie", "Ever",
              "wijken begonnen door circulatie",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return projects_of(t, ProjectOrigin::circulatie);
              }},
    OwnSeries{"fit_of_projects", "land", stock, "1", "mean fit F of projects in execution or done",
              "Missing while there are none", "gemiddelde passendheid van de aanpak",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  double sum{0.0};
                  double count{0.0};
                  for (auto const& p : t.state.projects) {
                      if (p.phase == ProjectPhase::execute || p.phase == ProjectPhase::done) {
                          sum += static_cast<double>(p.fit);
                          count += 1.0;
                      }
                  }
                  return count > 0.0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
              }},
    OwnSeries{"nets_built", "land", stock, "1", "warmtenetten built by projects", "Ever",
              "gebouwde warmtenetten",
              [](Turn const& t, sim::Quarter, std::size_t) { return count_nets(t).built; }},
    OwnSeries{
        "warmtenet_km", "land", stock, "km", "main of warmtenetten in the street",
        "Those of before 2018 included", "kilometers hoofdleiding van warmtenetten",
        [](Turn const& t, sim::Quarter, std::size_t) { return count_nets(t).metres / 1000.0; }},
    OwnSeries{"warmtenet_loss", "land", stock, "kWh/year", "heat lost by mains of warmtenetten",
              "By metre and temperature, in a normal year", "warmteverlies van warmtenetten",
              [](Turn const& t, sim::Quarter, std::size_t) { return count_nets(t).loss; }},
    OwnSeries{"homes_holdout", "land", stock, "1",
              "homes on gas with a main of a warmtenet in front of the door",
              "Mains laid in the run", "woningen op gas langs een warmtenet",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(count_holdouts(t).homes);
              }},
    OwnSeries{
        "cost_per_last_holdout", "land", stock, "EUR",
        "gas main laid anew for each of the last homes of a straat",
        "What it would cost; straten with a main of a warmtenet where few stay on gas; missing "
        "while there are none",
        "kosten per laatste woning op gas",
        [](Turn const& t, sim::Quarter, std::size_t) {
            auto const holdouts = count_holdouts(t);
            return holdouts.last_homes > 0 ? holdouts.cost_per_last_home
                                           : std::numeric_limits<double>::quiet_NaN();
        }},
    OwnSeries{"stalls_gas_right", "land", flow, "1", "stalls by the right to stay on gas",
              "First binding cause", "stilstand door het recht op gas",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return stalls_by(t, StallCause::gas_right);
              }},
    OwnSeries{"stalls_contracts", "land", flow, "1", "stalls by framework contracts",
              "First binding cause", "stilstand door raamcontracten",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return stalls_by(t, StallCause::contracts);
              }},
    OwnSeries{
        "stalls_permits", "land", flow, "1", "stalls by permits", "First binding cause",
        "stilstand door vergunningen",
        [](Turn const& t, sim::Quarter, std::size_t) { return stalls_by(t, StallCause::permits); }},
    OwnSeries{
        "stalls_pace", "land", flow, "1", "stalls without a barrier or by slow progress",
        "First binding cause", "stilstand door traag werk",
        [](Turn const& t, sim::Quarter, std::size_t) { return stalls_by(t, StallCause::pace); }},
    OwnSeries{"nets_not_built", "land", flow, "1",
              "projects that ended with signatures and no warmtenet", "No business case",
              "warmtenetten die er niet kwamen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return stalls_by(t, StallCause::net_missing);
              }},
    OwnSeries{"rules_in_force", "land", stock, "1", "rules in force",
              "Of ending gas supply, standing finance, standard contracts", "regels van kracht",
              [](Turn const& t, sim::Quarter q, std::size_t) {
                  return static_cast<double>(
                      std::ranges::count_if(t.state.rijk.rule, [&](RuleState const& r) {
                          return r.in_force <= q.index();
                      }));
              }},
    OwnSeries{"rule_cost", "land", flow, "EUR", "cost of work on rules", "Rijk and gemeenten",
              "kosten van werk aan regels",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.rijk.rule_cost);
              }},
    OwnSeries{"programme_received", "land", stock, "EUR", "money that the routes have received",
              "Ever", "geld dat de routes hebben gekregen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(received_by_routes(t));
              }},
    OwnSeries{"programme_spent", "land", stock, "EUR", "money that the routes have spent",
              "Ever; received, less what is left in the purses and what is set apart for projects",
              "geld dat de routes hebben uitgegeven",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(received_by_routes(t) - left_in_purses(t) -
                                             set_apart_by_routes(t));
              }},
    OwnSeries{"purse_left", "land", stock, "EUR", "programme money not yet set apart",
              "Sum over the routes", "geld van het programma nog niet besteed",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(left_in_purses(t));
              }},
    OwnSeries{"trust", "land", stock, "1", "mean trust over wijken",
              "0 to 1, each wijk counts once", "gemiddeld vertrouwen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  double sum{0.0};
                  for (float const trust : t.state.wijken.trust.values()) {
                      sum += static_cast<double>(trust);
                  }
                  return sum / static_cast<double>(t.world.wijken());
              }},
    OwnSeries{"staff_short", "land", stock, "1", "gemeenten with too little staff",
              "Asked more for running projects than there is", "gemeenten met te weinig mensen",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  double count{0.0};
                  for (std::size_t g = 0; g < t.world.gemeenten(); ++g) {
                      auto const id = sim::id_at<GemeenteId>(g);
                      count += t.state.gemeenten.staff_asked[id] >
                                       t.state.gemeenten.staff_used[id] + 1.0e-3F
                                   ? 1.0
                                   : 0.0;
                  }
                  return count;
              }},
    OwnSeries{
        "stations_full", "land", stock, "1", "full MV/LV stations",
        "They refuse homes or are overloaded; a job is waited for or running", "volle stations",
        [](Turn const& t, sim::Quarter, std::size_t) {
            auto const& tree = t.world.grid;
            double count{0.0};
            for (auto a = tree.begin(GridLevel::station); a < tree.end(GridLevel::station); ++a) {
                count += t.state.grid.short_since[sim::id_at<AssetId>(a)] != never ? 1.0 : 0.0;
            }
            return count;
        }},
    OwnSeries{"crew_utilisation", "res_regio", stock, "1", "work asked against crews",
              "Above 1 there is a queue", "drukte bij installateurs",
              [](Turn const& t, sim::Quarter, std::size_t r) {
                  return t.state.installers.utilisation[sim::id_at<RegioId>(r)];
              }},
    OwnSeries{"installation_price", "res_regio", stock, "1", "installation price factor",
              "1 at the target utilisation", "prijsfactor van installatie",
              [](Turn const& t, sim::Quarter, std::size_t r) {
                  return t.state.installers.price_factor[sim::id_at<RegioId>(r)];
              }},
    OwnSeries{"crews", "res_regio", stock, "day/quarter", "crew days on offer", "In a quarter",
              "beschikbare ploegdagen",
              [](Turn const& t, sim::Quarter, std::size_t r) {
                  return t.state.installers.crews[sim::id_at<RegioId>(r)];
              }},
};

} // namespace

std::span<OwnSeries const> own_series() {
    return own;
}

} // namespace opschaling::models
