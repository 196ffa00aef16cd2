#include "models/experiment/pilot_worlds.hpp"

#include "models/gemeente/screen_technology.hpp"
#include "models/learning/judge_here.hpp"
#include "models/world/streams.hpp"
#include "sim/contract/expects.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace opschaling::models {

namespace {

struct Lot {
    double score;
    std::uint32_t key;
    WijkId wijk;
};

/// The sites by lot, each one's lot its own.
std::vector<WijkId> by_lot(Turn const& turn, std::vector<WijkId> const& sites) {
    std::vector<Lot> lots;
    for (auto const wijk : sites) {
        auto const key = turn.world.geography.wijk_key[wijk];
        lots.push_back({sim::Dice{turn.seed, stream::assigned_lot, key, 0}.uniform(), key, wijk});
    }
    std::ranges::sort(lots, [](Lot const& a, Lot const& b) {
        return std::tuple{a.score, a.key} < std::tuple{b.score, b.key};
    });
    std::vector<WijkId> order;
    for (auto const& lot : lots) {
        order.push_back(lot.wijk);
    }
    return order;
}

/// Trust and energy as one z-score.
double strength_of(Turn const& turn, WijkId wijk) {
    auto const& wijken = turn.state.wijken;
    double const spread = std::max(1.0e-9, turn.parameters.project.trust_spread);
    double const trust = (static_cast<double>(wijken.trust[wijk]) - 0.5) / spread;
    return (trust + static_cast<double>(wijken.energy[wijk])) / std::sqrt(2.0);
}

/// What one pilot is: where, with what, by whom, with what luck.
struct Pilot {
    WijkId site;
    Approach approach;
    double fit;
    double skill;
    double luck;
};

double fit_at(Turn const& turn, Approach const& approach, WijkId wijk) {
    return approach_fit(turn.parameters.aanpak, turn.repertoire, turn.seed, approach,
                        site_of(turn.world, wijk), {.idiosyncrasy = true, .coupling = true});
}

double luck_at(Turn const& turn, WijkId wijk) {
    sim::Dice dice{turn.seed, stream::luck, turn.world.geography.wijk_key[wijk], 0};
    return turn.parameters.bewoner.luck_spread * sim::normal(dice);
}

double any_team(Turn const& turn, WijkId wijk) {
    sim::Dice dice{turn.seed, stream::assigned_team, turn.world.geography.wijk_key[wijk], 0};
    return turn.parameters.project.team_spread * sim::normal(dice);
}

/// A pilot makes every module to measure.
constexpr std::array<bool, modules> everywhere() {
    std::array<bool, modules> all{};
    all.fill(true);
    return all;
}

std::vector<Pilot> make_pilots(Turn const& turn) {
    auto const record = record_of(turn);
    auto const& parameters = turn.parameters;
    std::vector<Pilot> pilots;
    for (auto const wijk : pick_pilots(turn)) {
        auto const receiver = receiver_of(turn, wijk, 0);
        JudgeHere const judge{turn, receiver, record, true};
        auto const approach = with_technology_that_fits(
            turn, receiver,
            tailor(receiver, receiver.routine, parameters.proeftuin.tailoring, everywhere(), judge),
            judge);
        double const skill =
            parameters.proeftuin.top_teams
                ? skill_at_rank(parameters.project, 0,
                                static_cast<std::uint32_t>(parameters.proeftuin.teams))
                : any_team(turn, wijk);
        pilots.push_back({.site = wijk,
                          .approach = approach,
                          .fit = fit_at(turn, approach, wijk),
                          .skill = skill,
                          .luck = luck_at(turn, wijk)});
    }
    return pilots;
}

EvaluatedSite evaluated(Turn const& turn, WijkId wijk) {
    return {.site = wijk, .gas_free_before = gas_free_of_site(turn.world, turn.state, wijk)};
}

/// The places of sites in a list, or nothing.
std::optional<std::size_t> place_of(std::vector<Pilot> const& pilots, WijkId wijk) {
    auto const found = std::ranges::find(pilots, wijk, &Pilot::site);
    return found == pilots.end() ? std::nullopt
                                 : std::optional{static_cast<std::size_t>(found - pilots.begin())};
}

/// Puts one pilot world together.
class Maker {
public:
    Maker(Turn const& turn, PilotWorld const& world)
        : turn_{turn},
          world_{world},
          pilots_{make_pilots(turn)},
          lots_{by_lot(turn, eligible_sites(turn))} {}

    [[nodiscard]] Experiment make() const {
        auto const counted = counted_sites();
        Experiment experiment;
        for (auto const wijk : active_sites(counted)) {
            experiment.projects.push_back(project_at(wijk));
        }
        for (auto const wijk : counted) {
            experiment.evaluated.push_back(evaluated(turn_, wijk));
        }
        if (!world_.has(PilotCause::chance)) {
            experiment.fresh_chance = 1;
        }
        return experiment;
    }

private:
    /// As many sites by lot as there are pilots.
    [[nodiscard]] std::vector<WijkId> as_many_by_lot() const {
        auto drawn = lots_;
        drawn.resize(std::min(drawn.size(), pilots_.size()));
        return drawn;
    }

    [[nodiscard]] std::vector<WijkId> pilot_sites() const {
        std::vector<WijkId> sites;
        for (auto const& pilot : pilots_) {
            sites.push_back(pilot.site);
        }
        return sites;
    }

