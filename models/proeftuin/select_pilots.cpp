#include "models/proeftuin/select_pilots.hpp"

#include "models/gemeente/choose_wijken.hpp"
#include "models/gemeente/staff.hpp"
#include "models/proeftuin/pick_pilots.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

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

} // namespace

void select_pilots(Turn& turn, sim::Quarter quarter) {
    auto const round = round_in(quarter);
    turn.state.choices.applied = 0;
    if (!round) {
        return;
    }
    auto const& parameters = turn.parameters.proeftuin;
    auto const step = static_cast<std::uint32_t>(*round);
    std::vector<Applicant> applicants;
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        auto const wijk = next_wijk(turn, gemeente, {});
        if (!wijk) {
            continue;
        }
        sim::Dice applies{turn.seed, stream::application,
                          key_of_gemeente(turn.world.geography, gemeente), step};
        double const willing = parameters.application_base -
                               parameters.application_fatigue * static_cast<double>(*round) +
                               parameters.application_energy * strength_of(turn, *wijk) +
                               parameters.application_capacity * capacity_of(turn, gemeente) +
                               parameters.application_ambition * ambition_of(turn, gemeente);
        if (applies.lands_below(sim::logistic(willing))) {
            applicants.push_back(applicant_for(turn, gemeente, *wijk, step));
        }
    }
    turn.state.choices.applied = static_cast<std::int32_t>(applicants.size());
    begin_pilots(turn, std::move(applicants),
                 due(parameters.granted, *round, turn.world.share_of_country), quarter);
}

} // namespace opschaling::models
