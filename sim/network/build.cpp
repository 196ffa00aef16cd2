#include "sim/network/build.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>

#include <algorithm>

namespace opschaling::sim {

namespace {

using Rows =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

} // namespace

Graph build_graph(std::size_t nodes, std::span<Tie const> ties) {
    std::vector<Tie> both;
    both.reserve(ties.size() * 2);
    for (auto const& [a, b] : ties) {
        if (a != b) {
            both.emplace_back(a, b);
            both.emplace_back(b, a);
        }
    }
    std::ranges::sort(both);
    both.erase(std::ranges::unique(both).begin(), both.end());
    Rows const rows{boost::edges_are_sorted, both.begin(), both.end(),
                    static_cast<std::uint32_t>(nodes)};
    std::vector<std::uint32_t> starts;
    starts.reserve(nodes + 1);
    starts.push_back(0);
    std::vector<std::uint32_t> targets;
    targets.reserve(both.size());
    for (std::uint32_t node = 0; node < nodes; ++node) {
        for (auto [edge, end] = boost::out_edges(node, rows); edge != end; ++edge) {
            targets.push_back(boost::target(*edge, rows));
        }
        starts.push_back(static_cast<std::uint32_t>(targets.size()));
    }
    return {std::move(starts), std::move(targets)};
}

std::vector<std::uint32_t> connected_components(Graph const& graph) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    edges.reserve(graph.targets_count());
    for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
        for (auto const neighbour : graph.neighbours(node)) {
            edges.emplace_back(node, neighbour);
        }
    }
    Rows const rows{boost::edges_are_sorted, edges.begin(), edges.end(),
                    static_cast<std::uint32_t>(graph.nodes())};
    std::vector<std::uint32_t> component(graph.nodes());
    boost::connected_components(
        rows, boost::make_iterator_property_map(component.begin(),
                                                boost::get(boost::vertex_index, rows)));
    return component;
}

} // namespace opschaling::sim
