#include "models/barrier/barriers.hpp"
#include "models/koppelkans/couple_works.hpp"
#include "models/project/work_on_projects.hpp"
#include "models/rijk/make_rules.hpp"
#include "models/skill/fill_skills.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

/// Equation (4) without the noise of the household: what the aanpak adds to its own option.
double appeal_of(Turn const& turn, Project const& project, WijkId wijk) {
    auto const& bewoner = turn.parameters.bewoner;
    auto const& couplings = couplings_of(turn, project);
    bool bypassed{false};
    for (std::size_t b = 0; b < barriers; ++b) {
        bypassed = bypassed || ((turn.state.wijken.barriers[wijk] & (1U << b)) != 0 &&
                                may_be_exempt(turn, project, b));
    }
    double const theta =
        sim::logit(static_cast<double>(project.fit)) + (bypassed ? bewoner.exemption_weight : 0.0) +
        bewoner.trust_weight * (static_cast<double>(turn.state.wijken.trust[wijk]) - 0.5) +
        bewoner.energy_weight * static_cast<double>(turn.state.wijken.energy[wijk]) +
        static_cast<double>(project.skill) +
        turn.parameters.skill.appeal * std::log(skill_factor(turn, project.gemeente)) +
        bewoner.energy_weight * static_cast<double>(couplings.hook) -
        bewoner.hindrance_weight * (1.0 - static_cast<double>(couplings.shared)) +
        static_cast<double>(project.luck);
    return bewoner.offer_weight * theta;
}

/// How many of the straten of a wijk are among the first so many of its site.
std::uint32_t part_within(std::uint32_t of_site, std::uint32_t before, std::uint32_t straten) {
    return std::clamp(of_site, before, before + straten) - before;
}

bool gas_ends_here(Turn const& turn, Project const& project, sim::Quarter quarter) {
    bool const executed =
        project.phase == ProjectPhase::execute || project.phase == ProjectPhase::done;
    double const years = (quarter.index() - project.decided) / quarters_per_year;
    return executed && years >= sim::in_years(turn.parameters.rule.designation_time) &&
           rule_works_in(turn, ending_gas_supply, sim::id_at<GemeenteId>(project.gemeente));
}

} // namespace

void make_offers(Turn& turn, sim::Quarter quarter) {
    auto const& parameters = turn.parameters;
    for (std::size_t w = 0; w < turn.world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const gemeente = turn.world.geography.gemeente_of_wijk[wijk];
        Offer offer;
        offer.low_temperature = turn.state.wijken.low_temperature[wijk] != 0;
        if (turn.state.rijk.standing_finance_pays &&
            rule_works_in(turn, standing_finance, gemeente)) {
            offer.standing_money = parameters.rule.standing_contribution.canonical();
        }
        if (auto const p = turn.state.wijken.project[wijk]; p != no_project) {
            auto& project = turn.state.projects[p];
            offer.option = technology_of(turn, project);
            offer.net_built = project.net_built;
            offer.gas_ends = gas_ends_here(turn, project, quarter);
            offer.open = project.phase == ProjectPhase::execute;
            if (offer.open) {
                double const to_household =
                    offer.option == HeatingSystem::warmtenet
                        ? parameters.warmtenet.contribution_to_household.value()
                        : 1.0;
                auto const money = static_cast<double>(project.contribution);
                offer.household_money = money * to_household;
                offer.net_money = money * (1.0 - to_household);
                offer.appeal = appeal_of(turn, project, wijk);
                auto const& geography = turn.world.geography;
                auto const straten = geography.straten_of_wijk.count(wijk);
                auto const before = geography.sites.straten_before[wijk];
                auto const first = geography.straten_of_wijk.begin(wijk);
                offer.first_straat = first + part_within(project.told_straten, before, straten);
                offer.last_straat = first + part_within(project.reached_straten, before, straten);
            }
        }
        turn.workspace.offers[wijk] = offer;
    }
    for (auto& project : turn.state.projects) {
        project.told_straten = project.reached_straten;
    }
}

} // namespace opschaling::models
