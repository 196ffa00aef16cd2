#pragma once

#include "models/ids.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace opschaling::models {

using TypeShares = std::array<double, dwelling_types>;
using PeriodShares = std::array<double, building_periods>;
using TenureShares = std::array<double, tenures>;

/// One cell for each combination of type, period and tenure.
inline constexpr std::size_t home_kinds{dwelling_types * building_periods * tenures};

constexpr std::size_t kind_of(std::size_t type, std::size_t period, std::size_t tenure) {
    return (type * building_periods + period) * tenures + tenure;
}

/// The Dutch stock as published: G11-G14 and G17 of the parameter tables.
namespace dutch_stock {

/// G12: Energy Transition Model, dataset nl2023 (MIT). Published as 13.0 % detached; 12.9 lets the
/// rounded shares add to 1.
inline constexpr TypeShares types{0.353, 0.300, 0.218, 0.129};

/// G13: the same dataset.
inline constexpr PeriodShares periods{0.185, 0.144, 0.307, 0.234, 0.130};

/// G14: thousands of homes by type and period, the same dataset.
inline constexpr std::array<PeriodShares, dwelling_types> thousands{{{540, 389, 764, 619, 487},
                                                                     {343, 309, 875, 601, 250},
                                                                     {303, 299, 566, 380, 178},
                                                                     {285, 143, 231, 253, 118}}};

/// G11, CBS 82900NED on 1 January 2023: 57.0 % owner-occupied, 28.5 % corporatie, 14.4 % other
/// rent; G17: 20 % of the homes in a VvE, here all owners in apartments.
inline constexpr TenureShares tenures{0.371, 0.200, 0.285, 0.144};

/// G16: households in the lowest national 40 % of income.
inline constexpr double low_income_share{0.397};

/// G10: dwellings on 1 January 2023.
inline constexpr double homes{8'125'229.0};

} // namespace dutch_stock

/// Homes by type, period and tenure, nationally: G14, with tenure within a type and period as an
/// assumption. The start of every fit; only its odds ratios matter, not its totals.
[[nodiscard]] std::array<double, home_kinds> const& national_kinds();

/// The same where the dwellings by type and period are counted: the national tenure within each.
/// A cell without dwellings keeps a thousandth of what the nation has there, so that a buurt whose
/// own figures ask for it can still be fitted.
[[nodiscard]] std::array<double, home_kinds>
kinds_of_stock(std::array<PeriodShares, dwelling_types> const& dwellings);

/// Types of the homes of a place where `apartments` of them are apartments. How single-family homes
/// divide over terraced, semi-detached and detached by urbanity is an assumption that meets G12.
[[nodiscard]] TypeShares types_of(double apartments, std::uint8_t urbanity);

/// Building periods of a place with these types, G14, leaning to older (lean < 0) or newer homes.
[[nodiscard]] PeriodShares periods_of(TypeShares const& types, double lean);

/// How a place leans: standard normal, two thirds of the variance shared within its CBS wijk
/// (assumption: places are built in one go), thrown by the codes.
[[nodiscard]] double lean_of(std::string_view wijk_code, std::string_view buurt_code);

/// Tenure from the share of owners and of apartments, and the part of the rented homes that a
/// corporatie owns. Owners are in a VvE as if owning and apartments were nearly independent, which
/// gives G17 nationally (assumption).
[[nodiscard]] TenureShares tenures_of(double owners, double apartments, double corporatie_of_rent);

} // namespace opschaling::models
