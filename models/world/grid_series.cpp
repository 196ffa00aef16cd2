#include "models/grid/asset_tree.hpp"
#include "models/netbeheerder/gas_grid.hpp"
#include "models/world/series_tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace opschaling::models {

namespace {

constexpr auto stock = sim::SeriesKind::stock;
constexpr auto flow = sim::SeriesKind::flow;

LevelFigures const& level(Turn const& turn, std::size_t l) {
    return turn.workspace.grid_figures[l];
}

double assets(Turn const& turn, std::size_t l) {
    return turn.world.grid.count(static_cast<GridLevel>(l));
}

bool is_limited(std::size_t l) {
    return l < limited_levels;
}

double count_jobs(Turn const& turn, std::size_t l, bool running) {
    auto const& jobs = turn.state.grid.jobs;
    return static_cast<double>(std::ranges::count_if(jobs, [&](AssetJob const& job) {
        return turn.world.grid.level_of(job.asset) == static_cast<GridLevel>(l) &&
               (job.ready != never) == running;
    }));
}

double in_use(Turn const& turn, std::size_t load) {
    double sum{0.0};
    auto const& tree = turn.world.grid;
    for (auto a = tree.begin(GridLevel::region); a < tree.end(GridLevel::region); ++a) {
        sum += turn.state.grid.contents[sim::id_at<AssetId>(a)].count[load];
    }
    return sum;
}

double homes_on_gas(Turn const& turn, NetbeheerderId netbeheerder) {
    double sum{0.0};
    auto const& tree = turn.world.grid;
    for (auto a = tree.begin(GridLevel::region); a < tree.end(GridLevel::region); ++a) {
        auto const asset = sim::id_at<AssetId>(a);
        sum += tree.netbeheerder[asset] == netbeheerder
                   ? turn.state.grid.contents[asset].homes_on_gas()
                   : 0.0;
    }
    return sum;
}

constexpr std::array of_grid{
    OwnSeries{"grid_capacity", "grid_level", stock, "kW", "capacity of all assets of the level",
              "A region has no limit of its own: zero", "capaciteit van het net",
              [](Turn const& t, sim::Quarter, std::size_t l) { return level(t, l).capacity; }},
    OwnSeries{"grid_spare", "grid_level", stock, "1", "mean spare part of the capacity",
              "1 less the peak, or the feed-in if more, over capacity; mean over assets",
              "gemiddelde ruimte op het net",
              [](Turn const& t, sim::Quarter, std::size_t l) {
                  return is_limited(l) ? level(t, l).spare / assets(t, l) : std::nan("");
              }},
    OwnSeries{"grid_energy", "grid_level", stock, "kWh/year", "electricity of homes over the level",
              "PV taken off, firms left out: the same at every level", "stroom van woningen",
              [](Turn const& t, sim::Quarter, std::size_t l) { return level(t, l).energy; }},
    OwnSeries{"grid_peak", "grid_level", stock, "kW", "sum of the peaks of all assets",
              "Each at its own worst hour; firms from strings up", "som van de pieken",
              [](Turn const& t, sim::Quarter, std::size_t l) { return level(t, l).peak; }},
    OwnSeries{"grid_coincidence", "grid_level", stock, "1", "coincidence factor",
              "Peak of all together over the sum of each asset's own", "gelijktijdigheid",
              [](Turn const& t, sim::Quarter, std::size_t l) {
                  return level(t, l).together / level(t, l).peak;
              }},
    OwnSeries{"grid_feed_in", "grid_level", stock, "kW", "sum of the feed-in peaks of all assets",
              "Each at its own worst hour", "som van de terugleverpieken",
              [](Turn const& t, sim::Quarter, std::size_t l) { return level(t, l).feed_in; }},
    OwnSeries{"grid_overload", "grid_level", stock, "kWh/year", "energy above capacity",
              "Load or feed-in over the hours of the design days", "overbelasting",
              [](Turn const& t, sim::Quarter, std::size_t l) { return level(t, l).overload; }},
    OwnSeries{"grid_overloaded", "grid_level", stock, "1", "overloaded assets",
              "Peak or feed-in above capacity", "overbelaste delen van het net",
              [](Turn const& t, sim::Quarter, std::size_t l) { return level(t, l).overloaded; }},
    OwnSeries{"grid_refused", "grid_level", stock, "1", "homes refused by assets of the level",
              "A home that several levels refuse counts in each", "geweigerde woningen",
              [](Turn const& t, sim::Quarter, std::size_t l) { return level(t, l).refused; }},
    OwnSeries{"grid_jobs_waiting", "grid_level", stock, "1", "jobs asked and not begun",
              "For permit, transformer or technicians", "werk dat wacht",
              [](Turn const& t, sim::Quarter, std::size_t l) { return count_jobs(t, l, false); }},
    OwnSeries{"grid_jobs_running", "grid_level", stock, "1", "jobs under way", "Begun, not ready",
              "werk in uitvoering",
              [](Turn const& t, sim::Quarter, std::size_t l) { return count_jobs(t, l, true); }},
    OwnSeries{"grid_jobs_done", "grid_level", flow, "1", "jobs done", "With more capacity",
              "afgerond werk",
              [](Turn const& t, sim::Quarter, std::size_t l) {
                  return is_limited(l) ? double(t.state.grid.jobs_done[l]) : 0.0;
              }},
    OwnSeries{"grid_job_cost", "grid_level", flow, "EUR", "cost of jobs done",
              "In discrete steps, when the job is ready", "kosten van netverzwaring",
              [](Turn const& t, sim::Quarter, std::size_t l) {
                  return is_limited(l) ? double(t.state.grid.job_cost[l]) : 0.0;
              }},
    OwnSeries{
        "grid_wait", "grid_level", stock, "year", "mean time from shortage to capacity",
        "Of jobs done in this quarter; missing while there are none", "wachttijd tot er ruimte is",
        [](Turn const& t, sim::Quarter, std::size_t l) {
            return is_limited(l) && t.state.grid.jobs_done[l] > 0
                       ? double(t.state.grid.job_wait[l]) / 4.0 / double(t.state.grid.jobs_done[l])
                       : std::nan("");
        }},
    OwnSeries{"national_peak", "land", stock, "kW", "peak of all homes and firms together",
              "Sum of regions at their worst common hour", "piek van het hele land",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return level(t, grid_levels - 1).together;
              }},
    OwnSeries{"feeders_low_voltage", "land", stock, "1", "feeders with too low a voltage",
              "At their end at full load, by linearised DistFlow", "straten met te lage spanning",
              [](Turn const& t, sim::Quarter, std::size_t) { return level(t, 0).low_voltage; }},
    OwnSeries{"feeders_high_voltage", "land", stock, "1", "feeders with too high a voltage",
              "At their end at full feed-in of PV", "straten met te hoge spanning",
              [](Turn const& t, sim::Quarter, std::size_t) { return level(t, 0).high_voltage; }},
    OwnSeries{"homes_with_ev", "land", stock, "1", "homes that charge a car", "By scenario",
              "woningen met een laadpaal",
              [](Turn const& t, sim::Quarter, std::size_t) { return in_use(t, load_class::ev); }},
    OwnSeries{"homes_with_pv", "land", stock, "1", "homes with PV", "By scenario",
              "woningen met zonnepanelen",
              [](Turn const& t, sim::Quarter, std::size_t) { return in_use(t, load_class::pv); }},
    OwnSeries{
        "candidate_error", "land", stock, "1", "largest part of a peak that was missed",
        "By the candidate hours of feeders and stations; checked every five years",
        "fout door kandidaat-uren",
        [](Turn const& t, sim::Quarter, std::size_t) { return t.state.grid.candidate_error; }},
    OwnSeries{"stations_built", "netbeheerder", stock, "1", "stations built or enlarged", "Ever",
              "gebouwde of vergrote stations",
              [](Turn const& t, sim::Quarter, std::size_t n) {
                  return static_cast<double>(
                      t.state.netbeheerders.stations_built[sim::id_at<NetbeheerderId>(n)]);
              }},
    OwnSeries{"technicians", "netbeheerder", stock, "1", "technicians against 2024",
              "They set the yearly output of every level", "monteurs van de netbeheerder",
              [](Turn const& t, sim::Quarter, std::size_t n) {
                  return t.state.netbeheerders.workforce[sim::id_at<NetbeheerderId>(n)];
              }},
    OwnSeries{"gas_mains", "netbeheerder", stock, "m", "gas mains in use",
              "In streets where at least one home uses gas; counted once a year",
              "gasleiding in gebruik",
              [](Turn const& t, sim::Quarter, std::size_t n) {
                  return t.state.netbeheerders.gas_mains[sim::id_at<NetbeheerderId>(n)];
              }},
    OwnSeries{"gas_grid_cost_per_home", "netbeheerder", stock, "EUR/year",
              "yearly cost of the gas grid for each home that uses it",
              "Mains in use and connections over the homes that remain", "gasnetkosten per woning",
              [](Turn const& t, sim::Quarter, std::size_t n) {
                  auto const id = sim::id_at<NetbeheerderId>(n);
                  return gas_grid_cost_per_home(t.parameters.netbeheerder,
                                                t.state.netbeheerders.gas_mains[id],
                                                homes_on_gas(t, id));
              }},
};

} // namespace

std::span<OwnSeries const> grid_series() {
    return of_grid;
}

} // namespace opschaling::models
