#pragma once

#include "scenarios/import/layout.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace opschaling::scenarios {

/// Where the columns of a layout stand in a table. A header counts as the same when its letters and
/// digits are: R writes "Wonen.Woningvoorraad..aantal." for "Wonen/Woningvoorraad (aantal)".
class FoundColumns {
public:
    /// A finding for each column that is not there, with the nearest that is.
    FoundColumns(CsvTable const& table, Layout const& layout, ImportFindings& findings);

    [[nodiscard]] std::optional<std::size_t> of(std::string_view column) const;

    /// The field without padding; empty where the layout has no such column.
    [[nodiscard]] std::string text(CsvRow const& row, std::string_view column) const;

    [[nodiscard]] Place place(CsvRow const& row, std::string_view column) const;

    /// Whether the layout's rule for rows takes this one.
    [[nodiscard]] bool takes(CsvRow const& row) const;

private:
    CsvTable const& table_;
    Layout const& layout_;
    std::map<std::string, std::size_t, std::less<>> places_;
    std::optional<std::size_t> only_;
};

/// Letters and digits in small letters, accents taken off: "sudwestfryslan". Two headers or names
/// that are equal so are the same thing written in two ways.
[[nodiscard]] std::string squeezed(std::string_view text);

} // namespace opschaling::scenarios
