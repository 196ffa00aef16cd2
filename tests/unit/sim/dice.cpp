#include "sim/random/dice.hpp"

#include <catch2/catch.hpp>

using namespace opschaling;

namespace {
using Words = std::array<std::uint32_t, 4>;
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
