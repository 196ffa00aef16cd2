#pragma once

#include "tests/benchmark/runs.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace opschaling::benchmark {

/// The result file of a study of as many runs as `times`, each with the figures of `run`: seconds
/// of making, writing, packing, reading back and sealing it, and its size in bytes.
[[nodiscard]] std::pair<double, std::uint64_t> write_results(scenarios::Study const& study,
                                                             models::World const& world,
                                                             FinishedRun const& run,
                                                             std::size_t times);

} // namespace opschaling::benchmark
