#pragma once

#include "sim/parameters/declaration.hpp"

namespace opschaling::models {

/// Who decides for many homes at once: corporaties, VvE's and private landlords (ruling 13).
struct CorporatieParameters {
    sim::Rate renovation;
    double discount_rate;
    sim::Duration horizon;
    sim::Euro investment_cap;
    sim::Share energy_counted;
    sim::Share consent_needed;
    double consent_base;
    double landlord_discount_rate;
    sim::Share landlord_pass_through;
    sim::Rate vve_renovation;
    sim::Share vve_majority;
    sim::Share vve_decision_fails;
    sim::Duration vve_lead_time;

    friend bool operator==(CorporatieParameters const&, CorporatieParameters const&) = default;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::CorporatieParameters> {
    using Corporatie = models::CorporatieParameters;
    static constexpr std::string_view name{"corporatie"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Corporatie::renovation, "renovation", "1/year", 0, 1,
             "Part of the complexes of a corporatie that come up for renovation in a year");
        each(&Corporatie::discount_rate, "discount_rate", "1", 0, 0.5,
             "Yearly discount rate of a corporatie");
        each(&Corporatie::horizon, "horizon", "year", 5, 60,
             "Years over which a corporatie or VvE counts costs");
        each(&Corporatie::investment_cap, "investment_cap", "EUR", 0, 200000,
             "Most that a corporatie invests in one home at a renovation, after subsidy");
        each(&Corporatie::energy_counted, "energy_counted", "1", 0, 1,
             "Part of the tenant's bill that a corporatie counts as its own cost when it "
             "chooses a heating system");
        each(&Corporatie::consent_needed, "consent_needed", "1", 0, 1,
             "Part of the tenants of a complex that must consent");
        each(&Corporatie::consent_base, "consent_base", "1", -5, 5,
             "Log-odds of consent of a neutral tenant whose yearly cost does not change");
        each(&Corporatie::landlord_discount_rate, "landlord_discount_rate", "1", 0, 0.5,
             "Yearly discount rate of a private landlord");
        each(&Corporatie::landlord_pass_through, "landlord_pass_through", "1", 0, 1,
             "Part of the tenant's yearly saving that a private landlord gets back as rent");
        each(&Corporatie::vve_renovation, "vve_renovation", "1/year", 0, 1,
             "Part of the VvE complexes that put their heating to a vote in a year");
        each(&Corporatie::vve_majority, "vve_majority", "1", 0, 1,
             "Part of the owners that must be in favour in a VvE");
        each(&Corporatie::vve_decision_fails, "vve_decision_fails", "1", 0, 1,
             "Part of the VvE votes lost to procedure or conflict, whatever the owners want");
        each(&Corporatie::vve_lead_time, "vve_lead_time", "year", 0, 15,
             "From the decision of a VvE to the works");
    }
};
