#include "models/world/parameters.hpp"

namespace opschaling::models {

std::vector<sim::ParameterDeclaration> declare_all(Parameters& parameters) {
    std::vector<sim::ParameterDeclaration> declarations;
    sim::declare(parameters.world, declarations);
    sim::declare(parameters.heat, declarations);
    sim::declare(parameters.price, declarations);
    sim::declare(parameters.bewoner, declarations);
    sim::declare(parameters.corporatie, declarations);
    sim::declare(parameters.installer, declarations);
    sim::declare(parameters.grid, declarations);
    sim::declare(parameters.netbeheerder, declarations);
    sim::declare(parameters.warmtenet, declarations);
    sim::declare(parameters.aanpak, declarations);
    sim::declare(parameters.project, declarations);
    sim::declare(parameters.barrier, declarations);
    sim::declare(parameters.exemption, declarations);
    sim::declare(parameters.opposition, declarations);
    sim::declare(parameters.gemeente, declarations);
    sim::declare(parameters.proeftuin, declarations);
    sim::declare(parameters.rijk, declarations);
    sim::declare(parameters.route, declarations);
    sim::declare(parameters.rule, declarations);
    sim::declare(parameters.transition, declarations);
    sim::declare(parameters.experiment, declarations);
    sim::declare(parameters.learning, declarations);
    sim::declare(parameters.intervention, declarations);
    sim::declare(parameters.koppelkans, declarations);
    sim::declare(parameters.skill, declarations);
    return declarations;
}

} // namespace opschaling::models
