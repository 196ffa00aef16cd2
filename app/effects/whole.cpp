#include "app/effects/whole.hpp"

#include "analysis/effects/exact_game.hpp"
#include "app/effects/cost_tables.hpp"
#include "app/effects/grid_split.hpp"
#include "app/effects/outcomes.hpp"
#include "app/effects/whole_design.hpp"
#include "app/effects/whole_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace opschaling::app {

namespace {

/// Replications in which mechanisms are compared.
constexpr std::uint32_t replications_by_mechanism{4};
/// With more groups than this, only some replications are taken apart by level.
constexpr std::size_t many_groups{60};
constexpr std::uint32_t replications_of_many_groups{2};

/// Wijken that are run alone in each replication: every one of a world that has no more (decision
/// 0090).
std::size_t singles_of(EffectRuns const& runs) {
    return static_cast<std::size_t>(runs.study().precision.singles);
}

/// The outcomes, and behind them what their cost is made of.
Outcome counting(EffectRuns const& runs) {
    auto const horizon = runs.study().horizon;
    return [horizon](FinishedRun const& run) {
        auto values = count_outcomes(run, horizon.branch, horizon.last);
        std::ranges::copy(count_cost_parts(run, horizon.branch, horizon.last),
                          std::back_inserter(values));
        return values;
    };
}

/// Worths of one outcome at places [from, from + count) of a batch.
std::vector<double> column(std::vector<std::vector<double>> const& outcomes, std::size_t from,
                           std::size_t count, std::size_t outcome) {
    std::vector<double> values;
    for (std::size_t i = from; i < from + count; ++i) {
        values.push_back(outcomes[i][outcome]);
    }
    return values;
}

/// What a home of each stratum adds when its wijk takes part alone, over all replications: the
/// control variate of the density curve.
std::vector<double> expected_by_player(Players const& players,
                                       std::vector<WholeReplication> const& designs,
                                       std::vector<std::vector<std::vector<double>>> const& added) {
    std::vector<double> expected(players.size(), 0.0);
    for (std::size_t s = 0; s < players.strata.size(); ++s) {
        double gained{0.0};
        double homes{0.0};
        for (std::size_t r = 0; r < designs.size(); ++r) {
            for (std::size_t i = 0; i < added[r][s].size(); ++i) {
                gained += added[r][s][i];
                homes += players.homes[designs[r].singletons.players[s][i]];
            }
        }
        for (auto const player : players.strata[s]) {
            expected[player] = homes > 0.0 ? gained / homes * players.homes[player] : 0.0;
        }
    }
    return expected;
}

struct Part {
    std::vector<WholeReplication> designs;
    std::vector<std::vector<std::vector<double>>> worths; ///< by replication, run, outcome
};

/// Runs nodes and singletons of some replications.
void run_nodes(EffectRuns& runs, Players const& players, Round round, Part& part) {
    std::vector<BatchRun> batch;
    for (std::uint32_t r = round.from; r < round.to; ++r) {
        auto const& design =
            part.designs.emplace_back(design_whole(players, singles_of(runs), runs.seed(r)));
        for (auto const& node : design.nodes) {
            batch.push_back(run_of(runs.world(), players, node, r));
        }
        for (auto const& drawn : design.singletons.players) {
            for (auto const player : drawn) {
                batch.push_back(run_of(runs.world(), players,
                                       analysis::only(players.size(), std::array{player}), r));
            }
        }
    }
    auto const outcomes = runs.run(round.part("curve"), std::move(batch), counting(runs));
    auto const each = outcomes.size() / (round.to - round.from);
    for (std::uint32_t r = 0; r < round.to - round.from; ++r) {
        auto const begin = outcomes.begin() + static_cast<std::ptrdiff_t>(r * each);
        part.worths.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(each));
    }
}

