#pragma once

#include "analysis/effects/effect_result.hpp"
#include "models/world/parameters.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace opschaling::app {

/// Parts of groei, replicatie, circulatie and institutionalisering, together 1 or all nothing.
inline constexpr std::size_t route_count{4};
using Mix = std::array<double, route_count>;

/// The place of institutionalisering.
inline constexpr std::size_t institutions{3};

/// A mixture in quarters; its key is that of its row, "g1r0c2i1".
struct Mixture {
    std::string key;
    analysis::BothLanguages label; ///< "½ circulatie, ¼ groei, ¼ institutionalisering"
    Mix mix;
};

[[nodiscard]] std::array<analysis::BothLanguages, route_count> const& route_names();

/// The ¼-grid of the simplex: 35.
[[nodiscard]] std::vector<Mixture> all_mixtures();

/// The places of the four pure routes among the mixtures.
[[nodiscard]] std::array<std::size_t, route_count> pure_among(std::vector<Mixture> const& mixtures);

/// One route alone.
[[nodiscard]] Mix pure_mix(std::size_t route);

/// Equal shares of the routes that are at hand; bit r set: route r is.
[[nodiscard]] Mix shares_of(std::uint32_t at_hand);

/// The parameters under a programme of this mixture, with so many times its money.
[[nodiscard]] std::shared_ptr<models::Parameters const>
with_mix(models::Parameters parameters, Mix const& mix, double money = 1.0);

} // namespace opschaling::app
