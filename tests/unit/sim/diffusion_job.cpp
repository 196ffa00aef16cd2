// The job that the benchmark measures gives the same adopters however it is worked out.
#include "sim/parallel/chunks.hpp"
#include "tests/benchmark/diffusion.hpp"
#include "tests/benchmark/reference_kernel.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace opschaling;

TEST_CASE("Both forms of the diffusion job give one result on one thread and on two", "[sim]") {
    auto const network = benchmark::make_reference_network(20'000);
    sim::Graph const ties{network.starts, network.targets};
    auto const on = [&](std::size_t threads, benchmark::Form form) {
        sim::ThreadLimit const limit{threads};
        return benchmark::diffuse(ties, 180, form);
    };
    auto const adopted_in = on(1, benchmark::Form::incremental);
    CHECK(adopted_in == on(2, benchmark::Form::incremental));
    CHECK(adopted_in == on(1, benchmark::Form::recounting));
    CHECK(adopted_in == on(2, benchmark::Form::recounting));

    // The kernel written by hand has draws of its own. After 180 steps about half adopted: two
    // counts of 20,000 differ by a standard deviation of 100 if all were independent; neighbours
    // are not, hence eight of these.
    auto const by_hand = benchmark::run_reference_kernel(network);
    auto const adopters = static_cast<double>(
        std::ranges::count_if(adopted_in, [](std::uint32_t step) { return step != 0; }));
    CHECK(std::abs(adopters - by_hand.adopters[1]) < 800.0);
}
