#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace opschaling::benchmark {

/// A random undirected network of mean degree 10 in compressed rows, without ties to oneself.
struct ReferenceNetwork {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> targets;

    [[nodiscard]] std::uint32_t agents() const {
        return static_cast<std::uint32_t>(starts.size() - 1);
    }
};

[[nodiscard]] ReferenceNetwork make_reference_network(std::uint32_t agents);

struct ReferenceOutcome {
    std::array<std::uint32_t, 4> adopters{}; ///< after steps 90, 180, 270 and 360
    std::uint64_t hash{0};                   ///< of the step in which each agent adopted
};

/// The yardstick of every ratio: the field's common diffusion job, written by hand on one thread
/// without a line of the engine. Bass diffusion, p 0.0005, q 0.03, 360 steps; in each step every
/// agent reads the flags of all its neighbours as they stood after the step before, and draws one
/// uniform number. State is one bit an agent; a Philox block serves four agents.
[[nodiscard]] ReferenceOutcome run_reference_kernel(ReferenceNetwork const& network);

} // namespace opschaling::benchmark
