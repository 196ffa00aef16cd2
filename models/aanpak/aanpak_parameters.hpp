#pragma once

#include "models/world/world.hpp"
#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// The functions that an approach has to fill (model.md 1.2), in the order of every list over
/// modules: choice of technology, form of participation, financing, contracts and tendering, legal
/// instrument, form of governance, communication, integration in the grid, coupling with other
/// works, monitoring, planning and phasing, data and privacy.
inline constexpr std::size_t modules{12};
inline constexpr std::size_t technology_module{0};
inline constexpr std::size_t participation_module{1};
inline constexpr std::size_t contract_module{3};
inline constexpr std::size_t grid_module{7};

/// What an approach is made of and how well it fits (model.md equations 1 to 3).
struct AanpakParameters {
    int variants;
    std::array<double, modules> context_sensitivity;
    std::array<double, modules> idiosyncrasy;
    std::array<double, context_dimensions> relevance_technical;
    std::array<double, context_dimensions> relevance_social;
    double complementarity;
    double coupling;
    double context_scale;
    double quality_mean;
    double quality_spread;
    double design_radius;
    double try_spread;
    int segments;
    sim::Duration segment_work;
    std::array<sim::Share, modules> codified;
    sim::Share warmtenet_variants;
    double warmtenet_density_shift;

    friend bool operator==(AanpakParameters const&, AanpakParameters const&) = default;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::AanpakParameters> {
    using Aanpak = models::AanpakParameters;
    static constexpr std::string_view name{"aanpak"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Aanpak::variants, "variants", "1", 1, 64,
             "Variants of each module that gemeenten know from elsewhere at the start");
        each(&Aanpak::context_sensitivity, "context_sensitivity", "1", 0, 10,
             "Loss per squared distance between wijk and design context, by module (kappa)");
        each(&Aanpak::idiosyncrasy, "idiosyncrasy", "1", 0, 5,
             "Spread of fit that cannot be read from the context, by module (varsigma)");
        each(&Aanpak::relevance_technical, "relevance_technical", "1", 0, 1,
             "Weight of each context dimension for technology and the grid (D)");
        each(&Aanpak::relevance_social, "relevance_social", "1", 0, 1,
             "Weight of each context dimension for all other modules (D)");
        each(&Aanpak::complementarity, "complementarity", "1", -20, 1,
             "Exponent rho of the mean over modules: 1 adds, lower values follow the weakest");
        each(&Aanpak::coupling, "coupling", "1", 0, 5,
             "Strength of interaction between variants of different modules (chi)");
        each(&Aanpak::context_scale, "context_scale", "1", 0, 3,
             "Multiplies the differences between wijken (h); 0 makes all wijken alike");
        each(&Aanpak::quality_mean, "quality_mean", "1", -5, 5,
             "Mean quality of a variant in its own design context (alpha)");
        each(&Aanpak::quality_spread, "quality_spread", "1", 0, 3,
             "Standard deviation of quality between variants");
        each(&Aanpak::design_radius, "design_radius", "1", 0, 3,
             "How far from its wijk's context a variant made on the spot is designed");
        each(&Aanpak::try_spread, "try_spread", "1", 0, 10,
             "Error in what a try-out shows of an approach on the spot, in logit F");
        each(&Aanpak::segments, "segments", "1", 1, 8,
             "Groups of residents that an approach serves each in its own way (n_seg)");
        each(&Aanpak::segment_work, "segment_work", "fte*year", 0, 5,
             "Plan work for each group beyond the first, at the reference size");
        each(&Aanpak::codified, "codified", "1", 0, 1,
             "Part of a module that is written down and travels, by module");
        each(&Aanpak::warmtenet_variants, "warmtenet_variants", "1", 0, 1,
             "Part of the technology variants that is a warmtenet; the others are all-electric");
        each(&Aanpak::warmtenet_density_shift, "warmtenet_density_shift", "1", 0, 3,
             "How far the design contexts of warmtenet and all-electric lie apart in density");
    }
};
