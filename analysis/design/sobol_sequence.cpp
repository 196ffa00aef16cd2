#include "analysis/design/unit_points.hpp"
#include "sim/random/dice.hpp"

#include <boost/random/sobol.hpp>

namespace opschaling::analysis {

namespace {

constexpr unsigned bits{32};
/// Flips of a tree of seven levels, 127 of them, come from one draw of 128 bits.
constexpr unsigned levels_a_draw{7};
constexpr unsigned word_bits{32};

/// Owen's scrambling of one 32-bit string: whether a bit flips depends on all bits before it.
std::uint32_t scrambled(std::uint32_t value, std::uint32_t seed, std::uint32_t scramble,
                        std::uint32_t dimension) {
    std::uint32_t flips{0};
    for (unsigned first = 0; first < bits; first += levels_a_draw) {
        std::uint32_t const prefix = first == 0 ? 0 : value >> (bits - first);
        auto const words =
            design_words(seed, DesignPurpose::owen_scramble, scramble, {dimension, first, prefix});
        unsigned node{1}; // of a binary tree, whose children are 2 node and 2 node + 1
        for (unsigned level = first; level < first + levels_a_draw && level < bits; ++level) {
            unsigned const place = bits - 1 - level;
            flips |= ((words[node / word_bits] >> (node % word_bits)) & 1U) << place;
            node = 2 * node + ((value >> place) & 1U);
        }
    }
    return value ^ flips;
}

} // namespace

std::array<std::uint32_t, 4> design_words(std::uint32_t seed, DesignPurpose purpose,
                                          std::uint32_t scramble,
                                          std::array<std::uint32_t, 3> where) {
    // Unlike the second word of any run's key, which is a replication's small number.
    constexpr std::uint32_t designs{0x44530000};
    return sim::philox4x32({where[0], where[1], where[2], scramble},
                           {seed, designs | static_cast<std::uint32_t>(purpose)});
}

std::vector<std::uint32_t> sobol_integers(std::size_t rows, std::size_t dimensions) {
    std::vector<std::uint32_t> integers(rows * dimensions, 0);
    // The engine leaves out point 0, which the theory counts (Owen 2020, arXiv 2008.08051).
    boost::random::sobol_engine<std::uint64_t, bits> engine{dimensions};
    for (std::size_t i = dimensions; i < integers.size(); ++i) {
        integers[i] = static_cast<std::uint32_t>(engine());
    }
    return integers;
}

std::vector<double> scrambled_sobol(std::size_t rows, std::size_t dimensions, std::uint32_t seed,
                                    std::uint32_t scramble) {
    auto const integers = sobol_integers(rows, dimensions);
    std::vector<double> unit(integers.size());
    for (std::size_t i = 0; i < integers.size(); ++i) {
        auto const number =
            scrambled(integers[i], seed, scramble, static_cast<std::uint32_t>(i % dimensions));
        unit[i] = (static_cast<double>(number) + 0.5) * 0x1.0p-32;
    }
    return unit;
}

} // namespace opschaling::analysis
