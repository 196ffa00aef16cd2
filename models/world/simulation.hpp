#pragma once

#include "models/world/parameters.hpp"
#include "models/world/world.hpp"
#include "sim/random/dice.hpp"
#include "sim/results/series.hpp"
#include "sim/time/quarter.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace opschaling::models {

struct State;
struct Turn;
struct Experiment;

/// One printed line of the schedule: what happens, what it reads, what it writes.
struct PhaseText {
    std::string sentence;
    std::string reads;
    std::string writes;
};

[[nodiscard]] std::vector<PhaseText> schedule_text();

/// Axes and series that a run over these quarters records.
[[nodiscard]] sim::ResultShape result_shape(World const& world, sim::Quarter first,
                                            sim::Quarter last);

/// One run of one world under one set of parameters. A copy is a branch: it shares the world and
/// goes its own way from here.
class Simulation {
public:
    Simulation(std::shared_ptr<World const> world, Parameters const& parameters, sim::Seed seed);
    Simulation(Simulation const& other);
    Simulation& operator=(Simulation const& other);
    Simulation(Simulation&&) noexcept;
    Simulation& operator=(Simulation&&) noexcept;
    ~Simulation();

    /// The quarter that `step` will run next.
    [[nodiscard]] sim::Quarter next_quarter() const;

    /// All that has changed so far, to look at: models/world/state.hpp.
    [[nodiscard]] State const& state() const;

    /// Runs one quarter and writes its figures into `result`, whose shape must be `shape`.
    void step(sim::ResultShape const& shape, sim::RunResult& result);

    /// From here on under other parameters: a branch of a common history.
    void adopt(Parameters const& parameters);

    /// From here on a run of a counterfactual experiment: `draw` sees this moment and says what is
    /// imposed. Like parameters, it is not part of the state.
    void begin_experiment(std::function<Experiment(Turn const&)> const& draw);

    /// What `draw` would impose from this moment on; the run itself goes on as it was.
    [[nodiscard]] std::shared_ptr<Experiment const>
    draw_experiment(std::function<Experiment(Turn const&)> const& draw);

    /// From here on under what was drawn at this moment or before; null ends an experiment.
    void impose(std::shared_ptr<Experiment const> experiment);

    /// What is imposed, or null: models/experiment/experiment.hpp.
    [[nodiscard]] Experiment const* experiment() const;

    [[nodiscard]] World const& world() const;

    /// The whole state as bytes, and back. Restoring needs the same world; parameters are not part
    /// of the state.
    [[nodiscard]] std::vector<std::byte> snapshot() const;
    void restore(std::span<std::byte const> bytes);

    /// Seconds spent in each phase of the schedule so far, in its order.
    [[nodiscard]] std::vector<double> phase_seconds() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace opschaling::models
