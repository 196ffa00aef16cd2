#pragma once

#include <array>
#include <cstdint>

namespace opschaling::sim {

/// The name of one decision. A model gives each decision its own number, once and for good.
enum class Stream : std::uint32_t {};

/// What a whole run's draws depend on: the study's seed and the replication. Scenarios of one
/// replication share it, so that the same agent throws the same dice in each (common random
/// numbers).
struct Seed {
    std::uint32_t study{0};
    std::uint32_t replication{0};

    friend constexpr bool operator==(Seed, Seed) = default;
};

/// Philox 4x32-10: a pure function from counter and key to four random words.
/// Salmon, Moraes, Dror, Shaw, SC 2011, doi:10.1145/2063384.2063405.
[[nodiscard]] constexpr std::array<std::uint32_t, 4>
philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
    constexpr std::uint64_t multiplier_0{0xD2511F53};
    constexpr std::uint64_t multiplier_1{0xCD9E8D57};
    constexpr std::uint32_t weyl_0{0x9E3779B9};
    constexpr std::uint32_t weyl_1{0xBB67AE85};

    for (int round = 0; round < 10; ++round) {
        std::uint64_t const product_0 = multiplier_0 * counter[0];
        std::uint64_t const product_1 = multiplier_1 * counter[2];
        counter = {static_cast<std::uint32_t>(product_1 >> 32U) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(product_1),
                   static_cast<std::uint32_t>(product_0 >> 32U) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(product_0)};
        key = {key[0] + weyl_0, key[1] + weyl_1};
    }
    return counter;
}

/// The dice of one agent, for one decision, in one step. Made where it is thrown, never kept.
/// The same seed, stream, agent and step give the same throws on every thread and machine.
/// `step` is the absolute quarter, or the attempt number for draws that belong to a job.
class Dice {
public:
    constexpr Dice(Seed seed, Stream stream, std::uint32_t agent, std::uint32_t step)
        : key_{seed.study, seed.replication},
          counter_{0, step, agent, static_cast<std::uint32_t>(stream)} {}

    /// Uniform in [0, 1), 32 bits; four throws cost one block.
    constexpr double uniform() { return static_cast<double>(word()) * 0x1.0p-32; }

    /// Uniform in (0, 1): never 0, so that its logarithm exists.
    constexpr double uniform_open() { return (static_cast<double>(word()) + 0.5) * 0x1.0p-32; }

    constexpr bool lands_below(double probability) { return uniform() < probability; }

    constexpr std::uint32_t word() {
        if (used_ == 4) {
            words_ = philox4x32(counter_, key_);
            ++counter_[0];
            used_ = 0;
        }
        return words_[used_++];
    }

private:
    std::array<std::uint32_t, 2> key_;
    std::array<std::uint32_t, 4> counter_;
    std::array<std::uint32_t, 4> words_{};
    std::uint32_t used_{4};
};

} // namespace opschaling::sim
