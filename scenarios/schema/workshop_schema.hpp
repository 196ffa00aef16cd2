#pragma once

#include "scenarios/reader/pilot.hpp"
#include "sim/parameters/declaration.hpp"

#include <string>
#include <vector>

namespace opschaling::scenarios {

/// JSON Schema of a workshop. The names of levers, stops and presets are the files' own, so a
/// schema sees how they are written and not whether they are there.
[[nodiscard]] std::string write_workshop_schema();

/// Of a file of levers of a workshop: each parameter with its unit, each stop with its texts.
[[nodiscard]] std::string
write_levers_schema(std::vector<sim::ParameterDeclaration> const& declarations);

/// Of a pilot for the canvas, with these subjects.
[[nodiscard]] std::string write_pilot_schema(std::vector<CanvasLever> const& subjects);

} // namespace opschaling::scenarios
