// The example of docs/engine.md, word for word, and that it does what the page says.
#include "sim/network/build.hpp"
#include "sim/parallel/chunks.hpp"
#include "sim/random/dice.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace opschaling;

namespace {

// <example>
using Joined = std::vector<std::uint8_t>;

Joined step(sim::Graph const& ties, sim::Seed seed, Joined const& joined) {
    Joined next = joined;
    sim::for_each_chunk(ties.nodes(), 4096, [&](std::size_t begin, std::size_t end) {
        for (std::size_t person = begin; person < end; ++person) {
            sim::Dice dice{seed, sim::Stream{1}, static_cast<std::uint32_t>(person), 0};
            auto const around = ties.neighbours(person);
            auto const count =
                std::ranges::count_if(around, [&](auto o) { return joined[o] != 0; });
            auto const share = double(count) / std::max(1.0, double(around.size()));
            if (dice.uniform() - 0.05 < share) {
                next[person] = 1;
            }
        }
    });
    return next;
}

// </example>

Joined join(sim::Graph const& ties, std::uint32_t steps) {
    Joined joined(ties.nodes());
    for (std::uint32_t i = 0; i < steps; ++i) {
        joined = step(ties, {.study = 7, .replication = 0}, joined);
    }
    return joined;
}

/// Each knows the four before it and the four behind it, on a ring.
sim::Graph ring(std::uint32_t people) {
    std::vector<sim::Tie> ties;
    for (std::uint32_t i = 0; i < people; ++i) {
        for (std::uint32_t apart = 1; apart <= 4; ++apart) {
            ties.emplace_back(i, (i + apart) % people);
        }
    }
    return sim::build_graph(people, ties);
}

auto joined_of(std::vector<std::uint8_t> const& joined) {
    return std::ranges::count(joined, std::uint8_t{1});
}

constexpr std::uint32_t people{20'000};

} // namespace

TEST_CASE("In the example of the engine's page those join who need nobody, and then who saw enough",
          "[sim]") {
    auto const ties = ring(people);
    // At first one in twenty, those with a threshold below nought: a binomial count with a standard
    // deviation of 31, of which five are allowed.
    CHECK(std::abs(static_cast<double>(joined_of(join(ties, 1))) - 1'000.0) < 155.0);
    CHECK(joined_of(join(ties, 60)) > 2 * joined_of(join(ties, 1)));
}

TEST_CASE("Where nobody knows anybody nobody follows in the example", "[sim]") {
    sim::Graph const apart{std::vector<std::uint32_t>(people + 1, 0), {}};
    CHECK(joined_of(join(apart, 1)) > 0);
    CHECK(join(apart, 60) == join(apart, 1));
}

TEST_CASE("The example gives the same people on one thread and on two", "[sim]") {
    auto const ties = ring(people);
    auto const on = [&](std::size_t threads) {
        sim::ThreadLimit const limit{threads};
        return join(ties, 30);
    };
    CHECK(on(1) == on(2));
}
