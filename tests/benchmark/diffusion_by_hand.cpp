#include "tests/benchmark/diffusion_by_hand.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>

namespace opschaling::benchmark {

namespace {

constexpr std::uint32_t highest_degree{64};
using Draws = std::array<std::uint32_t, 64>;

/// Philox for the agents from `first` on: sixteen blocks, each word of the counter side by side.
void draw(std::uint32_t first, std::uint32_t step, Draws& words) {
    std::array<std::array<std::uint32_t, 16>, 4> counter{};
    for (std::uint32_t b = 0; b < 16; ++b) {
        counter[0][b] = first / 4 + b;
        counter[1][b] = step;
    }
    std::uint32_t key_0{42};
    std::uint32_t key_1{0x5eed};
    for (int round = 0; round < 10; ++round) {
        for (std::size_t b = 0; b < 16; ++b) {
            std::uint64_t const low = std::uint64_t{0xD2511F53} * counter[0][b];
            std::uint64_t const high = std::uint64_t{0xCD9E8D57} * counter[2][b];
            counter[0][b] = static_cast<std::uint32_t>(high >> 32U) ^ counter[1][b] ^ key_0;
            counter[1][b] = static_cast<std::uint32_t>(high);
            counter[2][b] = static_cast<std::uint32_t>(low >> 32U) ^ counter[3][b] ^ key_1;
            counter[3][b] = static_cast<std::uint32_t>(low);
        }
        key_0 += 0x9E3779B9U;
        key_1 += 0xBB67AE85U;
    }
    for (std::size_t b = 0; b < 16; ++b) {
        for (std::size_t lane = 0; lane < 4; ++lane) {
            words[4 * b + lane] = counter[lane][b];
        }
    }
}

} // namespace

std::vector<std::uint32_t> diffuse_by_hand(ReferenceNetwork const& network, std::uint32_t steps,
                                           Form form) {
    auto const& starts = network.starts;
    auto const& targets = network.targets;
    auto const agents = network.agents();
    std::uint32_t const words = (agents + 63) / 64;
    std::vector<std::uint32_t> adopt_below(std::size_t{highest_degree} * highest_degree);
    for (std::uint32_t degree = 0; degree < highest_degree; ++degree) {
        for (std::uint32_t count = 0; count <= degree; ++count) {
            double const share = degree == 0 ? 0.0 : static_cast<double>(count) / degree;
            adopt_below[degree * highest_degree + count] =
                static_cast<std::uint32_t>((0.0005 + 0.03 * share) * 0x1.0p32);
        }
    }
    std::vector<std::uint8_t> degrees(agents);
    for (std::uint32_t agent = 0; agent < agents; ++agent) {
        degrees[agent] = static_cast<std::uint8_t>(
            std::min(starts[agent + 1] - starts[agent], highest_degree - 1));
    }
    std::vector<std::uint32_t> adopted_in(agents);
    std::vector<std::uint64_t> adopted(words);
    std::vector<std::uint64_t> adopting(words);
    std::vector<std::uint8_t> counts(agents);
    using Range = tbb::blocked_range<std::uint32_t>;
    for (std::uint32_t step = 1; step <= steps; ++step) {
        tbb::parallel_for(Range{0, words, 256}, [&](Range const& range) {
            Draws drawn;
            for (auto word = range.begin(); word < range.end(); ++word) {
                auto const first = word * 64;
                auto const last = std::min(agents, first + 64);
                draw(first, step, drawn);
                std::uint64_t adopts{0};
                for (auto agent = first; agent < last; ++agent) {
                    std::uint32_t count{counts[agent]};
                    if (form == Form::recounting) {
                        count = 0;
                        for (auto i = starts[agent]; i < starts[agent + 1]; ++i) {
                            count += static_cast<std::uint32_t>(adopted[targets[i] >> 6U] >>
                                                                (targets[i] & 63U)) &
                                     1U;
                        }
                    }
                    bool const lands =
                        drawn[agent - first] < adopt_below[degrees[agent] * highest_degree + count];
                    adopts |= std::uint64_t{lands ? 1U : 0U} << (agent - first);
                }
                adopting[word] = adopts & ~adopted[word];
            }
        });
        tbb::parallel_for(Range{0, words, 256}, [&](Range const& range) {
            for (auto word = range.begin(); word < range.end(); ++word) {
                adopted[word] |= adopting[word];
                for (auto left = adopting[word]; left != 0; left &= left - 1) {
                    auto const agent =
                        word * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
                    adopted_in[agent] = step;
                    if (form == Form::recounting) {
                        continue;
                    }
                    for (auto i = starts[agent]; i < starts[agent + 1]; ++i) {
                        std::atomic_ref{counts[targets[i]]}.fetch_add(1, std::memory_order_relaxed);
                    }
                }
            }
        });
    }
    return adopted_in;
}

} // namespace opschaling::benchmark
