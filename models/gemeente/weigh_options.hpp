#pragma once

#include "models/project/begin_project.hpp"
#include "models/world/turn.hpp"

#include <cstddef>
#include <cstdint>

namespace opschaling::models {

/// What lies before a gemeente in its yearly choice.
struct Options {
    double peers{0.0};                ///< part of the gemeenten in its RES-regio with a project
    double under_way{0.0};            ///< part of all gemeenten with a project not yet ended
    bool pilots{false};               ///< whether there are places for proeftuinen
    double value{0.0};                ///< what it expects of the approach, as log-odds
    double result{0.0};               ///< part of the homes reached that left gas at the source
    ProjectPlan const* plan{nullptr}; ///< what it would take over; nothing to take over without
};

/// Chances of the options; what is left is to wait.
struct Chances {
    double take_over{0.0};
    double pilot{0.0};
};

/// The yearly logit of model.md 1.4 and ruling 19: a proeftuin of its own, to take over, or to
/// wait. Diffusion between gemeenten (learning, imitation, coercion) stands inside the value of
/// taking over. To go on with what is its own is no taking over: no pride is hurt and no routine
/// left.
[[nodiscard]] Chances chances_of(Turn const& turn, GemeenteId gemeente, Options const& options);

/// Part of all gemeenten with a project not yet ended: what those who wait can learn from.
[[nodiscard]] double part_under_way(Turn const& turn);

/// Whether a gemeente can reckon with money of a route.
[[nodiscard]] bool has_money(Turn const& turn, std::size_t route);

/// EUR for each home that leaves gas by this plan: more when it takes over what another made and
/// that is subsidised.
[[nodiscard]] std::int64_t contribution_to(Turn const& turn, ProjectPlan const& plan);

} // namespace opschaling::models
