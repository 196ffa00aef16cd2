#pragma once

#include "sim/network/graph.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::benchmark {

/// How an agent knows how many of its neighbours adopted.
enum class Form : std::uint8_t {
    incremental, ///< who adopts tells its neighbours
    recounting   ///< every agent looks at all its neighbours in every step
};

/// The field's common diffusion job on the engine: Bass diffusion on a network, p 0.0005, q 0.03,
/// seen as it stood after the step before. The step in which each agent adopted, from 1; 0 for who
/// did not. Both forms give the same steps, for any number of threads.
[[nodiscard]] std::vector<std::uint32_t> diffuse(sim::Graph const& ties, std::uint32_t steps,
                                                 Form form);

} // namespace opschaling::benchmark
