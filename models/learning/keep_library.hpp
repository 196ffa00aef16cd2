#pragma once

#include "models/learning/believe.hpp"

namespace opschaling::models {

/// Each year the KLP takes the variants that it believes best for each type of wijk into its
/// library, keeps as many entries readable as its people can and lets the others decay.
void keep_library(Turn& turn);

/// Variants of each module that the library offers to a wijk: those for its type, else all.
[[nodiscard]] Donors donors_for(Turn const& turn, WijkId wijk);

/// How much of a module of an approach can be read from the library, or else is written down.
[[nodiscard]] double readable(Turn const& turn, std::size_t module, Variant variant);

} // namespace opschaling::models
