#pragma once

#include "analysis/store/plan.hpp"
#include "app/console.hpp"
#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace opschaling::app {

/// A world with what tells it apart from every other.
struct MadeWorld {
    std::shared_ptr<models::World const> world;
    analysis::WorldFacts facts;
    std::vector<analysis::InputFile> inputs;
};

/// Makes the world that the study chose. A world file is looked for as written in the study, and
/// then beside the study.
[[nodiscard]] MadeWorld make_world(scenarios::Study const& study,
                                   std::filesystem::path const& study_file, Console const& console);

} // namespace opschaling::app
