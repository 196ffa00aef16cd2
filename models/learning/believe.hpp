#pragma once

#include "models/aanpak/compose.hpp"
#include "models/world/turn.hpp"

#include <cstdint>

namespace opschaling::models {

/// Who holds a belief: a gemeente, the KLP or the Rijk.
struct Holder {
    std::uint32_t number;

    static constexpr Holder of(GemeenteId gemeente) {
        return {static_cast<std::uint32_t>(gemeente)};
    }

    static constexpr Holder klp() { return {0xFFFFFFFEU}; }

    static constexpr Holder rijk() { return {0xFFFFFFFFU}; }

    [[nodiscard]] constexpr bool is_gemeente() const { return number < 0xFFFFFFFEU; }

    friend bool operator==(Holder, Holder) = default;
};

/// What a holder believes of a variant of a module in a wijk: mean of a (equation 1) and the
/// certainty of that mean, as a precision.
struct Belief {
    double mean{0.0};
    double precision{0.0};
};

/// Beliefs are sufficient statistics over wijken of the holder's own types (ruling 21). A gemeente
/// adds to its own what it hears of others: published, passed on by the KLP, absorbed, from nearby.
[[nodiscard]] Belief believe(Turn const& turn, Holder holder, std::size_t module, Variant variant,
                             WijkId wijk);

/// Logit F of an approach in a wijk as the holder believes it to be.
[[nodiscard]] double expected_value(Turn const& turn, Holder holder, Approach const& approach,
                                    WijkId wijk);

/// a of equation (1) as it truly is, what is special to the wijk counted in, apart from coupling,
/// which belongs to a whole approach.
[[nodiscard]] double true_value(Turn const& turn, std::size_t module, Variant variant, WijkId wijk);

/// Part of what was learned elsewhere that the KLP passes on now.
[[nodiscard]] double exchange_now(Turn const& turn);

/// Part of what others say that a gemeente can take in: the more, the more it knows itself.
[[nodiscard]] double absorption_of(Turn const& turn, GemeenteId gemeente);

/// How near two gemeenten are: 1 within one, less elsewhere, less the more their wijken differ.
[[nodiscard]] double nearness(Turn const& turn, GemeenteId to, GemeenteId from);

[[nodiscard]] Typology const& typology_of(Turn const& turn, Holder holder);

/// What a holder believes that experiment status adds to a result (ruling 20).
[[nodiscard]] double status_effect_of(Turn const& turn, Holder holder);

/// What does not change in a run: the mean context of each gemeente.
void size_learning(World const& world, Parameters const& parameters, Workspace& workspace);

} // namespace opschaling::models
