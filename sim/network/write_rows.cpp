#include "sim/network/write_rows.hpp"

#include <algorithm>

namespace opschaling::sim {

bool is_undirected(Graph const& graph) {
    for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
        auto const row = graph.neighbours(node);
        if (std::ranges::adjacent_find(row, std::ranges::greater_equal{}) != row.end()) {
            return false;
        }
        for (auto const neighbour : row) {
            if (neighbour == node || neighbour >= graph.nodes() ||
                !std::ranges::binary_search(graph.neighbours(neighbour), node)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace opschaling::sim