analysis::DensityCurve curve_of(Players const& players, Part const& part, std::size_t outcome) {
    auto const nodes = analysis::density_nodes.size();
    std::vector<std::vector<std::vector<double>>> added;
    for (std::size_t r = 0; r < part.designs.size(); ++r) {
        auto const worths = column(part.worths[r], nodes, part.worths[r].size() - nodes, outcome);
        added.push_back(
            added_alone(part.designs[r].singletons, worths, part.worths[r].front()[outcome]));
    }
    auto const expected = expected_by_player(players, part.designs, added);
    std::vector<analysis::CurveReplication> rows;
    for (std::size_t r = 0; r < part.designs.size(); ++r) {
        analysis::CurveReplication row{.worths = column(part.worths[r], 0, nodes, outcome)};
        row.slope = analysis::estimate_slope(part.designs[r].singletons, added[r]).sum;
        for (auto const& node : part.designs[r].nodes) {
            double sum{0.0};
            for (std::size_t i = 0; i < players.size(); ++i) {
                sum += node[i] * expected[i];
            }
            row.expected.push_back(sum);
        }
        rows.push_back(std::move(row));
    }
    return analysis::estimate_curve(analysis::density_nodes, rows);
}

/// N of homes and the sum of parts, both held against that sum.
std::vector<Watched> known_of(analysis::DensityCurve const& curve) {
    analysis::BothLanguages const of{"de som der delen", "the sum of parts"};
    double const sum = curve.sum_of_parts.mean;
    return {{.key = "difference",
             .label = {"verschil in woningen", "difference in homes"},
             .of = of,
             .figure = {.interval = curve.non_additivity.interval, .size = sum}},
            {.key = "parts",
             .label = {"som der delen in woningen", "sum of parts in homes"},
             .of = of,
             .figure = {.interval = curve.sum_of_parts.interval, .size = sum}}};
}

Part run_curve(EffectRuns& runs, Players const& players) {
    Part part;
    runs.run_until_known([&](Round round) { run_nodes(runs, players, round, part); },
                         [&] { return known_of(curve_of(players, part, 0)); });
    return part;
}

/// The whole and its parts for every outcome, what its cost is made of, and the curve and its bend
/// in homes.
std::vector<analysis::EffectTable> curve_tables(Players const& players, Part const& measured) {
    std::vector<analysis::DensityCurve> curves;
    for (std::size_t outcome = 0; outcome < counted_outcomes().size(); ++outcome) {
        curves.push_back(curve_of(players, measured, outcome));
    }
    std::vector<analysis::DensityCurve> cost;
    for (std::size_t part = 0; part < counted_cost_parts; ++part) {
        cost.push_back(curve_of(players, measured, counted_outcomes().size() + part));
    }
    auto const& homes = curves.front();
    return {whole_table(curves),      share_table(curves), cost_table(homes, cost),
            offer_table(homes, cost), curve_table(homes),  bend_table(homes)};
}

/// Differences by level of each replication, in homes.
std::vector<std::vector<double>> run_levels(EffectRuns& runs, Players const& players,
                                            Part const& part) {
    if (players.levels.empty()) {
        return {};
    }
    std::vector<analysis::TelescopeDesign> designs;
    std::vector<BatchRun> batch;
    for (std::uint32_t r = 0; r < runs.replications(); ++r) {
        auto design = analysis::design_telescope(players.hierarchy, singles_of(runs), runs.seed(r),
                                                 players.homes);
        if (design.coalitions.size() > many_groups && r >= replications_of_many_groups) {
            break;
        }
        for (auto const& coalition : design.coalitions) {
            batch.push_back(run_of(runs.world(), players, coalition, r));
        }
        designs.push_back(std::move(design));
    }
    auto const outcomes = runs.run("levels", std::move(batch), counting(runs));
    auto const nodes = analysis::density_nodes.size();
    std::vector<std::vector<double>> differences;
    std::size_t place{0};
    for (std::size_t r = 0; r < designs.size(); ++r) {
        auto const worths = column(outcomes, place, designs[r].coalitions.size(), 0);
        place += designs[r].coalitions.size();
        auto const alone = column(part.worths[r], nodes, part.worths[r].size() - nodes, 0);
        auto const slope = analysis::estimate_slope(
            part.designs[r].singletons,
            added_alone(part.designs[r].singletons, alone, part.worths[r].front()[0]));
        differences.push_back(analysis::telescope(designs[r], worths, slope.sum));
    }
    return differences;
}

