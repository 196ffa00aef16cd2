#pragma once

#include "models/aanpak/approach.hpp"
#include "models/barrier/exemption_state.hpp"
#include "models/bewoner/homes.hpp"
#include "models/grid/grid_state.hpp"
#include "models/ids.hpp"
#include "models/koppelkans/couplings.hpp"
#include "models/learning/learning_state.hpp"
#include "models/opposition/opposition_state.hpp"
#include "models/project/projects.hpp"
#include "models/rijk/rijk_parameters.hpp"
#include "models/skill/skills.hpp"
#include "models/warmtenet/nets.hpp"
#include "models/world/counts.hpp"
#include "sim/random/dice.hpp"
#include "sim/state/column.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// An installation asked for and not yet granted.
struct Job {
    std::uint32_t home{0};
    std::uint32_t straat{0};
    std::uint16_t asked{0}; ///< quarter
    HeatingSystem option{HeatingSystem::heat_pump};
    bool broken{false};     ///< the old heater does not work
    bool by_project{false}; ///< on a project's offer
    std::array<std::uint8_t, 3> unused{};
};

/// What is true of a wijk besides its homes.
struct Wijken {
    sim::Column<WijkId, float> trust;            ///< 0 to 1
    sim::Column<WijkId, float> trust_before;     ///< where trust returns to
    sim::Column<WijkId, float> energy;           ///< z-score: urgency and will to act
    sim::Column<WijkId, std::uint16_t> barriers; ///< one bit each
    sim::Column<WijkId, std::uint32_t> project;  ///< last project here, or no_project
    /// Heat that its households ask against what their dwellings lead to expect: 1, or what a
    /// measured gas use shows.
    sim::Column<WijkId, float> behaviour;
    sim::Column<WijkId, std::uint32_t> net;            ///< warmtenet that reaches it, or no_net
    sim::Column<WijkId, std::uint8_t> low_temperature; ///< a net here would need insulated homes
    sim::Column<WijkId, Counts> counts;
};

struct Gemeenten {
    /// Work left before each rule can be used here, fte years.
    sim::Column<GemeenteId, std::array<float, rules>> rule_work_left;
    /// Staff at work on projects and rules in this quarter, and asked for, in fte.
    sim::Column<GemeenteId, float> staff_used;
    sim::Column<GemeenteId, float> staff_asked;
    sim::Column<GemeenteId, std::uint32_t> projects_started;
    /// Work that its own people did and still remember, in wijken of the reference size.
    sim::Column<GemeenteId, float> experience;
    sim::Column<GemeenteId, float> integration;    ///< how far departments work as one, 0 to 1
    sim::Column<GemeenteId, float> norm;           ///< what is held to be normal, 0 to 1 (n_g)
    sim::Column<GemeenteId, std::uint16_t> copied; ///< modules taken to other domains, a bit each
};

/// Quarters of utilisation remembered, enough for the longest training lag.
inline constexpr std::size_t utilisation_memory{24};

struct Installers {
    sim::Column<RegioId, double> crews; ///< crew days a quarter
    sim::Column<RegioId, double> utilisation;
    sim::Column<RegioId, double> price_factor;
    sim::Column<RegioId, std::array<float, utilisation_memory>> past_utilisation;
    /// Crew days a quarter that boilers took at the start: work elsewhere is counted against it.
    sim::Column<RegioId, double> boiler_work;
    sim::Column<RegioId, double> installed; ///< heat pumps and hybrids, ever, with the first ones
    sim::Column<RegioId, double> installed_before; ///< those at the start
};

struct Netbeheerders {
    /// Output of each level's crews not yet used: km, stations, km, substations.
    sim::Column<NetbeheerderId, std::array<double, limited_levels>> credit;
    sim::Column<NetbeheerderId, double> workforce; ///< against 2024
    sim::Column<NetbeheerderId, std::array<float, utilisation_memory>> past_utilisation;
    sim::Column<NetbeheerderId, std::int32_t> stations_built;
    sim::Column<NetbeheerderId, std::int64_t> job_cost; ///< EUR in this quarter
    sim::Column<NetbeheerderId, double> gas_mains;      ///< m still in use
};

/// A rule on its way: work at the Rijk, then stages of law-making, then in force.
struct RuleState {
    float work_left{0.0F};
    std::uint16_t stage{0};
    std::uint16_t stage_ends{never};
    std::uint16_t in_force{never};
    std::uint16_t failed_votes{0};
    std::uint16_t on_agenda{never}; ///< quarter
    std::uint16_t drafted{never};   ///< quarter in which the draft was ready
};

struct Rijk {
    std::array<std::int64_t, routes> purse{};    ///< EUR, for each route
    std::array<std::int64_t, routes> received{}; ///< EUR, ever
    std::int64_t rule_cost{0};                   ///< EUR for work on rules, in this quarter
    std::int64_t rule_cost_total{0};             ///< EUR for work on rules, ever
    std::array<RuleState, rules> rule{};
    bool standing_finance_pays{false};
    std::array<std::uint8_t, 15> unused{};
};

/// What gemeenten chose in this quarter, counted.
struct Choices {
    std::int32_t applied{0};   ///< for a proeftuin, in a round
    std::int32_t pilot{0};     ///< rather a proeftuin of their own
    std::int32_t take_over{0}; ///< to begin by a route
    std::int32_t wait{0};
};

