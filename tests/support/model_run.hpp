#pragma once

#include "models/aanpak/approach.hpp"
#include "models/world/parameters.hpp"
#include "models/world/simulation.hpp"
#include "models/world/state.hpp"
#include "models/world/turn.hpp"
#include "models/world/world.hpp"
#include "sim/results/series.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace opschaling::tests {

/// The values of scenarios/parameters, as a study reads them; routes have no share yet.
[[nodiscard]] models::Parameters const& shipped_parameters();

/// The same with constant shares of groei, replicatie, circulatie and institutionalisering from
/// 2018 on, and the money of the programme from then on too.
[[nodiscard]] models::Parameters with_routes(double groei, double replicatie, double circulatie,
                                             double institutionalisering);

/// The same with nothing that wijken share: no crews, stations, staff or money can run short,
/// nobody knows anyone, nothing is learned and nobody competes for a place.
void share_nothing(models::Parameters& parameters);

/// The same without what rules, exemptions, opposition and norms do: five barriers less, contracts
/// that never end, exemptions and rules that nobody contests, installers without other work.
void contest_nothing(models::Parameters& parameters);

/// The world without any tie between homes.
[[nodiscard]] std::shared_ptr<models::World const>
without_ties(std::shared_ptr<models::World const> const& world);

/// What heating costs in a quarter under these parameters.
[[nodiscard]] models::CostTable costs_of(models::Parameters const& parameters,
                                         sim::Quarter quarter);

/// A run and all that it recorded.
struct ModelRun {
    sim::ResultShape shape;
    sim::RunResult result;
    models::Simulation simulation;

    /// The values of a series, step by step, members side by side.
    [[nodiscard]] std::span<float const> series(std::string_view name) const;
    [[nodiscard]] double last(std::string_view name, std::size_t member = 0) const;
    [[nodiscard]] double sum(std::string_view name) const;
};

inline constexpr sim::Seed first_seed{.study = 1, .replication = 0};

/// Runs so many quarters from 2018-Q1; `after` sees the simulation at the end of each.
[[nodiscard]] ModelRun run_model(std::shared_ptr<models::World const> const& world,
                                 models::Parameters const& parameters, int quarters,
                                 sim::Seed seed = first_seed,
                                 std::function<void(models::Simulation const&)> const& after = {});

/// Names of the series in which two results of one shape differ, apart from those named.
[[nodiscard]] std::string differing_series(ModelRun const& a, ModelRun const& b);

/// All that one phase needs, laid out on a table: for trying a phase by itself.
class Desk {
public:
    Desk(std::shared_ptr<models::World const> world, models::Parameters parameters,
         sim::Seed seed = first_seed);

    /// A turn at the beginning of a quarter: prices set, flows at zero.
    [[nodiscard]] models::Turn turn(sim::Quarter quarter);

    std::shared_ptr<models::World const> world;
    models::Parameters parameters;
    sim::Seed seed;
    models::Repertoire repertoire;
    models::State state;
    models::Workspace workspace;
};

} // namespace opschaling::tests
