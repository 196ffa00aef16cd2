#pragma once

#include "analysis/effects/density_curve.hpp"
#include "analysis/effects/player_sample.hpp"
#include "app/effects/effect_runs.hpp"
#include "app/effects/players.hpp"

#include <memory>
#include <vector>

namespace opschaling::app {

/// The runs of one replication for the whole and its parts, and their places in the batch.
struct WholeReplication {
    std::vector<analysis::Coalition> nodes; ///< nested, one a density node
    analysis::PlayerSample singletons;
};

/// Draws who takes part in which run of a replication.
[[nodiscard]] WholeReplication design_whole(Players const& players, std::size_t singletons,
                                            sim::Seed seed);

/// A run in which these players do what was drawn for them, under other parameters or none.
[[nodiscard]] BatchRun run_of(models::World const& world, Players const& players,
                              analysis::Coalition const& coalition, std::uint32_t replication,
                              std::shared_ptr<models::Parameters const> parameters = nullptr);

/// [player] within each stratum: what the drawn ones add alone, from worths in the order of the
/// sample.
[[nodiscard]] std::vector<std::vector<double>>
added_alone(analysis::PlayerSample const& sample, std::span<double const> worths, double of_nobody);

} // namespace opschaling::app
