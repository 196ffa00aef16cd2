#include "models/learning/set_typology.hpp"

#include "models/gemeente/staff.hpp"
#include "models/learning/context_cell.hpp"
#include "models/learning/evidence.hpp"
#include "models/learning/group_cells.hpp"
#include "models/world/streams.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace opschaling::models {

namespace {

constexpr std::size_t most_gaps{2000}; // ruling 21
constexpr double prior_gaps{20.0};     // assumption: as much as twenty pairs of results
constexpr int rounds_of_descent{200};
/// Numbers of types that the evidence can choose from.
constexpr std::array<std::uint32_t, 6> choices{1, 2, 4, 6, 8, 12};

/// Results of one module and variant by cell, as one holder sees them.
using Results = std::map<std::tuple<std::uint8_t, std::uint32_t>, std::map<std::uint8_t, Sums>>;

Results results_of(Turn const& turn, Holder holder) {
    Results results;
    double const effect = status_effect_of(turn, holder);
    for (auto const& row : turn.state.learning.evidence) {
        bool const own = row.gemeente == holder.number;
        if (holder.is_gemeente() ? own : row.published != 0) {
            auto const key = turn.repertoire.key(row.module, row.variant);
            results[{row.module, key}][row.cell].add(row, effect);
        }
    }
    return results;
}

/// Pairs of results of one variant in two cells, at most so many, picked by keyed lots.
std::vector<ResultGap> gaps_of(Turn const& turn, Results const& results, std::uint32_t key,
                               sim::Quarter quarter) {
    std::vector<ResultGap> gaps;
    for (auto const& [variant, cells] : results) {
        for (auto a = cells.begin(); a != cells.end(); ++a) {
            for (auto b = std::next(a); b != cells.end(); ++b) {
                gaps.push_back({.cell = a->first,
                                .other = b->first,
                                .gap = std::abs(a->second.mean() - b->second.mean()),
                                .weight = 1.0});
            }
        }
    }
    if (gaps.size() > most_gaps) {
        std::vector<std::pair<std::uint32_t, std::size_t>> lots;
        lots.reserve(gaps.size());
        sim::Dice dice{turn.seed, stream::relevance_pairs, key,
                       static_cast<std::uint32_t>(quarter.index())};
        for (std::size_t i = 0; i < gaps.size(); ++i) {
            lots.emplace_back(dice.word(), i);
        }
        std::ranges::nth_element(lots, lots.begin() + most_gaps);
        lots.resize(most_gaps);
        std::ranges::sort(lots, {}, &std::pair<std::uint32_t, std::size_t>::second);
        std::vector<ResultGap> picked;
        picked.reserve(lots.size());
        for (auto const& [lot, i] : lots) {
            picked.push_back(gaps[i]);
        }
        return picked;
    }
    return gaps;
}

/// How badly each cell's result is told by those of the other cells of its type.
double misses(Results const& results, std::array<std::uint8_t, context_cells> const& type_of_cell,
              LearningParameters const& parameters) {
    double sum{0.0};
    for (auto const& [variant, cells] : results) {
        std::map<std::uint8_t, Sums> by_type;
        for (auto const& [cell, seen] : cells) {
            by_type[type_of_cell[cell]].add(seen);
        }
        for (auto const& [cell, seen] : cells) {
            auto const& all = by_type[type_of_cell[cell]];
            double const others = (all.precision() - seen.precision()) + parameters.prior_precision;
            double const told = (all.value() - seen.value()) / others;
            double const miss = seen.mean() - told;
            sum += seen.precision() * miss * miss;
        }
    }
    return sum;
}

std::vector<std::uint32_t> wijken_by_cell(World const& world) {
    std::vector<std::uint32_t> count(context_cells, 0);
    for (auto const& context : world.geography.context.values()) {
        ++count[cell_of(context)];
    }
    return count;
}

void group_by_evidence(Typology& typology, World const& world, Results const& results,
                       LearningParameters const& parameters) {
    auto const weight = wijken_by_cell(world);
    if (parameters.types > 0) {
        typology.types = static_cast<std::uint32_t>(parameters.types);
        typology.type_of_cell = group_cells(typology.relevance, weight, typology.types);
        return;
    }
    double least{0.0};
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto const grouped = group_cells_in_use(typology.relevance, weight, choices[i]);
        double const found = misses(results, grouped, parameters);
        if (i == 0 || found < least) {
            least = found;
            typology.types = choices[i];
        }
    }
    typology.type_of_cell = group_cells(typology.relevance, weight, typology.types);
}

