#include "tests/property/models/laws.hpp"

#include "models/grid/weigh_grid.hpp"
#include "models/heat/cost_table.hpp"
#include "models/world/state.hpp"
#include "tests/support/model_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace opschaling::tests {

using namespace opschaling::models;

namespace {

constexpr double mean_demand{128.0};

class Laws {
public:
    Laws(World const& world, Parameters const& parameters, Simulation const& simulation)
        : world_{world},
          parameters_{parameters},
          state_{simulation.state()},
          quarter_{simulation.next_quarter().index() - 1} {}

    [[nodiscard]] std::string const& broken() const { return broken_; }

    /// Every home present is in exactly one system, and what is counted of it is true.
    void homes_are_counted() {
        auto const& g = world_.geography;
        auto const costs = tests::costs_of(parameters_, sim::Quarter::at(quarter_));
        for (std::size_t w = 0; w < world_.wijken(); ++w) {
            auto const wijk = sim::id_at<WijkId>(w);
            auto const& counts = state_.wijken.counts[wijk];
            Counts again;
            std::int32_t waiting{0};
            for (auto h = g.homes_of_wijk.begin(wijk); h < g.homes_of_wijk.end(wijk); ++h) {
                count_home(h, static_cast<double>(state_.wijken.behaviour[wijk]), costs, again,
                           waiting);
            }
            expect(again.homes == counts.homes, w, "homes by heating system");
            expect(again.gas == counts.gas, w, "gas");
            expect(again.electricity == counts.electricity, w, "electricity");
            expect(again.net_heat == counts.net_heat, w, "heat of warmtenetten");
            expect(again.ready == counts.ready, w, "homes ready to leave gas");
            expect(again.reached == counts.reached, w, "homes reached");
            expect(again.signed_up == counts.signed_up, w, "homes signed up");
            expect(again.gas_free_by_project == counts.gas_free_by_project, w,
                   "homes that left gas by a project");
            expect(waiting == counts.waiting_installer + counts.waiting_station, w,
                   "homes waiting");
            nothing_negative(counts, w);
            expect(counts.total_cost == counts.programme_cost + counts.subsidy_cost +
                                            counts.private_cost + counts.grid_cost,
                   w, "who pays");
            double const trust = static_cast<double>(state_.wijken.trust[wijk]);
            expect(trust >= 0.0 && trust <= 1.0, w, "trust between 0 and 1");
        }
    }

    /// What each home knows of its ties is what its ties have that are built.
    void ties_are_counted() {
        auto const& homes = state_.homes;
        for (std::size_t h = 0; h < world_.homes(); ++h) {
            std::array<unsigned, heating_systems> with{};
            for (auto const neighbour : world_.ties.neighbours(h)) {
                auto const other = sim::id_at<HomeId>(neighbour);
                if ((homes.progress[other] & progress::present) != 0) {
                    ++with[static_cast<std::size_t>(homes.heating[other])];
                }
            }
            auto const id = sim::id_at<HomeId>(h);
            expect(with[1] == homes.ties_hybrid[id] && with[2] == homes.ties_heat_pump[id] &&
                       with[3] == homes.ties_warmtenet[id],
                   h, "ties of a home");
        }
    }

    /// What every asset feeds is what its homes have, to the last one: nothing drifts.
    void grid_feeds_its_homes() {
        if (!parameters_.grid.is_on) {
            return; // left out: nobody counts
        }
        auto const again = count_contents(world_, state_.homes);
        for (std::size_t a = 0; a < world_.grid.size(); ++a) {
            auto const asset = sim::id_at<AssetId>(a);
            expect(state_.grid.contents[asset] == again[asset], a, "contents of an asset");
            expect(state_.grid.refused_load[asset] >= 0.0F, a, "load refused by an asset");
        }
    }

    void jobs_are_kept(Ledger& ledger) {
        for (auto const& counts : state_.wijken.counts.values()) {
            ledger.asked += counts.asked;
            ledger.granted += counts.granted;
            ledger.withdrawn += counts.withdrawn;
            ledger.programme += counts.programme_cost;
        }
        auto const waiting = static_cast<std::int64_t>(state_.waiting.size());
        expect(ledger.asked == ledger.granted + ledger.withdrawn + waiting, 0,
               fmt::format("{} jobs asked = {} granted + {} withdrawn + {} waiting", ledger.asked,
                           ledger.granted, ledger.withdrawn, waiting));
    }

