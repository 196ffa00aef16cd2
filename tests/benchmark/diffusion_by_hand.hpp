#pragma once

#include "tests/benchmark/diffusion.hpp"
#include "tests/benchmark/reference_kernel.hpp"

#include <cstdint>
#include <vector>

namespace opschaling::benchmark {

/// The same job without a line of the engine, as one would write it for speed: bits for who
/// adopted, a table of thresholds, numbers for 64 agents drawn side by side, oneTBB for threads.
/// Gives what `run_reference_kernel` gives, in both forms.
[[nodiscard]] std::vector<std::uint32_t> diffuse_by_hand(ReferenceNetwork const& network,
                                                         std::uint32_t steps, Form form);

} // namespace opschaling::benchmark
