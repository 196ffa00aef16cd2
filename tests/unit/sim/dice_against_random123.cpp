#include "sim/random/dice.hpp"

#include <catch2/catch.hpp>

#include <Random123/philox.h>
#include <algorithm>

// The authors' header gives its C interface a macro of the name of our function.
#undef philox4x32

using namespace opschaling;

TEST_CASE("Philox agrees with its authors' own header", "[sim][random]") {
    // Counters and keys from the cipher itself, so that every bit of each is in play.
    std::array<std::uint32_t, 4> counter{1, 2, 3, 4};
    for (int i = 0; i < 20'000; ++i) {
        std::array<std::uint32_t, 2> const key{counter[3] ^ 0x9E3779B9U, counter[1]};
        r123::Philox4x32 const theirs;
        auto const expected =
            theirs({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
        counter = sim::philox4x32(counter, key);
        REQUIRE(std::ranges::equal(counter, expected));
    }
}
