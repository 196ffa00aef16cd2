#pragma once

#include "models/world/buurt_table.hpp"
#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"
#include "sim/results/series.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace opschaling::benchmark {

/// The study whose runs are timed: `scenarios/vier_routes.yaml`, at its own settings.
[[nodiscard]] scenarios::Study read_four_routes();

[[nodiscard]] models::Parameters const& parameters_of(scenarios::Study const& study,
                                                      std::string_view variant);

using SharedWorld = std::shared_ptr<models::World const>;

[[nodiscard]] SharedWorld build(models::BuurtTable const& table, scenarios::Study const& study);

/// Whole gemeenten of the country, in its order, of together about `homes`; the nearest single one
/// where that comes closer.
[[nodiscard]] models::BuurtTable gemeenten_of_about(models::BuurtTable const& country,
                                                    double homes);

/// Whole gemeenten of the country of together about `homes`, with wijken and gemeenten as large as
/// the country's: each of them costs something whatever its size, so a town of large wijken says
/// nothing of scale.
[[nodiscard]] models::BuurtTable part_like(models::BuurtTable const& country, double homes);

/// The RES-regio nearest to the mean in homes.
[[nodiscard]] models::BuurtTable middle_regio(models::BuurtTable const& country);

/// A whole run, 2018-Q1 to 2050-Q4, and where its time went.
struct FinishedRun {
    double seconds{0.0}; ///< starting state and all quarters
    double start_seconds{0.0};
    std::vector<double> phase_seconds;
    sim::RunResult result;
};

[[nodiscard]] FinishedRun run_through(scenarios::Study const& study, std::string_view variant,
                                      SharedWorld const& world, std::uint32_t replication = 0);

/// FNV-1a over every figure of a run: equal hashes say that a change kept the results.
[[nodiscard]] std::uint64_t hash_of(sim::RunResult const& result);

/// Bytes of a world's columns and ties.
[[nodiscard]] std::uint64_t bytes_of(models::World const& world);

} // namespace opschaling::benchmark
