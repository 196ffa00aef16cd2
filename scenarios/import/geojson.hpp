#pragma once

#include "scenarios/import/import_error.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

/// A closed line of places; the last is the first again.
using Ring = std::vector<std::pair<double, double>>;

/// One feature of a map: what is said of it in words, and its rings, holes included.
struct Feature {
    Place place;
    std::vector<std::pair<std::string, std::string>> words;
    std::vector<Ring> rings;
    bool in_metres{true}; ///< false where the places are degrees

    [[nodiscard]] std::string_view word(std::string_view name) const;
};

/// Reads a FeatureCollection of polygons (RFC 7946, in any flat coordinates too). Every mistake has
/// its place; a ring that is not closed, or has fewer than four places, is one.
[[nodiscard]] std::vector<Feature> parse_geojson(std::string const& file, std::string_view text,
                                                 ImportFindings& findings);

} // namespace opschaling::scenarios
