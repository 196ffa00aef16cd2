#include "tests/support/model_run.hpp"

#include "models/learning/learn.hpp"
#include "models/world/begin_quarter.hpp"
#include "models/world/start_state.hpp"
#include "scenarios/reader/study.hpp"

#include <cstring>
#include <filesystem>
#include <numeric>
#include <stdexcept>

namespace opschaling::tests {

using namespace opschaling::models;

Parameters const& shipped_parameters() {
    static Parameters const parameters = [] {
        auto const folder = std::filesystem::path{OPSCHALING_SOURCE_DIR} / "scenarios";
        return scenarios::read_study({folder / "vier_routes.yaml", folder / "parameters", {}})
            .parameters;
    }();
    return parameters;
}

Parameters with_routes(double groei, double replicatie, double circulatie,
                       double institutionalisering) {
    auto parameters = shipped_parameters();
    parameters.rijk.share_groei = {{{2018, groei}}};
    parameters.rijk.share_replicatie = {{{2018, replicatie}}};
    parameters.rijk.share_circulatie = {{{2018, circulatie}}};
    parameters.rijk.share_institutionalisering = {{{2018, institutionalisering}}};
    return parameters;
}

void share_nothing(Parameters& parameters) {
    parameters.installer.capacity_binds = false;
    parameters.installer.price_response = 0.0;
    parameters.netbeheerder.capacity_binds = false;
    parameters.project.staff_binds = false;
    parameters.skill.binds = false;
    parameters.koppelkans.crews_trained = 0.0;
    parameters.rijk.budget_binds = false;
    parameters.route.results_are_seen = false;
    parameters.learning.exchange = {{{2018, 0.0}}};
    parameters.learning.learns_until = 2018;
    parameters.gemeente.adopt_peers = 0.0;
    parameters.gemeente.free_riding = 0.0;
    parameters.project.learning_by_doing = 0.0;
    contest_nothing(parameters);
}

void contest_nothing(Parameters& parameters) {
    for (auto* row : {&parameters.barrier.unprofitable_part, &parameters.barrier.tendering,
                      &parameters.barrier.data_sharing, &parameters.barrier.heat_market_order,
                      &parameters.barrier.vve_rule}) {
        (*row)[0] = 0.0;
    }
    parameters.barrier.contracts_end = false;
    parameters.exemption.revocation = sim::Rate{};
    parameters.opposition.stakes.fill(0.0);
    parameters.opposition.media_weight = 0.0;
    parameters.rule.votes = false;
    parameters.rule.stage_team = 0.0;
    parameters.rule.waiting_signals = sim::Rate{};
    parameters.transition.norm_in_plans = 0.0;
    parameters.installer.other_work = {{{2018, 0.0}}};
    parameters.installer.refused_work_counts = true;
}

std::shared_ptr<World const> without_ties(std::shared_ptr<World const> const& world) {
    auto lonely = *world;
    lonely.ties = sim::Graph{std::vector<std::uint32_t>(world->homes() + 1, 0), {}};
    return std::make_shared<World const>(std::move(lonely));
}

std::span<float const> ModelRun::series(std::string_view name) const {
    for (std::size_t i = 0; i < shape.series.size(); ++i) {
        if (shape.series[i].name == name) {
            return result.values[i];
        }
    }
    throw std::invalid_argument{"there is no series " + std::string{name}};
}

double ModelRun::last(std::string_view name, std::size_t member) const {
    for (auto const& declared : shape.series) {
        if (declared.name == name) {
            auto const values = series(name);
            return static_cast<double>(
                values[values.size() - shape.axis_of(declared).codes.size() + member]);
        }
    }
    throw std::invalid_argument{"there is no series " + std::string{name}};
}

double ModelRun::sum(std::string_view name) const {
    auto const values = series(name);
    return std::accumulate(values.begin(), values.end(), 0.0);
}

ModelRun run_model(std::shared_ptr<World const> const& world, Parameters const& parameters,
                   int quarters, sim::Seed seed,
                   std::function<void(Simulation const&)> const& after) {
    auto const shape = result_shape(*world, sim::Quarter::at(0), sim::Quarter::at(quarters - 1));
    ModelRun run{shape, sim::RunResult::of_shape(shape), Simulation{world, parameters, seed}};
    for (int i = 0; i < quarters; ++i) {
        run.simulation.step(run.shape, run.result);
        if (after) {
            after(run.simulation);
        }
    }
    return run;
}

std::string differing_series(ModelRun const& a, ModelRun const& b) {
    std::string names;
    for (std::size_t i = 0; i < a.result.values.size(); ++i) {
        auto const& mine = a.result.values[i];
        auto const& other = b.result.values[i];
        // Byte by byte: a figure that is missing in both is the same.
        if (mine.size() != other.size() ||
            std::memcmp(mine.data(), other.data(), mine.size() * sizeof(float)) != 0) {
            names += a.shape.series[i].name + " ";
        }
    }
    return names;
}

CostTable costs_of(Parameters const& parameters, sim::Quarter quarter) {
    return make_cost_table(
        make_lasting_costs(parameters.heat, parameters.bewoner, parameters.corporatie),
        parameters.heat, parameters.price, parameters.warmtenet, quarter);
}

Desk::Desk(std::shared_ptr<World const> world_, Parameters parameters_, sim::Seed seed_)
    : world{std::move(world_)},
      parameters{std::move(parameters_)},
      seed{seed_},
      repertoire{parameters.aanpak, seed, &world->geography},
      state{start_state(*world, parameters, seed)} {
    state.learning = start_learning(*world, parameters, repertoire, seed);
    size_learning(*world, parameters, workspace);
    workspace.loads = make_load_table(parameters.grid, parameters.heat);
    workspace.offers = sim::Column<WijkId, Offer>(world->wijken());
    workspace.new_jobs.assign(world->wijken(), {});
    workspace.boiler_days = sim::Column<WijkId, float>(world->wijken());
    workspace.standing_spent = sim::Column<WijkId, std::int64_t>(world->wijken());
    workspace.staff_on_rules = sim::Column<GemeenteId, double>(world->gemeenten());
}

Turn Desk::turn(sim::Quarter quarter) {
    state.quarter = quarter.index();
    Turn turn{*world, parameters, repertoire, seed, state, workspace};
    take_up_parameters(turn);
    begin_quarter(turn, quarter);
    return turn;
}

} // namespace opschaling::tests