/// Variance of a module's results over variants, over types within variants, and the rest: by mean
/// squares, so that few results of many variants count for little.
void group_layers(Typology& typology, Results const& results) {
    for (std::uint8_t module = 0; module < modules; ++module) {
        double between{0.0};
        double by_context{0.0};
        double within{0.0};
        double free_between{-1.0};
        double free_context{0.0};
        double free_within{0.0};
        Sums all;
        for (auto const& [variant, cells] : results) {
            if (std::get<0>(variant) == module) {
                for (auto const& [cell, seen] : cells) {
                    all.add(seen);
                }
            }
        }
        for (auto const& [variant, cells] : results) {
            if (std::get<0>(variant) != module) {
                continue;
            }
            Sums whole;
            std::map<std::uint8_t, Sums> by_type;
            for (auto const& [cell, seen] : cells) {
                whole.add(seen);
                by_type[typology.type_of_cell[cell]].add(seen);
            }
            free_between += 1.0;
            between += whole.precision() * std::pow(whole.mean() - all.mean(), 2);
            free_context += static_cast<double>(by_type.size()) - 1.0;
            for (auto const& [type, seen] : by_type) {
                by_context += seen.precision() * std::pow(seen.mean() - whole.mean(), 2);
                within +=
                    std::max(0.0, seen.square() - seen.precision() * seen.mean() * seen.mean());
                free_within += seen.signals() - 1.0;
            }
        }
        if (free_between < 1.0 || free_context < 1.0 || free_within < 1.0) {
            continue; // nothing to tell them apart by: as it was held to be
        }
        std::array<double, 3> const shares{between / free_between, by_context / free_context,
                                           within / free_within};
        auto const largest = std::ranges::max_element(shares) - shares.begin();
        typology.layer[module] = static_cast<Layer>(largest);
    }
}

Typology learned(Turn const& turn, Holder holder, Typology const& before, std::uint32_t key,
                 sim::Quarter quarter) {
    auto const& parameters = turn.parameters.learning;
    auto const results = results_of(turn, holder);
    Typology typology = before;
    if (parameters.relevance_is_learned) {
        auto const gaps = gaps_of(turn, results, key, quarter);
        typology.relevance = fit_relevance(gaps, parameters.relevance_believed, prior_gaps);
    }
    group_by_evidence(typology, turn.world, results, parameters);
    if (parameters.layers_are_learned) {
        group_layers(typology, results);
    }
    return typology;
}

} // namespace

std::array<float, context_dimensions>
fit_relevance(std::span<ResultGap const> gaps, std::array<double, context_dimensions> const& before,
              double prior_weight) {
    // Least squares with an intercept (noise alone makes gaps), by coordinate descent.
    constexpr std::size_t unknowns{context_dimensions + 1};
    std::array<std::array<double, unknowns>, unknowns> products{};
    std::array<double, unknowns> target{};
    for (auto const& one : gaps) {
        std::array<double, unknowns> row{};
        row[context_dimensions] = 1.0;
        for (std::size_t k = 0; k < context_dimensions; ++k) {
            row[k] = 0.5 * cell_distance(one.cell, one.other, k);
        }
        for (std::size_t i = 0; i < unknowns; ++i) {
            target[i] += one.weight * row[i] * one.gap;
            for (std::size_t j = 0; j < unknowns; ++j) {
                products[i][j] += one.weight * row[i] * row[j];
            }
        }
    }
    std::array<double, unknowns> x{};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        x[k] = before[k];
        products[k][k] += prior_weight;
        target[k] += prior_weight * before[k];
    }
    for (int round = 0; round < rounds_of_descent; ++round) {
        auto const before_round = x;
        for (std::size_t i = 0; i < unknowns; ++i) {
            if (products[i][i] <= 0.0) {
                continue;
            }
            double rest{target[i]};
            for (std::size_t j = 0; j < unknowns; ++j) {
                rest -= j == i ? 0.0 : products[i][j] * x[j];
            }
            x[i] = std::max(0.0, rest / products[i][i]);
        }
        if (x == before_round) {
            break; // no later round changes anything
        }
    }
    double sum{0.0};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        sum += x[k];
    }
    std::array<float, context_dimensions> relevance{};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        relevance[k] = static_cast<float>(sum > 0.0 ? x[k] / sum : before[k]);
    }
    return relevance;
}

Typology first_typology(World const& world, LearningParameters const& parameters) {
    Typology typology;
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        typology.relevance[k] = static_cast<float>(parameters.relevance_believed[k]);
    }
    for (std::size_t module = 0; module < modules; ++module) {
        typology.layer[module] = static_cast<Layer>(parameters.layer_believed[module]);
    }
    group_by_evidence(typology, world, {}, parameters);
    return typology;
}

void set_typologies(Turn& turn, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.learning;
    auto& learning = turn.state.learning;
    auto const first = learning.typologies.front();
    auto const step = static_cast<std::uint32_t>(quarter.index());
    std::vector<Typology> typologies{first};
    typologies.push_back(learned(turn, Holder::klp(), first, step, quarter));
    bool const shared = sim::value_at(parameters.exchange, quarter.midpoint() - 0.5) > 0.0;
    for (std::size_t g = 0; g < turn.world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        learning.typology[gemeente] = shared ? 1 : 0;
        if (learning.observations[gemeente] >=
            static_cast<std::uint32_t>(parameters.least_observations)) {
            learning.typology[gemeente] = static_cast<std::uint32_t>(typologies.size());
            typologies.push_back(learned(turn, Holder::of(gemeente), first,
                                         key_of_gemeente(turn.world.geography, gemeente), quarter));
        }
    }
    learning.typologies = std::move(typologies);
}

} // namespace opschaling::models
