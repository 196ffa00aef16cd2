#pragma once

#include "sim/quantity/quantity.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::sim {

/// What one of a unit is in base units, and its dimension: "EUR/MWh" is 0.001 of money per energy.
/// `offset` is non-zero for degC alone.
struct Unit {
    double factor{1.0};
    double offset{0.0};
    Dimension dimension{};
};

/// Reads a unit: names joined by `*` and `/`, whole powers by `^`, for instance "kW/K", "EUR/m3",
/// "fte*year", "home/year", "%". Nothing when a name is unknown.
[[nodiscard]] std::optional<Unit> parse_unit(std::string_view text);

/// The names that `parse_unit` knows, for a message that offers the nearest one.
[[nodiscard]] std::vector<std::string> unit_names();

/// A dimension in words a reader understands: "money per energy".
[[nodiscard]] std::string describe_dimension(Dimension dimension);

} // namespace opschaling::sim
