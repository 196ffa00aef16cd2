#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// How many single-character insertions, deletions, replacements and swaps of neighbours turn one
/// word into the other (optimal string alignment).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word that a misspelt one probably meant; nothing when none is near: more than a third
/// of its letters would have to change.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<std::string const> known);

/// "did you mean 'x'?", or empty.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<std::string const> known);

} // namespace opschaling::scenarios