/// N of homes by replication and setting of the mechanisms: bit i set is mechanism i at work.
std::vector<analysis::Worths> run_mechanisms(EffectRuns& runs, Players const& players,
                                             std::vector<scenarios::Variant> const& mechanisms) {
    auto const settings = std::size_t{1} << mechanisms.size();
    auto const replications = std::min(runs.replications(), replications_by_mechanism);
    std::vector<std::shared_ptr<models::Parameters const>> parameters;
    for (std::size_t setting = 0; setting < settings; ++setting) {
        auto changed = runs.study().parameters;
        for (std::size_t m = 0; m < mechanisms.size(); ++m) {
            if (((setting >> m) & 1U) == 0) {
                changed = runs.with_variant(std::move(changed), mechanisms[m]);
            }
        }
        parameters.push_back(std::make_shared<models::Parameters const>(std::move(changed)));
    }
    std::vector<BatchRun> batch;
    std::vector<analysis::PlayerSample> samples;
    for (std::uint32_t r = 0; r < replications; ++r) {
        samples.push_back(analysis::sample_players(players.strata, singles_of(runs), runs.seed(r),
                                                   players.homes));
        for (auto const& setting : parameters) {
            batch.push_back(
                run_of(runs.world(), players, analysis::nobody(players.size()), r, setting));
            batch.push_back(
                run_of(runs.world(), players, analysis::everybody(players.size()), r, setting));
            for (auto const& drawn : samples.back().players) {
                for (auto const player : drawn) {
                    batch.push_back(run_of(runs.world(), players,
                                           analysis::only(players.size(), std::array{player}), r,
                                           setting));
                }
            }
        }
    }
    auto const each = batch.size() / (settings * replications);
    auto const outcomes = runs.run("mechanisms", std::move(batch), counting(runs));
    std::vector<analysis::Worths> games;
    std::size_t place{0};
    for (std::uint32_t r = 0; r < replications; ++r) {
        auto& game = games.emplace_back();
        for (std::size_t setting = 0; setting < settings; ++setting) {
            auto const worths = column(outcomes, place, each, 0);
            auto const alone = added_alone(samples[r], std::span{worths}.subspan(2), worths[0]);
            game.push_back(worths[1] - worths[0] - analysis::estimate_slope(samples[r], alone).sum);
            place += each;
        }
    }
    return games;
}

} // namespace

analysis::EffectResult effect_whole(EffectRuns& runs) {
    auto const players = players_of(runs.world());
    std::vector<scenarios::Variant> mechanisms;
    std::ranges::copy_if(
        runs.study().variants, std::back_inserter(mechanisms),
        [](scenarios::Variant const& variant) { return !variant.changed.empty(); });
    auto const part = run_curve(runs, players);
    auto tables = curve_tables(players, part);
    if (auto const levels = run_levels(runs, players, part); !levels.empty()) {
        tables.push_back(level_table(players.levels, levels));
    }
    if (!mechanisms.empty()) {
        auto const games = run_mechanisms(runs, players, mechanisms);
        for (auto& table : mechanism_tables(mechanisms, games)) {
            tables.push_back(std::move(table));
        }
    }
    if (runs.study().parameters.grid.is_on) {
        auto const split = split_grid(runs, players);
        tables.push_back(grid_share_table(split));
        tables.push_back(grid_table(split));
    }
    auto result = runs.frame();
    result.tables = std::move(tables);
    return result;
}

analysis::EffectResult effect_curve(EffectRuns& runs) {
    auto const players = players_of(runs.world());
    auto tables = curve_tables(players, run_curve(runs, players));
    auto result = runs.frame();
    result.tables = std::move(tables);
    return result;
}

std::size_t runs_of_curve(models::World const& world, scenarios::Precision const& precision) {
    auto const players = players_of(world);
    auto const drawn = analysis::sample_players(
        players.strata, static_cast<std::size_t>(precision.singles), {}, players.homes);
    std::size_t runs = analysis::density_nodes.size();
    for (auto const& of_stratum : drawn.players) {
        runs += of_stratum.size();
    }
    return runs;
}

} // namespace opschaling::app
