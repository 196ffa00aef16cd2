#pragma once

#include "models/aanpak/aanpak_parameters.hpp"
#include "models/barrier/barrier_parameters.hpp"
#include "models/barrier/exemption_parameters.hpp"
#include "models/bewoner/bewoner_parameters.hpp"
#include "models/corporatie/corporatie_parameters.hpp"
#include "models/experiment/experiment_parameters.hpp"
#include "models/gemeente/gemeente_parameters.hpp"
#include "models/grid/grid_parameters.hpp"
#include "models/heat/heat_parameters.hpp"
#include "models/installer/installer_parameters.hpp"
#include "models/intervention/intervention_parameters.hpp"
#include "models/koppelkans/koppelkans_parameters.hpp"
#include "models/learning/learning_parameters.hpp"
#include "models/netbeheerder/netbeheerder_parameters.hpp"
#include "models/opposition/opposition_parameters.hpp"
#include "models/proeftuin/proeftuin_parameters.hpp"
#include "models/project/project_parameters.hpp"
#include "models/rijk/rijk_parameters.hpp"
#include "models/skill/skill_parameters.hpp"
#include "models/transition/transition_parameters.hpp"
#include "models/warmtenet/warmtenet_parameters.hpp"
#include "models/world/world_parameters.hpp"
#include "sim/parameters/declaration.hpp"

#include <vector>

namespace opschaling::models {

/// Every parameter of the model, a sheet per noun. Values come from scenarios/parameters/*.yaml
/// alone: no member has a default here, so none can enter without unit, range and source.
struct Parameters {
    WorldParameters world;
    HeatParameters heat;
    PriceParameters price;
    BewonerParameters bewoner;
    CorporatieParameters corporatie;
    InstallerParameters installer;
    GridParameters grid;
    NetbeheerderParameters netbeheerder;
    WarmtenetParameters warmtenet;
    AanpakParameters aanpak;
    ProjectParameters project;
    BarrierParameters barrier;
    ExemptionParameters exemption;
    OppositionParameters opposition;
    GemeenteParameters gemeente;
    ProeftuinParameters proeftuin;
    RijkParameters rijk;
    RouteParameters route;
    RuleParameters rule;
    TransitionParameters transition;
    ExperimentParameters experiment;
    LearningParameters learning;
    InterventionParameters intervention;
    KoppelkansParameters koppelkans;
    SkillParameters skill;
};

/// All declarations, bound to `parameters`, in the order in which they are printed.
[[nodiscard]] std::vector<sim::ParameterDeclaration> declare_all(Parameters& parameters);

} // namespace opschaling::models