static_assert(sizeof(Choices) == 16 && sizeof(Job) == 2 * 4 + 2 + 6 &&
                  sizeof(RuleState) == 4 + 6 * 2 &&
                  sizeof(Rijk) == 80 + rules * sizeof(RuleState) + 16,
              "a snapshot copies them byte by byte: nothing between the members");

/// All that changes in a run. A copy is a branch; `visit` names every member once for snapshots.
struct State {
    std::int32_t quarter{0};
    Homes homes;
    Straten straten;
    Wijken wijken;
    Gemeenten gemeenten;
    Grid grid;
    Installers installers;
    Netbeheerders netbeheerders;
    Rijk rijk;
    Learning learning;
    Exemptions exemptions;
    Opposition opposition;
    Koppelkansen koppelkansen;
    Skills skills;
    std::vector<Project> projects;
    std::vector<Job> waiting;
    std::vector<Net> nets;
    std::vector<NetSource> net_sources;
    /// Metres of main that ground works may still lay in this quarter.
    sim::Column<RegioId, double> metres_to_lay;
    std::array<std::int32_t, stall_causes> stalls{}; ///< begun in this quarter, by cause
    std::int32_t plans_refused{0};                   ///< by local decisions in this quarter
    Choices choices;
};

template <typename Archive>
void visit(Archive& archive, State& state) {
    archive(state.quarter);
    auto& homes = state.homes;
    archive(homes.heating);
    archive(homes.household);
    archive(homes.moves);
    archive(homes.insulation);
    archive(homes.progress);
    archive(homes.connection);
    archive(homes.next_move);
    archive(homes.next_renovation);
    archive(homes.heater_fails);
    archive(homes.ties_hybrid);
    archive(homes.ties_heat_pump);
    archive(homes.ties_warmtenet);
    archive(state.straten.corporatie_moment);
    archive(state.straten.vve_moment);
    archive(state.straten.vve_works);
    archive(state.straten.vve_option);
    archive(state.straten.pipe);
    archive(state.wijken.trust);
    archive(state.wijken.trust_before);
    archive(state.wijken.energy);
    archive(state.wijken.barriers);
    archive(state.wijken.project);
    archive(state.wijken.behaviour);
    archive(state.wijken.net);
    archive(state.wijken.low_temperature);
    archive(state.wijken.counts);
    archive(state.gemeenten.rule_work_left);
    archive(state.gemeenten.staff_used);
    archive(state.gemeenten.staff_asked);
    archive(state.gemeenten.projects_started);
    archive(state.gemeenten.experience);
    archive(state.gemeenten.integration);
    archive(state.gemeenten.norm);
    archive(state.gemeenten.copied);
    auto& grid = state.grid;
    archive(grid.contents);
    archive(grid.capacity);
    archive(grid.other);
    archive(grid.peak);
    archive(grid.feed_in);
    archive(grid.overload);
    archive(grid.refused_load);
    archive(grid.refused);
    archive(grid.short_since);
    archive(grid.changed);
    archive(grid.under_work);
    archive(grid.gas_main);
    archive(grid.cables);
    archive(grid.jobs);
    archive(grid.jobs_done);
    archive(grid.job_cost);
    archive(grid.job_wait);
    archive(grid.jobs_ever);
    archive(grid.candidate_error);
    archive(state.installers.crews);
    archive(state.installers.utilisation);
    archive(state.installers.price_factor);
    archive(state.installers.past_utilisation);
    archive(state.installers.boiler_work);
    archive(state.installers.installed);
    archive(state.installers.installed_before);
    archive(state.netbeheerders.credit);
    archive(state.netbeheerders.workforce);
    archive(state.netbeheerders.past_utilisation);
    archive(state.netbeheerders.stations_built);
    archive(state.netbeheerders.job_cost);
    archive(state.netbeheerders.gas_mains);
    archive(state.rijk);
    auto& learning = state.learning;
    archive(learning.evidence);
    archive(learning.status);
    archive(learning.status_published);
    archive(learning.memory);
    archive(learning.own_precision);
    archive(learning.observations);
    archive(learning.typologies);
    archive(learning.typology);
    archive(learning.routine);
    archive(learning.first_routine);
    archive(learning.anchored);
    archive(learning.library);
    archive(learning.agenda);
    archive(learning.on_agenda);
    archive(learning.signalled);
    archive(learning.standard_contract);
    archive(learning.signals);
    archive(learning.projects_anchored);
    archive(learning.projects_judged);
    archive(learning.projects_silent);
    archive(learning.measured);
    archive(state.exemptions);
    archive(state.opposition);
    auto& koppelkansen = state.koppelkansen;
    archive(koppelkansen.of_site);
    archive(koppelkansen.made);
    archive(koppelkansen.missed);
    archive(koppelkansen.products);
    archive(koppelkansen.not_connected);
    auto& skills = state.skills;
    archive(skills.local);
    archive(skills.local_trainees);
    archive(skills.regio);
    archive(skills.regio_trainees);
    archive(skills.rijk);
    archive(skills.rijk_trainees);
    archive(skills.factor);
    archive(skills.fill);
    archive(state.projects);
    archive(state.waiting);
    archive(state.nets);
    archive(state.net_sources);
    archive(state.metres_to_lay);
    archive(state.stalls);
    archive(state.plans_refused);
    archive(state.choices);
}

/// The number that stays with a home whatever else is in the world: its name to the dice.
[[nodiscard]] inline std::uint32_t key_of_home(Geography const& geography, WijkId wijk,
                                               std::uint32_t home) {
    return geography.homes_key[wijk] + (home - geography.homes_of_wijk.begin(wijk));
}

} // namespace opschaling::models
