#pragma once

#include "models/warmtenet/net_source.hpp"

#include <cstdint>

namespace opschaling::models {

inline constexpr std::uint32_t no_net{0xFFFFFFFF};

/// How far the main of a warmtenet is in a straat.
enum class Pipe : std::uint8_t { none, ordered, laid };

/// A warmtenet: one source for the straten of one wijk or many. Heat and losses are of a normal
/// year.
struct Net {
    std::uint32_t source{no_source};
    std::uint32_t first_wijk{0}; ///< where it began
    std::uint32_t wijken{0};     ///< that it reaches
    std::uint32_t straten{0};    ///< with a main
    float metres{0.0F};          ///< of main laid
    SourceKind kind{SourceKind::local};
    std::uint8_t by_project{0}; ///< decided in the run; else there since before 2018
    std::uint16_t decided{0};   ///< quarter
};

static_assert(sizeof(Net) == 5 * 4 + 2 + 2,
              "a snapshot copies it byte by byte: nothing between the members");

} // namespace opschaling::models
