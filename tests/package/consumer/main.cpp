// A project outside the repository that uses the installed engine and model.
#include "models/world/parameters.hpp"
#include "sim/parallel/chunks.hpp"
#include "sim/random/dice.hpp"

#include <cstddef>
#include <cstdint>
#include <iostream>

int main() {
    constexpr std::size_t agents{100'000};
    constexpr opschaling::sim::Stream stream{1};
    opschaling::sim::Seed const seed{7};
    auto const mean =
        opschaling::sim::sum_by_chunk<double>(
            agents, 4096,
            [&](std::size_t begin, std::size_t end) {
                double sum{0.0};
                for (std::size_t agent = begin; agent < end; ++agent) {
                    opschaling::sim::Dice dice{seed, stream, static_cast<std::uint32_t>(agent), 0};
                    sum += dice.uniform();
                }
                return sum;
            }) /
        static_cast<double>(agents);
    opschaling::models::Parameters parameters;
    auto const declarations = opschaling::models::declare_all(parameters);
    std::cout << "mean of " << agents << " throws " << mean << ", " << declarations.size()
              << " parameters declared\n";
    // Five standard deviations of the mean of uniform draws.
    return mean > 0.4954 && mean < 0.5046 && !declarations.empty() ? 0 : 1;
}
