#include "models/project/begin_project.hpp"

#include "models/gemeente/staff.hpp"
#include "models/learning/learn.hpp"
#include "models/project/participation.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

double part_that_left(RouteParameters const& route, double left, double reached) {
    double const prior = std::clamp(route.result_prior.value(), 1.0e-6, 1.0 - 1.0e-6);
    double const weight = std::max(1.0e-6, route.result_prior_homes);
    return (left + prior * weight) / (reached + weight);
}

double draw_luck(Turn const& turn, std::uint32_t wijk_key, std::uint32_t attempt) {
    sim::Dice dice{turn.seed, stream::luck, wijk_key, attempt};
    return turn.parameters.bewoner.luck_spread * sim::normal(dice);
}

/// Plan work at the reference size, with what each group of residents beyond the first adds.
double plan_work(Turn const& turn, double factor) {
    auto const& aanpak = turn.parameters.aanpak;
    return factor * sim::in_fte_years(turn.parameters.project.plan_work) +
           (aanpak.segments - 1) * sim::in_fte_years(aanpak.segment_work);
}

} // namespace

std::uint32_t homes_present(Turn const& turn, WijkId site) {
    std::uint32_t homes{0};
    for (auto const wijk : turn.world.geography.sites.wijken(site)) {
        homes += static_cast<std::uint32_t>(turn.state.wijken.counts[wijk].present());
    }
    return homes;
}

bool can_begin(Turn const& turn, WijkId wijk) {
    auto const& sites = turn.world.geography.sites;
    if (!sites.is_host(wijk) || turn.state.wijken.project[wijk] != no_project) {
        return false;
    }
    auto const homes = homes_present(turn, wijk);
    std::uint32_t free{0};
    for (auto const member : sites.wijken(wijk)) {
        free += static_cast<std::uint32_t>(turn.state.wijken.counts[member].gas_free());
    }
    return homes >= static_cast<std::uint32_t>(turn.parameters.world.smallest_site) &&
           static_cast<double>(homes - free) > turn.parameters.project.least_on_gas.value() * homes;
}

Site site_of(World const& world, WijkId wijk) {
    return {.context = world.geography.context[wijk],
            .spread = world.geography.context_spread[wijk],
            .wijk_key = world.geography.wijk_key[wijk]};
}

Receiver receiver_of(Turn const& turn, WijkId wijk, std::uint32_t attempt) {
    auto const& geography = turn.world.geography;
    auto const gemeente = geography.gemeente_of_wijk[wijk];
    return {.wijk = wijk,
            .site = site_of(turn.world, wijk),
            .gemeente = static_cast<std::uint32_t>(gemeente),
            .gemeente_key = key_of_gemeente(geography, gemeente),
            .regio = static_cast<std::uint32_t>(geography.regio_of_gemeente[gemeente]),
            .attempt = attempt,
            .routine = turn.state.learning.routine[gemeente]};
}

std::vector<KnownApproach> library_of(Turn const& turn) {
    std::vector<KnownApproach> library;
    auto const& geography = turn.world.geography;
    for (std::uint32_t p = 0; p < turn.state.projects.size(); ++p) {
        auto const& project = turn.state.projects[p];
        if (project.phase == ProjectPhase::execute || project.phase == ProjectPhase::done) {
            auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
            library.push_back(
                {.approach = project.approach,
                 .context = geography.context[sim::id_at<WijkId>(project.wijk)],
                 .result = part_that_left(turn.parameters.route, project.left_gas, project.reached),
                 .gemeente = project.gemeente,
                 .regio = static_cast<std::uint32_t>(geography.regio_of_gemeente[gemeente]),
                 .project = p,
                 .key = geography.wijk_key[sim::id_at<WijkId>(project.wijk)],
                 .published = is_published(turn, project)});
        }
    }
    return library;
}

TechnologyRecord record_of(Turn const& turn) {
    TechnologyRecord record;
    if (!turn.parameters.route.results_are_seen) {
        return record;
    }
    std::array<double, heating_systems> left{};
    std::array<double, heating_systems> reached{};
    for (auto const& project : turn.state.projects) {
        auto const technology = static_cast<std::size_t>(
            turn.repertoire.technology(project.approach.variant[technology_module]));
        left[technology] += project.left_gas;
        reached[technology] += project.reached;
    }
    for (auto const system : {HeatingSystem::heat_pump, HeatingSystem::warmtenet}) {
        auto const s = static_cast<std::size_t>(system);
        record.log_odds[s] = sim::logit(part_that_left(turn.parameters.route, left[s], reached[s]));
    }
    return record;
}

double size_factor(ProjectParameters const& parameters, std::uint32_t homes) {
    return std::pow(homes / parameters.reference_homes, parameters.size_exponent);
}

std::int64_t money_needed(Turn const& turn, ProjectPlan const& plan) {
    auto const& parameters = turn.parameters.project;
    auto const homes = homes_present(turn, plan.wijk);
    double const work =
        size_factor(parameters, homes) *
        (plan_work(turn, plan.plan_factor) + sim::in_fte_years(parameters.execution_work));
    double const staff =
        work * turn.parameters.gemeente.staff_cost.canonical() * sim::hours_per_year;
    return std::llround(staff) + plan.contribution * homes;
}

void begin_project(Turn& turn, ProjectPlan const& plan, std::int64_t reserve,
                   sim::Quarter quarter) {
    auto const& parameters = turn.parameters.project;
    auto const gemeente = turn.world.geography.gemeente_of_wijk[plan.wijk];
    auto const site = site_of(turn.world, plan.wijk);
    Project project;
    project.wijk = static_cast<std::uint32_t>(plan.wijk);
    project.gemeente = static_cast<std::uint32_t>(gemeente);
    project.source = plan.source;
    project.origin = plan.origin;
    project.grown = plan.grown;
    project.whole = plan.whole;
    project.verifies = plan.verifies;
    project.approach = plan.approach;
    project.started = static_cast<std::uint16_t>(quarter.index());
    project.fit = static_cast<float>(approach_fit(turn.parameters.aanpak, turn.repertoire,
                                                  turn.seed, plan.approach, site, everything));
    project.skill = static_cast<float>(plan.skill);
    project.luck = static_cast<float>(draw_luck(turn, site.wijk_key, 0));
    project.homes = homes_present(turn, plan.wijk);
    project.size_factor = static_cast<float>(size_factor(parameters, project.homes));
    project.plan_left = project.size_factor * static_cast<float>(plan_work(turn, plan.plan_factor));
    project.execution_work =
        project.size_factor * static_cast<float>(sim::in_fte_years(parameters.execution_work));
    project.execution_left = project.execution_work;
    project.contribution = plan.contribution;
    project.granted = reserve;
    project.reserve = reserve;
    project.residents = residents_of(turn, plan.wijk);
    for (auto const wijk : turn.world.geography.sites.wijken(plan.wijk)) {
        turn.state.wijken.project[wijk] = static_cast<std::uint32_t>(turn.state.projects.size());
    }
    turn.state.projects.push_back(project);
    ++turn.state.gemeenten.projects_started[gemeente];
}

double skill_at_rank(ProjectParameters const& parameters, std::uint32_t rank, std::uint32_t teams) {
    double const place = (static_cast<double>(rank % teams) + 0.5) / teams;
    return parameters.team_spread * sim::normal_quantile(1.0 - place);
}

} // namespace opschaling::models
