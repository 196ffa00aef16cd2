#pragma once

#include "models/experiment/experiment.hpp"
#include "models/world/parameters.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace opschaling::models {

/// What may be otherwise in a pilot than at scale (measurement.md 2.4); each is one bit of a world.
enum class PilotCause : std::uint8_t {
    selection,   ///< selectie: the sites that were picked, with all that is fixed about them
    resources,   ///< middelen: money per home and attention
    exemption,   ///< ontheffing: barriers bypassed
    equilibrium, ///< evenwicht: few wijken at a time
    context,     ///< context: the fit that the approach has at home
    executor,    ///< uitvoerder: the best teams
    chance       ///< toeval: the throws that the choice of the approach was made on
};
inline constexpr std::size_t pilot_causes{7};

/// One of the 2^7 worlds of the bias game.
struct PilotWorld {
    std::uint32_t as_pilot{0}; ///< a bit for each cause that is as in the pilot
    /// The pilot whose approach all follow (the showcase); nothing: each pilot with its own, and
    /// wijken at scale with one of them by lot.
    std::optional<std::uint32_t> showcase{};

    [[nodiscard]] bool has(PilotCause cause) const {
        return ((as_pilot >> static_cast<unsigned>(cause)) & 1U) != 0;
    }
};

inline constexpr PilotWorld all_as_pilot{.as_pilot = (1U << pilot_causes) - 1U};

/// Wijken that become a pilot at this moment: the best of a noisy score of trust and energy, as in
/// the programme's own selection, by wijk instead of by gemeente (decision 0060).
[[nodiscard]] std::vector<WijkId> pick_pilots(Turn const& turn);

/// What such a world imposes. The sites that count are those of ruling 32. Parameters must have
/// been put right by `withhold` before.
[[nodiscard]] Experiment make_pilot_world(Turn const& turn, PilotWorld const& world);

/// Takes from the parameters what status brings where that is as at scale.
void withhold(Parameters& parameters, PilotWorld const& world);

/// Regular wijken that all follow the approach of one pilot (or, with nothing, the usual practice
/// of their gemeente), under throws of their own: all that can, or so many drawn by lot.
struct Followers {
    std::optional<std::uint32_t> pilot{};
    std::optional<std::uint32_t> at_most{};
    std::uint32_t fresh_chance{1};
};

[[nodiscard]] Experiment follow_pilot(Turn const& turn, Followers const& followers);

} // namespace opschaling::models
