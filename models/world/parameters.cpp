#include "models/world/parameters.hpp"

namespace opschaling::models {

std::vector<sim::ParameterDeclaration> declare_all(Parameters& parameters) {
    std::vector<sim::ParameterDeclaration> declarations;
    sim::declare(parameters.world, declarations);
    return declarations;
}

} // namespace opschaling::models
