#pragma once

#include "models/project/begin_project.hpp"
#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace opschaling::models {

/// A wijkaanpak that was drawn before anything happened: when, with what, by whom.
struct AssignedProject {
    ProjectPlan plan;
    std::uint16_t starts{0}; ///< quarter
    /// F that holds whatever the wijk is like; its own otherwise.
    std::optional<double> fit{};
    /// Luck of the first attempt; its own throw otherwise.
    std::optional<double> luck{};
};

/// A site whose outcome counts, and how it stood when the experiment began.
struct EvaluatedSite {
    WijkId site{};
    std::int32_t gas_free_before{0};
};

/// What an experiment imposes on one run: these wijkaanpakken and no others. Nobody applies, nobody
/// chooses and no money runs short (ruling 31). Given to a simulation as parameters are, so it is
/// no part of the state.
struct Experiment {
    std::vector<AssignedProject> projects;
    std::vector<EvaluatedSite> evaluated;
    /// Other throws for all chance from now on, of people, moments and luck; what is fixed stays.
    std::optional<std::uint32_t> fresh_chance{};
    std::int32_t began{0}; ///< quarter
};

/// The first quarter in which a run of this experiment can differ from one that imposes nothing:
/// until its first wijkaanpak begins nobody in it knows of it. Nothing when it never can.
[[nodiscard]] std::optional<sim::Quarter> first_difference(Experiment const& experiment);

/// Begins the wijkaanpakken whose quarter it is, where they still can.
void begin_assigned(Turn& turn, sim::Quarter quarter);

/// Homes of a site at this moment, and those without gas.
[[nodiscard]] std::int32_t homes_of_site(World const& world, State const& state, WijkId site);
[[nodiscard]] std::int32_t gas_free_of_site(World const& world, State const& state, WijkId site);

/// Part of the homes of a site that left gas since the experiment began.
[[nodiscard]] double gain_of(World const& world, State const& state, EvaluatedSite const& site);

/// Sites where a wijkaanpak can begin at this moment, in an order that does not depend on storage.
[[nodiscard]] std::vector<WijkId> eligible_sites(Turn const& turn);

} // namespace opschaling::models
