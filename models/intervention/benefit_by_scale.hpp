#pragma once

#include "models/intervention/intervention_parameters.hpp"
#include "models/intervention/nested_units.hpp"

#include <array>
#include <cstddef>

namespace opschaling::models {

/// Takes a cause away, for the tests of what each one does (NC9).
struct ScaleSwitches {
    bool fixed_cost{true};   ///< F
    bool transport{true};    ///< T
    bool distance{true};     ///< lambda
    bool diversity{true};    ///< the homes of a unit differ
    bool coordination{true}; ///< kappa_c
};

/// What a pipe to a source of residual heat costs and how much power heat asks.
struct SourceCosts {
    WarmtenetParameters const& warmtenet;
    double kW_per_kWh{0.0}; ///< peak of the source per yearly useful heat
};

/// Net benefit of one intervention in one unit.
struct UnitBenefit {
    double per_home{0.0}; ///< EUR for each home of the unit, net present: equation (5)
    double uptake{0.0};   ///< mean over its homes: equation (6)
};

/// Equations (5) and (6) over the homes of a unit: each home takes part with a log-odds that falls
/// with the logarithm of the homes that decide together and with its squared distance to the mean
/// home; it then gains what the intervention is worth to a home of its heat, less coordination.
/// Mains lie in the buurten of the unit that carry them, or in the one that comes nearest to it.
/// Sources are taken nearest first until their power reaches; what they lack is not served. Costs
/// that are made once are shared by all homes of the unit.
[[nodiscard]] UnitBenefit benefit_of_unit(InterventionParameters const& parameters,
                                          SourceCosts const& sources, std::size_t intervention,
                                          ScaleUnit const& unit, ScaleSwitches switches = {});

/// Net benefit over the units of one level.
struct ScaleBenefit {
    ScaleLevel level{ScaleLevel::home};
    std::size_t units{0};      ///< looked at
    double homes{0.0};         ///< that decide together, in the mean unit
    double mean{0.0};          ///< EUR a home, over units
    double half_interval{0.0}; ///< of 95 %, between units, normal; 0 where there is one unit
    double uptake{0.0};

    [[nodiscard]] double low() const { return mean - half_interval; }

    [[nodiscard]] double high() const { return mean + half_interval; }
};

using BenefitByScale = std::array<ScaleBenefit, scale_levels>;

[[nodiscard]] BenefitByScale benefit_by_scale(InterventionParameters const& parameters,
                                              SourceCosts const& sources, std::size_t intervention,
                                              UnitsByLevel const& units,
                                              ScaleSwitches switches = {});

} // namespace opschaling::models
