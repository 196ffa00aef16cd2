#include "models/experiment/experiment.hpp"

#include <algorithm>

namespace opschaling::models {

std::optional<sim::Quarter> first_difference(Experiment const& experiment) {
    if (experiment.fresh_chance) {
        return sim::Quarter::at(experiment.began);
    }
    auto const first = std::ranges::min_element(experiment.projects, {}, &AssignedProject::starts);
    return first == experiment.projects.end() ? std::nullopt
                                              : std::optional{sim::Quarter::at(first->starts)};
}

void begin_assigned(Turn& turn, sim::Quarter quarter) {
    if (turn.experiment == nullptr) {
        return;
    }
    for (auto const& assigned : turn.experiment->projects) {
        if (assigned.starts != quarter.index() || !can_begin(turn, assigned.plan.wijk)) {
            continue;
        }
        begin_project(turn, assigned.plan, money_needed(turn, assigned.plan), quarter);
        auto& project = turn.state.projects.back();
        if (assigned.fit) {
            project.fit = static_cast<float>(*assigned.fit);
        }
        if (assigned.luck) {
            project.luck = static_cast<float>(*assigned.luck);
        }
    }
}

std::int32_t homes_of_site(World const& world, State const& state, WijkId site) {
    std::int32_t homes{0};
    for (auto const wijk : world.geography.sites.wijken(site)) {
        homes += state.wijken.counts[wijk].present();
    }
    return homes;
}

std::int32_t gas_free_of_site(World const& world, State const& state, WijkId site) {
    std::int32_t homes{0};
    for (auto const wijk : world.geography.sites.wijken(site)) {
        homes += state.wijken.counts[wijk].gas_free();
    }
    return homes;
}

double gain_of(World const& world, State const& state, EvaluatedSite const& site) {
    auto const homes = homes_of_site(world, state, site.site);
    auto const gained = gas_free_of_site(world, state, site.site) - site.gas_free_before;
    return homes > 0 ? static_cast<double>(gained) / static_cast<double>(homes) : 0.0;
}

std::vector<WijkId> eligible_sites(Turn const& turn) {
    std::vector<WijkId> sites;
    for (std::size_t w = 0; w < turn.world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        if (can_begin(turn, wijk)) {
            sites.push_back(wijk);
        }
    }
    std::ranges::sort(sites, {}, [&](WijkId wijk) { return turn.world.geography.wijk_key[wijk]; });
    return sites;
}

} // namespace opschaling::models
