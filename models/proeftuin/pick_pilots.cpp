#include "models/proeftuin/pick_pilots.hpp"

#include "models/aanpak/compose.hpp"
#include "models/gemeente/screen_technology.hpp"
#include "models/gemeente/staff.hpp"
#include "models/learning/judge_here.hpp"
#include "models/project/begin_project.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>

namespace opschaling::models {

namespace {

enum class Mode : std::uint8_t { best, spread, systematic };

/// The best of the proposals; spread over RES-regio's none gets more than its even part as long as
/// others have proposals too.
std::vector<Applicant> best_of(Turn const& turn, std::vector<Applicant> applicants,
                               std::size_t places, bool spread) {
    std::ranges::sort(applicants, [](Applicant const& a, Applicant const& b) {
        return std::tuple{-a.score, a.key} < std::tuple{-b.score, b.key};
    });
    std::size_t const regios = turn.world.regios();
    std::size_t const quota = spread ? (places + regios - 1) / regios : places;
    std::vector<std::size_t> given(regios, 0);
    std::vector<Applicant> picked;
    std::vector<Applicant> beyond;
    for (auto const& applicant : applicants) {
        auto& of_regio =
            given[sim::position(turn.world.geography.regio_of_gemeente[applicant.gemeente])];
        bool const within = of_regio < quota;
        of_regio += within ? 1 : 0;
        (within ? picked : beyond).push_back(applicant);
    }
    picked.insert(picked.end(), beyond.begin(), beyond.end());
    picked.resize(std::min(picked.size(), places));
    return picked;
}

/// A wijk of the gemeente by lot, among those where a project can begin.
std::optional<WijkId> wijk_by_lot(Turn const& turn, GemeenteId gemeente, std::uint32_t step) {
    auto const& geography = turn.world.geography;
    std::optional<WijkId> drawn;
    std::tuple<std::uint32_t, std::uint32_t> highest{};
    for (auto w = geography.wijken_of_gemeente.begin(gemeente);
         w < geography.wijken_of_gemeente.end(gemeente); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const key = geography.wijk_key[wijk];
        std::tuple const lot{sim::Dice{turn.seed, stream::pilot_site, key, step}.word(), key};
        if (can_begin(turn, wijk) && (!drawn || lot > highest)) {
            drawn = wijk;
            highest = lot;
        }
    }
    return drawn;
}

/// Wijken that lie as far from one another and from earlier proeftuinen as can be, in what matters
/// to approaches: each next one is the farthest from those so far, the first by lot.
std::vector<Applicant> as_unlike_as_can_be(Turn const& turn, std::size_t places,
                                           std::uint32_t step) {
    auto const& geography = turn.world.geography;

    struct Place {
        double nearest;
        std::uint32_t lot;
        Applicant applicant;
    };

    std::vector<Place> open;
    auto const relevance = mean_relevance(turn.parameters.aanpak);
    auto const apart = [&](WijkId a, WijkId b) {
        return context_distance(turn.parameters.aanpak, relevance, geography.context[a],
                                geography.context[b]);
    };
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        if (auto const wijk = wijk_by_lot(turn, gemeente, step)) {
            auto const key = geography.wijk_key[*wijk];
            double nearest{std::numeric_limits<double>::infinity()};
            for (auto const& project : turn.state.projects) {
                if (project.origin == ProjectOrigin::proeftuin) {
                    nearest = std::min(nearest, apart(*wijk, sim::id_at<WijkId>(project.wijk)));
                }
            }
            open.push_back({nearest,
                            sim::Dice{turn.seed, stream::pilot_site, key, step}.word(),
                            {.score = 0.0,
                             .key = key_of_gemeente(geography, gemeente),
                             .gemeente = gemeente,
                             .wijk = *wijk}});
        }
    }
    std::vector<Applicant> picked;
    while (picked.size() < places && !open.empty()) {
        auto const next = std::ranges::max_element(open, [](Place const& a, Place const& b) {
            return std::tuple{a.nearest, a.lot, a.applicant.key} <
                   std::tuple{b.nearest, b.lot, b.applicant.key};
        });
        auto const taken = next->applicant;
        open.erase(next);
        picked.push_back(taken);
        for (auto& place : open) {
            place.nearest = std::min(place.nearest, apart(place.applicant.wijk, taken.wijk));
        }
    }
    return picked;
}

/// A proeftuin makes every module to measure.
constexpr std::array<bool, modules> everywhere() {
    std::array<bool, modules> all{};
    all.fill(true);
    return all;
}

/// Skill of a proeftuin's team: the best of its gemeente, as far as its seats do not go to people
/// drawn from those who will do the work at scale (ruling 23).
double skill_of_team(Turn const& turn, std::uint32_t wijk_key) {
    auto const& parameters = turn.parameters.proeftuin;
    double const best =
        skill_at_rank(turn.parameters.project, 0, static_cast<std::uint32_t>(parameters.teams));
    sim::Dice any{turn.seed, stream::team, wijk_key, 0};
    double const drawn = turn.parameters.project.team_spread * sim::normal(any);
    sim::Dice seats{turn.seed, stream::team_member, wijk_key, 0};
    double opscalers{0.0};
    for (std::size_t seat = 0; seat < core_seats; ++seat) {
        opscalers += seats.lands_below(parameters.opscalers.value()) ? 1.0 / core_seats : 0.0;
    }
    return parameters.top_teams ? (1.0 - opscalers) * best + opscalers * drawn : drawn;
}

} // namespace

