#include "sim/random/throw_row.hpp"

#include <catch2/catch.hpp>

using namespace opschaling;

namespace {

constexpr sim::Seed seed{.study = 7, .replication = 3};
constexpr sim::Stream step_choice{12};

} // namespace

TEST_CASE("A row of throws holds the words of its sixteen blocks", "[sim][random]") {
    std::uint32_t const row{15'624};
    std::uint32_t const step{359};
    auto const words = sim::throw_row(seed, step_choice, row, step);
    for (std::uint32_t block = 0; block < 16; ++block) {
        auto const expected = sim::philox4x32(
            {0x80000000, step, 16 * row + block, static_cast<std::uint32_t>(step_choice)},
            {seed.study, seed.replication});
        for (std::size_t word = 0; word < 4; ++word) {
            CAPTURE(block, word);
            CHECK(words[16 * word + block] == expected[word]);
        }
    }
}

TEST_CASE("Rows differ by seed, replication, decision, row and step", "[sim][random]") {
    auto const words = sim::throw_row(seed, step_choice, 4, 9);
    CHECK(words == sim::throw_row(seed, step_choice, 4, 9));
    CHECK(words != sim::throw_row({8, 3}, step_choice, 4, 9));
    CHECK(words != sim::throw_row({7, 4}, step_choice, 4, 9));
    CHECK(words != sim::throw_row(seed, sim::Stream{13}, 4, 9));
    CHECK(words != sim::throw_row(seed, step_choice, 5, 9));
    CHECK(words != sim::throw_row(seed, step_choice, 4, 10));
}

TEST_CASE("A throw lands only strictly below its chance", "[sim][random]") {
    auto const thrown = sim::throw_row(seed, step_choice, 4, 9);
    auto chances = thrown;
    CHECK(sim::land_below(thrown, chances) == 0);
    chances.fill(0);
    CHECK(sim::land_below(thrown, chances) == 0);
    for (std::size_t agent : {0, 31, 32, 63}) {
        chances[agent] = thrown[agent] + 1;
        CAPTURE(agent, thrown[agent]);
        CHECK(sim::land_below(thrown, chances) == std::uint64_t{1} << agent);
        chances[agent] = 0;
    }
}
