#pragma once

#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/node.hpp"
#include "sim/parameters/declaration.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

/// A parameter's value as it stands in a file: base units for the model, text in the declared unit
/// for people.
struct ReadValue {
    sim::ParameterValue base;
    std::string text;
    /// The numbers of `text`.
    std::vector<double> declared;
    /// The unit that the writer used, empty for a plain number; ranges beside the value are in it.
    std::string written_unit;
};

/// Reads a value for a declared parameter: kind, unit, dimension, number of items, allowed range.
/// `unit` is a unit that stands beside the value for all its numbers, or a null pointer.
[[nodiscard]] std::optional<ReadValue> read_value(Node const& value, Node const* unit,
                                                  sim::ParameterDeclaration const& declaration,
                                                  std::string const& path, Findings& findings);

/// Reads `plausible: [low, high]`, in the unit of the value; the bounds come back in the declared
/// unit.
[[nodiscard]] std::optional<std::pair<double, double>>
read_plausible(Node const& range, ReadValue const& value,
               sim::ParameterDeclaration const& declaration, std::string const& path,
               Findings& findings);

} // namespace opschaling::scenarios
