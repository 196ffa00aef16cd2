#include "models/world/simulation.hpp"

#include "models/experiment/experiment.hpp"
#include "models/learning/learn.hpp"
#include "models/world/begin_quarter.hpp"
#include "models/world/follow_measurements.hpp"
#include "models/world/observations.hpp"
#include "models/world/quarter.hpp"
#include "models/world/start_state.hpp"
#include "sim/snapshot/archive.hpp"

#include <algorithm>
#include <utility>

namespace opschaling::models {

struct Simulation::Inside {
    std::shared_ptr<World const> world;
    Parameters parameters;
    sim::Seed seed;
    Repertoire repertoire;
    State state;
    Workspace workspace;
    std::shared_ptr<Experiment const> experiment{};
    sim::Schedule<Turn> schedule{make_quarter()};

    [[nodiscard]] Turn turn() {
        return {*world, parameters, repertoire, chance(), state, workspace, experiment.get()};
    }

    /// Whose throws count: those of the replication, or others where an experiment asks for them.
    [[nodiscard]] sim::Seed chance() const {
        constexpr std::uint32_t apart{0x80000000U};
        auto const fresh = experiment ? experiment->fresh_chance : std::nullopt;
        return fresh ? sim::Seed{.study = seed.study + *fresh,
                                 .replication = seed.replication ^ apart}
                     : seed;
    }

    void size_workspace() {
        size_learning(*world, parameters, workspace);
        workspace.offers = sim::Column<WijkId, Offer>(world->wijken());
        workspace.new_jobs.assign(world->wijken(), {});
        workspace.boiler_days = sim::Column<WijkId, float>(world->wijken());
        workspace.standing_spent = sim::Column<WijkId, std::int64_t>(world->wijken());
        workspace.staff_on_rules = sim::Column<GemeenteId, double>(world->gemeenten());
    }
};

Simulation::Simulation(std::shared_ptr<World const> world, Parameters const& parameters,
                       sim::Seed seed)
    : inside_{std::make_unique<Inside>(Inside{.world = std::move(world),
                                              .parameters = parameters,
                                              .seed = seed,
                                              .repertoire = {},
                                              .state = {},
                                              .workspace = {}})} {
    inside_->parameters = follow_measurements(parameters, inside_->world->series);
    inside_->repertoire = Repertoire{parameters.aanpak, seed, &inside_->world->geography};
    auto turn = inside_->turn();
    take_up_parameters(turn);
    inside_->state =
        start_state(*inside_->world, inside_->parameters, inside_->workspace.loads, seed);
    inside_->state.learning =
        start_learning(*inside_->world, inside_->parameters, inside_->repertoire, seed);
    inside_->size_workspace();
    count_use(turn, next_quarter());
}

Simulation::Simulation(Simulation const& other)
    : inside_{std::make_unique<Inside>(*other.inside_)} {}

Simulation& Simulation::operator=(Simulation const& other) {
    if (this != &other) {
        inside_ = std::make_unique<Inside>(*other.inside_);
    }
    return *this;
}

Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;
Simulation::~Simulation() = default;

sim::Quarter Simulation::next_quarter() const {
    return sim::Quarter::at(inside_->state.quarter);
}

State const& Simulation::state() const {
    return inside_->state;
}

void Simulation::step(sim::ResultShape const& shape, sim::RunResult& result) {
    auto turn = inside_->turn();
    auto const quarter = next_quarter();
    inside_->schedule.run_quarter(turn, quarter);
    observe(turn, quarter, shape, result);
    inside_->state.quarter = quarter.next().index();
}

void Simulation::adopt(Parameters const& parameters) {
    auto const before =
        std::exchange(inside_->parameters, follow_measurements(parameters, inside_->world->series));
    auto const& now = inside_->parameters;
    if (!(before.aanpak == now.aanpak)) {
        inside_->repertoire = Repertoire{now.aanpak, inside_->seed, &inside_->world->geography};
    }
    size_learning(*inside_->world, parameters, inside_->workspace);
    // Loads and limits may be others now, so everything is counted and weighed anew.
    std::ranges::fill(inside_->state.grid.changed.values(), std::uint8_t{1});
    for (auto& connection : inside_->state.homes.connection.values()) {
        connection = connection.out_of_date();
    }
    auto turn = inside_->turn();
    if (!(before.heat == now.heat && before.bewoner == now.bewoner &&
          before.corporatie == now.corporatie && before.grid == now.grid)) {
        take_up_parameters(turn);
    }
    count_use(turn, next_quarter());
}

void Simulation::begin_experiment(std::function<Experiment(Turn const&)> const& draw) {
    impose(draw_experiment(draw));
}

std::shared_ptr<Experiment const>
Simulation::draw_experiment(std::function<Experiment(Turn const&)> const& draw) {
    auto experiment = draw(inside_->turn());
    experiment.began = inside_->state.quarter;
    return std::make_shared<Experiment const>(std::move(experiment));
}

void Simulation::impose(std::shared_ptr<Experiment const> experiment) {
    inside_->experiment = std::move(experiment);
}

Experiment const* Simulation::experiment() const {
    return inside_->experiment.get();
}

World const& Simulation::world() const {
    return *inside_->world;
}

std::vector<std::byte> Simulation::snapshot() const {
    sim::Writer writer;
    visit(writer, inside_->state);
    return writer.bytes();
}

void Simulation::restore(std::span<std::byte const> bytes) {
    sim::Reader reader{bytes};
    State state;
    visit(reader, state);
    if (!reader.at_end()) {
        throw sim::SnapshotError{"the snapshot holds more than a state"};
    }
    if (state.homes.heating.size() != inside_->world->homes() ||
        state.grid.contents.size() != inside_->world->grid.size() ||
        state.wijken.project.size() != inside_->world->wijken()) {
        throw sim::SnapshotError{"the snapshot belongs to another world"};
    }
    inside_->state = std::move(state);
}

std::vector<double> Simulation::phase_seconds() const {
    return inside_->schedule.seconds();
}

std::vector<PhaseText> schedule_text() {
    std::vector<PhaseText> lines;
    auto const schedule = make_quarter();
    for (auto const& phase : schedule.phases()) {
        lines.push_back({phase.sentence, phase.reads, phase.writes});
    }
    return lines;
}

} // namespace opschaling::models