double strength_of(Turn const& turn, WijkId wijk) {
    auto const& wijken = turn.state.wijken;
    double const spread = std::max(1.0e-9, turn.parameters.project.trust_spread);
    double const trust = (static_cast<double>(wijken.trust[wijk]) - 0.5) / spread;
    return (trust + static_cast<double>(wijken.energy[wijk])) / std::sqrt(2.0);
}

double capacity_of(Turn const& turn, GemeenteId gemeente) {
    auto const& staff = turn.parameters.gemeente.staff;
    double const own = staff[size_class(turn, gemeente)];
    return own > 0.0 && staff[1] > 0.0 ? std::log(own / staff[1]) : 0.0;
}

double ambition_of(Turn const& turn, GemeenteId gemeente) {
    sim::Dice dice{turn.seed, stream::ambition, key_of_gemeente(turn.world.geography, gemeente), 0};
    return sim::normal(dice);
}

Applicant applicant_for(Turn const& turn, GemeenteId gemeente, WijkId wijk, std::uint32_t step) {
    auto const key = key_of_gemeente(turn.world.geography, gemeente);
    double const z = (std::sqrt(2.0) * strength_of(turn, wijk) + capacity_of(turn, gemeente) +
                      ambition_of(turn, gemeente)) /
                     2.0;
    sim::Dice noise{turn.seed, stream::selection, key, step};
    return {.score = turn.parameters.proeftuin.selection_strength * z + sim::gumbel(noise),
            .key = key,
            .gemeente = gemeente,
            .wijk = wijk};
}

std::size_t places_in(Turn const& turn, sim::Quarter quarter) {
    auto const& places = turn.parameters.proeftuin.places;
    double before{0.0};
    for (int year = sim::Quarter::at(0).year(); year < quarter.year(); ++year) {
        before += sim::value_at(places, year);
    }
    double const share = turn.world.share_of_country;
    double const now = before + sim::value_at(places, quarter.year());
    return static_cast<std::size_t>(std::llround(now * share) - std::llround(before * share));
}

void begin_pilots(Turn& turn, std::vector<Applicant> applicants, std::size_t places,
                  sim::Quarter quarter) {
    auto const& parameters = turn.parameters.proeftuin;
    auto const mode = static_cast<Mode>(parameters.selection_mode);
    auto const picked =
        mode == Mode::systematic
            ? as_unlike_as_can_be(turn, places, static_cast<std::uint32_t>(quarter.index()))
            : best_of(turn, std::move(applicants), places, mode == Mode::spread);
    auto const record = record_of(turn);
    for (auto const& applicant : picked) {
        auto const receiver = receiver_of(turn, applicant.wijk, 0);
        JudgeHere const judge{turn, receiver, record, true};
        ProjectPlan const plan{
            .wijk = applicant.wijk,
            .origin = ProjectOrigin::proeftuin,
            .approach = with_technology_that_fits(
                turn, receiver,
                tailor(receiver, receiver.routine, parameters.tailoring, everywhere(), judge),
                judge),
            .plan_factor = parameters.plan_factor,
            .skill = skill_of_team(turn, receiver.site.wijk_key),
            .contribution = std::llround(turn.parameters.rijk.contribution.canonical() +
                                         parameters.status_per_home.canonical())};
        begin_project(turn, plan, money_needed(turn, plan), quarter);
    }
}

} // namespace opschaling::models
