#include "models/warmtenet/count_nets.hpp"

#include "models/warmtenet/business_case.hpp"
#include "models/warmtenet/lay_mains.hpp"

namespace opschaling::models {

namespace {

std::int64_t homes_on_gas(Turn const& turn, StraatId straat) {
    auto const& homes = turn.state.homes;
    auto const& homes_of_straat = turn.world.geography.homes_of_straat;
    std::int64_t found{0};
    for (auto home = homes_of_straat.begin(straat); home < homes_of_straat.end(straat); ++home) {
        auto const id = sim::id_at<HomeId>(home);
        bool const present = (homes.progress[id] & progress::present) != 0;
        found += present && !is_gas_free(homes.heating[id]) ? 1 : 0;
    }
    return found;
}

} // namespace

Holdouts count_holdouts(Turn const& turn) {
    auto const& geography = turn.world.geography;
    double const few = turn.parameters.warmtenet.last_holdouts.value();
    Holdouts found;
    for (auto const& project : turn.state.projects) {
        if (!project.net_built) {
            continue;
        }
        for (auto const wijk : geography.sites.wijken(sim::id_at<WijkId>(project.wijk))) {
            for (auto s = geography.straten_of_wijk.begin(wijk);
                 s < geography.straten_of_wijk.end(wijk); ++s) {
                auto const straat = sim::id_at<StraatId>(s);
                if (!has_main(turn.state, straat)) {
                    continue;
                }
                auto const on_gas = homes_on_gas(turn, straat);
                found.homes += on_gas;
                if (on_gas > 0 &&
                    static_cast<double>(on_gas) <= few * geography.homes_of_straat.count(straat)) {
                    found.last_homes += on_gas;
                    found.last_metres += static_cast<double>(main_in(geography, straat));
                }
            }
        }
    }
    found.cost_per_last_home = gas_main_cost_per_home(turn.parameters.warmtenet, found.last_metres,
                                                      static_cast<double>(found.last_homes));
    return found;
}

NetTotals count_nets(Turn const& turn) {
    NetTotals totals;
    for (auto const& net : turn.state.nets) {
        totals.built += net.by_project;
        totals.metres += static_cast<double>(net.metres);
        totals.loss +=
            yearly_loss(turn.parameters.warmtenet, net.kind, static_cast<double>(net.metres));
    }
    return totals;
}

} // namespace opschaling::models
