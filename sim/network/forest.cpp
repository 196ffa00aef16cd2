#include "sim/network/forest.hpp"

#include "sim/contract/expects.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace opschaling::sim {

namespace {

using Rows =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

} // namespace

Forest build_forest(std::span<std::uint32_t const> above) {
    auto const nodes = static_cast<std::uint32_t>(above.size());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> down;
    for (std::uint32_t node = 0; node < nodes; ++node) {
        expects(above[node] < nodes, "what stands above a node is a node");
        if (above[node] != node) {
            down.emplace_back(above[node], node);
        }
    }
    std::ranges::sort(down);
    Rows const rows{boost::edges_are_sorted, down.begin(), down.end(), nodes};
    Forest forest;
    forest.leaves_first.reserve(nodes);
    try {
        boost::topological_sort(rows, std::back_inserter(forest.leaves_first));
    } catch (boost::not_a_dag const&) {
        throw InvariantError{"no node of a tree stands above itself by a detour"};
    }
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> children;
    starts.reserve(nodes + 1U);
    children.reserve(down.size());
    for (std::uint32_t node = 0; node < nodes; ++node) {
        for (auto [edge, end] = boost::out_edges(node, rows); edge != end; ++edge) {
            children.push_back(boost::target(*edge, rows));
        }
        starts.push_back(static_cast<std::uint32_t>(children.size()));
    }
    forest.below = Graph{std::move(starts), std::move(children)};
    return forest;
}

} // namespace opschaling::sim
