#pragma once

#include "sim/parameters/declaration.hpp"

namespace opschaling::models {

/// Who gets round barriers by exemptions, and how long others put up with it (model.md 1.10).
struct ExemptionParameters {
    sim::Share beyond_status;
    double visibility;
    sim::Share legitimacy_start;
    sim::Rate legitimacy_decay;
    sim::Share legitimacy_scale;
    double threshold_median;
    double threshold_spread;
    sim::Rate revocation;
    double trust_lost;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::ExemptionParameters> {
    using Exemption = models::ExemptionParameters;
    static constexpr std::string_view name{"exemption"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Exemption::beyond_status, "beyond_status", "1", 0, 1,
             "Part of the projects without experiment status that get the same exemptions");
        each(&Exemption::visibility, "visibility", "1", 0, 10,
             "How much of the deviation from the rule those who are not exempt perceive");
        each(&Exemption::legitimacy_start, "legitimacy_start", "1", 0, 1,
             "Legitimacy of an experiment when it is new and rare; a law has 1");
        each(&Exemption::legitimacy_decay, "legitimacy_decay", "1/year", 0, 2,
             "Legitimacy lost by the years since the first exemption");
        each(&Exemption::legitimacy_scale, "legitimacy_scale", "1", 0.001, 1,
             "Part of the wijken exempt at which legitimacy has fallen by e");
        each(&Exemption::threshold_median, "threshold_median", "1", 0.001, 1.0e6,
             "Perceived deviation that half of the other actors do not put up with");
        each(&Exemption::threshold_spread, "threshold_spread", "1", 0.01, 3,
             "Standard deviation of the logarithm of that threshold");
        each(&Exemption::revocation, "revocation", "1/year", 0, 10,
             "Hazard that an exemption is withdrawn where no other actor puts up with it");
        each(&Exemption::trust_lost, "trust_lost", "1", 0, 1,
             "Trust lost in wijken whose exemption is withdrawn");
    }
};
