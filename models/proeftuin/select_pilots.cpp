#include "models/proeftuin/select_pilots.hpp"

#include "models/gemeente/choose_wijken.hpp"
#include "models/gemeente/staff.hpp"
#include "models/learning/judge_here.hpp"
#include "models/project/begin_project.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace opschaling::models {

namespace {

/// Rounds closed in the third quarter of 2018, 2020 and 2022.
std::optional<std::size_t> round_in(sim::Quarter quarter) {
    for (std::size_t r = 0; r < pilot_rounds; ++r) {
        if (quarter == sim::Quarter::of(2018 + 2 * static_cast<int>(r), 3)) {
            return r;
        }
    }
    return std::nullopt;
}

struct Applicant {
    double score;
    std::uint32_t key;
    WijkId wijk;
};

/// Energy and capacity of the gemeente's best wijk, as z-scores.
double strength(Turn const& turn, WijkId wijk) {
    auto const& wijken = turn.state.wijken;
    double const spread = std::max(1.0e-9, turn.parameters.project.trust_spread);
    double const trust = (static_cast<double>(wijken.trust[wijk]) - 0.5) / spread;
    return (trust + static_cast<double>(wijken.energy[wijk])) / std::sqrt(2.0);
}

/// Proeftuinen of a round in this world: the rounds so far times its share of the country, rounded,
/// less what earlier rounds gave, so that a small world gets what is due to it over the rounds.
std::size_t due(std::array<double, pilot_rounds> const& granted, std::size_t round, double share) {
    double before{0.0};
    for (std::size_t r = 0; r < round; ++r) {
        before += granted[r];
    }
    return static_cast<std::size_t>(std::llround((before + granted[round]) * share) -
                                    std::llround(before * share));
}

/// A proeftuin makes every module to measure.
constexpr std::array<bool, modules> everywhere() {
    std::array<bool, modules> all{};
    all.fill(true);
    return all;
}

} // namespace

void select_pilots(Turn& turn, sim::Quarter quarter) {
    auto const round = round_in(quarter);
    if (!round) {
        return;
    }
    auto const& parameters = turn.parameters.proeftuin;
    auto const& geography = turn.world.geography;
    double const base = sim::logit(
        std::clamp(parameters.applicants[*round] / parameters.gemeenten, 1.0e-6, 1.0 - 1.0e-6));
    std::vector<Applicant> applicants;
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        auto const wijk = next_wijk(turn, gemeente, {});
        if (!wijk) {
            continue;
        }
        auto const key = key_of_gemeente(geography, gemeente);
        auto const step = static_cast<std::uint32_t>(*round);
        double const z = strength(turn, *wijk);
        sim::Dice applies{turn.seed, stream::application, key, step};
        if (!applies.lands_below(sim::logistic(base + parameters.application_energy * z))) {
            continue;
        }
        sim::Dice noise{turn.seed, stream::selection, key, step};
        applicants.push_back({parameters.selection_strength * z + sim::gumbel(noise), key, *wijk});
    }
    std::ranges::sort(applicants, [](Applicant const& a, Applicant const& b) {
        return std::tuple{-a.score, a.key} < std::tuple{-b.score, b.key};
    });
    applicants.resize(
        std::min(applicants.size(), due(parameters.granted, *round, turn.world.share_of_country)));
    auto const record = record_of(turn);
    for (auto const& applicant : applicants) {
        auto const receiver = receiver_of(turn, applicant.wijk, 0);
        sim::Dice team{turn.seed, stream::team, receiver.site.wijk_key, 0};
        ProjectPlan const plan{
            .wijk = applicant.wijk,
            .origin = ProjectOrigin::proeftuin,
            .approach = tailor(receiver, receiver.routine, parameters.tailoring, everywhere(),
                               JudgeHere{turn, receiver, record, true}),
            .skill = parameters.top_teams
                         ? skill_at_rank(turn.parameters.project, 0,
                                         static_cast<std::uint32_t>(parameters.teams))
                         : turn.parameters.project.team_spread * sim::normal(team),
            .contribution = std::llround(turn.parameters.rijk.contribution.canonical() +
                                         parameters.status_per_home.canonical())};
        begin_project(turn, plan, money_needed(turn, plan), quarter);
    }
}

} // namespace opschaling::models
