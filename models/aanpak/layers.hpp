#pragma once

#include "models/aanpak/approach.hpp"

#include <array>
#include <cstddef>
#include <span>

namespace opschaling::models {

/// How the fit of a module's variants varies over wijken (model.md 1.2), the mean of each wijk left
/// out: shares that sum to 1.
struct LayerShares {
    double variant{0.0}; ///< between variants, the same everywhere: generiek
    double context{0.0}; ///< between variants, by the context of the wijk: menu
    double special{0.0}; ///< what no context tells: specifiek

    /// 0 generiek, 1 menu, 2 specifiek: the largest share.
    [[nodiscard]] std::size_t largest() const;
};

/// Analysis of variance of equation (1) over the variants known at the start and these sites,
/// coupling left out, since it belongs to a whole approach.
[[nodiscard]] std::array<LayerShares, modules> measure_layers(AanpakParameters const& parameters,
                                                              Repertoire const& repertoire,
                                                              sim::Seed seed,
                                                              std::span<Site const> sites);

/// The largest share of each module in expectation, over standard normal contexts: what
/// `measure_layers` finds in a large world.
[[nodiscard]] std::array<std::size_t, modules> true_layers(AanpakParameters const& parameters);

} // namespace opschaling::models
