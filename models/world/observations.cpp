#include "models/world/observations.hpp"

#include "models/world/simulation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace opschaling::models {

namespace {

/// A figure that every level has, from the counts of its wijken.
struct CountedSeries {
    char const* name;
    sim::SeriesKind kind;
    char const* unit;
    char const* long_name;
    char const* meaning;
    char const* label_nl;
    double (*of)(Counts const&);
};

constexpr auto stock = sim::SeriesKind::stock;
constexpr auto flow = sim::SeriesKind::flow;

constexpr std::array counted{
    CountedSeries{"homes", stock, "1", "homes in the stock", "Occupied dwellings, all systems",
                  "woningen", [](Counts const& c) { return double(c.present()); }},
    CountedSeries{"homes_gas_boiler", stock, "1", "homes with a gas boiler", "Gas boiler alone",
                  "woningen met een cv-ketel", [](Counts const& c) { return double(c.homes[0]); }},
    CountedSeries{"homes_hybrid", stock, "1", "homes with a hybrid heat pump",
                  "Heat pump beside a gas boiler", "woningen met een hybride warmtepomp",
                  [](Counts const& c) { return double(c.homes[1]); }},
    CountedSeries{"homes_heat_pump", stock, "1", "homes with a heat pump alone",
                  "All-electric, no gas connection", "woningen met alleen een warmtepomp",
                  [](Counts const& c) { return double(c.homes[2]); }},
    CountedSeries{"homes_warmtenet", stock, "1", "homes on a warmtenet",
                  "Connected, no gas connection", "woningen op een warmtenet",
                  [](Counts const& c) { return double(c.homes[3]); }},
    CountedSeries{"homes_gas_free", stock, "1", "homes without a gas connection",
                  "Heat pump alone or warmtenet, cooking included", "aardgasvrije woningen",
                  [](Counts const& c) { return double(c.gas_free()); }},
    CountedSeries{
        "homes_gas_free_by_project", stock, "1", "homes that left gas on a project's offer",
        "Part of the homes without a gas connection", "woningen aardgasvrij door een wijkaanpak",
        [](Counts const& c) { return double(c.gas_free_by_project); }},
    CountedSeries{"homes_reached", stock, "1", "homes that had a project's offer at the door",
                  "Whatever they answered", "woningen met een aanbod van een wijkaanpak",
                  [](Counts const& c) { return double(c.reached); }},
    CountedSeries{"homes_signed_up", stock, "1",
                  "homes signed for a warmtenet that is not there yet",
                  "Their connection waits for the net", "woningen die wachten op een warmtenet",
                  [](Counts const& c) { return double(c.signed_up); }},
    CountedSeries{
        "homes_waiting", stock, "1", "homes waiting for an installation",
        "For a crew or for station capacity", "woningen die wachten op installatie",
        [](Counts const& c) { return double(c.waiting_installer) + double(c.waiting_station); }},
    CountedSeries{"homes_waiting_for_station", stock, "1", "homes waiting for station capacity",
                  "Refused by a full MV/LV station", "woningen die wachten op het stroomnet",
                  [](Counts const& c) { return double(c.waiting_station); }},
    CountedSeries{"gas_use", stock, "m3/year", "natural gas use of homes",
                  "In a normal year at the systems of this moment", "aardgasgebruik",
                  [](Counts const& c) { return double(c.gas); }},
    CountedSeries{"heating_electricity", stock, "kWh/year", "electricity for heating",
                  "In a normal year at the systems of this moment", "stroom voor verwarming",
                  [](Counts const& c) { return double(c.electricity); }},
    CountedSeries{"jobs_asked", flow, "1", "installations asked for",
                  "Hybrid, heat pump or warmtenet connection", "aangevraagde installaties",
                  [](Counts const& c) { return double(c.asked); }},
    CountedSeries{"jobs_granted", flow, "1", "installations carried out",
                  "Of those asked for in this quarter or before", "uitgevoerde installaties",
                  [](Counts const& c) { return double(c.granted); }},
    CountedSeries{"jobs_withdrawn", flow, "1", "installations withdrawn",
                  "A broken boiler could not wait, or the wait was too long",
                  "ingetrokken aanvragen", [](Counts const& c) { return double(c.withdrawn); }},
    CountedSeries{"boilers_replaced", flow, "1", "boilers replaced by the same",
                  "Gas boilers, and boilers of hybrids", "vervangen cv-ketels",
                  [](Counts const& c) { return double(c.boilers_replaced); }},
    CountedSeries{"hybrids_installed", flow, "1", "hybrids installed", "New ones",
                  "nieuwe hybride warmtepompen",
                  [](Counts const& c) { return double(c.installed[1]); }},
    CountedSeries{"heat_pumps_installed", flow, "1", "heat pumps installed in existing homes",
                  "All-electric", "nieuwe warmtepompen",
                  [](Counts const& c) { return double(c.installed[2]); }},
    CountedSeries{"warmtenet_connected", flow, "1", "existing homes connected to a warmtenet",
                  "New connections", "nieuwe aansluitingen op een warmtenet",
                  [](Counts const& c) { return double(c.installed[3]); }},
    CountedSeries{"programme_cost", flow, "EUR", "spent by the programme",
                  "Staff and contributions of projects and standing finance; work on rules in "
                  "the figure of the country alone",
                  "uitgaven van het programma",
                  [](Counts const& c) { return double(c.programme_cost); }},
    CountedSeries{"subsidy_cost", flow, "EUR", "national subsidies outside the programme",
                  "ISDE, WIS", "landelijke subsidies",
                  [](Counts const& c) { return double(c.subsidy_cost); }},
    CountedSeries{"public_cost", flow, "EUR", "public cost", "Programme and national subsidies",
                  "publieke kosten",
                  [](Counts const& c) { return double(c.programme_cost + c.subsidy_cost); }},
    CountedSeries{"private_cost", flow, "EUR", "private cost",
                  "Owners, corporaties, landlords, warmtebedrijven and netbeheerders; gas boilers "
                  "replaced included",
                  "private kosten", [](Counts const& c) { return double(c.private_cost); }},
};

/// A figure of one level alone.
struct OwnSeries {
    char const* name;
    char const* axis;
    sim::SeriesKind kind;
    char const* unit;
    char const* long_name;
    char const* meaning;
    char const* label_nl;
    double (*of)(Turn const&, sim::Quarter, std::size_t member);
};

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
                  return sum / count;
              }},
    OwnSeries{"nets_built", "land", stock, "1", "warmtenetten built by projects", "Ever",
              "gebouwde warmtenetten",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(
                      std::ranges::count(t.state.projects, true, &Project::net_built));
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
                  return stalls_by(t, StallCause::business_case);
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
    OwnSeries{"purse_left", "land", stock, "EUR", "programme money not yet set apart",
              "Sum over the routes", "geld van het programma nog niet besteed",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  auto const& purse = t.state.rijk.purse;
                  return static_cast<double>(
                      std::accumulate(purse.begin(), purse.end(), std::int64_t{0}));
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
    OwnSeries{"stations_full", "land", stock, "1", "stations that refused homes",
              "A job is waited for or running", "volle stations",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(std::ranges::count_if(
                      t.state.stations.asked.values(), [](std::uint16_t q) { return q != never; }));
              }},
    OwnSeries{"planning_load", "land", stock, "kW", "planning load of all stations",
              "Sum of planning figures per home, no coincidence over stations",
              "rekenbelasting van alle stations",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  double sum{0.0};
                  for (float const load : t.state.stations.load.values()) {
                      sum += static_cast<double>(load);
                  }
                  return sum;
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
    OwnSeries{"stations_built", "netbeheerder", stock, "1", "stations enlarged for homes", "Ever",
              "vergrote stations",
              [](Turn const& t, sim::Quarter, std::size_t n) {
                  return static_cast<double>(
                      t.state.netbeheerders.stations_built[sim::id_at<NetbeheerderId>(n)]);
              }},
};

/// The levels at which counted series are kept; wijken by year.
constexpr std::array<char const*, 4> quarterly_levels{"land", "gemeente", "res_regio",
                                                      "netbeheerder"};

std::string name_at(std::string const& name, std::string const& level) {
    return level == "land" ? name : level + "_" + name;
}

/// Counts summed to every level, in the order of wijken.
struct Levels {
    std::vector<Counts> land{1};
    std::vector<Counts> gemeente;
    std::vector<Counts> regio;
    std::vector<Counts> netbeheerder;

    [[nodiscard]] std::vector<Counts> const& at(std::size_t level) const {
        switch (level) {
        case 0:
            return land;
        case 1:
            return gemeente;
        case 2:
            return regio;
        default:
            return netbeheerder;
        }
    }
};

Levels sum_up(Turn const& turn) {
    Levels levels;
    levels.gemeente.resize(turn.world.gemeenten());
    levels.regio.resize(turn.world.regios());
    levels.netbeheerder.resize(turn.world.netbeheerders());
    auto const& geography = turn.world.geography;
    for (std::size_t w = 0; w < turn.world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const gemeente = geography.gemeente_of_wijk[wijk];
        levels.gemeente[sim::position(gemeente)] += turn.state.wijken.counts[wijk];
    }
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const id = sim::id_at<GemeenteId>(g);
        levels.land[0] += levels.gemeente[g];
        levels.regio[sim::position(geography.regio_of_gemeente[id])] += levels.gemeente[g];
        levels.netbeheerder[sim::position(geography.netbeheerder_of_gemeente[id])] +=
            levels.gemeente[g];
    }
    return levels;
}

} // namespace

