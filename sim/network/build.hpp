#pragma once

#include "sim/network/graph.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace opschaling::sim {

using Tie = std::pair<std::uint32_t, std::uint32_t>;

/// Rows from undirected ties; a tie of a node with itself is dropped, a repeated tie kept once.
[[nodiscard]] Graph build_graph(std::size_t nodes, std::span<Tie const> ties);

/// The number of the connected component of each node, numbered in order of their first node.
[[nodiscard]] std::vector<std::uint32_t> connected_components(Graph const& graph);

} // namespace opschaling::sim
