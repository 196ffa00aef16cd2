#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

/// A closed line in pixels, from the top left; the first corner is not told again.
using PixelRing = std::vector<std::pair<int, int>>;

/// The wijken of a world as a picture of their outlines, north up.
struct WijkOutlines {
    int width{0};
    int height{0};
    std::vector<std::vector<PixelRing>> of_wijk; ///< holes included; empty where the map has none

    [[nodiscard]] bool is_there() const { return !of_wijk.empty(); }

    /// Wijken that the map does not have.
    [[nodiscard]] std::size_t missing() const;
};

/// Reads polygons of wijken, or of the buurten in them, from GeoJSON (RFC 7946, or flat coordinates
/// such as RD), and fits those of these wijken into the picture. A feature is known by a CBS code
/// under `code`, `wijkcode`, `WK_CODE`, `buurtcode`, `BU_CODE` or `statcode`; what is of no wijk
/// here is passed over. Throws an ImportError that holds every mistake; a map without a single wijk
/// is one.
[[nodiscard]] WijkOutlines read_outlines(std::filesystem::path const& path,
                                         std::span<std::string const> wijk_codes, int width,
                                         int height);

} // namespace opschaling::scenarios
