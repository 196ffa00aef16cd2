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

[[nodiscard]] Belief believe(Turn const& turn, Holder holder, std::size_t module, Variant variant,
                             WijkId wijk);

/// Logit F of an approach in a wijk as the holder believes it to be.
[[nodiscard]] double expected_value(Turn const& turn, Holder holder, Approach const& approach,
                                    WijkId wijk);

/// a of equation (1) as it truly is, what is special to the wijk counted in, apart from coupling,
/// which belongs to a whole approach.
[[nodiscard]] double true_value(Turn const& turn, std::size_t module, Variant variant, WijkId wijk);

} // namespace opschaling::models
