#pragma once

#include "analysis/report/svg.hpp"

#include <array>
#include <string_view>

namespace opschaling::analysis {

/// Four hues that stay apart for colour-blind readers, each at least 4.5:1 on white; more lines
/// than hues differ by dash pattern, so that they also stay apart in black and white.
namespace palette {
inline constexpr std::string_view blue{"#0b5a9d"};
inline constexpr std::string_view grey{"#4a4f55"};
inline constexpr std::string_view orange{"#c25100"};
inline constexpr std::string_view purple{"#6b3fa0"};
inline constexpr std::string_view ink{"#1d2125"};
inline constexpr std::string_view border{"#767c83"};
inline constexpr std::string_view grid{"#dfe3e7"};
} // namespace palette

/// The look of the reference: always grey and dashed.
[[nodiscard]] inline LineLook reference_look() {
    return {std::string{palette::grey}, "7 5"};
}

/// The look of the compared variant with this rank, reference not counted.
[[nodiscard]] inline LineLook variant_look(std::size_t rank) {
    constexpr std::array<std::string_view, 3> hues{palette::blue, palette::orange, palette::purple};
    constexpr std::array<std::string_view, 4> dashes{"", "10 4", "2 4", "12 4 2 4"};
    return {std::string{hues[rank % hues.size()]},
            std::string{dashes[rank / hues.size() % dashes.size()]}};
}

} // namespace opschaling::analysis
