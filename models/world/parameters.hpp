#pragma once

#include "models/world/world_parameters.hpp"
#include "sim/parameters/declaration.hpp"

#include <vector>

namespace opschaling::models {

/// Every parameter of the model, a sheet per noun. Values come from scenarios/parameters/*.yaml
/// alone: no member has a default here, so none can enter without unit, range and source.
struct Parameters {
    WorldParameters world;
};

/// All declarations, bound to `parameters`, in the order in which they are printed.
[[nodiscard]] std::vector<sim::ParameterDeclaration> declare_all(Parameters& parameters);

} // namespace opschaling::models
