#pragma once

#include "analysis/compare/paired.hpp"
#include "app/study/run_batch.hpp"
#include "scenarios/reader/pilot.hpp"
#include "scenarios/scenario.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::app {

/// A lever with what its parameters are where it is absent and where it is wholly there, in the
/// study of the pilot.
struct SetLever {
    scenarios::CanvasLever lever;
    std::optional<double> level; ///< where the pilot stands; nothing: as the model has it
    models::Parameters low{};
    models::Parameters high{};
    std::vector<std::string> paths; ///< of the parameters that it moves
};

/// What one lever is worth to the pilot: homes off gas at the end in percentage points, on the same
/// dice.
struct LeverEffect {
    std::size_t lever{0};
    /// Of bringing it from where it stands to wholly there; where it is wholly there already, of
    /// having it at all.
    analysis::PairedDifference points;
    bool already_there{false};
};

/// What the pilot does along the five routes, at the last quarter, mean over replications.
struct PilotScaling {
    double gas_free{0.0};            ///< per cent of the homes
    double gas_free_by_project{0.0}; ///< the same, on a project's offer
    double projects_anchored{
        0.0};                   ///< in: of a hundred finished projects, those that became routine
    double projects_begun{0.0}; ///< out: by routes, ever
    double rules_in_force{0.0}; ///< up
    double norm{0.0};           ///< deep: how normal it is to leave gas, mean of gemeenten, 0 to 1
    double elsewhere{0.0};      ///< beyond: variants of modules of use in other domains
};

struct WeighedPilot {
    std::vector<LeverEffect> effects; ///< by lever
    PilotScaling scaling;
    double readiness_least{0.0}; ///< the ingrediënt that is least there
    double readiness_ces{0.0};   ///< their mean in which what lacks counts most (rho = -2)
    std::size_t replications{0};
    bool stopped{false};
};

/// The parameters at which the pilot stands: those of its study, with every lever that it speaks of
/// in between its ends. Levers are laid over one another in their order.
[[nodiscard]] models::Parameters parameters_of_pilot(models::Parameters const& study,
                                                     std::vector<SetLever> const& levers);

/// Runs the pilot as it stands and once for each lever, all replications on common dice.
[[nodiscard]] WeighedPilot weigh_pilot(scenarios::Study const& study,
                                       std::shared_ptr<models::World const> const& world,
                                       std::vector<SetLever> const& levers,
                                       std::atomic<bool> const& stop, Console const& console);

} // namespace opschaling::app
