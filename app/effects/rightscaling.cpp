#include "app/effects/rightscaling.hpp"

#include "models/warmtenet/net_benefit.hpp"

#include <cmath>
#include <limits>

namespace opschaling::app {

namespace {

constexpr std::size_t units_looked_at{3'000};
/// Homes of a mean proeftuin (P5: 35,000 in 46).
constexpr double homes_of_a_pilot{760.0};
constexpr double none{std::numeric_limits<double>::quiet_NaN()};

struct NamedLevel {
    char const* key;
    analysis::BothLanguages label;
};

std::vector<NamedLevel> const& levels() {
    static std::vector<NamedLevel> const named{{"straat", {"straat", "straat"}},
                                               {"wijk", {"wijk", "wijk"}},
                                               {"four_wijken", {"vier wijken", "four wijken"}},
                                               {"gemeente", {"gemeente", "gemeente"}},
                                               {"regio", {"RES-regio", "RES-regio"}}};
    return named;
}

/// What a window says of a unit: too small, fit, too large, or uncertain where zero lies within.
analysis::BothLanguages verdict_of(models::NetBenefit const& benefit, std::size_t level,
                                   std::size_t best) {
    if (benefit.mean - benefit.half_interval > 0.0) {
        return {"passend", "fit"};
    }
    if (benefit.mean + benefit.half_interval >= 0.0) {
        return {"ongewis", "uncertain"};
    }
    return level < best ? analysis::BothLanguages{"te klein", "too small"}
                        : analysis::BothLanguages{"te groot", "too large"};
}

analysis::EffectTable window_table(std::string key, analysis::BothLanguages title,
                                   std::vector<models::NetBenefit> const& benefits) {
    analysis::EffectTable table{
        .key = std::move(key),
        .title = std::move(title),
        .sentence = {"Wat restwarmte per woning oplevert als een eenheid van die grootte samen "
                     "beslist, tegen dezelfde prijzen; onder nul is de eenheid te klein of te "
                     "groot; het zegt niet of een bepaalde gemeente een bron heeft.",
                     "What residual heat brings per home where a unit of that size decides "
                     "together, at the same prices; below zero the unit is too small or too large; "
                     "it does not say whether a given gemeente has a source."},
        .unit = {"euro per woning, in geld van nu", "EUR a home, net present"},
        .chart = analysis::EffectChart::intervals,
        .rows = {}};
    std::size_t best{0};
    for (std::size_t i = 1; i < benefits.size(); ++i) {
        best = benefits[i].mean > benefits[best].mean ? i : best;
    }
    for (std::size_t i = 0; i < benefits.size(); ++i) {
        auto const level = static_cast<std::size_t>(benefits[i].level);
        auto const verdict = verdict_of(benefits[i], i, best);
        table.rows.push_back({.key = levels()[level].key,
                              .label = {levels()[level].label.nl + " (" + verdict.nl + ")",
                                        levels()[level].label.en + " (" + verdict.en + ")"},
                              .value = benefits[i].mean,
                              .low = benefits[i].mean - benefits[i].half_interval,
                              .high = benefits[i].mean + benefits[i].half_interval});
    }
    return table;
}

} // namespace

analysis::EffectResult effect_rightscaling(EffectRuns& runs) {
    auto const benefits = [&](models::BenefitSwitches switches) {
        return models::net_benefit_of_residual_heat(runs.world(), runs.study().parameters,
                                                    runs.study().horizon.branch, units_looked_at,
                                                    switches);
    };
    auto const all = benefits({});
    auto const smallest = models::smallest_sure_level(all);
    double const homes = smallest < all.size() ? all[smallest].homes : none;
    analysis::EffectTable const sizes{
        .key = "sizes",
        .title = {"Vanaf welke schaal", "From what size on"},
        .sentence = {"De kleinste eenheid waarvoor restwarmte zeker loont, naast een proeftuin; "
                     "wat groter is dan een proeftuin kan een proeftuin niet laten zien.",
                     "The smallest unit for which residual heat surely pays, beside a pilot; what "
                     "is larger than a pilot no pilot can show."},
        .unit = {"woningen", "homes"},
        .rows = {{"smallest", {"kleinste zekere schaal", "smallest sure size"}, homes, none, none},
                 {"pilot", {"een proeftuin", "a proeftuin"}, homes_of_a_pilot, none, none},
                 {"blind",
                  {"een proeftuin is er blind voor (1 = ja)", "a pilot is blind to it (1 = yes)"},
                  homes > homes_of_a_pilot || std::isnan(homes) ? 1.0 : 0.0,
                  none,
                  none}}};
    auto result = runs.frame();
    result.tables = {
        window_table("residual_heat", {"Restwarmte naar schaal", "Residual heat by size"}, all),
        sizes,
        window_table("without_fixed_cost",
                     {"Zonder vaste kosten en transport: de ondergrens verdwijnt",
                      "Without fixed cost and transport: the lower bound goes"},
                     benefits({.fixed_cost = false, .transport = false})),
        window_table("without_distance",
                     {"Zonder afstand tussen bewoner en besluit",
                      "Without distance between resident and decision"},
                     benefits({.distance_between_resident_and_decision = false}))};
    return result;
}

} // namespace opschaling::app
