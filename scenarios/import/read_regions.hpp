#pragma once

#include "scenarios/import/layout.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::scenarios {

enum class RegionKind : std::uint8_t { gemeente, wijk, buurt };

/// One row of a file of regions: what it is and its figures, as far as the file gives them.
struct Region {
    RegionKind kind{RegionKind::buurt};
    std::string code;
    std::string name;
    std::string provincie; ///< PV.., empty when the file does not say
    Place place;
    std::array<std::optional<double>, region_columns> figures{};

    [[nodiscard]] std::optional<double> figure(RegionColumn column) const {
        return figures[static_cast<std::size_t>(column)];
    }
};

/// The regions of a file, each kind in order of code, after checks of shape, range, uniqueness and
/// of who belongs to whom.
struct Regions {
    std::vector<Region> gemeenten;
    std::vector<Region> wijken;
    std::vector<Region> buurten;
};

/// Reads and checks a file of regions. With `whole`, it must hold all gemeenten of the layout's
/// edition.
[[nodiscard]] Regions read_regions(CsvTable const& table, Layout const& layout, bool whole,
                                   ImportFindings& findings);

/// The gemeente and the CBS wijk around a place: the first digits of its code.
[[nodiscard]] std::string gemeente_code_of(std::string const& code);
[[nodiscard]] std::string wijk_code_of(std::string const& buurt_code);

} // namespace opschaling::scenarios
