#pragma once

#include "sim/quantity/unit.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// A unit as a person wrote it, understood against the unit that a parameter is declared in; or
/// what is wrong with it.
struct Measure {
    std::optional<sim::Unit> unit;
    std::string problem;
    std::string hint;
};

/// Understands `written` where `declared` is expected: the dimension must be the same, and what is
/// counted may be left out ("EUR" for "EUR/home") but not be something else ("fte" for "home").
/// An empty text is right only where the declared unit is a plain number.
[[nodiscard]] Measure measure_in(std::string_view written, std::string_view declared);

/// To base units; a factor below one whose inverse is whole divides, so that 5.3 % is 0.053 to the
/// last bit.
[[nodiscard]] double to_base(double number, sim::Unit const& unit);

/// From base units.
[[nodiscard]] double from_base(double base, sim::Unit const& unit);

} // namespace opschaling::scenarios