    /// Money of the programme spent is money taken from pilots' grants and routes' purses, less
    /// what projects still hold.
    void money_is_kept(Ledger const& ledger) {
        std::int64_t taken{0};
        for (auto const& project : state_.projects) {
            expect(project.reserve >= 0, project.wijk, "reserve of a project");
            taken += (project.origin == ProjectOrigin::proeftuin ? project.granted : 0) -
                     project.reserve;
        }
        for (std::size_t route = 0; route < routes; ++route) {
            taken += state_.rijk.received[route] - state_.rijk.purse[route];
        }
        auto const spent = ledger.programme + state_.rijk.rule_cost_total;
        expect(spent == taken, 0, fmt::format("EUR {} spent = EUR {} taken", spent, taken));
    }

    void projects_are_kept() {
        std::vector<std::uint32_t> pending(state_.projects.size(), 0);
        for (auto const& job : state_.waiting) {
            if (job.by_project) {
                auto const wijk = world_.geography.wijk_of_straat[sim::id_at<StraatId>(job.straat)];
                ++pending[state_.wijken.project[wijk]];
            }
        }
        for (std::size_t p = 0; p < state_.projects.size(); ++p) {
            auto const& project = state_.projects[p];
            expect(project.pending == pending[p], p, "jobs pending of a project");
            expect(project.left_gas <= project.reached, p, "a project's homes were reached");
        }
    }

private:
    void count_home(std::uint32_t home, double behaviour, CostTable const& costs, Counts& again,
                    std::int32_t& waiting) const {
        auto const id = sim::id_at<HomeId>(home);
        auto const bits = state_.homes.progress[id];
        if ((bits & progress::present) == 0) {
            return;
        }
        auto const& dwellings = world_.dwellings;
        auto const system = static_cast<std::size_t>(state_.homes.heating[id]);
        auto const cell =
            heat_class(dwellings.shape[id], dwellings.period[id], state_.homes.insulation[id]);
        double const demand = dwellings.demand_factor[id] / mean_demand * behaviour;
        ++again.homes[system];
        again.gas += std::llround(costs.gas[cell][system] * demand);
        again.electricity += std::llround(costs.electricity[cell][system] * demand);
        bool const on_net = state_.homes.heating[id] == HeatingSystem::warmtenet;
        again.net_heat += on_net ? std::llround(costs.heat[cell].useful() * demand) : 0;
        again.ready +=
            !is_gas_free(state_.homes.heating[id]) && costs.heat[cell].fits_heat_pump ? 1 : 0;
        again.reached += (bits & progress::reached) != 0 ? 1 : 0;
        again.signed_up += (bits & progress::signed_up) != 0 ? 1 : 0;
        again.gas_free_by_project += (bits & progress::by_project) != 0 ? 1 : 0;
        waiting += (bits & progress::waiting) != 0 ? 1 : 0;
    }

    void nothing_negative(Counts const& c, std::size_t wijk) {
        auto const lowest =
            std::min({c.homes[0], c.homes[1], c.homes[2], c.homes[3], c.gas_free_by_project,
                      c.waiting_installer, c.waiting_station, c.signed_up, c.reached, c.asked,
                      c.granted, c.withdrawn, c.boilers_replaced, c.installed[0], c.installed[1],
                      c.installed[2], c.installed[3]});
        auto const least = std::min(
            {c.gas, c.electricity, c.programme_cost, c.subsidy_cost, c.grid_cost, c.total_cost});
        expect(lowest >= 0 && least >= 0, wijk, "nothing counted is negative");
        // Money for a fee reaches the warmtebedrijf, which may have laid out less (decision 99).
        double const fee = parameters_.warmtenet.connection_fee.canonical() *
                           (1.0 + parameters_.installer.price_response);
        auto const connected = c.installed[static_cast<std::size_t>(HeatingSystem::warmtenet)];
        expect(static_cast<double>(c.private_cost) >= -(fee + 1.0) * connected, wijk,
               "private cost is below zero by no more than the fees");
    }

    void expect(bool holds, std::size_t where, std::string const& law) {
        if (!holds && broken_.size() < 500) {
            broken_ += fmt::format("{} (number {}, quarter {}); ", law, where, quarter_);
        }
    }

    World const& world_;
    Parameters const& parameters_;
    State const& state_;
    int quarter_;
    std::string broken_;
};

} // namespace

std::string broken_laws(World const& world, Parameters const& parameters,
                        Simulation const& simulation, Ledger& ledger) {
    Laws laws{world, parameters, simulation};
    laws.homes_are_counted();
    laws.ties_are_counted();
    laws.grid_feeds_its_homes();
    laws.jobs_are_kept(ledger);
    laws.money_is_kept(ledger);
    laws.projects_are_kept();
    return laws.broken();
}

} // namespace opschaling::tests
