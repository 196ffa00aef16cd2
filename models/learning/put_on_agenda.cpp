#include "models/learning/put_on_agenda.hpp"

#include "models/barrier/barriers.hpp"
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
#include <vector>

namespace opschaling::models {

namespace {

/// A barrier that holds a project up since this quarter: a stall that began, or a warmtenet that
/// did not come by the end.
StallCause new_barrier(Turn const& turn, Project const& project, int now) {
    if (project.active() && project.stall != StallCause::none && project.paused == 0) {
        return project.stall;
    }
    bool const no_net = project.phase == ProjectPhase::done && project.ended == now &&
                        !project.net_built &&
                        technology_of(turn, project) == HeatingSystem::warmtenet;
    return no_net ? StallCause::net_missing : StallCause::none;
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

/// What a gemeente says that has no project: the barriers of its wijken by how common and how heavy
/// they are, as parts of one signal.
std::array<double, rules> said_by(Turn const& turn, GemeenteId gemeente) {
    constexpr std::size_t severity{1};
    auto const& wijken = turn.world.geography.wijken_of_gemeente;
    std::array<double, rules> said{};
    double all{0.0};
    for (std::size_t b = 0; b < barriers; ++b) {
        double found{0.0};
        for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
            auto const bits = turn.state.wijken.barriers[sim::id_at<WijkId>(w)];
            found += (bits >> b & 1U) != 0 ? 1.0 : 0.0;
        }
        double const weight = found * (turn.parameters.barrier.*barrier_kinds()[b].row)[severity];
        all += weight;
        auto const rule = barrier_kinds()[b].rule;
        if (rule && turn.state.rijk.rule[*rule].in_force > turn.state.quarter) {
            said[*rule] += weight;
        }
    }
    for (auto& part : said) {
        part /= std::max(all, 1.0e-9);
    }
    return said;
}

/// Gemeenten that wait, and residents who signed for a warmtenet and wait, say why.
void signal_while_waiting(Turn& turn) {
    double const rate = sim::per_year(turn.parameters.rule.waiting_signals) / 4.0;
    if (rate <= 0.0) {
        return;
    }
    auto& learning = turn.state.learning;
    std::vector<bool> busy(turn.world.gemeenten(), false);
    for (auto const& project : turn.state.projects) {
        busy[project.gemeente] = busy[project.gemeente] || project.active();
    }
    std::array<std::int64_t, rules> sum{};
    for (std::size_t g = 0; g < busy.size(); ++g) {
        if (busy[g]) {
            continue;
        }
        auto const gemeente = sim::id_at<GemeenteId>(g);
        auto const said = said_by(turn, gemeente);
        for (std::size_t rule = 0; rule < rules; ++rule) {
            sum[rule] += in_units(rate * said[rule]);
            if (said[rule] > 0.0) {
                learning.signalled[gemeente] |= static_cast<std::uint8_t>(1U << rule);
            }
        }
    }
    std::int64_t signed_up{0};
    for (auto const& counts : turn.state.wijken.counts.values()) {
        signed_up += counts.signed_up;
    }
    sum[standing_finance] +=
        in_units(rate * static_cast<double>(signed_up) / turn.parameters.project.reference_homes);
    for (std::size_t rule = 0; rule < rules; ++rule) {
        learning.agenda[rule] += static_cast<float>(static_cast<double>(sum[rule]) * evidence_unit);
    }
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
    signal_while_waiting(turn);
    // A part of the country asks for its part of the signals.
    double const part = turn.world.share_of_country;
    for (std::size_t rule = 0; rule < rules; ++rule) {
        auto const gemeenten =
            std::ranges::count_if(learning.signalled.values(),
                                  [&](std::uint8_t bits) { return (bits >> rule & 1U) != 0; });
        if (static_cast<double>(learning.agenda[rule]) >= parameters.agenda_threshold * part &&
            static_cast<double>(gemeenten) >= std::ceil(parameters.agenda_gemeenten * part)) {
            auto& since = turn.state.rijk.rule[rule].on_agenda;
            since = std::min(since, static_cast<std::uint16_t>(now));
            learning.on_agenda[rule] = 1;
        }
    }
    if (learning.standard_contract == no_variant && !parameters.beliefs_are_true &&
        turn.state.rijk.rule[standard_contracts].in_force <= now) {
        learning.standard_contract = believed_best(turn, contract_module);
    }
}

} // namespace opschaling::models
