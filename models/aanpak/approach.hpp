#pragma once

#include "models/aanpak/aanpak_parameters.hpp"
#include "models/ids.hpp"
#include "models/world/world.hpp"
#include "sim/random/dice.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// A variant of a module. Those below `Repertoire::variants()` are known everywhere at the start;
/// others were made on the spot, for one site, and name it.
using Variant = std::uint32_t;

/// Variants of one module that a site can make.
inline constexpr Variant makes_per_site{32};

/// The variant that a site makes of a module as its first, second, ... try.
constexpr Variant made_variant(WijkId site, std::uint32_t make) {
    return 0x80000000U + static_cast<std::uint32_t>(site) * makes_per_site + make;
}

constexpr bool is_made(Variant variant) {
    return variant >= 0x80000000U;
}

/// The site that a made variant was made for.
constexpr WijkId made_for(Variant variant) {
    return static_cast<WijkId>((variant - 0x80000000U) / makes_per_site);
}

/// One variant of each module: an approach (aanpak).
struct Approach {
    std::array<Variant, modules> variant{};

    friend bool operator==(Approach const&, Approach const&) = default;
};

/// The variants that exist and what is true of them, drawn once a replication. What is known
/// everywhere is kept; the rest is a function of keys: a variant made on the spot is designed for
/// the context of its wijk, within `aanpak.design_radius`.
class Repertoire {
public:
    Repertoire() = default;
    /// Without places no variant can be made.
    Repertoire(AanpakParameters const& parameters, sim::Seed seed,
               Geography const* places = nullptr);

    [[nodiscard]] Variant variants() const { return variants_; }

    /// What the home is offered under this choice of technology.
    [[nodiscard]] HeatingSystem technology(Variant variant) const;

    [[nodiscard]] double quality(std::size_t module, Variant variant) const;
    /// Already multiplied by `aanpak.context_scale`.
    [[nodiscard]] Context design_context(std::size_t module, Variant variant) const;
    [[nodiscard]] double coupling(std::size_t module, Variant variant, std::size_t other,
                                  Variant other_variant) const;

    /// A number for dice that stays with the variant however places are stored.
    [[nodiscard]] std::uint32_t key(std::size_t module, Variant variant) const;

private:
    [[nodiscard]] std::size_t row(std::size_t module, Variant variant) const {
        return module * static_cast<std::size_t>(variants_) + variant;
    }

    sim::Seed seed_{};
    Geography const* places_{nullptr};
    Variant variants_{0};
    Variant warmtenet_variants_{0};
    double quality_mean_{0.0};
    double quality_spread_{0.0};
    double context_scale_{0.0};
    double design_radius_{0.0};
    std::vector<double> quality_;
    std::vector<Context> context_;
    std::vector<double> coupling_;
};

/// Where an approach is to work.
struct Site {
    Context context{};
    Context spread{};
    std::uint32_t wijk_key{0};
};

/// What of an approach is counted in.
struct Insight {
    bool idiosyncrasy{false}; ///< what is special to the site and cannot be read from its context
    bool coupling{false};     ///< how the modules work together
};

inline constexpr Insight everything{.idiosyncrasy = true, .coupling = true};

/// The weight of each context dimension for a module (D).
[[nodiscard]] std::array<double, context_dimensions> const&
relevance_of(AanpakParameters const& parameters, std::size_t module);

/// The mean of that over the modules.
[[nodiscard]] std::array<double, context_dimensions>
mean_relevance(AanpakParameters const& parameters);

/// a of equation (1) for one variant of a module at a site, apart from its coupling.
[[nodiscard]] double variant_fit(AanpakParameters const& parameters, Repertoire const& repertoire,
                                 sim::Seed seed, std::size_t module, Variant variant,
                                 Site const& site, bool idiosyncrasy);

/// a of equation (1) for one module of an approach at a site.
[[nodiscard]] double module_fit(AanpakParameters const& parameters, Repertoire const& repertoire,
                                sim::Seed seed, Approach const& approach, std::size_t module,
                                Site const& site, Insight insight);

/// F of equations (2) and (3) from a of each module, 0 to 1.
[[nodiscard]] double combine(AanpakParameters const& parameters,
                             std::array<double, modules> const& module_values);

/// F: how well an approach works at a site, 0 to 1.
[[nodiscard]] double approach_fit(AanpakParameters const& parameters, Repertoire const& repertoire,
                                  sim::Seed seed, Approach const& approach, Site const& site,
                                  Insight insight);

/// Squared distance between two contexts, each dimension by its weight.
[[nodiscard]] double context_distance(AanpakParameters const& parameters,
                                      std::array<double, context_dimensions> const& weight,
                                      Context const& a, Context const& b);

} // namespace opschaling::models
