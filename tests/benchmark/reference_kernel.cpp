#include "tests/benchmark/reference_kernel.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace opschaling::benchmark {

namespace {

using Words = std::array<std::uint32_t, 4>;

/// Philox 4x32-10, written apart from the engine's: a yardstick must not move with what it
/// measures.
Words philox(Words counter, std::uint32_t key_0, std::uint32_t key_1) {
    for (int round = 0; round < 10; ++round) {
        std::uint64_t const a = std::uint64_t{0xD2511F53} * counter[0];
        std::uint64_t const b = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {static_cast<std::uint32_t>(b >> 32U) ^ counter[1] ^ key_0,
                   static_cast<std::uint32_t>(b),
                   static_cast<std::uint32_t>(a >> 32U) ^ counter[3] ^ key_1,
                   static_cast<std::uint32_t>(a)};
        key_0 += 0x9E3779B9U;
        key_1 += 0xBB67AE85U;
    }
    return counter;
}

constexpr double innovation{0.0005};
constexpr double imitation{0.03};
constexpr std::uint32_t steps{360};
constexpr std::uint32_t ties_per_agent{5};
constexpr std::uint32_t highest_degree{64};

std::uint32_t threshold(double probability) {
    return static_cast<std::uint32_t>(probability * 0x1.0p32);
}

/// Adopt below this word, by degree and adopted neighbours.
std::vector<std::uint32_t> thresholds() {
    std::vector<std::uint32_t> table(std::size_t{highest_degree} * highest_degree);
    for (std::uint32_t degree = 0; degree < highest_degree; ++degree) {
        for (std::uint32_t adopted = 0; adopted <= degree; ++adopted) {
            double const share = degree == 0 ? 0.0 : static_cast<double>(adopted) / degree;
            table[degree * highest_degree + adopted] = threshold(innovation + imitation * share);
        }
    }
    return table;
}

} // namespace

ReferenceNetwork make_reference_network(std::uint32_t agents) {
    auto const any = [&](std::uint32_t word) {
        return static_cast<std::uint32_t>((std::uint64_t{word} * agents) >> 32U);
    };
    std::vector<std::uint32_t> ends(std::size_t{2} * ties_per_agent * agents);
    for (std::size_t tie = 0; tie < ends.size() / 2; ++tie) {
        std::uint32_t attempt{0};
        do {
            auto const words = philox({static_cast<std::uint32_t>(tie), 0, attempt++, 1}, 2026, 7);
            ends[2 * tie] = any(words[0]);
            ends[2 * tie + 1] = any(words[1]);
        } while (ends[2 * tie] == ends[2 * tie + 1]);
    }
    ReferenceNetwork network;
    network.starts.assign(std::size_t{agents} + 1, 0);
    network.targets.resize(ends.size());
    for (auto const end : ends) {
        ++network.starts[end + 1];
    }
    for (std::size_t i = 0; i < agents; ++i) {
        network.starts[i + 1] += network.starts[i];
    }
    std::vector<std::uint32_t> free{network.starts.begin(), network.starts.end() - 1};
    for (std::size_t tie = 0; tie < ends.size() / 2; ++tie) {
        auto const a = ends[2 * tie];
        auto const b = ends[2 * tie + 1];
        network.targets[free[a]++] = b;
        network.targets[free[b]++] = a;
    }
    return network;
}

ReferenceOutcome run_reference_kernel(ReferenceNetwork const& network) {
    auto const agents = network.agents();
    auto const adopt_below = thresholds();
    std::size_t const words = (agents + 63) / 64;
    std::vector<std::uint64_t> now(words, 0);
    std::vector<std::uint64_t> next(words, 0);
    std::vector<std::uint32_t> adopted_in(agents, 0);
    ReferenceOutcome outcome;
    std::uint32_t total{0};
    for (std::uint32_t step = 1; step <= steps; ++step) {
        for (std::size_t word = 0; word < words; ++word) {
            auto const first = static_cast<std::uint32_t>(word * 64);
            auto const last = std::min(agents, first + 64);
            std::array<std::uint32_t, 64> drawn{};
            for (std::uint32_t block = 0; block < 16; ++block) {
                auto const four = philox({first / 4 + block, step, 0, 0}, 42, 0x5eed);
                std::ranges::copy(four, drawn.begin() + 4 * block);
            }
            std::uint64_t adopting{0};
            for (std::uint32_t agent = first; agent < last; ++agent) {
                std::uint32_t adopted{0};
                for (auto i = network.starts[agent]; i < network.starts[agent + 1]; ++i) {
                    auto const neighbour = network.targets[i];
                    adopted +=
                        static_cast<std::uint32_t>(now[neighbour >> 6U] >> (neighbour & 63U)) & 1U;
                }
                // A degree of 64 or more has a chance below 1e-26 an agent at mean degree 10.
                auto const degree =
                    std::min(network.starts[agent + 1] - network.starts[agent], highest_degree - 1);
                std::uint64_t const adopts =
                    drawn[agent - first] < adopt_below[degree * highest_degree + adopted] ? 1 : 0;
                adopting |= adopts << (agent - first);
            }
            adopting &= ~now[word];
            next[word] = now[word] | adopting;
            total += static_cast<std::uint32_t>(std::popcount(adopting));
            for (; adopting != 0; adopting &= adopting - 1) {
                adopted_in[first + static_cast<std::uint32_t>(std::countr_zero(adopting))] = step;
            }
        }
        std::swap(now, next);
        if (step % 90 == 0) {
            outcome.adopters[step / 90 - 1] = total;
        }
    }
    outcome.hash = 1469598103934665603ULL;
    for (auto const step : adopted_in) {
        outcome.hash = (outcome.hash ^ step) * 1099511628211ULL;
    }
    return outcome;
}

} // namespace opschaling::benchmark