sim::ResultShape result_shape(World const& world, sim::Quarter first, sim::Quarter last) {
    sim::ResultShape shape;
    auto const& geography = world.geography;
    shape.axes = {{"land", "whole world", {world.name}, {world.name}},
                  {"gemeente", "gemeente", geography.gemeente_codes, geography.gemeente_names},
                  {"res_regio", "RES-regio", geography.regio_codes, geography.regio_names},
                  {"netbeheerder", "netbeheerder", geography.netbeheerder_codes,
                   geography.netbeheerder_names},
                  {"wijk", "wijk", geography.wijk_codes, geography.wijk_names}};
    for (auto const* level : quarterly_levels) {
        for (auto const& c : counted) {
            shape.series.push_back({name_at(c.name, level), level, sim::Period::quarter, c.kind,
                                    c.unit, c.long_name, c.meaning, c.label_nl});
        }
    }
    for (auto const& s : own) {
        shape.series.push_back({s.name, s.axis, sim::Period::quarter, s.kind, s.unit, s.long_name,
                                s.meaning, s.label_nl});
    }
    for (auto const& c : counted) {
        shape.series.push_back({name_at(c.name, "wijk"), "wijk", sim::Period::year, c.kind, c.unit,
                                c.long_name, c.meaning, c.label_nl});
    }
    shape.first_quarter = first.index();
    shape.quarters = last.index() - first.index() + 1;
    shape.first_year = first.year();
    shape.years = last.year() - first.year() + 1;
    return shape;
}

