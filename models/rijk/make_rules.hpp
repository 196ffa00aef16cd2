#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// The rules by their place in every list of rules.
inline constexpr std::size_t ending_gas_supply{0};
inline constexpr std::size_t standing_finance{1};
inline constexpr std::size_t standard_contracts{2};

/// Place of institutionalisering in the list of shares.
inline constexpr std::size_t institutions_route{3};

/// Whether a rule is in force and the gemeente has done its own work on it.
[[nodiscard]] bool rule_works_in(Turn const& turn, std::size_t rule, GemeenteId gemeente);

/// The Rijk receives the year's money a quarter at a time and divides it over the routes.
void fill_purses(Turn& turn, sim::Quarter quarter);

/// The share of institutionalisering pays for work on rules: first at the Rijk, then through the
/// stages of law-making, then in each gemeente (model.md 1.6, 1.7). Rules that history brought are
/// in force from their date.
void make_rules(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
