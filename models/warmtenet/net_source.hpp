#pragma once

#include "models/ids.hpp"

#include <cstddef>
#include <cstdint>

namespace opschaling::models {

/// Residual heat of industry or a waste plant; a geothermal well; water or ground in the wijk
/// itself with a collective heat pump.
enum class SourceKind : std::uint8_t { residual, geothermal, local };
inline constexpr std::size_t source_kinds{3};

/// No source of the list: the net makes its own heat where it stands, or has its own since before.
inline constexpr std::uint32_t no_source{0xFFFFFFFF};

/// A place where heat can be had, with what it can give and what nets already take.
struct NetSource {
    std::uint32_t wijk{0};
    float capacity{0.0F};    ///< kW
    float used{0.0F};        ///< kW promised to nets
    float temperature{0.0F}; ///< degC of its water
    float x{0.0F};           ///< RD, m; 0 where the place is not known
    float y{0.0F};
    SourceKind kind{SourceKind::residual};
    std::uint8_t coupled{0}; ///< a net has paid for the coupling
    std::uint16_t unused{0};

    [[nodiscard]] float left() const { return capacity - used; }
};

static_assert(sizeof(NetSource) == 6 * 4 + 2 + 2,
              "a snapshot copies it byte by byte: nothing between the members");

} // namespace opschaling::models
