#pragma once

#include "sim/parameters/declaration.hpp"

#include <string>
#include <vector>

namespace opschaling::scenarios {

/// One parameter as people read it.
struct ParameterRow {
    std::string path;
    std::string unit;
    std::string range;     ///< allowed, "5 to 200"
    std::string value;     ///< the default, in the unit; a long list or series in full
    std::string plausible; ///< for sensitivity runs, or empty
    std::string source;    ///< a publication, or "assumption: why"
    bool is_assumption{false};
    std::string meaning;
    std::string origin; ///< file:line
};

[[nodiscard]] std::vector<ParameterRow>
describe_parameters(std::vector<sim::ParameterRecord> const& records);

/// The rows of which the path, meaning or source contains the text, upper and lower case alike.
[[nodiscard]] std::vector<ParameterRow> select_parameters(std::vector<ParameterRow> const& rows,
                                                          std::string const& text);

/// For a terminal of `width` characters: a head line a parameter with value, unit and range, then
/// its meaning and its source, indented and wrapped; ends with the number of assumptions.
[[nodiscard]] std::string write_parameter_text(std::vector<ParameterRow> const& rows,
                                               std::size_t width);

/// A Markdown table a sheet, for the documentation.
[[nodiscard]] std::string write_parameter_markdown(std::vector<ParameterRow> const& rows);

} // namespace opschaling::scenarios