    /// E of ruling 32.
    [[nodiscard]] std::vector<WijkId> counted_sites() const {
        if (world_.has(PilotCause::selection)) {
            return world_.showcase ? std::vector{pilots_[*world_.showcase].site} : pilot_sites();
        }
        return world_.has(PilotCause::equilibrium) ? as_many_by_lot() : lots_;
    }

    /// Act of ruling 32.
    [[nodiscard]] std::vector<WijkId> active_sites(std::vector<WijkId> const& counted) const {
        if (!world_.has(PilotCause::equilibrium)) {
            return lots_;
        }
        return world_.has(PilotCause::selection) ? pilot_sites() : counted;
    }

    /// The pilot that a wijk follows.
    [[nodiscard]] Pilot const& followed_by(WijkId wijk) const {
        bool const as_picked = world_.has(PilotCause::selection) &&
                               (!world_.showcase || world_.has(PilotCause::equilibrium));
        if (as_picked) {
            if (auto const own = place_of(pilots_, wijk)) {
                return pilots_[*own];
            }
        }
        if (world_.showcase) {
            return pilots_[*world_.showcase];
        }
        auto const place = static_cast<std::size_t>(std::ranges::find(lots_, wijk) - lots_.begin());
        return pilots_[place % pilots_.size()];
    }

    /// Whose context tells how the approach fits at scale: its own, or, where a picked site stands
    /// for the wijken at scale, one of those by lot.
    [[nodiscard]] WijkId target_of(WijkId wijk) const {
        auto const own = place_of(pilots_, wijk);
        if (!world_.has(PilotCause::selection) || !own) {
            return wijk;
        }
        return lots_[*own % lots_.size()];
    }

    [[nodiscard]] AssignedProject project_at(WijkId wijk) const {
        auto const& pilot = followed_by(wijk);
        auto const& parameters = turn_.parameters;
        bool const with_status =
            world_.has(PilotCause::resources) || world_.has(PilotCause::exemption);
        auto const regular = parameters.rijk.contribution.canonical();
        auto const extra = world_.has(PilotCause::resources)
                               ? parameters.proeftuin.status_per_home.canonical()
                               : 0.0;
        AssignedProject assigned{
            .plan = {.wijk = wijk,
                     .origin = with_status ? ProjectOrigin::proeftuin : ProjectOrigin::replicatie,
                     .approach = pilot.approach,
                     .skill =
                         world_.has(PilotCause::executor) ? pilot.skill : any_team(turn_, wijk),
                     .contribution = std::llround(regular + extra)},
            .starts = static_cast<std::uint16_t>(turn_.state.quarter)};
        assigned.fit = world_.has(PilotCause::context)
                           ? pilot.fit
                           : fit_at(turn_, pilot.approach, target_of(wijk));
        if (world_.has(PilotCause::chance)) {
            assigned.luck = pilot.luck;
        }
        return assigned;
    }

    Turn const& turn_;
    PilotWorld world_;
    std::vector<Pilot> pilots_;
    std::vector<WijkId> lots_;
};

} // namespace

std::vector<WijkId> pick_pilots(Turn const& turn) {
    std::vector<Lot> lots;
    for (auto const wijk : eligible_sites(turn)) {
        auto const key = turn.world.geography.wijk_key[wijk];
        sim::Dice noise{turn.seed, stream::assigned_pilot, key, 0};
        lots.push_back({turn.parameters.proeftuin.selection_strength * strength_of(turn, wijk) +
                            sim::gumbel(noise),
                        key, wijk});
    }
    std::ranges::sort(lots, [](Lot const& a, Lot const& b) {
        return std::tuple{-a.score, a.key} < std::tuple{-b.score, b.key};
    });
    lots.resize(std::min(lots.size(), static_cast<std::size_t>(turn.parameters.experiment.pilots)));
    std::vector<WijkId> sites;
    for (auto const& lot : lots) {
        sites.push_back(lot.wijk);
    }
    return sites;
}

Experiment make_pilot_world(Turn const& turn, PilotWorld const& world) {
    return Maker{turn, world}.make();
}

void withhold(Parameters& parameters, PilotWorld const& world) {
    if (!world.has(PilotCause::resources)) {
        parameters.proeftuin.attention = 0.0;
        parameters.proeftuin.own_team = {};
    }
    if (!world.has(PilotCause::exemption)) {
        parameters.barrier.exemptions = sim::Share{0.0};
        parameters.bewoner.exemption_weight = 0.0;
    }
}

Experiment follow_pilot(Turn const& turn, Followers const& followers) {
    auto const pilots = make_pilots(turn);
    auto const record = record_of(turn);
    auto sites = by_lot(turn, eligible_sites(turn));
    if (followers.at_most) {
        sites.resize(std::min<std::size_t>(sites.size(), *followers.at_most));
    }
    Experiment experiment{.projects = {}, .evaluated = {}, .fresh_chance = followers.fresh_chance};
    for (auto const wijk : sites) {
        auto const receiver = receiver_of(turn, wijk, 0);
        auto const approach = with_technology_that_fits(
            turn, receiver, followers.pilot ? pilots[*followers.pilot].approach : receiver.routine,
            JudgeHere{turn, receiver, record, true});
        experiment.projects.push_back(
            {.plan = {.wijk = wijk,
                      .origin = ProjectOrigin::replicatie,
                      .approach = approach,
                      .skill = any_team(turn, wijk),
                      .contribution = std::llround(turn.parameters.rijk.contribution.canonical())},
             .starts = static_cast<std::uint16_t>(turn.state.quarter),
             .fit = fit_at(turn, approach, wijk)});
        experiment.evaluated.push_back(evaluated(turn, wijk));
    }
    return experiment;
}

} // namespace opschaling::models
