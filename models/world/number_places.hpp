#pragma once

#include "models/world/buurt_table.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace opschaling::models {

/// A number that belongs to a code wherever it occurs. CBS codes of buurten (BU, four digits below
/// 2557, four letters or digits) never share one: they are numbered one to one and then mixed by a
/// one-to-one map. Any other text is hashed.
[[nodiscard]] std::uint32_t key_of_code(std::string_view code);

/// Gives every home of the country its stable number: homes counted up in order of buurt code over
/// all rows, so that a part cut out later keeps the numbers of the whole.
void number_homes(BuurtTable& country);

/// Row numbers of the gemeenten, or of the buurten of each gemeente in turn, in order of code: the
/// order of the world, whatever the order of the table.
[[nodiscard]] std::vector<std::uint32_t> gemeenten_in_order(BuurtTable const& table);
[[nodiscard]] std::vector<std::uint32_t> buurten_in_order(BuurtTable const& table);

/// The part of a country in these buurten (row numbers): with only the gemeenten, regio's and
/// netbeheerders that they need, and the numbers that they had. Each regio and netbeheerder keeps
/// the share of its homes that is in the part; heat sources are all those of the regio's.
[[nodiscard]] BuurtTable part_of(BuurtTable const& country,
                                 std::vector<std::uint32_t> const& buurten);

} // namespace opschaling::models
