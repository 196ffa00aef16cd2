#pragma once

#include "models/aanpak/aanpak_parameters.hpp"
#include "models/ids.hpp"
#include "models/world/world.hpp"
#include "sim/random/dice.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// One variant of each module: an approach (aanpak).
struct Approach {
    std::array<std::uint8_t, modules> variant{};

    friend bool operator==(Approach const&, Approach const&) = default;
};

inline constexpr std::size_t technology_module{0};
inline constexpr std::size_t participation_module{1};

/// The variants that exist and what is true of them, drawn once a replication. What does not
/// depend on the wijk is kept; the rest is a function of ids.
class Repertoire {
public:
    Repertoire() = default;
    Repertoire(AanpakParameters const& parameters, sim::Seed seed);

    [[nodiscard]] int variants() const { return variants_; }

    /// What the home is offered under this choice of technology.
    [[nodiscard]] HeatingSystem technology(std::uint8_t variant) const {
        return variant < warmtenet_variants_ ? HeatingSystem::warmtenet : HeatingSystem::heat_pump;
    }

    [[nodiscard]] double quality(std::size_t module, std::uint8_t variant) const;
    [[nodiscard]] Context const& design_context(std::size_t module, std::uint8_t variant) const;
    [[nodiscard]] double coupling(std::size_t module, std::uint8_t variant, std::size_t other,
                                  std::uint8_t other_variant) const;

private:
    [[nodiscard]] std::size_t row(std::size_t module, std::uint8_t variant) const {
        return module * static_cast<std::size_t>(variants_) + variant;
    }

    int variants_{0};
    int warmtenet_variants_{0};
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

/// What an actor may count in when it judges an approach beforehand.
struct Insight {
    bool idiosyncrasy{false}; ///< what is special to the site and cannot be read from its context
    bool coupling{false};     ///< how the modules work together
};

/// a of equation (1) for one module of an approach at a site.
[[nodiscard]] double module_fit(AanpakParameters const& parameters, Repertoire const& repertoire,
                                sim::Seed seed, Approach const& approach, std::size_t module,
                                Site const& site, Insight insight);

/// F of equations (2) and (3): how well an approach works at a site, 0 to 1.
[[nodiscard]] double approach_fit(AanpakParameters const& parameters, Repertoire const& repertoire,
                                  sim::Seed seed, Approach const& approach, Site const& site,
                                  Insight insight);

/// Squared distance between two contexts, weighed by the mean relevance over the modules.
[[nodiscard]] double context_distance(AanpakParameters const& parameters, Context const& a,
                                      Context const& b);

} // namespace opschaling::models
