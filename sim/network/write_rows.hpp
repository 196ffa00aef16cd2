#pragma once

#include "sim/network/graph.hpp"
#include "sim/parallel/chunks.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::sim {

/// Rows of a network too large for an intermediate list of ties, written at once and in parallel:
/// `degree(node)` is the length of a row and `fill(node, row)` writes its neighbours, sorted. The
/// caller sees to it that every tie stands in both rows; `is_undirected` checks it.
template <typename Degree, typename Fill>
[[nodiscard]] Graph write_rows(std::size_t nodes, Degree const& degree, Fill const& fill) {
    constexpr std::size_t chunk{16384};
    std::vector<std::uint32_t> starts(nodes + 1, 0);
    for_each_chunk(nodes, chunk, [&](std::size_t begin, std::size_t end) {
        for (std::size_t node = begin; node < end; ++node) {
            starts[node + 1] = degree(node);
        }
    });
    for (std::size_t node = 0; node < nodes; ++node) {
        starts[node + 1] += starts[node];
    }
    std::vector<std::uint32_t> targets(starts[nodes]);
    for_each_chunk(nodes, chunk, [&](std::size_t begin, std::size_t end) {
        for (std::size_t node = begin; node < end; ++node) {
            fill(node, std::span{targets}.subspan(starts[node], starts[node + 1] - starts[node]));
        }
    });
    return {std::move(starts), std::move(targets)};
}

/// Every tie stands in both rows, no node is tied to itself, rows are sorted and have no repeats.
[[nodiscard]] bool is_undirected(Graph const& graph);

} // namespace opschaling::sim
