#include "models/barrier/barriers.hpp"

#include "models/gemeente/staff.hpp"
#include "models/rijk/make_rules.hpp"
#include "models/world/streams.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};

/// Prevalence, severity, exempted: the places in a row.
constexpr std::size_t prevalence{0};
constexpr std::size_t exempted{2};

/// Part of the homes of a wijk whose owners decide in a VvE.
double part_in_vve(World const& world, WijkId wijk) {
    auto const& homes = world.geography.homes_of_wijk;
    double in_vve{0.0};
    for (auto h = homes.begin(wijk); h < homes.end(wijk); ++h) {
        in_vve += world.dwellings.tenure[sim::id_at<HomeId>(h)] == Tenure::owner_in_vve ? 1.0 : 0.0;
    }
    return in_vve / std::max(1.0, static_cast<double>(homes.count(wijk)));
}

bool has_barrier(Turn const& turn, Project const& project, std::size_t barrier) {
    auto const wijk = sim::id_at<WijkId>(project.wijk);
    bool const here = (turn.state.wijken.barriers[wijk] & (1U << barrier)) != 0;
    bool const net = turn.repertoire.technology(project.approach.variant[technology_module]) ==
                     HeatingSystem::warmtenet;
    return here && (!barrier_kinds()[barrier].for_nets || net);
}

bool removed_by_rule(Turn const& turn, Project const& project, std::size_t barrier) {
    auto const rule = barrier_kinds()[barrier].rule;
    return rule && rule_works_in(turn, *rule, sim::id_at<GemeenteId>(project.gemeente));
}

/// Whether the framework contract that ran when the project began has ended: the next one can make
/// room for it.
bool contract_has_ended(Turn const& turn, Project const& project) {
    auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
    return turn.parameters.barrier.contracts_end &&
           turn.state.quarter - project.started >=
               quarters_to_end_of_contract(turn, gemeente, project.started);
}

/// Whether a project without status gets the same exemptions: by a lot that stays with the wijk.
bool is_exempt_without_status(Turn const& turn, Project const& project) {
    double const part = turn.parameters.exemption.beyond_status.value();
    if (part <= 0.0 || !project.active()) {
        return false;
    }
    auto const key = turn.world.geography.wijk_key[sim::id_at<WijkId>(project.wijk)];
    return sim::Dice{turn.seed, stream::exemption_lot, key, 0}.lands_below(part);
}

/// Part of the unprofitable part that the money of a project covers: all of it where its
/// contribution per home is twice the regular one, as under experiment status.
double covered_by_money(Turn const& turn, Project const& project) {
    auto const regular = turn.parameters.rijk.contribution.canonical();
    return regular > 0.0
               ? std::clamp(static_cast<double>(project.contribution) / regular - 1.0, 0.0, 1.0)
               : 0.0;
}

} // namespace

double quarters_to_end_of_contract(Turn const& turn, GemeenteId gemeente, int now) {
    auto const& parameters = turn.parameters.barrier;
    sim::Dice dice{turn.seed, stream::contract_term,
                   key_of_gemeente(turn.world.geography, gemeente), 0};
    double const shortest = sim::in_years(parameters.contract_term[0]);
    double const longest = std::max(shortest, sim::in_years(parameters.contract_term[1]));
    double const term = (shortest + dice.uniform() * (longest - shortest)) * quarters_per_year;
    return term - std::fmod(dice.uniform() * term + now, term);
}

std::array<BarrierKind, barriers> const& barrier_kinds() {
    using Row = BarrierParameters;
    static std::array<BarrierKind, barriers> const kinds{{
        {&Row::gas_right, false, true, ending_gas_supply},
        {&Row::framework_contracts, true, false, standard_contracts},
        {&Row::permits, false, false, {}},
        {&Row::backing, true, false, {}},
        {&Row::unprofitable_part, false, false, standing_finance},
        {&Row::tendering, true, false, standard_contracts},
        {&Row::data_sharing, true, false, {}},
        {&Row::heat_market_order, false, true, {}},
        {&Row::vve_rule, false, false, {}},
    }};
    return kinds;
}

std::optional<std::size_t> barrier_behind(StallCause cause) {
    auto const place = static_cast<std::size_t>(cause);
    return place >= 1 && place <= barriers ? std::optional{place - 1} : std::nullopt;
}

std::optional<std::size_t> rule_against(StallCause cause) {
    if (cause == StallCause::net_missing) {
        return standing_finance;
    }
    auto const barrier = barrier_behind(cause);
    return barrier ? barrier_kinds()[*barrier].rule : std::nullopt;
}

sim::Column<WijkId, std::uint16_t>
start_barriers(World const& world, BarrierParameters const& parameters, sim::Seed seed) {
    sim::Column<WijkId, std::uint16_t> found(world.wijken());
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        sim::Dice own{seed, stream::wijk_barriers, world.geography.wijk_key[wijk], 0};
        auto const gemeente = world.geography.gemeente_of_wijk[wijk];
        sim::Dice shared{seed, stream::gemeente_barriers,
                         key_of_gemeente(world.geography, gemeente), 0};
        for (std::size_t b = 0; b < barriers; ++b) {
            auto const& kind = barrier_kinds()[b];
            double part = std::min(1.0, (parameters.*kind.row)[prevalence]);
            part *= b == vve_rule && part > 0.0 ? part_in_vve(world, wijk) : 1.0;
            double const at = kind.of_gemeente ? shared.uniform() : own.uniform();
            if (at < part) {
                found[wijk] |= static_cast<std::uint16_t>(1U << b);
            }
        }
    }
    return found;
}

bool may_be_exempt(Turn const& turn, Project const& project, std::size_t barrier) {
    auto const& parameters = turn.parameters.barrier;
    return (parameters.*barrier_kinds()[barrier].row)[exempted] * parameters.exemptions.value() >
               0.0 &&
           turn.state.exemptions.revoked[barrier] == 0 &&
           (project.has_status() || is_exempt_without_status(turn, project));
}

bool is_exempt(Turn const& turn, Project const& project, std::size_t barrier) {
    return may_be_exempt(turn, project, barrier) && has_barrier(turn, project, barrier) &&
           !removed_by_rule(turn, project, barrier);
}

double barrier_left(Turn const& turn, Project const& project, std::size_t barrier) {
    if (!has_barrier(turn, project, barrier) || removed_by_rule(turn, project, barrier)) {
        return 0.0;
    }
    if (barrier == framework_contracts && contract_has_ended(turn, project)) {
        return 0.0;
    }
    auto const& parameters = turn.parameters.barrier;
    double const exempt =
        is_exempt(turn, project, barrier)
            ? std::min(1.0, (parameters.*barrier_kinds()[barrier].row)[exempted]) *
                  parameters.exemptions.value()
            : 0.0;
    // Council and board come to stand behind it as departments work as one.
    auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
    double const bound =
        barrier == backing ? static_cast<double>(turn.state.gemeenten.integration[gemeente]) : 0.0;
    double const covered = barrier == unprofitable_part ? covered_by_money(turn, project) : 0.0;
    return (1.0 - exempt) * (1.0 - bound) * (1.0 - covered);
}

} // namespace opschaling::models
