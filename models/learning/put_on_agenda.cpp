#include "models/learning/put_on_agenda.hpp"

#include "models/learning/believe.hpp"
#include "models/learning/evidence.hpp"
#include "models/project/work_on_projects.hpp"
#include "models/rijk/make_rules.hpp"
#include "models/world/streams.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <tuple>

namespace opschaling::models {

namespace {

/// The rule that would take a barrier away.
std::optional<std::size_t> rule_against(StallCause cause) {
    switch (cause) {
    case StallCause::gas_right:
        return ending_gas_supply;
    case StallCause::business_case:
        return standing_finance;
    case StallCause::contracts:
        return standard_contracts;
    default:
        return std::nullopt;
    }
}

/// A barrier that holds a project up since this quarter: a stall that began, or a warmtenet that
/// did not come by the end.
StallCause new_barrier(Turn const& turn, Project const& project, int now) {
    if (project.active() && project.stall != StallCause::none && project.paused == 0) {
        return project.stall;
    }
    bool const no_net = project.phase == ProjectPhase::done && project.ended == now &&
                        !project.net_built &&
                        technology_of(turn, project) == HeatingSystem::warmtenet;
    return no_net ? StallCause::business_case : StallCause::none;
}

/// The variant that the Rijk believes best of all it heard of, wherever it was used.
Variant believed_best(Turn const& turn, std::size_t module) {
    auto const& parameters = turn.parameters.learning;
    double const effect = status_effect_of(turn, Holder::rijk());
    Variant best{no_variant};
    std::tuple<double, std::uint32_t> most{parameters.prior_mean, 0};
    auto const& rows = turn.state.learning.evidence;
    for (std::size_t i = 0; i < rows.size();) {
        auto const variant = rows[i].variant;
        auto const same_module = rows[i].module == module;
        Sums seen;
        for (auto const here = rows[i].module;
             i < rows.size() && rows[i].module == here && rows[i].variant == variant; ++i) {
            if (rows[i].published != 0) {
                seen.add(rows[i], effect);
            }
        }
        double const value =
            parameters.prior_mean + seen.value() / (seen.precision() + parameters.prior_precision);
        if (same_module && std::tuple{value, turn.repertoire.key(module, variant)} > most) {
            most = {value, turn.repertoire.key(module, variant)};
            best = variant;
        }
    }
    return best;
}

} // namespace

void signal_barriers(Turn& turn, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.learning;
    auto& learning = turn.state.learning;
    int const now = quarter.index();
    for (auto& stock : learning.agenda) {
        stock *= static_cast<float>(std::exp(-sim::per_year(parameters.agenda_decay) / 4.0));
    }
    for (auto const& project : turn.state.projects) {
        auto const rule = rule_against(new_barrier(turn, project, now));
        if (!rule) {
            continue;
        }
        auto const key = turn.world.geography.wijk_key[sim::id_at<WijkId>(project.wijk)];
        sim::Dice dice{turn.seed, stream::barrier_signal, key, static_cast<std::uint32_t>(now)};
        if (dice.lands_below(parameters.barrier_signalled.value())) {
            learning.agenda[*rule] += 1.0F;
            learning.signalled[sim::id_at<GemeenteId>(project.gemeente)] |=
                static_cast<std::uint8_t>(1U << *rule);
        }
    }
    // A part of the country asks for its part of the signals.
    double const part = turn.world.share_of_country;
    for (std::size_t rule = 0; rule < rules; ++rule) {
        auto const gemeenten =
            std::ranges::count_if(learning.signalled.values(),
                                  [&](std::uint8_t bits) { return (bits >> rule & 1U) != 0; });
        if (static_cast<double>(learning.agenda[rule]) >= parameters.agenda_threshold * part &&
            static_cast<double>(gemeenten) >= std::ceil(parameters.agenda_gemeenten * part)) {
            learning.on_agenda[rule] = 1;
        }
    }
    if (learning.standard_contract == no_variant && !parameters.beliefs_are_true &&
        turn.state.rijk.rule[standard_contracts].in_force <= now) {
        learning.standard_contract = believed_best(turn, contract_module);
    }
}

} // namespace opschaling::models
