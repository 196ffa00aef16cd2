#pragma once

#include "sim/network/graph.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::sim {

/// Trees side by side: who stands below whom, and an order in which all below a node come first.
struct Forest {
    Graph below; ///< directed rows: the children of a node, in order of their number
    std::vector<std::uint32_t> leaves_first;
};

/// From the node above each node; a root stands above itself. Throws where nodes stand above each
/// other in a circle.
[[nodiscard]] Forest build_forest(std::span<std::uint32_t const> above);

} // namespace opschaling::sim
