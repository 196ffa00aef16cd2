#include "models/intervention/find_window.hpp"

#include "models/world/world_streams.hpp"
#include "sim/random/dice.hpp"

#include <cmath>
#include <cstdint>

namespace opschaling::models {

namespace {

bool surely_pays(BenefitByScale const& benefits, std::size_t level) {
    return benefits[level].units > 0 && benefits[level].low() > 0.0;
}

/// The next level, upwards or downwards, of which there are units.
std::optional<std::size_t> beside(BenefitByScale const& benefits, std::size_t level, bool up) {
    while (up ? level + 1 < scale_levels : level > 0) {
        level = up ? level + 1 : level - 1;
        if (benefits[level].units > 0) {
            return level;
        }
    }
    return std::nullopt;
}

ScaleLabel label_of(BenefitByScale const& benefits, std::size_t level,
                    std::optional<std::size_t> best, double effective_part) {
    auto const& here = benefits[level];
    if (here.units == 0) {
        return ScaleLabel::absent;
    }
    if (here.low() <= 0.0 && here.high() >= 0.0) {
        return ScaleLabel::uncertain;
    }
    if (!best) {
        return ScaleLabel::pays_nowhere;
    }
    if (here.mean >= effective_part * benefits[*best].mean) {
        return ScaleLabel::fits;
    }
    return level < *best ? ScaleLabel::too_small : ScaleLabel::too_large;
}

} // namespace

ScaleWindow find_window(BenefitByScale const& benefits, double effective_part) {
    ScaleWindow window;
    for (std::size_t level = 0; level < scale_levels; ++level) {
        if (benefits[level].units > 0 && benefits[level].mean > 0.0 &&
            (!window.best || benefits[level].mean > benefits[*window.best].mean)) {
            window.best = level;
        }
        if (!surely_pays(benefits, level)) {
            continue;
        }
        auto const above = beside(benefits, level, true);
        if (!window.smallest && (!above || surely_pays(benefits, *above))) {
            window.smallest = level;
        }
        auto const below = beside(benefits, level, false);
        if (!below || surely_pays(benefits, *below)) {
            window.largest = level;
        }
    }
    if (!window.smallest && window.best && surely_pays(benefits, *window.best)) {
        window.smallest = window.best; // a window of one level
        window.largest = window.best;
    }
    for (std::size_t level = 0; level < scale_levels; ++level) {
        window.labels[level] = label_of(benefits, level, window.best, effective_part);
    }
    return window;
}

bool is_blind(BenefitByScale const& benefits, ScaleWindow const& window, double homes_of_pilot) {
    return !window.smallest || benefits[*window.smallest].homes > homes_of_pilot;
}

std::vector<InterventionParameters> draw_parameters(InterventionParameters const& parameters,
                                                    std::size_t draws) {
    std::vector<InterventionParameters> drawn(draws, parameters);
    double const wide = parameters.cost_range.value();
    double const factor = std::log(parameters.judgement_range);
    for (std::size_t d = 0; d < draws; ++d) {
        auto& p = drawn[d];
        for (std::size_t i = 0; i < interventions; ++i) {
            sim::Dice dice{world_seed, world_streams::intervention_costs,
                           static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(d)};
            auto const money = [&](auto& value) {
                value = value * (1.0 + wide * (2.0 * dice.uniform() - 1.0));
            };
            auto const judgement = [&](double& value) {
                value *= std::exp(factor * (2.0 * dice.uniform() - 1.0));
            };
            money(p.fixed_cost[i]);
            money(p.cost_per_home[i]);
            money(p.cost_per_heat[i]);
            money(p.cost_per_metre[i]);
            money(p.benefit_per_home[i]);
            money(p.benefit_per_heat[i]);
            judgement(p.distance_loss[i]);
            judgement(p.diversity_loss[i]);
            judgement(p.coordination[i]);
        }
    }
    return drawn;
}

} // namespace opschaling::models
