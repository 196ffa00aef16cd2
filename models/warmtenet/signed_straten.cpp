#include "models/warmtenet/signed_straten.hpp"

#include "models/bewoner/ask.hpp"
#include "models/koppelkans/couple_works.hpp"
#include "models/warmtenet/lay_mains.hpp"

namespace opschaling::models {

namespace {

NetPlan plan_of(Turn const& turn, Project const& project, StraatId straat) {
    auto const& geography = turn.world.geography;
    auto const& warmtenet = turn.parameters.warmtenet;
    auto const wijk = geography.wijk_of_straat[straat];
    std::int64_t homes{0};
    std::int64_t heat{0};
    for (auto home = geography.homes_of_straat.begin(straat);
         home < geography.homes_of_straat.end(straat); ++home) {
        auto const bits = turn.state.homes.progress[sim::id_at<HomeId>(home)];
        if ((bits & progress::signed_up) != 0 && (bits & progress::waiting) == 0) {
            ++homes;
            heat += useful_heat_of(turn, wijk, home);
        }
    }
    NetPlan plan{.homes = static_cast<double>(homes),
                 .heat = static_cast<double>(heat),
                 .metres = static_cast<double>(main_in(geography, straat)),
                 .coupled = true};
    // What is dug once with others is paid by others for that part.
    plan.money = plan.metres * warmtenet.pipe_per_metre.canonical() *
                     static_cast<double>(couplings_of(turn, project).dig_saved) +
                 plan.homes * static_cast<double>(project.contribution) *
                     (1.0 - warmtenet.contribution_to_household.value());
    return plan;
}

} // namespace

std::vector<StraatId> straten_reached(Geography const& geography, Project const& project) {
    std::vector<StraatId> found;
    for (auto const wijk : geography.sites.wijken(sim::id_at<WijkId>(project.wijk))) {
        auto const before = geography.sites.straten_before[wijk];
        auto const first = geography.straten_of_wijk.begin(wijk);
        for (std::uint32_t i = 0; i < geography.straten_of_wijk.count(wijk); ++i) {
            if (before + i < project.reached_straten) {
                found.push_back(sim::id_at<StraatId>(first + i));
            }
        }
    }
    return found;
}

std::vector<SignedStraat> signed_straten(Turn const& turn, Project const& project) {
    std::vector<SignedStraat> found;
    for (auto const straat : straten_reached(turn.world.geography, project)) {
        if (turn.state.straten.pipe[straat] != Pipe::none) {
            continue;
        }
        auto const plan = plan_of(turn, project, straat);
        if (plan.homes > 0.0) {
            found.push_back({straat, plan});
        }
    }
    return found;
}

double value_of_straat(Turn const& turn, SignedStraat const& straat, SourceKind kind) {
    auto plan = straat.plan;
    plan.kind = kind;
    return net_present_value(turn.parameters.warmtenet, turn.workspace.warmtebedrijf, plan);
}

} // namespace opschaling::models
