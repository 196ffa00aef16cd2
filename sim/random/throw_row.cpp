#include "sim/random/throw_row.hpp"

namespace opschaling::sim {

namespace {

constexpr std::size_t blocks{row_length / 4};

/// Dice count their blocks from 0 in the first word of the counter and never come this far.
constexpr std::uint32_t of_a_row{0x80000000};

} // namespace

// Philox 4x32-10 as in dice.hpp, each word of the counter for all blocks side by side, so that the
// compiler can work on as many as the processor takes at once.
ThrowRow throw_row(Seed seed, Stream stream, std::size_t row, std::uint32_t step) {
    constexpr std::uint64_t multiplier_0{0xD2511F53};
    constexpr std::uint64_t multiplier_1{0xCD9E8D57};
    constexpr std::uint32_t weyl_0{0x9E3779B9};
    constexpr std::uint32_t weyl_1{0xBB67AE85};

    ThrowRow words;
    auto* const word_0 = words.data();
    auto* const word_1 = word_0 + blocks;
    auto* const word_2 = word_1 + blocks;
    auto* const word_3 = word_2 + blocks;
    auto const first_block = static_cast<std::uint32_t>(row * blocks);
    for (std::uint32_t b = 0; b < blocks; ++b) {
        word_0[b] = of_a_row;
        word_1[b] = step;
        word_2[b] = first_block + b;
        word_3[b] = static_cast<std::uint32_t>(stream);
    }
    std::uint32_t key_0{seed.study};
    std::uint32_t key_1{seed.replication};
    for (int round = 0; round < 10; ++round) {
        for (std::size_t b = 0; b < blocks; ++b) {
            std::uint64_t const product_0 = multiplier_0 * word_0[b];
            std::uint64_t const product_1 = multiplier_1 * word_2[b];
            word_0[b] = static_cast<std::uint32_t>(product_1 >> 32U) ^ word_1[b] ^ key_0;
            word_1[b] = static_cast<std::uint32_t>(product_1);
            word_2[b] = static_cast<std::uint32_t>(product_0 >> 32U) ^ word_3[b] ^ key_1;
            word_3[b] = static_cast<std::uint32_t>(product_0);
        }
        key_0 += weyl_0;
        key_1 += weyl_1;
    }
    return words;
}

std::uint64_t land_below(ThrowRow const& thrown,
                         std::span<std::uint32_t const, row_length> chances) {
    std::uint64_t lands{0};
    for (std::size_t i = 0; i < row_length; ++i) {
        lands |= std::uint64_t{thrown[i] < chances[i] ? 1U : 0U} << i;
    }
    return lands;
}

} // namespace opschaling::sim
