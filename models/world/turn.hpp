#pragma once

#include "models/aanpak/approach.hpp"
#include "models/grid/device_lots.hpp"
#include "models/grid/level_figures.hpp"
#include "models/grid/load_table.hpp"
#include "models/heat/cost_table.hpp"
#include "models/project/offer.hpp"
#include "models/warmtenet/business_case.hpp"
#include "models/world/parameters.hpp"
#include "models/world/state.hpp"
#include "models/world/world.hpp"
#include "sim/random/dice.hpp"

#include <array>
#include <vector>

namespace opschaling::models {

struct Experiment;

/// What one quarter needs in passing: made anew each quarter, or when parameters change; never part
/// of the state.
struct Workspace {
    LastingCosts lasting_costs; ///< made when parameters change, as are the loads
    CostTable costs;
    WarmtebedrijfPrices warmtebedrijf;
    LoadTable loads;
    DeviceLots lots; ///< drawn when first asked
    GridFigures grid_figures{};
    sim::Column<WijkId, Offer> offers;
    std::vector<std::vector<Job>> new_jobs; ///< by wijk
    /// Crew days that gas boilers took in each wijk.
    sim::Column<WijkId, float> boiler_days;
    /// EUR that late takers and standing finance drew on each route's purse, by wijk.
    sim::Column<WijkId, std::int64_t> standing_spent;
    /// What gemeenten know of one another: the mean context of each, and what it is weighed by.
    sim::Column<GemeenteId, Context> gemeente_context;
    std::array<double, context_dimensions> relevance{};
    /// Fte that work on rules took in each gemeente in this quarter.
    sim::Column<GemeenteId, double> staff_on_rules;
};

/// All that a phase may touch: the world and parameters to read, the state to carry on.
struct Turn {
    World const& world;
    Parameters const& parameters;
    Repertoire const& repertoire;
    sim::Seed seed;
    State& state;
    Workspace& workspace;
    /// What a counterfactual experiment imposes, or null: models/experiment/experiment.hpp.
    Experiment const* experiment{nullptr};
};

} // namespace opschaling::models
