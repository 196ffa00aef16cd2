#include "models/learning/measure_learning.hpp"

#include "models/aanpak/layers.hpp"
#include "models/learning/believe.hpp"
#include "models/project/begin_project.hpp"
#include "models/world/streams.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace opschaling::models {

namespace {

constexpr std::size_t wijken_looked_at{24};
constexpr std::size_t variants_looked_at{4};
/// Half of the interval that holds 80 % of a normal.
constexpr double eighty_per_cent{1.2815515655446004};
constexpr float missing{std::numeric_limits<float>::quiet_NaN()};

/// Wijken where nothing has begun, the first by lot.
std::vector<WijkId> sample_of_wijken(Turn const& turn, std::uint32_t year) {
    std::vector<std::pair<std::uint32_t, WijkId>> lots;
    for (std::size_t w = 0; w < turn.world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        if (turn.world.geography.sites.is_host(wijk) &&
            turn.state.wijken.project[wijk] == no_project) {
            sim::Dice dice{turn.seed, stream::quality_sample, turn.world.geography.wijk_key[wijk],
                           year};
            lots.emplace_back(dice.word(), wijk);
        }
    }
    auto const count = std::min(lots.size(), wijken_looked_at);
    std::ranges::partial_sort(lots, lots.begin() + static_cast<std::ptrdiff_t>(count));
    std::vector<WijkId> sample;
    for (std::size_t i = 0; i < count; ++i) {
        sample.push_back(lots[i].second);
    }
    return sample;
}

/// Variants of each module that were used anywhere, the first by lot.
std::array<std::vector<Variant>, modules> sample_of_variants(Turn const& turn, std::uint32_t year) {
    std::array<std::vector<std::pair<std::uint32_t, Variant>>, modules> lots;
    auto const& rows = turn.state.learning.evidence;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0 && rows[i].module == rows[i - 1].module &&
            rows[i].variant == rows[i - 1].variant) {
            continue;
        }
        sim::Dice dice{turn.seed, stream::quality_sample,
                       turn.repertoire.key(rows[i].module, rows[i].variant), year};
        lots[rows[i].module].emplace_back(dice.word(), rows[i].variant);
    }
    std::array<std::vector<Variant>, modules> sample;
    for (std::size_t module = 0; module < modules; ++module) {
        auto& drawn = lots[module];
        auto const count = std::min(drawn.size(), variants_looked_at);
        std::ranges::partial_sort(drawn, drawn.begin() + static_cast<std::ptrdiff_t>(count));
        for (std::size_t i = 0; i < count; ++i) {
            sample[module].push_back(drawn[i].second);
        }
    }
    return sample;
}

struct Misses {
    double squared{0.0};
    double at_prior{0.0};
    double sum{0.0};
    double inside{0.0};
    double count{0.0};

    void add(Belief const& belief, double truth, double prior) {
        double const miss = belief.mean - truth;
        squared += miss * miss;
        at_prior += (prior - truth) * (prior - truth);
        sum += miss;
        inside += std::abs(miss) < eighty_per_cent / std::sqrt(belief.precision) ? 1.0 : 0.0;
        count += 1.0;
    }

    [[nodiscard]] float quality() const {
        return at_prior > 0.0 ? static_cast<float>(1.0 - squared / at_prior) : missing;
    }
};

std::vector<double> ranks_of(std::span<double const> values) {
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (double const other : values) {
            ranks[i] += other < values[i] ? 1.0 : (other == values[i] ? 0.5 : 0.0);
        }
    }
    return ranks;
}

/// Part of the modules that the KLP holds to be what they are.
float layer_accuracy(Turn const& turn) {
    auto const truth = true_layers(turn.parameters.aanpak);
    auto const& held = typology_of(turn, Holder::klp()).layer;
    double right{0.0};
    for (std::size_t module = 0; module < modules; ++module) {
        right += truth[module] == static_cast<std::size_t>(held[module]) ? 1.0 : 0.0;
    }
    return static_cast<float>(right / static_cast<double>(modules));
}

float basis_quality(Turn const& turn) {
    auto const truth = mean_relevance(turn.parameters.aanpak);
    std::array<double, context_dimensions> held{};
    auto const& relevance = typology_of(turn, Holder::klp()).relevance;
    std::ranges::copy(relevance, held.begin());
    return static_cast<float>(rank_correlation(truth, held));
}

} // namespace

double rank_correlation(std::span<double const> a, std::span<double const> b) {
    auto const ranks_a = ranks_of(a);
    auto const ranks_b = ranks_of(b);
    double const middle = static_cast<double>(a.size()) / 2.0;
    double both{0.0};
    double one{0.0};
    double other{0.0};
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (ranks_a[i] - middle) * (ranks_b[i] - middle);
        one += (ranks_a[i] - middle) * (ranks_a[i] - middle);
        other += (ranks_b[i] - middle) * (ranks_b[i] - middle);
    }
    return one > 0.0 && other > 0.0 ? both / std::sqrt(one * other) : 0.0;
}

void measure_learning(Turn& turn, sim::Quarter quarter) {
    auto const year = static_cast<std::uint32_t>(quarter.index());
    auto const wijken = sample_of_wijken(turn, year);
    auto const variants = sample_of_variants(turn, year);
    auto& measured = turn.state.learning.measured;
    double const prior = turn.parameters.learning.prior_mean;
    std::array<Misses, 3> misses;
    double regret{0.0};
    double choices{0.0};
    for (auto const wijk : wijken) {
        auto const gemeente = turn.world.geography.gemeente_of_wijk[wijk];
        std::array const holders{Holder::of(gemeente), Holder::klp(), Holder::rijk()};
        for (std::size_t module = 0; module < modules; ++module) {
            double best{-std::numeric_limits<double>::infinity()};
            double chosen{0.0};
            double most_believed{best};
            for (auto const variant : variants[module]) {
                double const truth = true_value(turn, module, variant, wijk);
                for (std::size_t h = 0; h < holders.size(); ++h) {
                    auto const belief = believe(turn, holders[h], module, variant, wijk);
                    misses[h].add(belief, truth, prior);
                    if (h == 0 && belief.mean > most_believed) {
                        most_believed = belief.mean;
                        chosen = truth;
                    }
                }
                best = std::max(best, truth);
            }
            if (!variants[module].empty()) {
                regret += best - chosen;
                choices += 1.0;
            }
        }
    }
    auto const put = [&](LearningMeasure measure, float value) {
        measured[static_cast<std::size_t>(measure)] = value;
    };
    put(LearningMeasure::local, misses[0].quality());
    put(LearningMeasure::collective, misses[1].quality());
    put(LearningMeasure::institutional, misses[2].quality());
    auto const& klp = misses[1];
    put(LearningMeasure::bias, klp.count > 0.0 ? static_cast<float>(klp.sum / klp.count) : missing);
    put(LearningMeasure::coverage,
        klp.count > 0.0 ? static_cast<float>(klp.inside / klp.count) : missing);
    put(LearningMeasure::regret, choices > 0.0 ? static_cast<float>(regret / choices) : missing);
    put(LearningMeasure::basis, basis_quality(turn));
    put(LearningMeasure::layers, layer_accuracy(turn));
}

} // namespace opschaling::models
