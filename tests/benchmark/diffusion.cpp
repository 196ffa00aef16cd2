#include "tests/benchmark/diffusion.hpp"

#include "sim/parallel/chunks.hpp"
#include "sim/random/throw_row.hpp"

#include <algorithm>
#include <atomic>
#include <bit>

namespace opschaling::benchmark {

std::vector<std::uint32_t> diffuse(sim::Graph const& ties, std::uint32_t steps, Form form) {
    constexpr auto innovation = static_cast<std::uint32_t>(0.0005 * 0x1.0p32);
    constexpr auto imitation = static_cast<std::uint32_t>(0.03 * 0x1.0p32);
    auto const agents = ties.nodes();
    auto const rows = (agents + 63) / 64;
    std::vector<std::uint32_t> adopted_in(agents);
    std::vector<std::uint32_t> pull(agents);       // what one adopted neighbour adds to the chance
    std::vector<std::uint32_t> chances(rows * 64); // of 2^32
    std::vector<std::uint64_t> adopted(rows);      // a bit an agent
    std::vector<std::uint64_t> adopting(rows);     // in this step
    for (std::size_t agent = 0; agent < agents; ++agent) {
        auto const degree = static_cast<std::uint32_t>(ties.neighbours(agent).size());
        pull[agent] = imitation / std::max(1U, degree);
        chances[agent] = innovation;
    }
    for (std::uint32_t step = 1; step <= steps; ++step) {
        sim::for_each_chunk(rows, 256, [&](std::size_t begin, std::size_t end) {
            for (auto row = begin; row < end; ++row) {
                auto const first = row * 64;
                auto const last = form == Form::recounting ? std::min(agents, first + 64) : first;
                for (auto agent = first; agent < last; ++agent) {
                    std::uint64_t count{0};
                    for (auto const other : ties.neighbours(agent)) {
                        count += (adopted[other / 64] >> (other % 64)) & 1U;
                    }
                    chances[agent] = innovation + static_cast<std::uint32_t>(count) * pull[agent];
                }
                auto const row_chances = std::span{chances}.subspan(first).first<64>();
                auto const thrown = sim::throw_row({42, 0}, sim::Stream{1}, row, step);
                adopting[row] = sim::land_below(thrown, row_chances) & ~adopted[row];
            }
        });
        sim::for_each_chunk(rows, 256, [&](std::size_t begin, std::size_t end) {
            for (auto row = begin; row < end; ++row) {
                adopted[row] |= adopting[row];
                for (auto left = adopting[row]; left != 0; left &= left - 1) {
                    auto const bit = static_cast<std::size_t>(std::countr_zero(left));
                    adopted_in[64 * row + bit] = step;
                    for (auto const other : ties.neighbours(64 * row + bit)) {
                        std::atomic_ref{chances[other]} += pull[other];
                    }
                }
            }
        });
    }
    return adopted_in;
}

} // namespace opschaling::benchmark
