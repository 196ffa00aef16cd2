#pragma once

#include "models/world/turn.hpp"
#include "sim/random/dice.hpp"

#include <array>
#include <optional>

namespace opschaling::models {

inline constexpr std::size_t gas_right{0};
inline constexpr std::size_t framework_contracts{1};
inline constexpr std::size_t backing{3};
inline constexpr std::size_t unprofitable_part{4};
inline constexpr std::size_t vve_rule{8};

/// What is fixed of a barrier, whatever its figures: where it sits and which rule ends it.
struct BarrierKind {
    BarrierRow BarrierParameters::*row;
    bool of_gemeente; ///< the same for all wijken of a gemeente
    bool for_nets;    ///< holds up a warmtenet alone
    std::optional<std::size_t> rule;
};

/// The barriers in the order of their bits and of the causes of stalls.
[[nodiscard]] std::array<BarrierKind, barriers> const& barrier_kinds();

[[nodiscard]] inline StallCause cause_of(std::size_t barrier) {
    return static_cast<StallCause>(barrier + 1);
}

/// Quarters until the framework contracts of a gemeente end, each as long as the one before: by lot
/// between the shortest and the longest term.
[[nodiscard]] double quarters_to_end_of_contract(Turn const& turn, GemeenteId gemeente, int now);

/// The barrier behind a stall; none where something else is the cause.
[[nodiscard]] std::optional<std::size_t> barrier_behind(StallCause cause);

/// The rule that would take away what makes a project stall; none where no rule would.
[[nodiscard]] std::optional<std::size_t> rule_against(StallCause cause);

/// The barriers of each wijk at the start, a bit each; by lot, those of a gemeente together.
[[nodiscard]] sim::Column<WijkId, std::uint16_t>
start_barriers(World const& world, BarrierParameters const& parameters, sim::Seed seed);

/// Part of a barrier that still stands for a project: less under an exemption, none once a rule
/// that takes it away works in its gemeente.
[[nodiscard]] double barrier_left(Turn const& turn, Project const& project, std::size_t barrier);

/// Whether a project would be exempt from a barrier if that stood in its way.
[[nodiscard]] bool may_be_exempt(Turn const& turn, Project const& project, std::size_t barrier);

/// Whether a project gets round a barrier of its wijk by an exemption that it needs.
[[nodiscard]] bool is_exempt(Turn const& turn, Project const& project, std::size_t barrier);

} // namespace opschaling::models
