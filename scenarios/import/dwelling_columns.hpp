#pragma once

#include "models/ids.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

inline constexpr std::array<std::string_view, models::dwelling_types> dwelling_type_names{
    "apartment", "terraced", "semi_detached", "detached"};
inline constexpr std::array<std::string_view, models::building_periods> building_period_names{
    "before_1945", "from_1945_to_1964", "from_1965_to_1984", "from_1985_to_2004", "since_2005"};

/// "apartment_before_1945": dwellings of a type and period.
[[nodiscard]] inline std::string dwelling_column(std::size_t type, std::size_t period) {
    return std::string{dwelling_type_names[type]} + "_" +
           std::string{building_period_names[period]};
}

} // namespace opschaling::scenarios