void observe(Turn const& turn, sim::Quarter quarter, sim::ResultShape const& shape,
             sim::RunResult& result) {
    auto const levels = sum_up(turn);
    auto const step = static_cast<std::size_t>(quarter.index() - shape.first_quarter);
    std::size_t series{0};
    for (std::size_t level = 0; level < quarterly_levels.size(); ++level) {
        auto const& members = levels.at(level);
        for (auto const& c : counted) {
            auto& values = result.values[series++];
            for (std::size_t m = 0; m < members.size(); ++m) {
                values[step * members.size() + m] = static_cast<float>(c.of(members[m]));
            }
        }
    }
    for (auto const& s : own) {
        auto& values = result.values[series++];
        std::size_t const members = values.size() / static_cast<std::size_t>(shape.quarters);
        for (std::size_t m = 0; m < members; ++m) {
            values[step * members + m] = static_cast<float>(s.of(turn, quarter, m));
        }
    }
    auto const year = static_cast<std::size_t>(quarter.year() - shape.first_year);
    auto const wijken = turn.world.wijken();
    for (auto const& c : counted) {
        auto& values = result.values[series++];
        for (std::size_t w = 0; w < wijken; ++w) {
            auto& value = values[year * wijken + w];
            auto const now =
                static_cast<float>(c.of(turn.state.wijken.counts[sim::id_at<WijkId>(w)]));
            value = c.kind == stock || std::isnan(value) ? now : value + now;
        }
    }
}

} // namespace opschaling::models
