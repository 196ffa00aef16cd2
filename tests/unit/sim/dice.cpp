#include "sim/random/dice.hpp"

#include "sim/parallel/chunks.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace opschaling;

namespace {

using Words = std::array<std::uint32_t, 4>;

constexpr sim::Seed seed{.study = 7, .replication = 3};
constexpr sim::Stream heater_life{103};
constexpr sim::Stream next_move{104};

} // namespace

TEST_CASE("Philox gives the published known answers", "[sim][random]") {
    // kat_vectors of Random123 (Salmon et al. 2011), philox4x32 with ten rounds.
    CHECK(sim::philox4x32({0, 0, 0, 0}, {0, 0}) ==
          Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(sim::philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
                          {0xffffffff, 0xffffffff}) ==
          Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(sim::philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                          {0xa4093822, 0x299f31d0}) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("Philox is known when the program is compiled", "[sim][random]") {
    static_assert(sim::philox4x32({0, 0, 0, 0}, {0, 0})[0] == 0x6627e8d5);
    static_assert(sim::Dice{seed, heater_life, 1, 2}.uniform() < 1.0);
    SUCCEED();
}

TEST_CASE("the same dice give the same throws", "[sim][random]") {
    sim::Dice first{seed, heater_life, 12, 40};
    sim::Dice second{seed, heater_life, 12, 40};
    for (int i = 0; i < 100; ++i) {
        REQUIRE(first.word() == second.word());
    }
}

TEST_CASE("seed, replication, stream, agent and step each make other dice", "[sim][random]") {
    std::set<std::uint32_t> first_words;
    for (auto const& dice :
         {sim::Dice{seed, heater_life, 12, 40},
          sim::Dice{{.study = 8, .replication = 3}, heater_life, 12, 40},
          sim::Dice{{.study = 7, .replication = 4}, heater_life, 12, 40},
          sim::Dice{seed, next_move, 12, 40}, sim::Dice{seed, heater_life, 13, 40},
          sim::Dice{seed, heater_life, 12, 41},
          // Agent and step in each other's place are other dice, too.
          sim::Dice{seed, heater_life, 40, 12}}) {
        first_words.insert(sim::Dice{dice}.word());
    }
    CHECK(first_words.size() == 7);
}

TEST_CASE("throws past one block of four words do not repeat", "[sim][random]") {
    sim::Dice dice{seed, heater_life, 1, 1};
    std::set<std::uint32_t> words;
    for (int i = 0; i < 1000; ++i) {
        words.insert(dice.word());
    }
    // 1000 words of 2^32: a repeat has a chance of 1 in 8600.
    CHECK(words.size() == 1000);
}

TEST_CASE("throws are spread evenly over the unit interval", "[sim][random]") {
    constexpr int throws{200'000};
    std::array<int, 20> in_twentieth{};
    for (std::uint32_t agent = 0; agent < throws; ++agent) {
        double const u = sim::Dice{seed, heater_life, agent, 5}.uniform();
        REQUIRE(u >= 0.0);
        REQUIRE(u < 1.0);
        ++in_twentieth.at(static_cast<std::size_t>(u * 20.0));
    }
    double chi_squared{0.0};
    for (int const count : in_twentieth) {
        double const expected = throws / 20.0;
        chi_squared += (count - expected) * (count - expected) / expected;
    }
    // Chi-squared with 19 degrees of freedom exceeds 51 once in ten thousand seeds.
    CHECK(chi_squared < 51.0);
}

TEST_CASE("an open throw has a logarithm at both ends", "[sim][random]") {
    double least{1.0};
    double most{0.0};
    for (std::uint32_t agent = 0; agent < 100'000; ++agent) {
        double const u = sim::Dice{seed, next_move, agent, 0}.uniform_open();
        least = std::min(least, u);
        most = std::max(most, u);
    }
    CHECK(least > 0.0);
    CHECK(most < 1.0);
    CHECK(std::isfinite(std::log(least)));
    CHECK(std::log1p(-most) < 0.0);
}

TEST_CASE("what agents throw does not depend on the number of threads", "[sim][random]") {
    auto const thrown_with = [](std::size_t threads) {
        sim::ThreadLimit const limit{threads};
        std::vector<std::uint32_t> words(50'000);
        sim::for_each_chunk(words.size(), 64, [&](std::size_t begin, std::size_t end) {
            for (std::size_t agent = begin; agent < end; ++agent) {
                sim::Dice dice{seed, heater_life, static_cast<std::uint32_t>(agent), 9};
                words[agent] = dice.word() ^ dice.word();
            }
        });
        return words;
    };
    auto const alone = thrown_with(1);
    for (std::size_t const threads : {2, 3, 7}) {
        CHECK(thrown_with(threads) == alone);
    }
}
