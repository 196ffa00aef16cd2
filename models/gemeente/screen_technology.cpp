#include "models/gemeente/screen_technology.hpp"

#include "models/bewoner/ask.hpp"
#include "models/warmtenet/business_case.hpp"
#include "models/warmtenet/lay_mains.hpp"

#include <limits>

namespace opschaling::models {

namespace {

/// All homes on gas of a wijk and the mains of all its straten.
void add_wijk(Turn const& turn, WijkId wijk, NetPlan& plan) {
    auto const& geography = turn.world.geography;
    std::int64_t heat{0};
    std::int64_t homes{0};
    for (auto home = geography.homes_of_wijk.begin(wijk); home < geography.homes_of_wijk.end(wijk);
         ++home) {
        auto const id = sim::id_at<HomeId>(home);
        if ((turn.state.homes.progress[id] & progress::present) != 0 &&
            !is_gas_free(turn.state.homes.heating[id])) {
            ++homes;
            heat += useful_heat_of(turn, wijk, home);
        }
    }
    plan.homes += static_cast<double>(homes);
    plan.heat += static_cast<double>(heat);
    for (auto s = geography.straten_of_wijk.begin(wijk); s < geography.straten_of_wijk.end(wijk);
         ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        if (!has_main(turn.state, straat)) {
            plan.metres += static_cast<double>(main_in(geography, straat));
        }
    }
}

} // namespace

bool mains_could_pay(Turn const& turn, WijkId site) {
    auto const& warmtenet = turn.parameters.warmtenet;
    NetPlan plan{.kind = turn.state.wijken.low_temperature[site] != 0 ? SourceKind::local
                                                                      : SourceKind::residual,
                 .coupled = true};
    for (auto const wijk : turn.world.geography.sites.wijken(site)) {
        add_wijk(turn, wijk, plan);
    }
    plan.homes *= warmtenet.uptake_at_door.value();
    plan.heat *= warmtenet.uptake_at_door.value();
    plan.money = plan.homes * turn.parameters.rijk.contribution.canonical() *
                 (1.0 - warmtenet.contribution_to_household.value());
    return net_present_value(warmtenet, turn.workspace.warmtebedrijf, plan) >= 0.0;
}

Approach with_technology_that_fits(Turn const& turn, Receiver const& receiver,
                                   Approach const& approach, Judge const& judge) {
    auto const& repertoire = turn.repertoire;
    if (!turn.parameters.gemeente.screens_technology ||
        repertoire.technology(approach.variant[technology_module]) != HeatingSystem::warmtenet ||
        mains_could_pay(turn, receiver.wijk)) {
        return approach;
    }
    Approach best = approach;
    double most{-std::numeric_limits<double>::infinity()};
    for (Variant variant = 0; variant < repertoire.variants(); ++variant) {
        Approach candidate = approach;
        candidate.variant[technology_module] = variant;
        if (repertoire.technology(variant) == HeatingSystem::warmtenet) {
            continue;
        }
        double const expected = judge.expects(candidate);
        if (expected > most) {
            most = expected;
            best = candidate;
        }
    }
    return best;
}

} // namespace opschaling::models
