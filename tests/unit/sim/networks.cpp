#include "sim/network/build.hpp"
#include "sim/network/write_rows.hpp"
#include "sim/random/dice.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace opschaling::sim;

namespace {

std::vector<std::uint32_t> row(Graph const& graph, std::size_t node) {
    auto const neighbours = graph.neighbours(node);
    return {neighbours.begin(), neighbours.end()};
}

/// Ties drawn at random, with loops and repeats among them.
std::vector<Tie> random_ties(std::uint32_t nodes, std::size_t count, std::uint32_t seed) {
    Dice dice{{.study = seed, .replication = 0}, Stream{1}, 0, 0};
    auto const any = [&] { return static_cast<std::uint32_t>(dice.uniform() * nodes); };
    std::vector<Tie> ties(count);
    for (auto& [a, b] : ties) {
        a = any();
        b = any();
    }
    return ties;
}

/// Components by joining node after node: slow, and nothing like a search over rows.
std::vector<std::uint32_t> components_by_joining(std::uint32_t nodes,
                                                 std::vector<Tie> const& ties) {
    std::vector<std::uint32_t> first(nodes);
    for (std::uint32_t i = 0; i < nodes; ++i) {
        first[i] = i;
    }
    for (auto const& [a, b] : ties) {
        auto const low = std::min(first[a], first[b]);
        auto const high = std::max(first[a], first[b]);
        std::ranges::replace(first, high, low);
    }
    std::vector<std::uint32_t> seen;
    for (auto& of_node : first) {
        auto const found = std::ranges::find(seen, of_node);
        auto const number = static_cast<std::uint32_t>(found - seen.begin());
        if (found == seen.end()) {
            seen.push_back(of_node);
        }
        of_node = number;
    }
    return first;
}

} // namespace

TEST_CASE("each tie stands in both rows, sorted, once, and never with itself", "[sim][network]") {
    std::vector<Tie> const ties{{3, 1}, {0, 1}, {1, 0}, {2, 2}, {1, 3}};
    auto const graph = build_graph(5, ties);
    CHECK(graph.nodes() == 5);
    CHECK(graph.targets_count() == 4);
    CHECK(row(graph, 0) == std::vector<std::uint32_t>{1});
    CHECK(row(graph, 1) == std::vector<std::uint32_t>{0, 3});
    CHECK(row(graph, 2).empty());
    CHECK(row(graph, 3) == std::vector<std::uint32_t>{1});
    CHECK(row(graph, 4).empty());
    CHECK(is_undirected(graph));
}

TEST_CASE("the order of ties does not matter", "[sim][network]") {
    auto ties = random_ties(200, 900, 1);
    auto const graph = build_graph(200, ties);
    std::ranges::reverse(ties);
    for (auto& [a, b] : ties) {
        std::swap(a, b);
    }
    CHECK(build_graph(200, ties) == graph);
    CHECK(is_undirected(graph));
}

TEST_CASE("a network without nodes or without ties is one", "[sim][network]") {
    CHECK(build_graph(0, {}).nodes() == 0);
    CHECK(Graph{}.nodes() == 0);
    auto const lonely = build_graph(3, {});
    CHECK(lonely.nodes() == 3);
    CHECK(connected_components(lonely) == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("components are numbered in order of their first node", "[sim][network]") {
    std::vector<Tie> const ties{{4, 1}, {2, 5}, {5, 3}};
    CHECK(connected_components(build_graph(6, ties)) ==
          std::vector<std::uint32_t>{0, 1, 2, 2, 1, 2});
}

TEST_CASE("components of random networks are those found by joining", "[sim][network]") {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        auto const ties = random_ties(150, 90, seed);
        REQUIRE(connected_components(build_graph(150, ties)) == components_by_joining(150, ties));
    }
}

TEST_CASE("rows written in place are the rows built from ties", "[sim][network]") {
    // A ring of which each node knows both sides; large enough for several chunks.
    constexpr std::uint32_t nodes{50'000};
    auto const written = write_rows(
        nodes, [](std::size_t) { return std::uint32_t{2}; },
        [](std::size_t node, std::span<std::uint32_t> neighbours) {
            auto const here = static_cast<std::uint32_t>(node);
            neighbours[0] = (here + nodes - 1) % nodes;
            neighbours[1] = (here + 1) % nodes;
            std::ranges::sort(neighbours);
        });
    std::vector<Tie> ties;
    for (std::uint32_t node = 0; node < nodes; ++node) {
        ties.emplace_back(node, (node + 1) % nodes);
    }
    CHECK(written == build_graph(nodes, ties));
    CHECK(is_undirected(written));
}

TEST_CASE("rows that are no undirected network are recognised", "[sim][network]") {
    CHECK_FALSE(is_undirected(Graph{{0, 1, 1}, {1}}));             // one way only
    CHECK_FALSE(is_undirected(Graph{{0, 1}, {0}}));                // with itself
    CHECK_FALSE(is_undirected(Graph{{0, 2, 4}, {1, 1, 0, 0}}));    // twice
    CHECK_FALSE(is_undirected(Graph{{0, 2, 3, 4}, {2, 1, 0, 0}})); // not sorted
    CHECK_FALSE(is_undirected(Graph{{0, 1, 2}, {2, 0}}));          // no such node
    CHECK(is_undirected(Graph{{0, 1, 2}, {1, 0}}));
}
