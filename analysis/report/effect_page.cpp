#include "analysis/report/effect_page.hpp"

#include "analysis/report/effect_charts.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/style_sheet.hpp"
#include "analysis/report/svg.hpp"
#include "analysis/report/world_name.hpp"

#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <map>
#include <string>

namespace opschaling::analysis {

namespace {

/// About three digits, as a reader of the language writes them; a year as a year.
std::string figure_text(double value, EffectTable const& table, Language language) {
    constexpr double small{0.1}; // parts of one, of which three decimals would leave little
    constexpr int decimals_of_small{5};
    if (std::isinf(value)) {
        return "∞";
    }
    if (table.unit.en == "year") {
        return fmt::format("{:.0f}", value);
    }
    if (value == std::round(value)) {
        return number_text(value, 0, language); // a count, not 4,00
    }
    double const size = std::abs(value);
    bool const is_whole = std::floor(size) == size;
    if (is_whole || size < 5e-6) { // what rounds to zero is said to be it
        return number_text(is_whole ? value : 0.0, 0, language);
    }
    return number_text(value, size > 0.0 && size < small ? decimals_of_small : decimals_for(size),
                       language);
}

/// On which world it was measured, how often, and what that is worth.
std::string facts_of(EffectResult const& result, Language language) {
    bool const dutch = language == Language::dutch;
    auto const world = fmt::format(
        fmt::runtime(dutch ? "{} ({} woningen, {} wijken)" : "{} ({} homes, {} wijken)"),
        world_name(result.world, language), number_text(result.homes, 0, language),
        number_text(result.wijken, 0, language));
    if (result.runs == 0) {
        return world + (dutch ? ": berekend uit plaatsen, afstanden en prijzen, zonder runs. Een "
                                "interval gaat over de eenheden van die grootte."
                              : ": worked out from places, distances and prices, without runs. An "
                                "interval is over the units of that size.");
    }
    return fmt::format(
        fmt::runtime(
            dutch ? "{}, {} replicaties, {} runs, begingetal {}. Tegenfeitelijke runs uit een "
                    "gedeelde geschiedenis: verschillen tussen modelwerelden, geen voorspelling."
                  : "{}, {} replications, {} runs, seed {}. Counterfactual runs from one shared "
                    "history: differences between worlds of the model, no forecast."),
        world, result.replications, number_text(static_cast<double>(result.runs), 0, language),
        result.seed);
}

} // namespace

BothLanguages title_of_effect(std::string const& kind) {
    static std::map<std::string, BothLanguages, std::less<>> const titles{
        {"whole", {"het geheel en de som der delen", "the whole and the sum of its parts"}},
        {"pilot_bias",
         {"wat een proeftuin meer laat zien dan opschaling brengt",
          "what a pilot shows beyond what scaling brings"}},
        {"chance", {"wordt toeval opgeschaald?", "is chance being scaled?"}},
        {"rightscaling", {"de juiste schaal", "the right scale"}},
        {"learning", {"wat leren waard is", "what learning is worth"}},
        {"routes", {"vier routes bij gelijk geld", "four routes at equal money"}}};
    auto const found = titles.find(kind);
    return found == titles.end() ? BothLanguages{kind, kind} : found->second;
}

std::string effect_section(EffectTable const& table, Language language, int level) {
    bool const dutch = language == Language::dutch;
    MarkupTable markup{
        .caption = table.unit.in(language).empty()
                       ? table.title.in(language)
                       : fmt::format("{} ({})", table.title.in(language), table.unit.in(language)),
        .head = {dutch ? "wat" : "what", dutch ? "waarde" : "value", "95 %"},
        .rows = {}};
    for (auto const& row : table.rows) {
        bool const has_interval = !std::isnan(row.low) && !std::isnan(row.high);
        markup.rows.push_back({row.label.in(language), figure_text(row.value, table, language),
                               has_interval ? figure_text(row.low, table, language) + " – " +
                                                  figure_text(row.high, table, language)
                                            : "–"});
    }
    auto const drawn = draw_effect(table, language);
    auto const sentence = table.sentence.in(language);
    auto const figures = to_markup(markup);
    auto const below =
        drawn.empty()
            ? figures
            : foldable(language == Language::dutch ? "De cijfers" : "The figures", figures);
    return heading(level, table.title.in(language), table.key + "_table") +
           (drawn.empty() ? paragraph(sentence) + below : figure(drawn, sentence, below));
}

std::string effect_page(EffectResult const& result, Language language) {
    bool const dutch = language == Language::dutch;
    auto const title =
        fmt::format("{}: {}", result.name, title_of_effect(result.kind).in(language));
    auto const facts = facts_of(result, language);
    std::string sections;
    for (auto const& table : result.tables) {
        sections += effect_section(table, language, 2);
    }
    return fmt::format("<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width\">"
                       "<title>{}</title><style>{}</style></head><body><header>{}{}</header>"
                       "<main>{}</main><footer>{}</footer></body></html>\n",
                       dutch ? "nl" : "en", escape_markup(title), style_sheet, heading(1, title),
                       paragraph(facts), sections, paragraph(fmt::format("plan {}", result.plan)));
}

} // namespace opschaling::analysis
